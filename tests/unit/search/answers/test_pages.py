"""A page of hits: its order, its edges, and translations under the best of them."""

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

#: Key and day; the more often the word, the better.
DATED = {1: "2019-06-03", 2: "", 3: "2021-01-01", 4: "2019-06-03", 5: "1650-01-01", 6: ""}


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "index", "library") as opened:
        yield opened


def write_dated(index: Index) -> None:
    documents = [article(key, body="mule " * key + "book " * (9 - key), date=day) for key, day in DATED.items()]
    index.write(documents[:2], [])
    index.write(documents[2:], [])


def found(index: Index, text: str = "mule", **more: object) -> list[int]:
    return [hit.key for hit in index.search(Query(text, **more)).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sort", "keys"),
    [
        (Sort.RELEVANCE, [6, 5, 4, 3, 2, 1]),
        (Sort.NEWEST, [3, 4, 1, 5, 6, 2]),  # the undated last, the better of one day first
        (Sort.OLDEST, [5, 4, 1, 3, 6, 2]),
    ],
)
def test_orders(index: Index, sort: Sort, keys: list[int]) -> None:
    write_dated(index)
    assert found(index, sort=sort) == keys
    for offset in range(7):
        assert found(index, sort=sort, offset=offset, limit=2) == keys[offset : offset + 2]


def test_level_hits_are_in_the_order_of_days_then_keys(index: Index) -> None:
    index.write([article(key, body="mule", date="2020-01-01") for key in (5, 3, 4)], [])
    index.write([article(key, body="mule", date="2020-01-02") for key in (2, 9)], [])
    assert found(index) == [2, 9, 3, 4, 5]
    index.write([article(key, body="mule") for key in (5, 3, 4, 2, 9)], [])
    assert found(index) == [2, 3, 4, 5, 9]


@pytest.mark.parametrize("sort", [Sort.RELEVANCE, Sort.NEWEST, Sort.OLDEST])
@pytest.mark.parametrize("fold", [True, False])
def test_pages_lie_end_to_end(index: Index, sort: Sort, fold: bool) -> None:
    days = [f"20{10 + key % 3}-01-0{1 + key % 2}" if key % 5 else "" for key in range(300)]
    documents = [
        article(key, body="mule " * (1 + key % 4), date=day, work=str(key // 3)) for key, day in enumerate(days)
    ]
    index.write(documents, [])
    whole = found(index, sort=sort, fold=fold, limit=1_000)
    assert len(whole) == index.search(Query("mule", fold=fold)).total == (100 if fold else 300)
    keys = index.search(Query("mule", 0, sort=sort, fold=fold, keys=True)).keys
    assert list(keys) == whole
    pages = [found(index, sort=sort, fold=fold, limit=7, offset=at) for at in range(0, 300, 7)]
    assert [key for page in pages for key in page] == whole


@pytest.mark.parametrize(
    ("limit", "offset", "keys"), [(0, 0, []), (-1, 0, []), (5, 6, []), (5, 10**9, []), (1, -5, [6])]
)
def test_edges(index: Index, limit: int, offset: int, keys: list[int]) -> None:
    write_dated(index)
    hits = index.search(Query("mule", limit=limit, offset=offset))
    assert [hit.key for hit in hits.hits] == keys
    assert hits.total == 6


def test_translations_are_under_the_best(index: Index) -> None:
    index.write([article(1, body="mule", work="w"), article(2, body="mule mule mule", work="w", language="fr")], [])
    index.write([article(3, body="mule mule", work="w", language="de"), article(4, body="mule"), article(5)], [])
    folded = index.search(Query("mule"))
    assert folded.total == 2
    assert [(hit.key, hit.also) for hit in folded.hits] == [(2, (3, 1)), (4, ())]
    apart = index.search(Query("mule", fold=False))
    assert apart.total == 4
    assert [(hit.key, hit.also) for hit in apart.hits] == [(2, ()), (3, ()), (1, ()), (4, ())]


def test_one_work_is_of_one_publication(index: Index) -> None:
    other = article(2, body="mule", work="w")
    index.write([article(1, body="mule", work="w"), type(other)(2, "other", "en", "", body="mule", work="w")], [])
    assert index.search(Query("mule")).total == 2


def test_a_deleted_translation_is_under_nothing(index: Index) -> None:
    index.write([article(key, body="mule", work="w") for key in (1, 2, 3)], [])
    index.write([], [2])
    hits = index.search(Query("mule"))
    assert (hits.total, hits.hits[0].key, hits.hits[0].also) == (1, 1, (3,))
