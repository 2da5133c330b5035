"""Of a work's translations that were found, the one in the reader's language stands for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.listing import Sort
from reader.model.search import Query
from reader.search import Index
from tests.support.search import article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ALL = "region:cn"


def told(key: int, language: str, work: str, body: str, date: str) -> object:
    return article(key, f"Story {key}", body, language, work=work, date=date, regions=("cn",))


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "index", "library") as opened:
        opened.write(
            [
                told(1, "en", "road", "A road of paper.", "2026-01-01"),
                told(2, "ru", "road", "Дорога: paper, paper, paper. Paper!", "2026-03-01"),
                told(3, "en", "tea", "Tea in a tin.", "2026-02-01"),
                told(4, "fr", "tea", "Le thé, et du paper.", "2026-02-02"),
                told(5, "ru", "alone", "Одна.", "2026-04-01"),
            ],
            [],
        )
        yield opened


def asked(index: Index, text: str, leading: str, sort: Sort = Sort.RELEVANCE) -> list[int]:
    hits = [hit.key for hit in index.search(Query(text, leading=leading, sort=sort)).hits]
    assert hits == list(index.search(Query(text, leading=leading, sort=sort, keys=True)).keys)
    return hits


def test_the_readers_language_leads_in_the_order_of_the_best(index: Index) -> None:
    assert asked(index, ALL, "") == [5, 2, 4]
    assert asked(index, ALL, "en") == [5, 1, 3]
    assert asked(index, ALL, "fr") == [5, 2, 4]
    assert asked(index, ALL, "en", Sort.OLDEST) == asked(index, ALL, "", Sort.OLDEST)


def test_what_was_found_alone_leads_in_any_language(index: Index) -> None:
    assert set(asked(index, "thé", "en")) == {4}


def test_translations_are_named_after_the_one_that_leads(index: Index) -> None:
    hit = next(hit for hit in index.search(Query(ALL, leading="en")).hits if hit.key == 1)
    assert hit.also == (2,)


def test_one_that_matches_far_better_leads(tmp_path: Path) -> None:
    with Index.open(tmp_path / "index", "library") as index:
        long = "Of many other things, as they went along the road. " * 40
        index.write(
            [
                told(1, "en", "road", f"{long} бумага", "2026-01-01"),
                told(2, "ru", "road", "бумага, бумага, бумага", "2026-03-01"),
                *(told(key, "en", f"w{key}", long, "2026-01-01") for key in range(10, 30)),
            ],
            [],
        )
        assert asked(index, "бумага", "en") == [2]
