"""The publication's own things: sections, topics, authors, regions, series, maps, glossary, pages, events.

Texts that exist in several languages are mappings from a BCP 47 language to the text (``Localized``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Localized = Mapping[str, str]


def localized(texts: Localized, language: str, fallback: str = "") -> str:
    """The text in ``language``, else in its base language, English, or the first there is; else ``fallback``."""
    for wanted in (language, language.split("-", maxsplit=1)[0], "en"):
        if texts.get(wanted):
            return texts[wanted]
    return next((text for text in texts.values() if text), fallback)


class Kind(StrEnum):
    """Kinds of object in a bundle."""

    ARTICLE = "article"
    PAGE = "page"
    TERM = "term"
    SECTION = "section"
    TOPIC = "topic"
    AUTHOR = "author"
    REGION = "region"
    SERIES = "series"
    MAP = "map"
    EVENT = "event"
    MOST_READ = "most-read"
    IMAGE = "image"


#: Kinds that are one JSON object with localized titles and texts, in the publisher's order.
THINGS = frozenset(
    {Kind.SECTION, Kind.TOPIC, Kind.AUTHOR, Kind.REGION, Kind.SERIES, Kind.MAP, Kind.EVENT, Kind.MOST_READ}
)
#: Kinds with a Markdown body in one language.
TEXTS = frozenset({Kind.ARTICLE, Kind.PAGE, Kind.TERM})


@dataclass(frozen=True, slots=True)
class Thing:
    """One of the publication's own objects: a section, topic, author, region, series, event, map or the most-read list.

    ``titles`` name it (an author's name, too), ``texts`` introduce it (introduction, biography; Markdown). ``parent`` is
    a section or region id. ``extra`` holds what only some kinds have: ``site``, ``portrait``, ``pen_name``, ``map``,
    ``start``, ``end``, ``places``, ``articles``, ``width``, ``height``, ``shapes``.
    """

    publication: str
    kind: Kind
    id: str
    titles: Localized = field(default_factory=dict)
    texts: Localized = field(default_factory=dict)
    parent: str = ""
    position: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)

    def title(self, language: str) -> str:
        """The title in the nearest language, or the id."""
        return localized(self.titles, language, self.id)


@dataclass(frozen=True, slots=True)
class Text:
    """A page of the publication or a glossary term, in one language. ``aliases`` are other spellings of a term."""

    publication: str
    kind: Kind
    id: str
    title: str
    language: str
    body: str = ""
    work: str = ""
    position: int = 0
    aliases: tuple[str, ...] = ()


class Trust(StrEnum):
    """Why we believe that a publication's key is the publisher's."""

    BUILT_IN = "built-in"
    CHECKED = "checked"
    FIRST_USE = "first-use"


@dataclass(frozen=True, slots=True)
class PublicationInfo:
    """A publication in the library, as the window's status line and ``packhorse status`` show it."""

    id: str
    titles: Localized
    language: str
    trust: Trust
    fingerprint: str
    serial: int
    published: str
    highest_seen: int = 0
    next_expected: str = ""
    articles: int = 0
    unread: int = 0
    bytes: int = 0
    languages: tuple[str, ...] = ()
    licence: str = ""
    source: str = ""
    synced_at: str = ""

    def title(self, language: str) -> str:
        """The publication's title in the nearest language."""
        return localized(self.titles, language, self.id)
