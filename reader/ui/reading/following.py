"""Where a link of a page leads: told by the pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.link import LinkKind
from reader.model.listing import Node, NodeKind

if TYPE_CHECKING:
    from reader.model.link import Link
    from reader.ui.reading.pane import ReadingPane


def identity(pane: ReadingPane, link: Link) -> str:
    """Which article a link of the page leads to: its id with its publication's."""
    publication = pane.prepared.publication if pane.prepared else ""
    return f"{publication}/{link.target}" if publication else link.target


def follow(pane: ReadingPane, link: Link) -> None:
    """Tell where a link leads."""
    publication = pane.prepared.publication if pane.prepared else ""
    match link.kind:
        case LinkKind.MEDIA:
            pane.picture_followed.emit(link.target)
        case LinkKind.ANCHOR:
            pane.anchor_followed.emit(link.target)
        case LinkKind.ARTICLE:
            pane.article_followed.emit(identity(pane, link))
        case LinkKind.BESIDE:
            pane.beside_followed.emit(link.target)
        case LinkKind.TERM:
            pane.document_followed.emit(Node(NodeKind.GLOSSARY, "", publication), link.target)
        case LinkKind.NODE:
            node = link.node()
            pane.node_followed.emit(Node(node.kind, node.id, "" if node.kind is NodeKind.TAG else publication))
        case LinkKind.EXTERNAL:
            pane.external_followed.emit(link.target)
