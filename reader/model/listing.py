"""Nodes of the navigation, lists of articles, and search pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.errors import QueryError

if TYPE_CHECKING:
    from reader.model.article import ArticleRow


class Sort(StrEnum):
    """Orders of a list. Relevance is for searches only."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    RELEVANCE = "relevance"


class NodeKind(StrEnum):
    """What the navigation can select: a list of articles, or (page, glossary, events) a document of the publication."""

    LATEST = "latest"
    UNREAD = "unread"
    STARRED = "starred"
    HISTORY = "history"
    SECTION = "section"
    TOPIC = "topic"
    REGION = "region"
    SERIES = "series"
    AUTHOR = "author"
    TAG = "tag"
    LANGUAGE = "lang"
    MOST_READ = "most-read"
    SEARCH = "search"
    PAGE = "page"
    GLOSSARY = "glossary"
    EVENTS = "events"


DOCUMENTS = frozenset({NodeKind.PAGE, NodeKind.GLOSSARY, NodeKind.EVENTS})
_WITHOUT_ID = frozenset({NodeKind.LATEST, NodeKind.UNREAD, NodeKind.STARRED, NodeKind.HISTORY, NodeKind.MOST_READ})
_ID_IS_FREE = frozenset({NodeKind.GLOSSARY, NodeKind.EVENTS})


@dataclass(frozen=True, slots=True)
class Node:
    """A list of articles by what it holds: a kind, its id, and a publication or all (empty).

    As text ``kind:id`` or ``kind`` (``section:news``, ``tag:couriers``, ``latest``); a search's id is the query.
    """

    kind: NodeKind
    id: str = ""
    publication: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else str(self.kind)

    @classmethod
    def parse(cls, text: str, publication: str = "") -> Node:
        """Read ``kind`` or ``kind:id``; a bare word that is no kind is a section.

        Raises:
            QueryError: ``node-unknown`` when the kind is not known, or its id is missing.
        """
        name, _, identity = text.strip().partition(":")
        kinds = {str(kind): kind for kind in NodeKind}
        if name not in kinds:
            if identity or not name:
                raise QueryError("node-unknown", node=text)
            return cls(NodeKind.SECTION, name, publication)
        kind = kinds[name]
        if kind not in _ID_IS_FREE and (kind in _WITHOUT_ID) == bool(identity):
            raise QueryError("node-unknown", node=text)
        return cls(kind, identity, publication)


LATEST = Node(NodeKind.LATEST)


@dataclass(frozen=True, slots=True)
class NavItem:
    """A row of the navigation: what to show, what it opens, how many articles and unread ones it holds."""

    node: Node
    title: str
    count: int = 0
    unread: int = 0
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class NavGroup:
    """A heading of the navigation and its rows.

    ``name`` is a code: library, sections, topics, regions, series, authors, tags, languages or pages; ``title`` is set
    where several publications have a group each.
    """

    name: str
    items: tuple[NavItem, ...]
    title: str = ""
    publication: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A search as it was asked. ``limit`` and ``offset`` count hits; empty ``publication`` or ``language`` mean all."""

    text: str
    limit: int = 20
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    language: str = ""
    publication: str = ""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of hits. ``total`` counts all hits; ``ms`` is the time it took; ``hint`` a code of what was not understood.

    ``terms`` are the words to mark in the article, as the reader's query means them.
    """

    query: Query
    total: int
    rows: tuple[ArticleRow, ...] = ()
    ms: float = 0.0
    hint: str = ""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What the index is told about an article. ``key`` is the store's number. Texts are plain, without markup.

    Names (authors, section, topics, regions, series) hold ids and all titles in all languages, so that any of them finds.
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


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that the index found: the store's number and how well it fits (higher is better)."""

    key: int
    score: float


@dataclass(frozen=True, slots=True)
class Hits:
    """What the index answers: all that match counted, one page of them, words to mark, a hint's code or nothing."""

    total: int
    hits: tuple[Hit, ...] = ()
    terms: tuple[str, ...] = field(default=())
    hint: str = ""
