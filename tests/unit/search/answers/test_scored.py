"""Sets of documents with scores go together as dictionaries would, as lists and as tables, by whichever way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.answers import scored
from reader.search.answers.scored import (
    Scored,
    Table,
    both,
    contains,
    either,
    kept,
    listed,
    marked,
    nothing,
    preferring,
    tabled,
    unranked,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.search.answers.scored import Found

SIZE = 40
#: Quarters add up exactly.
scores_of = st.dictionaries(st.integers(0, SIZE - 1), st.integers(0, 40).map(lambda number: number / 4), max_size=SIZE)


@pytest.fixture(params=["few", "many"], autouse=True, scope="module")
def _way(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test twice: halving and sorting, and with tables of all documents."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scored, "_HALVING", 0 if request.param == "few" else 10_000)
        patch.setattr(scored, "_DENSE", 0 if request.param == "few" else 10_000)
        yield


def made(found: dict[int, float], *, table: bool = False) -> Found:
    documents = sorted(found)
    some = Scored(np.array(documents, np.intp), np.array([found[number] for number in documents], np.float32))
    return tabled(some, SIZE) if table else some


sets = st.tuples(scores_of, st.booleans())


def of(given_set: tuple[dict[int, float], bool]) -> Found:
    return made(given_set[0], table=given_set[1])


def read(found: Found) -> dict[int, float]:
    assert found.scores.dtype == np.float32
    if isinstance(found, Table):
        assert len(found.found) == len(found.scores) == SIZE
        assert not found.scores[~found.found].any()
    some = listed(found)
    assert len(some) == len(found)
    assert some.documents.tolist() == sorted(set(some.documents.tolist()))
    return dict(zip(some.documents.tolist(), some.scores.tolist(), strict=True))


@given(sets, sets)
def test_both(one: tuple, other: tuple) -> None:
    expected = {number: one[0][number] + other[0][number] for number in one[0].keys() & other[0].keys()}
    assert read(both(of(one), of(other), SIZE)) == expected


@given(st.lists(sets, max_size=4))
def test_either(some: list[tuple]) -> None:
    expected = {number: sum(one.get(number, 0) for one, _ in some) for number in set().union(*(one for one, _ in some))}
    given_sets = [of(one) for one in some]
    assert read(either(given_sets, SIZE)) == expected
    assert [read(one) for one in given_sets] == [one for one, _ in some]  # they are not changed


@given(sets, sets)
def test_without(one: tuple, other: tuple) -> None:
    expected = {number: score for number, score in one[0].items() if number not in other[0]}
    assert read(without(of(one), of(other), SIZE)) == expected


@given(sets, sets)
def test_preferring(one: tuple, better: tuple) -> None:
    given_one = of(one)
    expected = {number: score + better[0].get(number, 0) for number, score in one[0].items()}
    assert read(preferring(given_one, of(better), SIZE)) == expected
    assert read(given_one) == one[0]  # it is not changed


@given(sets, st.sets(st.integers(0, SIZE - 1)))
def test_kept(one: tuple, which: set[int]) -> None:
    mask = np.isin(np.arange(SIZE), list(which))
    assert read(kept(of(one), mask)) == {number: score for number, score in one[0].items() if number in which}


@given(sets, st.lists(st.integers(0, SIZE - 1)))
def test_contains(some: tuple, asked: list[int]) -> None:
    found = contains(of(some), np.array(asked, np.intp), SIZE)
    assert found.tolist() == [number in some[0] for number in asked]


def test_all_and_nothing() -> None:
    every, some = marked(np.ones(SIZE, bool)), made({1: 2.5, 7: 0.0})
    assert read(unranked(np.arange(SIZE))) == read(every) == dict.fromkeys(range(SIZE), 0.0)
    assert read(both(every, some, SIZE)) == read(some)
    assert read(both(every, unranked(np.arange(SIZE)), SIZE)) == dict.fromkeys(range(SIZE), 0.0)
    assert read(both(some, nothing(), SIZE)) == {}
    assert read(either([], SIZE)) == {}
    assert read(without(every, every, SIZE)) == {}
