"""Addresses of our own scheme."""

from __future__ import annotations

import pytest

from reader.errors import QueryError
from reader.model.link import Link, LinkKind
from reader.model.listing import Node, NodeKind


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (Link(LinkKind.ARTICLE, "samizdat.ru"), "packhorse:article/samizdat.ru"),
        (Link(LinkKind.ARTICLE, "publication/id"), "packhorse:article/publication%2Fid"),
        (Link(LinkKind.TERM, "digest"), "packhorse:term/digest"),
        (Link.to_node(Node(NodeKind.TAG, "взаимная помощь")), None),
        (Link.to_node(Node(NodeKind.GLOSSARY)), "packhorse:node/glossary/"),
        (Link(LinkKind.MEDIA, "map", "full"), "packhorse:media/map/full"),
        (
            Link(LinkKind.EXTERNAL, "https://a.example/?q=a b#c"),
            "packhorse:external/https%3A%2F%2Fa.example%2F%3Fq%3Da%20b%23c",
        ),
        (Link(LinkKind.ANCHOR, "b-дорога"), None),
    ],
)
def test_an_address_leads_back_to_its_link(link, address):
    assert address is None or str(link) == address
    assert str(link).isascii()
    assert Link.parse(str(link)) == link


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://a.example",
        "file:///etc/passwd",
        "packhorse:",
        "packhorse:article/",
        "packhorse:article/a/b",
        "packhorse:node/evil/x",
        "packhorse:media/x/huge",
        "packhorse:media/x",
        "packhorse:other/x",
        "PACKHORSE:article/x",
    ],
)
def test_anything_else_is_no_link(address):
    assert Link.parse(address) is None


def test_a_link_opens_its_node_in_a_publication():
    assert Link.to_node(Node(NodeKind.TAG, "tea")).node("p") == Node(NodeKind.TAG, "tea", "p")
    with pytest.raises(QueryError, match="node-unknown"):
        Link(LinkKind.ARTICLE, "x").node()
