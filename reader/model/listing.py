"""Nodes of the navigation and lists of articles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.errors import QueryError


class Sort(StrEnum):
    """Orders of a list. Relevance is for searches only, and as they were added (the last first) for collections."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    RELEVANCE = "relevance"
    ADDED = "added"


class NodeKind(StrEnum):
    """What the navigation can select: a list of articles, or (page, glossary, events) a document of the publication.

    ``MOST_READ`` is the publisher's list, ``MOST_OPENED`` what this reader opened more than once. ``COLLECTION`` is one of the
    reader's own by its number; without one, everything that is filed in any. ``NEW`` is what the last edition brought.
    """

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
    MOST_OPENED = "most-opened"
    NOTES = "notes"
    COLLECTION = "collection"
    NEW = "new"
    SEARCH = "search"
    PAGE = "page"
    GLOSSARY = "glossary"
    EVENTS = "events"
    SEARCH_HELP = "search-help"
    MAP = "map"
    TIMELINE = "timeline"


#: Documents that are pictures of the list beside them, and change it. A map's id may be missing: the first one is meant.
PICTURES = frozenset({NodeKind.MAP, NodeKind.TIMELINE})
DOCUMENTS = frozenset({NodeKind.PAGE, NodeKind.GLOSSARY, NodeKind.EVENTS, NodeKind.SEARCH_HELP}) | PICTURES
_WITHOUT_ID = frozenset(
    {
        NodeKind.SEARCH_HELP,
        NodeKind.LATEST,
        NodeKind.UNREAD,
        NodeKind.STARRED,
        NodeKind.HISTORY,
        NodeKind.MOST_READ,
        NodeKind.MOST_OPENED,
        NodeKind.NOTES,
        NodeKind.NEW,
        NodeKind.TIMELINE,
    }
)
_ID_IS_FREE = frozenset({NodeKind.COLLECTION, NodeKind.GLOSSARY, NodeKind.EVENTS, NodeKind.MAP})


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
    """A row of the navigation: what to show, what it opens, how many articles and unread ones it holds.

    Of a saved search ``unread`` counts the hits that came since it was last looked at; ``where`` is the title of the publication
    that it keeps to, where there are several.
    """

    node: Node
    title: str
    count: int = 0
    unread: int = 0
    children: tuple[NavItem, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class NavGroup:
    """A heading of the navigation and its rows.

    ``name`` is a code: library, saved, collections, sections, topics, regions, series, authors, tags, languages, pictures or pages; ``title`` is set
    where several publications have a group each.
    """

    name: str
    items: tuple[NavItem, ...]
    title: str = ""
    publication: str = ""
