"""A search within a list of the navigation: what the index knows by itself, and what is said in the query's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.model.listing import NodeKind
from reader.model.search import FacetKind

if TYPE_CHECKING:
    from reader.model.listing import Node
    from reader.model.search import Query

#: Lists by what the reader did, as the query language says it.
_SAID = {
    NodeKind.UNREAD: "is:unread",
    NodeKind.STARRED: "is:starred",
    NodeKind.HISTORY: "is:opened",
    NodeKind.NOTES: "has:note",
}
_LABELLED = frozenset(NodeKind(kind) for kind in FacetKind)


def can_search_in(node: Node) -> bool:
    """Whether a search can keep to this list."""
    if node.kind is NodeKind.COLLECTION:
        return bool(node.id)
    return node.kind in _LABELLED or node.kind in _SAID or node.kind in {NodeKind.LATEST, NodeKind.SEARCH}


def asked(query: Query) -> Query:
    """The query as the index understands it: its ``within`` is nothing, or something that articles are labelled with.

    Raises:
        QueryError: ``node-not-searchable`` for a list in which nothing can be searched.
    """
    node = query.within
    if node is None or node.kind in _LABELLED:
        return query
    if not can_search_in(node):
        raise QueryError("node-not-searchable", node=str(node))
    within = query._replace(within=None, publication=query.publication or node.publication)
    said = f"in:{node.id}" if node.kind is NodeKind.COLLECTION else _SAID.get(node.kind) or _whole(node.id)
    if node.kind is NodeKind.LATEST:
        return (
            within if query.text.strip() else within._replace(within=node)
        )  # no words, and yet not nothing: everything
    return within._replace(text=_both(said, query.text))


def meant(query: Query, told: str) -> str:
    """What the index means instead of the query, in the reader's words: without what ``asked`` put before them."""
    if not told or not query.text:
        return told
    before, _, after = asked(query).text.rpartition(query.text)
    return told.removeprefix(before).removesuffix(after)


def _both(said: str, text: str) -> str:
    return f"{said} {_whole(text)}" if text.strip() else said


def _whole(text: str) -> str:
    """In brackets, so that an OR in it stays in it; not where brackets or quotes are left open, which would swallow ours."""
    is_whole = text.count("(") == text.count(")") and text.count('"') % 2 == 0
    return f"({text})" if is_whole and " " in text.strip() else text
