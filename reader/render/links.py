"""What a body's addresses become: links of our scheme, or nothing."""

from __future__ import annotations

import re

from reader.model.link import Link, LinkKind
from reader.model.listing import NodeKind

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
_ANCHOR = re.compile(r"(?!.*\.\.)[\w.:-]{1,128}")
_NOT_IN_ADDRESS = r"\s<>\"\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls make one address look another
_WEB = re.compile(
    rf"(?:https?://[^/?#{_NOT_IN_ADDRESS}]+[^{_NOT_IN_ADDRESS}]*|mailto:[^/{_NOT_IN_ADDRESS}]+)", re.IGNORECASE
)
_LONGEST = 2000
_NODES = frozenset({"page", "section", "topic", "region", "series", "author", "tag", "glossary", "events"})
ANCHOR_PREFIX = "b-"
"""Stands before every id of a body, so that it cannot take the place of one of the page's own."""


def target(address: str) -> Link | None:
    """Where an address in a body leads, or ``None`` for what we never follow (other schemes, files, relative paths).

    ``article:ID``, ``term:ID``, ``media:ID``; ``section:ID`` and other nodes; ``#anchor``; http, https and mailto
    become external links, which are text to copy.
    """
    address = address.strip()
    if len(address) > _LONGEST:
        return None
    if address.startswith("#"):
        return Link(LinkKind.ANCHOR, anchor(address[1:])) if anchor(address[1:]) else None
    if _WEB.fullmatch(address):
        return Link(LinkKind.EXTERNAL, address)
    scheme, _, identity = address.partition(":")
    return _own(scheme, identity.partition("#")[0])


def anchor(identity: str) -> str:
    """A body's id as the page knows it, or empty when it cannot be one."""
    return f"{ANCHOR_PREFIX}{identity}" if _ANCHOR.fullmatch(identity) else ""


def media(address: str) -> str:
    """The media id of a picture's address ``media:ID``, or empty for any other address."""
    scheme, _, identity = address.strip().partition(":")
    return identity if scheme == "media" and _ID.fullmatch(identity) else ""


def _own(scheme: str, identity: str) -> Link | None:
    if scheme in ("glossary", "events") and not identity:
        return Link(LinkKind.NODE, "", scheme)
    if scheme == "tag" and identity:
        return Link(LinkKind.NODE, identity, str(NodeKind.TAG))
    if not _ID.fullmatch(identity):
        return None
    if scheme in ("article", "term"):
        return Link(LinkKind(scheme), identity)
    if scheme == "media":
        return Link(LinkKind.MEDIA, identity, "full")
    return Link(LinkKind.NODE, identity, scheme) if scheme in _NODES else None
