"""What the index keeps of an article, and how much a find in each field weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.analysis import Analyzer, Token
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, FieldType, Schema

from reader.search.codec import PositionFormat, SetFormat
from reader.search.text import analysis
from reader.search.text.days import day_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.search import SearchDocument

#: Raised with every change to schema, analysis or codec: an index of another version is made anew.
VERSION = 1

KEY, DAY, LANGUAGE, PUBLICATION = "key", "day", "language", "publication"
TITLE, STANDFIRST, BODY = "title", "standfirst", "body"
AUTHOR, SECTION, TAG, TOPIC, REGION, SERIES = "author", "section", "tag", "topic", "region", "series"

#: Where a word without a field is looked for.
PLAIN_FIELDS = (BODY, TITLE, STANDFIRST, TAG, AUTHOR)
#: BM25F: how much a find in the field counts, and how much the field's length tells against it (b).
WEIGHTS: dict[str, tuple[float, float]] = {
    TITLE: (3.5, 0.4),
    STANDFIRST: (1.8, 0.4),
    BODY: (1.0, 0.7),
    TAG: (2.0, 0.2),
    AUTHOR: (2.0, 0.2),
    SECTION: (1.0, 0.0),
    TOPIC: (1.0, 0.0),
    REGION: (1.0, 0.0),
    SERIES: (1.0, 0.0),
}
KEY_CODE, DAY_CODE = "q", "i"


class TermAnalyzer(Analyzer):
    """Our analysis as Whoosh's kind of analyzer: text in, tokens with positions out."""

    def __call__(self, value: str, **_options: Any) -> Iterator[Token]:
        """The terms of the text."""
        for at, found in enumerate(analysis.tokens(value)):
            yield Token(text=found.text, pos=at, positions=True, boost=1.0, stopped=False)


class TextField(FieldType):
    """Text or several texts, analysed, with positions and lengths."""

    def __init__(self) -> None:
        super().__init__(PositionFormat(), TermAnalyzer(), scorable=True)

    def index(self, value: Iterable[str], **_options: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Each term once: its bytes, frequency, weight and packed positions."""
        encode = self.format.encode
        for term, found in analysis.positions(value).items():
            yield term.encode(), len(found), float(len(found)), encode(found)


class NameField(FieldType):
    """Exact names, such as a language."""

    def __init__(self) -> None:
        super().__init__(SetFormat(), TermAnalyzer())

    def index(self, value: Iterable[str], **_options: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Each name once."""
        for name in set(value):
            yield name.encode(), 1, 1.0, b""


def schema() -> Schema:
    """The schema, always given to Whoosh anew, so that it never unpickles one."""
    texts = {name: TextField() for name in WEIGHTS}
    names = {name: NameField() for name in (LANGUAGE, PUBLICATION)}
    return Schema(key=COLUMN(NumericColumn(KEY_CODE)), day=COLUMN(NumericColumn(DAY_CODE)), **texts, **names)


def fields_of(document: SearchDocument) -> dict[str, Any]:
    """The document as Whoosh's writer takes it."""
    texts = {
        TITLE: (document.title,),
        STANDFIRST: (document.standfirst,),
        BODY: (document.body,),
        AUTHOR: document.authors,
        SECTION: document.sections,
        TAG: document.tags,
        TOPIC: document.topics,
        REGION: document.regions,
        SERIES: document.series,
        LANGUAGE: languages(document.language),
        PUBLICATION: (document.publication,),
    }
    return {KEY: document.key, DAY: day_number(document.date), **{name: text for name, text in texts.items() if text}}


def languages(tag: str) -> tuple[str, ...]:
    """The names under which a BCP 47 language is found: itself and each shorter form (``zh-hant-tw``, ``zh-hant``, ``zh``)."""
    parts = tag.lower().replace("_", "-").split("-")
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))
