"""Sets of documents with scores go together as dictionaries would, by whichever of their two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.answers import scored
from reader.search.answers.scored import Scored, both, contains, either, nothing, preferring, unranked, without

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 40
#: Quarters add up exactly.
sets = st.dictionaries(st.integers(0, SIZE - 1), st.integers(0, 40).map(lambda number: number / 4), max_size=SIZE)


@pytest.fixture(params=["few", "many"], autouse=True, scope="module")
def _way(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test twice: halving and sorting, and with tables of all documents."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scored, "_FEW", 10_000 if request.param == "few" else 0)
        patch.setattr(scored, "_DENSE", 0 if request.param == "few" else 10_000)
        yield


def made(found: dict[int, float]) -> Scored:
    documents = sorted(found)
    return Scored(np.array(documents, np.intp), np.array([found[number] for number in documents], np.float32))


def read(found: Scored) -> dict[int, float]:
    assert found.documents.tolist() == sorted(set(found.documents.tolist()))
    assert found.scores.dtype == np.float32
    return dict(zip(found.documents.tolist(), found.scores.tolist(), strict=True))


@given(sets, sets)
def test_both(one: dict[int, float], other: dict[int, float]) -> None:
    expected = {number: one[number] + other[number] for number in one.keys() & other.keys()}
    assert read(both(made(one), made(other), SIZE)) == expected


@given(st.lists(sets, max_size=4))
def test_either(some: list[dict[int, float]]) -> None:
    expected = {number: sum(one.get(number, 0) for one in some) for number in set().union(*some)}
    assert read(either([made(one) for one in some], SIZE)) == expected


@given(sets, sets)
def test_without(one: dict[int, float], other: dict[int, float]) -> None:
    expected = {number: score for number, score in one.items() if number not in other}
    assert read(without(made(one), made(other), SIZE)) == expected


@given(sets, sets)
def test_preferring(one: dict[int, float], better: dict[int, float]) -> None:
    given_one = made(one)
    expected = {number: score + better.get(number, 0) for number, score in one.items()}
    assert read(preferring(given_one, made(better))) == expected
    assert read(given_one) == one  # it is not changed


@given(st.sets(st.integers(0, SIZE - 1)), st.lists(st.integers(0, SIZE - 1)))
def test_contains(documents: set[int], asked: list[int]) -> None:
    found = contains(np.array(sorted(documents), np.intp), np.array(asked, np.intp), SIZE)
    assert found.tolist() == [number in documents for number in asked]


def test_all_and_nothing() -> None:
    every, some = unranked(np.arange(SIZE)), made({1: 2.5, 7: 0.0})
    assert read(both(every, some, SIZE)) == read(some)
    assert read(both(every, unranked(np.arange(SIZE)), SIZE)) == dict.fromkeys(range(SIZE), 0.0)
    assert read(both(some, nothing(), SIZE)) == {}
    assert read(either([], SIZE)) == {}
    assert read(without(every, every, SIZE)) == {}
