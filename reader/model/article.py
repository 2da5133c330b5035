"""An article, and what a list shows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ug", "ur", "yi", "ps", "sd", "dv", "ckb"})


def is_right_to_left(language: str) -> bool:
    """Whether text in this BCP 47 language runs from right to left. A script subtag decides where there is one."""
    parts = language.lower().split("-")
    if "latn" in parts or "cyrl" in parts:
        return False
    return parts[0] in RIGHT_TO_LEFT or "arab" in parts or "hebr" in parts


class Script(StrEnum):
    """Scripts whose letters are of another width than Latin ones, of those that part words by spaces."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"


_CYRILLIC = frozenset(
    {"ba", "be", "bg", "ce", "cv", "kk", "ky", "mk", "mn", "os", "ru", "sah", "sr", "tg", "tt", "tyv", "uk"}
)
_ARABIC = frozenset({"ar", "ckb", "fa", "ps", "sd", "ug", "ur"})


def script_of(language: str) -> Script:
    """The script of text in this BCP 47 language, by its script subtag or as it is mostly written; Latin stands for all others."""
    base, *parts = language.lower().split("-")
    if "cyrl" in parts or "arab" in parts:
        return Script.CYRILLIC if "cyrl" in parts else Script.ARABIC
    if base in _CYRILLIC and not {"latn", "mong"}.intersection(parts):
        return Script.CYRILLIC
    return Script.ARABIC if base in _ARABIC and "latn" not in parts else Script.LATIN


class Tier(StrEnum):
    """How large a copy of a picture is: at most 12, 80 and 500 KB."""

    THUMB = "thumb"
    STANDARD = "standard"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in an article: the media id and what is said about it."""

    media: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article in one language, as the publisher signed it.

    ``work`` is shared by all translations of one text: the id of the original. ``body`` is Markdown whose links are
    ``article:ID``, ``term:ID``, ``media:ID`` or ordinary addresses. Dates are ISO 8601 days (``2019-06-03``), or empty.
    """

    publication: str
    id: str
    title: str
    language: str
    body: str = ""
    revision: int = 1
    kind: str = "article"
    standfirst: str = ""
    date: str = ""
    updated: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    series: str = ""
    series_part: int = 0
    work: str = ""
    related: tuple[str, ...] = ()
    lead: Picture | None = None
    licence: str = ""
    source: str = ""
    aliases: tuple[str, ...] = ()
    minutes: int = 1


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article. ``key`` is the store's own number for it, stable for this library's life.

    ``section`` is the section's title in the reader's language; ``thumb`` a media id or empty. ``snippet`` is set on
    search hits only; ``marks`` are (start, end) offsets into it. ``also`` are translations folded under a hit.
    ``note`` is the reader's own on the article.
    """

    key: int
    publication: str
    id: str
    title: str
    language: str
    standfirst: str = ""
    date: str = ""
    section: str = ""
    minutes: int = 1
    thumb: str = ""
    work: str = ""
    series: str = ""
    series_part: int = 0
    read: bool = False
    starred: bool = False
    note: str = ""
    score: float = 0.0
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    also: tuple[Translation, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """The same work in another language."""

    key: int
    id: str
    language: str
    title: str


@dataclass(frozen=True, slots=True)
class Related:
    """A story that goes with another, and the reasons (``publisher``, ``series``, ``tag``, ``author``, ``text``...).

    ``words`` are what both texts share, where that is a reason. ``shared`` are (reason, name to show) of the series, tags,
    topics, regions and authors that both have.
    """

    row: ArticleRow
    score: float
    why: tuple[str, ...] = field(default=())
    words: tuple[str, ...] = ()
    shared: tuple[tuple[str, str], ...] = ()
