"""Did you mean: the query in words that are in the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
        opened.write([article(20 + key, body="telegraph telescope") for key in range(4)], [])
        opened.write([article(30, body="telegraphs 20190")], [])
        yield opened


def meant(index: Index, text: str) -> str:
    return index.search(Query(text)).meant


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("librarains", "librarians"),
        ("Libarians", "librarians"),
        ("xibrarians", "librarians"),
        ("frozn creek", "frozen creek"),
        ("frozn crek", "frozen creek"),
        ('telegraf "telescope"', 'telegraph "telescope"'),
        ('"frozn" telegraf', ""),  # what is quoted is meant so, and then nothing is found
        ("telegraph -frozn", ""),  # nothing is to be found of it
        ("librarians frozn bags", "librarians frozen bags"),  # found without it
        ("telegraph frozn telescope", ""),  # nor is any with all three
        ("телеграф", ""),
        ("библиотекраь", "библиотекарь"),
        ("рассвтеа", "рассвета"),
        ("кітапхнашы", "кітапханашы"),
        ("өйткеи", "өйткені"),
        ("telegrapx", "telegraph"),
    ],
)
def test_words_that_are_not_there(index: Index, typed: str, expected: str) -> None:
    assert meant(index, typed) == expected


@pytest.mark.parametrize(
    "text", ["librarians", "frozen creek", "LIBRARIANS", "библиотекарь", "кітапханашы", "图书管理员"]
)
def test_nothing_when_all_words_are_there(index: Index, text: str) -> None:
    assert meant(index, text) == ""


@pytest.mark.parametrize("text", ["", "xyzzyplugh", "mlu", "20191", "图书馆长官", '"librarains"', "is:unread", "()*~"])
def test_nothing_when_nothing_is_near_or_sure(index: Index, text: str) -> None:
    assert meant(index, text) == ""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("图书官理", "图书管理"),  # another character
        ("管理原", "管理员"),
        ("土书管理", "图书管理"),
        ("管理理员", "管理员"),  # one too many
        ("图管理", "图书管理"),  # one wanting
        ("书图管理", "图书管理"),  # changed with the next
        ("圖書官", "圖書管"),
        ("土书官理", ""),  # two are other ones
        ("土书", ""),
        ("title:图书官理", ""),  # no title has it
        ('"图书官理"', ""),
        ("lang:zh 图书官理 骡子", "lang:zh 图书管理 骡子"),
        ("lang:ja 图书官理", ""),
        ("도서괸에서", "도서관에서"),
        ("図書管", "図書館"),
        ("ห้องสมุต", "ห้องสมุด"),
    ],
)
def test_runs_of_scripts_without_spaces(index: Index, typed: str, expected: str) -> None:
    assert index.search(Query(typed)).total == 0
    assert meant(index, typed) == expected
    assert not expected or index.search(Query(expected)).total == 1


def test_a_word_with_its_accents_is_meant(index: Index) -> None:
    index.write([article(70 + key, body="L'éléphant à l'école", language="fr") for key in range(3)], [])
    assert meant(index, "elefhant") == "éléphant"
    assert meant(index, "l'élefhant") == "l'éléphant"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("email", "e-mail"),
        ("packhorses", "pack-horses"),
        ("mailpack", ""),
        ("etatmajor", "état-major"),
        ("Email lang:en", "e-mail lang:en"),
    ],
)
def test_a_word_that_texts_write_as_two(index: Index, typed: str, expected: str) -> None:
    index.write([article(70 + key, body="An e-mail about pack horses. L'État-major") for key in range(3)], [])
    assert meant(index, typed) == expected


def test_the_rest_of_the_query_stays(index: Index) -> None:
    assert meant(index, "librarains lang:en (frozen OR mules)") == "librarians lang:en (frozen OR mules)"


def test_what_was_meant_finds(index: Index) -> None:
    hits = index.search(Query("librarains"))
    assert hits.total == 0
    assert index.search(Query(hits.meant)).total == 1


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("haus lang:de", "haut lang:de"),  # "has" is in no German article
        ("haus lang:en", "has lang:en"),
        ("haus lang:fr", ""),
        ("Lucia Marr", "Lucia mar"),  # "mark" is in more articles, of which none is Lucia's
        ("Lucia libro Y papel", ""),  # found as "papeles"
        ("lang:englisch", ""),  # a value is no word
        ("is:haus", ""),
        ("haus mxrk", "has mark"),
    ],
)
def test_what_is_offered_finds_more_with_the_rest_of_the_query(index: Index, typed: str, expected: str) -> None:
    has = [article(40 + key, body="mark has english englischs") for key in range(9)]
    spanish = article(60, body="libro y papeles", authors=("Lucia Mar",), language="es")
    index.write([*has, article(50, body="haut", language="de"), spanish], [])
    assert meant(index, typed) == expected
    assert not expected or index.search(Query(expected)).total > index.search(Query(typed)).total


def test_what_was_chosen_beside_the_words_counts_too(index: Index) -> None:
    index.write([article(50, body="frozen", language="de")], [])
    assert index.search(Query("frozn", language="de")).meant == "frozen"
    assert index.search(Query("frozn", language="ru")).meant == ""
    assert index.search(Query("frozn", publication="other")).meant == ""
