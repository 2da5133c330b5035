"""Read ``publication.toml``: who publishes, and the things that articles refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.bundle.fields import LANGUAGE
from reader.errors import PublishError
from reader.model.publication import Kind
from reader.publish.dates import read_day
from reader.publish.fields import Field, Named, text, texts, truth
from reader.publish.identity import is_id, to_id
from reader.publish.things import Register, ThingDraft
from reader.publish.toml_fields import read_toml

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.publish.folder import SourceFolder
    from reader.publish.problems import Problems

FILE = "publication.toml"
_MOST_BYTES = 4 * 1024 * 1024
_KINDS = {
    "section": Kind.SECTION,
    "topic": Kind.TOPIC,
    "region": Kind.REGION,
    "series": Kind.SERIES,
    "author": Kind.AUTHOR,
    "event": Kind.EVENT,
    "map": Kind.MAP,
}
_TITLE = ("title", "titles", "name", "names")
_TEXT = ("text", "texts", "intro", "introduction", "bio", "biography", "description")
_COMMON = frozenset({"id", "parent", *_TITLE, *_TEXT})
_OWN_KEYS: Mapping[Kind, frozenset[str]] = {
    Kind.AUTHOR: frozenset({"site", "portrait", "pen_name"}),
    Kind.REGION: frozenset({"map"}),
    Kind.EVENT: frozenset({"start", "end", "place", "places", "site"}),
    Kind.MAP: frozenset({"file"}),
}
_PUBLICATION_KEYS = frozenset(
    {"title", "titles", "language", "languages", "masthead", "mastheads", "licence", "license", "contributors"}
    | {"mirrors", "next_expected", "site"}
)
_SOURCE_KEYS = frozenset({"articles", "media"})


@dataclass(slots=True)
class Publication:
    """What a publication says of itself, and where in the source folder its articles and pictures are."""

    titles: dict[str, str]
    language: str
    register: Register
    languages: tuple[str, ...] = ()
    mastheads: dict[str, str] = field(default_factory=dict)
    licence: str = ""
    contributors: tuple[str, ...] = ()
    mirrors: tuple[str, ...] = ()
    next_expected: str = ""
    site: str = ""
    article_folders: tuple[str, ...] = ()
    media_folders: tuple[str, ...] = ("media", "static")
    most_read: tuple[Named, ...] = ()


def read_publication(folder: SourceFolder, problems: Problems) -> Publication:
    """Read the file that makes a folder a publication.

    Raises:
        PublishError: ``publication-toml-missing``, ``toml-unreadable`` and what ``read_text`` raises.
    """
    if FILE not in folder.files:
        raise PublishError("publication-toml-missing", folder=str(folder.root))
    fields = read_toml(folder.read_text(FILE, _MOST_BYTES), FILE)
    return _Reader(fields, problems).publication()


class _Reader:
    def __init__(self, fields: Mapping[str, Field], problems: Problems) -> None:
        self._fields = fields
        self._problems = problems
        self._language = "en"

    def publication(self) -> Publication:
        own = self._table("publication", _PUBLICATION_KEYS)
        self._language = self._publication_language(own)
        source = self._table("source", _SOURCE_KEYS)
        found = Publication(self._titles(own), self._language, Register(self._language, self._problems))
        found.languages = tuple(one.text for one in texts(own.get("languages")) if LANGUAGE.fullmatch(one.text))
        found.mastheads = self._localized(own.get("masthead") or own.get("mastheads"))
        found.licence = text(own.get("licence") or own.get("license"))
        found.contributors = tuple(one.text for one in texts(own.get("contributors")))
        found.mirrors = tuple(one.text for one in texts(own.get("mirrors")))
        found.next_expected = self._day(own.get("next_expected"), "next_expected")
        found.site = text(own.get("site")).rstrip("/")
        found.article_folders = _folders(source.get("articles"))
        found.media_folders = _folders(source.get("media")) or found.media_folders
        found.most_read = texts(self._table("most_read", frozenset({"articles"})).get("articles"))
        for name, kind in _KINDS.items():
            self._things(name, kind, found.register)
        found.register.check_parents()
        self._unknown(self._fields, {"publication", "source", "most_read", *_KINDS}, "")
        return found

    def _table(self, name: str, known: Collection[str]) -> Mapping[str, Field]:
        value = self._fields[name].value if name in self._fields else {}
        if not isinstance(value, Mapping):
            self._problems.error(FILE, self._fields[name].line, "toml-table-expected", table=name)
            return {}
        self._unknown(value, known, f"{name}.")
        return value

    def _unknown(self, fields: Mapping[str, Field], known: Collection[str], prefix: str) -> None:
        for key, value in fields.items():
            if key not in known:
                self._problems.warn(FILE, value.line, "unknown-key", key=prefix + key)

    def _publication_language(self, own: Mapping[str, Field]) -> str:
        language = text(own.get("language"))
        if LANGUAGE.fullmatch(language):
            return language
        line = own["language"].line if "language" in own else 1
        self._problems.mended(FILE, line, "publication-language-missing", language="en")
        return "en"

    def _titles(self, own: Mapping[str, Field]) -> dict[str, str]:
        titles = self._localized(own.get("title") or own.get("titles"))
        if not titles:
            self._problems.error(FILE, 1, "publication-title-missing")
        return titles

    def _localized(self, field: Field | None) -> dict[str, str]:
        """Texts by language: a plain text is in the publication's own."""
        if field is None:
            return {}
        if not isinstance(field.value, Mapping):
            found = text(field)
            return {self._language: found} if found else {}
        for language, value in field.value.items():
            if not LANGUAGE.fullmatch(language):
                self._problems.warn(FILE, value.line, "language-unknown", language=language)
        return {
            language: text(value)
            for language, value in field.value.items()
            if LANGUAGE.fullmatch(language) and text(value)
        }

    def _day(self, field: Field | None, key: str) -> str:
        written = text(field)
        day = read_day(written) if written else ""
        if day is None and field is not None:
            self._problems.mended(FILE, field.line, "date-unreadable", key=key, text=written, used="—")
        return day or ""

    def _things(self, name: str, kind: Kind, register: Register) -> None:
        tables = self._fields[name] if name in self._fields else Field((), 0)
        if not isinstance(tables.value, tuple) or not all(isinstance(one.value, Mapping) for one in tables.value):
            self._problems.error(FILE, tables.line, "toml-tables-expected", table=name)
            return
        for position, table in enumerate(tables.value):
            assert isinstance(table.value, Mapping)
            self._unknown(table.value, _COMMON | _OWN_KEYS.get(kind, frozenset()), f"{name}.")
            thing = self._thing(kind, table, position)
            if thing is not None:
                register.define(thing)

    def _thing(self, kind: Kind, table: Field, position: int) -> ThingDraft | None:
        assert isinstance(table.value, Mapping)
        values = table.value
        titles = self._localized(_first(values, _TITLE))
        written = text(values.get("id")) or next(iter(titles.values()), "")
        if not written:
            self._problems.error(FILE, table.line, "thing-without-id", kind=str(kind))
            return None
        identity = to_id(written)
        if "id" in values and not is_id(written):
            self._problems.mended(FILE, values["id"].line, "id-normalized", id=written, used=identity)
        thing = ThingDraft(kind, identity, FILE, table.line, titles or {self._language: written})
        thing.position = position
        thing.texts = self._localized(_first(values, _TEXT))
        thing.parent = next(iter(texts(values.get("parent"))), None)
        thing.picture = next(iter(texts(values.get("portrait"))), None)
        thing.drawing = next(iter(texts(values.get("file"))), None)
        thing.extra = self._extra(values)
        return thing

    def _extra(self, values: Mapping[str, Field]) -> dict[str, object]:
        extra: dict[str, object] = {
            "site": text(values.get("site")),
            "map": to_id(text(values.get("map"))) if "map" in values else "",
            "pen_name": truth(values.get("pen_name")),
            "start": self._day(values.get("start"), "start"),
            "end": self._day(values.get("end"), "end"),
            "places": self._localized(values.get("place") or values.get("places")),
        }
        return {name: value for name, value in extra.items() if value}


def _first(values: Mapping[str, Field], names: tuple[str, ...]) -> Field | None:
    return next((values[name] for name in names if name in values), None)


def _folders(field: Field | None) -> tuple[str, ...]:
    return tuple(one.text.strip("/").removeprefix("./") for one in texts(field))
