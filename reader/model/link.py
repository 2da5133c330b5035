"""Addresses of our own scheme: the only ones that a page holds, and the only ones that the window opens.

``packhorse:article/<id>``, ``packhorse:term/<id>``, ``packhorse:node/<kind>/<id>``, ``packhorse:media/<id>/<tier>``,
``packhorse:external/<address>``, ``packhorse:beside/<language>`` and ``#<anchor>``. Ids are percent-encoded, so that a slash in them is not a step.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote

from reader.errors import QueryError
from reader.model.article import Tier
from reader.model.listing import Node, NodeKind

SCHEME = "packhorse:"


class LinkKind(StrEnum):
    """What a link opens. An external one is never opened without being asked; it is text to copy.

    ``beside`` is the article itself with a translation beside it: in a language, or without any.
    """

    ARTICLE = "article"
    TERM = "term"
    NODE = "node"
    MEDIA = "media"
    EXTERNAL = "external"
    ANCHOR = "anchor"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its kind and target. ``detail`` is a node's kind or a picture's tier; ``target`` may be empty for a node."""

    kind: LinkKind
    target: str
    detail: str = ""

    def __str__(self) -> str:
        target = quote(self.target, safe="")
        match self.kind:
            case LinkKind.ANCHOR:
                return f"#{target}"
            case LinkKind.NODE:
                return f"{SCHEME}node/{self.detail}/{target}"
            case LinkKind.MEDIA:
                return f"{SCHEME}media/{target}/{self.detail}"
            case _:
                return f"{SCHEME}{self.kind}/{target}"

    @classmethod
    def to_node(cls, node: Node) -> Link:
        """A link to a list of articles or a document of the publication."""
        return cls(LinkKind.NODE, node.id, str(node.kind))

    @classmethod
    def parse(cls, address: str) -> Link | None:
        """Read an address of our scheme; ``None`` for anything else."""
        if address.startswith("#"):
            return cls(LinkKind.ANCHOR, unquote(address[1:]))
        if not address.startswith(SCHEME):
            return None
        kind, *steps = address.removeprefix(SCHEME).split("/")
        match kind, [unquote(step) for step in steps]:
            case "article" | "term" | "external" | "beside", [target] if target or kind == "beside":
                return cls(LinkKind(kind), target)
            case "node", [detail, target] if detail in set(NodeKind):
                return cls(LinkKind.NODE, target, detail)
            case "media", [target, detail] if target and detail in set(Tier):
                return cls(LinkKind.MEDIA, target, detail)
            case _:
                return None

    def node(self, publication: str = "") -> Node:
        """The node that this link opens.

        Raises:
            QueryError: ``node-unknown`` when it is a link of another kind.
        """
        if self.kind is not LinkKind.NODE:
            raise QueryError("node-unknown", node=str(self))
        return Node(NodeKind(self.detail), self.target, publication)
