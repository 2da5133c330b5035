"""A query's tree within what was chosen beside its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh import query as whoosh_query

from reader.model.listing import NodeKind
from reader.model.search import FacetKind
from reader.search import schema
from reader.search.answers.nodes import Column, in_language, labelled

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.model.listing import Node
    from reader.model.search import Query

_LABELLED = {NodeKind(str(kind)) for kind in FacetKind}


def narrowed(tree: Any, query: Query, languages: Collection[str]) -> Any:
    """The tree within the list, publication and language of the query, and what is newer than ``after_key``."""
    filters = [] if query.within is None else _filters(query.within)
    if query.publication:
        filters.append(labelled(schema.PUBLICATION, [query.publication]))
    if query.language:
        filters.append(in_language(query.language, languages))
    if query.after_key:
        filters.append(Column(schema.KEY, lambda key: key > query.after_key))
    return whoosh_query.And([tree, *filters]) if filters else tree


def _filters(node: Node) -> list[Any]:
    """What keeps a search within a list of the navigation, where the index knows of it."""
    filters = [labelled(schema.PUBLICATION, [node.publication])] if node.publication else []
    if node.kind in _LABELLED:
        filters.append(labelled(str(node.kind), [node.id]))
    return filters
