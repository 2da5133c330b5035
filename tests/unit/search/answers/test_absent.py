"""What is said where a part of a query is to blame, or where not all that was meant was looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.listing import Node, NodeKind
from reader.model.search import Query
from reader.search import Index
from tests.support.search import article, many_languages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "index", "library") as opened:
        opened.write(many_languages(), [])
        words = " ".join(f"mule{letter}" for letter in "abcdefghijklm")
        opened.write([article(20, body=words, tags=("winter",), labels=(("series", "valley"),))], [])
        yield opened


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("lang:xx", "query-language-absent"),
        ("langue:espagnol mules", "query-language-absent"),
        ("tag:summer", "query-value-absent"),
        ("mules author:nobody", "query-value-absent"),
        ("-lang:xx mules", ""),
        ("lang:xx OR lang:en", ""),
        ("lang:ru mules", ""),  # there are both, and nothing with both
        ("nothing", ""),
        ("tag:winter", ""),
        ("mule*", "query-prefix-cut"),
        ("mules*", ""),
        ("mulea~", "query-fuzzy-cut"),
        ("librarianz~", ""),
    ],
)
def test_what_is_said(index: Index, text: str, hint: str) -> None:
    assert index.search(Query(text)).hint == hint


def test_what_was_chosen_beside_the_words_may_be_to_blame(index: Index) -> None:
    assert index.search(Query("mules", language="français")).hint == "query-language-absent"
    assert index.search(Query("mules", language="английский")).total == 2
    assert index.search(Query("mulea", within=Node(NodeKind.SERIES, "hill"))).hint == "query-value-absent"
    assert index.search(Query("mulea", within=Node(NodeKind.SERIES, "valley"))).hint == ""
