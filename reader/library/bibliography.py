"""A collection to take along: a citation for each of its articles, that a colleague can check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.library import browse, cite
from reader.model.listing import Node, NodeKind, Sort

if TYPE_CHECKING:
    from reader.library.handle import Library
    from reader.model.collection import Collection
    from reader.model.labels import CitationLabels

_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def bibliography(
    library: Library, collection: Collection, labels: CitationLabels, *, markdown: bool = False, language: str = "en"
) -> str:
    """The collection's title and a citation a line, in the order in which the articles were filed, the first one first.

    Raises:
        StoreError: ``segment-missing`` or ``segment-damaged``.
    """
    keys = browse.keys(library, Node(NodeKind.COLLECTION, str(collection.id)), Sort.ADDED)
    lines = [cite.citation(library, key, labels, language=language) for key in reversed(keys)]
    if not markdown:
        return "\n".join((collection.title, "", *lines))
    listed = (f"{number}. {_plain(line)}" for number, line in enumerate(lines, 1))
    return "\n".join((f"# {_plain(collection.title)}", "", *listed))


def _plain(words: str) -> str:
    """Words that Markdown shall show as they are."""
    return _MARKS.sub(r"\\\1", words)
