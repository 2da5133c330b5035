"""Counts of hits by label and by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.search import FacetKind, Hits, Query
from reader.search import Index
from tests.support.search import article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEWS, OLD, PICTURE = ("section", "news"), ("section", "old"), ("has", "picture")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "index", "library") as opened:
        opened.write(
            [
                article(1, body="mule", date="2019-06-03", labels=(NEWS, ("tag", "b"), PICTURE)),
                article(2, body="mule", date="2019-06-30", labels=(NEWS, ("tag", "a"), NEWS), language="zh-Hans"),
                article(3, body="book", date="2019-07-01", labels=(OLD, ("tag", "c"))),
            ],
            [],
        )
        opened.write(
            [
                article(4, body="mule", date="1650-12-31", labels=(OLD, ("tag", "b"))),
                article(5, body="mule", labels=(("author", "lee"),), work="w"),
                article(6, body="mule", date="2019-06-01", labels=(("author", "lee"),), work="w"),
                article(7, body="mule", date="2019-08-01", labels=(NEWS, ("tag", "a"))),
            ],
            [],
        )
        opened.write([], [7])
        yield opened


def counts(hits: Hits) -> dict[FacetKind, list[tuple[str, int]]]:
    return {facet.kind: [(one.value, one.count) for one in facet.values] for facet in hits.facets}


def test_values_are_counted_the_most_frequent_first(index: Index) -> None:
    assert counts(index.search(Query("mule", facets=True))) == {
        FacetKind.SECTION: [("news", 2), ("old", 1)],
        FacetKind.TAG: [("b", 2), ("a", 1)],
        FacetKind.AUTHOR: [("lee", 1)],  # two articles, one work
        FacetKind.LANGUAGE: [("en", 3), ("zh-hans", 1)],
    }


def test_translations_listed_apart_are_counted_apart(index: Index) -> None:
    hits = index.search(Query("mule", facets=True, fold=False))
    assert counts(hits)[FacetKind.AUTHOR] == [("lee", 2)]
    assert hits.total == sum(count for _, count in counts(hits)[FacetKind.LANGUAGE]) == 5


def test_a_work_counts_once_in_a_month_and_once_in_a_year(index: Index) -> None:
    index.write(
        [article(8, body="mule", date="2019-06-09", work="w"), article(9, body="mule", date="2019-07-09", work="w")], []
    )
    hits = index.search(Query("mule", facets=True))
    assert hits.months == (("1650-12", 1), ("2019-06", 3), ("2019-07", 1))
    assert hits.years == (("1650", 1), ("2019", 3))
    assert index.search(Query("mule on:2019")).total == 3


def test_a_language_counts_its_scripts_too_as_a_search_for_it_does(index: Index) -> None:
    tags = {20: "zh", 21: "zh-Hant", 22: "zh-Hant", 23: "zh-TW", 24: "zh-Hans"}
    index.write([article(key, body="mule", language=tag) for key, tag in tags.items()], [])
    found = dict(counts(index.search(Query("mule", facets=True)))[FacetKind.LANGUAGE])
    assert found == {"zh": 6, "en": 3, "zh-hans": 3, "zh-hant": 2, "zh-tw": 1}
    for tag, count in found.items():
        assert index.search(Query(f"mule lang:{tag}")).total == count


def test_months_are_in_order_without_the_undated(index: Index) -> None:
    assert index.search(Query("mule", facets=True)).months == (("1650-12", 1), ("2019-06", 3))
    assert index.search(Query("mule OR book", facets=True)).months == (("1650-12", 1), ("2019-06", 3), ("2019-07", 1))


def test_all_hits_count_not_those_of_the_page(index: Index) -> None:
    assert counts(index.search(Query("mule", facets=True))) == counts(
        index.search(Query("mule", facets=True, limit=1, offset=3))
    )


def test_only_where_they_are_asked_for(index: Index) -> None:
    hits = index.search(Query("mule"))
    assert hits.total
    assert (hits.facets, hits.months) == ((), ())


def test_nothing_found_nothing_counted(index: Index) -> None:
    hits = index.search(Query("zebra", facets=True))
    assert (hits.facets, hits.months) == ((), ())
    index.write([article(8, body="zebra")], [])
    assert index.search(Query("zebra", facets=True)).months == ()


def test_of_very_many_values_the_most_frequent(index: Index) -> None:
    index.write(
        [article(100 + key, body="zebra", labels=(("tag", f"t{key:03}"), ("tag", "all"))) for key in range(300)], []
    )
    tags = counts(index.search(Query("zebra", facets=True)))[FacetKind.TAG]
    assert tags == [("all", 300), *((f"t{key:03}", 1) for key in range(199))]


def test_a_facet_is_what_narrowing_to_it_finds(index: Index) -> None:
    whole = counts(index.search(Query("mule", facets=True, fold=False)))
    for tag, count in whole[FacetKind.LANGUAGE]:
        assert index.search(Query("mule", language=tag, fold=False)).total == count
