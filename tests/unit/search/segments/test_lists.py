"""Packed lists give back what was packed, whatever the numbers, one list or many at a time."""

from __future__ import annotations

import tempfile
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.search.segments.container import Container, ContainerWriter
from reader.search.segments.lists import WIDTHS, Lists, ListsWriter

if TYPE_CHECKING:
    pass

LARGEST = 2**32 - 1

zeros = st.lists(st.just(0), min_size=1, max_size=9)
any_numbers = st.lists(st.integers(0, LARGEST), min_size=1, max_size=9)
#: Numbers of one width with now and then one that does not fit.
patched = st.integers(0, len(WIDTHS) - 1).flatmap(
    lambda at: st.builds(
        lambda small, large, place: [*small[:place], large, *small[place:]],
        st.lists(st.integers(0, 2 ** WIDTHS[at] - 1), min_size=20, max_size=60),
        st.integers(0, LARGEST),
        st.integers(0, 60),
    )
)
chunks = st.lists(st.lists(st.one_of(zeros, any_numbers, patched), max_size=8), max_size=4)


def packed(folder: Path, given_chunks: list[list[list[int]]], narrowest: int = WIDTHS[0]) -> Lists:
    container = ContainerWriter(folder)
    writer = ListsWriter(container, "lists", narrowest)
    for chunk in [*given_chunks, []]:  # even of nothing there are arrays
        flat = np.array([number for one in chunk for number in one], np.uint32)
        writer.add(flat, np.array([len(one) for one in chunk], np.uint32))
    container.finish(folder / "file", {})
    return Lists(Container(folder / "file"), "lists")


@pytest.mark.parametrize("narrowest", [4, 8])
@settings(deadline=None)
@given(chunks, st.data())
@example([[[LARGEST], [0], [0, LARGEST]], [[15, 16] * 20 + [LARGEST]]], None)
@example([[[1]], [[2]], [[3]]], None)  # an odd item at each chunk's end
def test_lists_come_back(narrowest: int, given_chunks: list[list[list[int]]], data: st.DataObject | None) -> None:
    whole = [one for chunk in given_chunks for one in chunk]
    with tempfile.TemporaryDirectory() as name:
        lists = packed(Path(name), given_chunks, narrowest)
        for number, one in enumerate(whole):
            assert lists.one(number, len(one), np.uint32).tolist() == one
            begin, end = sorted(data.draw(st.tuples(*[st.integers(0, len(one))] * 2))) if data else (0, len(one))
            assert lists.part(number, begin, end, np.uint32).tolist() == one[begin:end]
        order = np.array(data.draw(st.permutations(range(len(whole)))) if data else range(len(whole)), np.intp)
        sizes = np.array([len(whole[number]) for number in order], np.intp)
        assert lists.picked(order, sizes).tolist() == [number for at in order for number in whole[at]]
        first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2))) if data else (0, len(whole))
        counts = np.array([len(one) for one in whole[first:last]], np.uint32)
        assert lists.some(first, last, counts).tolist() == [number for one in whole[first:last] for number in one]


def test_small_numbers_take_little_room(tmp_path: Path) -> None:
    numbers = [number % 16 for number in range(20_000)] + [LARGEST]
    assert packed(tmp_path, [[numbers]]).one(0, len(numbers), np.uint32).tolist() == numbers
    assert (tmp_path / "file").stat().st_size < 13_000
    packed(tmp_path, [[numbers]], 8)
    assert 20_000 < (tmp_path / "file").stat().st_size < 23_000


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [255, 256, 510, 511, 512, 513, 2_000])
def test_a_long_list_of_each_width(tmp_path: Path, width: int, count: int) -> None:
    numbers = np.random.default_rng(2).integers(0, 2**width, count).tolist()
    lists = packed(tmp_path, [[numbers]])
    assert lists.one(0, count, np.uint32).tolist() == numbers
    assert lists.part(0, 5, count - 2, np.uint32).tolist() == numbers[5:-2]


def test_many_lists_of_each_width(tmp_path: Path) -> None:
    numbers = np.random.default_rng(1)
    whole = [numbers.integers(0, 2 ** WIDTHS[at % 6], 1 + at % 7).tolist() for at in range(3_000)]
    cuts = [0, *accumulate([1, 999, 1_500, 500])]
    lists = packed(tmp_path, [whole[first:last] for first, last in pairwise(cuts)])
    counts = np.array([len(one) for one in whole], np.uint32)
    assert lists.some(0, len(whole), counts).tolist() == [number for one in whole for number in one]
    order = np.random.default_rng(2).permutation(len(whole))[:500]
    assert lists.picked(order, counts[order].astype(np.intp)).tolist() == [one for at in order for one in whole[at]]
    assert [lists.one(at, len(one), np.uint32).tolist() for at, one in enumerate(whole)] == whole
