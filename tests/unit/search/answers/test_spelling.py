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
        ('"frozn" telegraf', '"frozn" telegraph'),  # what is quoted is meant so
        ("telegraph -frozn", ""),  # nothing is to be found of it
        ("telegraph frozn telescope", "telegraph frozen telescope"),  # found without it
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


def test_the_rest_of_the_query_stays(index: Index) -> None:
    assert meant(index, "librarains lang:en (frozen OR mules)") == "librarians lang:en (frozen OR mules)"


def test_what_was_meant_finds(index: Index) -> None:
    hits = index.search(Query("librarains"))
    assert hits.total == 0
    assert index.search(Query(hits.meant)).total == 1
