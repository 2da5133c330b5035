"""A query's tree within what was chosen beside its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh import query as whoosh_query

from reader.model.listing import NodeKind
from reader.model.search import FacetKind
from reader.search import schema
from reader.search.answers.nodes import Column, in_language, labelled
from reader.search.query.fields import language_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.model.search import Query

_LABELLED = {NodeKind(str(kind)) for kind in FacetKind}


def narrowed(tree: Any, query: Query, languages: Collection[str]) -> Any:
    """The tree within all that was chosen."""
    chosen = filters(query, languages)
    return whoosh_query.And([tree, *chosen.values()]) if chosen else tree


def filters(query: Query, languages: Collection[str]) -> dict[str, Any]:
    """What keeps a query within its list, publication and language, and to what is newer than ``after_key``; by the names of those."""
    node, found = query.within, {}
    if node is not None and node.kind in _LABELLED:
        found["within"] = labelled(str(node.kind), [node.id])
    publications = [query.publication, node.publication if node is not None else ""]
    if any(publications):
        asked = [labelled(schema.PUBLICATION, [one]) for one in sorted({*publications} - {""})]
        found["publication"] = whoosh_query.And(asked)
    if query.language:
        found["language"] = in_language(language_of(query.language) or query.language, languages)
    if query.after_key:
        found["after_key"] = Column(schema.KEY, lambda key: key > query.after_key)
    return found
