"""What the index keeps of an article, and how much a find in each field weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.analysis import Analyzer, Token
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence, Positions

from reader.search.text import analysis
from reader.search.text.script import VALUE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.search import SearchDocument

#: Raised with every change to schema, analysis or files: an index of another version is made anew.
VERSION = 15

KEY, DAY, LABEL = "key", "day", "label"
LANGUAGE, PUBLICATION = "lang", "publication"
TITLE, STANDFIRST, BODY = "title", "standfirst", "body"
AUTHOR, SECTION, TAG, TOPIC, REGION, SERIES = "author", "section", "tag", "topic", "region", "series"

#: Where a word without a field is looked for.
PLAIN_FIELDS = (BODY, TITLE, STANDFIRST, TAG, AUTHOR)
#: In which words have no forms.
NAMES = frozenset({AUTHOR, SERIES})
#: BM25F: how much a find in the field counts, and how much the field's length tells against it (b).
WEIGHTS: dict[str, tuple[float, float]] = {
    TITLE: (3.5, 0.4),
    STANDFIRST: (1.8, 0.4),
    BODY: (1.0, 0.6),
    TAG: (2.0, 0.2),
    AUTHOR: (2.0, 0.2),
    SECTION: (1.0, 0.0),
    TOPIC: (1.0, 0.0),
    REGION: (1.0, 0.0),
    SERIES: (1.0, 0.0),
}
FIELDS = tuple(WEIGHTS)
K1 = 1.6


class TermAnalyzer(Analyzer):
    """Our analysis as Whoosh's kind of analyzer: values with ``VALUE_ENDS`` between them in, tokens with positions out."""

    def __call__(self, value: str, **_options: Any) -> Iterator[Token]:
        """The terms of the values, with a gap after each."""
        at = 0
        for text in value.split(VALUE_ENDS):
            for found in analysis.tokens(text):
                yield Token(text=found.text, pos=at, positions=True, boost=1.0, stopped=False)
                at += 1
            at += analysis.GAP


def schema() -> Schema:
    """The fields as Whoosh describes them."""
    texts = {name: FieldType(Positions(), TermAnalyzer(), scorable=True) for name in FIELDS}
    labels = FieldType(Existence(), LabelAnalyzer())
    return Schema(key=COLUMN(NumericColumn("q")), day=COLUMN(NumericColumn("i")), label=labels, **texts)


class LabelAnalyzer(Analyzer):
    """Labels are whole."""

    def __call__(self, value: str, **_options: Any) -> Iterator[Token]:
        """Each label as it is."""
        for name in value.split(VALUE_ENDS):
            yield Token(text=name, pos=0, boost=1.0, stopped=False)


def texts_of(document: SearchDocument) -> tuple[tuple[str, ...], ...]:
    """The texts of a document, field by field in the order of ``FIELDS``."""
    return (
        (document.title,),
        (document.standfirst,),
        (document.body,),
        document.tags,
        document.authors,
        document.sections,
        document.topics,
        document.regions,
        document.series,
    )


def language_tag(tag: str) -> str:
    """A BCP 47 tag in the form in which tags are compared."""
    return tag.lower().replace("_", "-")
