"""Nothing typed raises or runs away, whatever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.listing import Sort
from reader.model.search import Query
from reader.search import Index
from reader.search.query.parser import DEEPEST, MOST_TERMS, parse
from reader.search.query.syntax import And, Node, Not, Or
from reader.search.text.analysis import units
from reader.search.text.script import fold
from tests.support.search import many_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTILE = [
    '"' * 100_000,
    "(" * 100_000,
    ")" * 100_000,
    "(" * 250 + "a" + ")" * 250,
    "((a OR b) " * 80,
    "-" * 100_000,
    "-(" * 200,
    "NOT " * 200,
    "OR " * 200,
    "AND OR NOT",
    "* " * 200,
    "*a*",
    "*" * 500,
    "a* " * 200,
    "la* " * 200,
    "a~9",
    "a~99999999999999999999",
    "[a TO z]",
    "{* TO *}",
    "/(a+)+$/",
    '"' + "word " * 500 + '"',
    "word " * 10_000,
    "title:" * 100,
    "title:title:title:x",
    "title:",
    "title:(",
    'title:"',
    "lang:",
    "lang:" + "x" * 400,
    "before:99999999999999999999",
    "before:0000",
    "on:0001-01-01",
    "after:9999-12-31",
    "on:2019-02-30",
    "\x00\x01\x02\x1b[2J",
    "a\x00b",
    "\ud800 \udfff mule",
    "\u202e\u2066mule\u200f",
    "🐴🐴🐴",
    "e" + "\u0301" * 500,
    "书" * 512,
    "的 " * 256,
    '"书" ' * 100,
    "\u0640" * 500,
    "ﷺ" * 512,
    "a" * 512,
    "' OR 1=1 --",
    "%s%n{0}{key}",
    "mule\n\r\t\v\f\u2028mule",
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("search") / "index", "library") as opened:
        opened.write(many_languages(), [])
        yield opened


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:16]))
def test_hostile_queries_end_in_an_answer(index: Index, text: str) -> None:
    for sort in (Sort.RELEVANCE, Sort.NEWEST, Sort.TITLE):
        hits = index.search(Query(text, limit=5, sort=sort))
        assert len(hits.hits) == min(5, hits.total)


SYNTAX = st.text(st.sampled_from('"()-*~:. ORANDNOTtitlelangbefore2019书图มا̀\u200f\x00'), max_size=60)


@given(st.one_of(st.text(st.characters(), max_size=80), SYNTAX))
def test_anything_typed_is_answered(index: Index, text: str) -> None:
    hits = index.search(Query(text))
    assert len(hits.hits) == hits.total <= len(many_languages())


@given(st.one_of(st.text(max_size=2000), SYNTAX, SYNTAX.map(lambda text: text * 50)))
def test_trees_are_small(text: str) -> None:
    tree = parse(text).tree
    if tree is not None:
        assert leaves(tree) <= MOST_TERMS
        assert depth(tree) <= 4 * (DEEPEST + 1)


@given(st.text(max_size=50))
def test_every_word_of_a_text_is_found_by_itself(text: str) -> None:
    for unit in units(text):
        assert 0 <= unit.start < unit.end <= len(text)
        assert unit.text == unit.text.strip()
        assert unit.text


@given(st.text(st.characters(categories=["L", "M", "Nd"]), max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    for unit in units(text):
        if not unit.run:
            assert fold(unit.text) == unit.text


def leaves(node: Node) -> int:
    if isinstance(node, And | Or):
        return sum(leaves(child) for child in node.children)
    return leaves(node.child) if isinstance(node, Not) else 1


def depth(node: Node) -> int:
    if isinstance(node, And | Or):
        return 1 + max(depth(child) for child in node.children)
    return 1 + depth(node.child) if isinstance(node, Not) else 1
