"""Searches: what is asked, what the index is told and answers, and what a page of hits shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.model.listing import Sort

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.model.article import ArticleRow
    from reader.model.listing import Node


class FacetKind(StrEnum):
    """By what hits can be counted and narrowed. Each is the name of a field of the query language."""

    SECTION = "section"
    TAG = "tag"
    AUTHOR = "author"
    LANGUAGE = "lang"
    TOPIC = "topic"
    REGION = "region"
    SERIES = "series"


class Query(NamedTuple):
    """A search as it was asked.

    ``text`` is all that narrows it: words and fields. ``limit`` and ``offset`` count hits; empty ``publication`` or
    ``language`` mean all. ``within`` keeps to a list of the navigation. ``fold`` puts the translations of a work under
    its best hit, and counts it once; the one in the language ``leading`` stands for all, unless another matches far better.
    ``facets`` asks for counts, ``keys`` for those of all hits. ``after_key`` keeps to articles that came into the library
    later than that one.
    """

    text: str
    limit: int = 20
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    language: str = ""
    publication: str = ""
    within: Node | None = None
    fold: bool = True
    leading: str = ""
    facets: bool = False
    keys: bool = False
    after_key: int = 0


class Known(Protocol):
    """What the index asks while it answers, because it is not the one that knows."""

    def named(self, kind: FacetKind, text: str) -> Collection[str]:
        """Identities of the things that are called exactly so: by id, or by a whole title in any language."""

    def marked(self, name: str) -> Collection[int]:
        """Keys of the articles of which this is true: ``read``, ``starred``, ``opened`` or ``note``."""

    def collected(self, title: str) -> Collection[int]:
        """Keys of the articles in the collection that is called so; by its number, or the beginning of titles, where none is."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """How many hits a query for this value has: a thing's id, a tag or a language. ``label`` is what to show for it."""

    value: str
    count: int
    label: str = ""


class Facet(NamedTuple):
    """Values of one kind among the hits, the most frequent first."""

    kind: FacetKind
    values: tuple[FacetValue, ...]


class SearchPage(NamedTuple):
    """A page of hits. ``total`` counts all hits; ``ms`` is the time it took; ``hint`` a code of what was not understood.

    ``terms`` are the words to mark in the article, as the reader's query means them. ``months`` counts hits by month
    (``2019-06``) and ``years`` by year, in order, where facets were asked for. ``meant`` is the query in words that are in the index, where
    the reader's are not, or nothing.
    """

    query: Query
    total: int
    rows: tuple[ArticleRow, ...] = ()
    ms: float = 0.0
    hint: str = ""
    terms: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    years: tuple[tuple[str, int], ...] = ()
    meant: str = ""


class SearchDocument(NamedTuple):
    """What the index is told about an article. ``key`` is the store's number. Texts are plain, without markup.

    Names (authors, section, topics, regions, series) hold ids and all titles in all languages, so that any of them finds.
    ``labels`` are the identities to count by: (kind, id), of sections with all that are above; and ("has", "picture").
    ``work`` is shared by translations.
    """

    key: int
    publication: str
    language: str
    title: str
    standfirst: str = ""
    body: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    work: str = ""


class Hit(NamedTuple):
    """An article that the index found: the store's number and how well it fits (higher is better).

    ``also`` are keys of translations that were found too and are folded under this one. ``terms`` are words that it
    shares with the article it is like, where that was asked.
    """

    key: int
    score: float
    also: tuple[int, ...] = ()
    terms: tuple[str, ...] = ()


class Hits(NamedTuple):
    """What the index answers: all that match counted, one page of them, words to mark, a hint's code or nothing.

    ``facets``, ``months``, ``years`` and ``meant`` are as in ``SearchPage``; facets are without labels. ``keys`` are those of all
    hits in order, where they were asked for.
    """

    total: int
    hits: tuple[Hit, ...] = ()
    terms: tuple[str, ...] = ()
    hint: str = ""
    facets: tuple[Facet, ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    years: tuple[tuple[str, int], ...] = ()
    meant: str = ""
    keys: Sequence[int] = ()


class SuggestionKind(StrEnum):
    """What a completion is of."""

    FIELD = "field"
    TERM = "term"
    TAG = "tag"
    AUTHOR = "author"
    SECTION = "section"
    TOPIC = "topic"
    REGION = "region"
    SERIES = "series"
    LANGUAGE = "lang"
    ARTICLE = "article"
    HISTORY = "history"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a reader may have begun to type. ``text`` is the whole query with it in place, ``cursor`` where typing goes on.

    ``label`` is what to show, ``count`` how many articles (0: not counted). For ``ARTICLE`` ``key`` opens it. An earlier or a
    kept search keeps to a ``publication``, or (empty) to none; ``where`` is its title, where there are several.
    """

    kind: SuggestionKind
    label: str
    text: str
    cursor: int
    count: int = 0
    key: int = 0
    publication: str = ""
    where: str = ""


class SavedSearch(NamedTuple):
    """A search that a reader keeps, in a publication or (empty) in all.

    ``total`` counts its hits now, ``new`` those that came since it was last looked at.
    """

    id: int
    title: str
    text: str
    publication: str = ""
    total: int = 0
    new: int = 0
