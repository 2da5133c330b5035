"""The forms of a word count in texts of its language; the word itself in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.search import Query
from reader.search import Index
from tests.support.search import article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLES = [
    article(1, body="Hay que leer, y ella le dio un libro.", language="es"),
    article(2, body="Le livre et les murs.", language="fr"),
    article(3, body="Una pared y otras paredes; este paso, estos pasos y el mar.", language="es"),
    article(4, body="Ce mur est grand par ici, il ne va pas loin.", language="fr"),
    article(5, body="Her insan okur, insanlar da.", language="tr"),
    article(6, body="Books in the house.", authors=("Lucía Mar", "Lev Tolstoy"), series=("Open roads",)),
    article(7, body="书 insan books 中文", language="zh-Hans"),
    article(8, body="Un livre de books, insan et paso.", language="fr"),
    article(9, body="Kitabu kile kinachosoma: book, insan.", language="sw"),
    article(10, body="No language. A book in the house.", language=""),
]


@pytest.fixture(params=["batch", "merged", "one by one"])
def index(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Index]:
    with Index.open(tmp_path / "index", "library") as opened:
        for some in [ARTICLES] if request.param == "batch" else [[one] for one in ARTICLES]:
            opened.write(some, [])
        if request.param == "merged":
            opened.merge_when_idle(thorough=True)
        yield opened


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("leer", {1}),
        ("pared", {3}),
        ("este", {3}),
        ("paso", {3, 8}),
        ("pasos", {3}),
        ("insan", {5, 7, 8, 9}),
        ("insanlar", {5}),
        ("books", {6, 7, 8}),
        ("book", {6, 7, 8, 9, 10}),
        ("author:mara", set()),
        ("author:mar", {6}),
        ("author:tolstoy", {6}),
        ("mara", {3}),
        ("series:road", set()),
        ("series:roads", {6}),
        ("insan -okur", {7, 8, 9}),
        ("in book", {6, 10}),
        ("insan paso", {8}),
    ],
)
def test_forms_count_in_texts_of_their_language(index: Index, text: str, keys: set[int]) -> None:
    assert {hit.key for hit in index.search(Query(text)).hits} == keys


def test_a_word_that_is_nowhere_has_forms_in_every_language(index: Index) -> None:
    assert {hit.key for hit in index.search(Query("housing")).hits} == {6}
