"""Words with hyphens and apostrophes have their forms, too."""

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
    article(1, body="Les écoles de la ville. Une grande école, des hommes.", language="fr"),
    article(2, body="L'élève et les élèves vont à l'école.", language="fr"),
    article(3, body="Les écoles et les hommes d'État, un homme.", language="fr"),
    article(4, body="Pack-horse librarians, agencies and decision-makers."),
    article(5, body="The agency and its pack horses sent 1,000 emails."),
    article(6, body="A reader of this agency’s paper book wrote 1000 e-mails."),
    article(7, body="İstanbul'da bir kitap, İstanbul sokakları.", language="tr"),
    article(8, body="Ата-аналар мен балалар мектепте.", language="kk"),
    article(9, body="Gli amici dell'anima e la loro acqua.", language="it"),
    article(11, body="Written by hand.", authors=("Jean-Pierre d'Angelo",)),
    article(10, body="Les escoles i l'escola del poble. Uns homes.", language="ca"),
]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "index", "library") as opened:
        opened.write(ARTICLES, [])
        yield opened


def found(index: Index, text: str) -> set[int]:
    return {hit.key for hit in index.search(Query(text)).hits}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("l'école", {1, 2, 3}),
        ("d'école", {1, 2, 3}),
        ("L’ÉLÈVES", {2}),
        ("d'hommes", {1, 3}),
        ("l'acqua", {9}),
        ("anima", {9}),
        ("l'escoles", {10}),
        ("agency's", {4, 5, 6}),
        ("readers'", {6}),
        ("reader's", {6}),
        ("pack-horses", {4, 5}),
        ("decision-maker", {4}),
        ("decisions-makers", {4}),
        ("e-mail", {5, 6}),
        ("E-Mails", {5, 6}),
        ("1000", {5, 6}),
        ("1,000", {5, 6}),
        ("1.000", {5, 6}),
        ("İstanbul'un", {7}),
        ("ата-ана", {8}),
        ("ата-анасы", {8}),
        ("d'angelo", {11}),
        ("author:d'angelo", {11}),
        ("author:jean-pierre", {11}),
        ("author:jeans-pierre", set()),
        ('"pack-horses"', {5}),
        ('"decision-maker"', set()),
        ('"agency\'s"', {6}),
        ("title:pack-horses", set()),
        ("agencies -pack-horse", {6}),
    ],
)
def test_each_word_of_a_compound_has_its_forms(index: Index, text: str, keys: set[int]) -> None:
    assert found(index, text) == keys


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("pack-horses", {"pack-horses", "pack horse", "pack horses"}),
        ("l'école", {"ecole", "ecoles"}),
        ("e-mail", {"emails", "e-mail", "e mails"}),
    ],
)
def test_forms_of_a_compound_are_marked(index: Index, text: str, marked: set[str]) -> None:
    assert marked <= set(index.search(Query(text)).terms)


@pytest.mark.parametrize(("text", "keys"), [("paper,librarian", set()), ("agency,paper", {6}), ("book/agencies", {6})])
def test_words_that_stand_nowhere_together_are_looked_for_apart(index: Index, text: str, keys: set[int]) -> None:
    hits = index.search(Query(text))
    assert {hit.key for hit in hits.hits} == keys
    assert hits.hint == ("query-apart" if keys else "")


def test_a_quoted_phrase_is_not_taken_apart(index: Index) -> None:
    assert not index.search(Query('"agency,paper book"')).total


def test_a_word_of_a_compound_may_be_misspelt(index: Index) -> None:
    assert index.search(Query("decision-mukers")).meant == "decision-makers"
