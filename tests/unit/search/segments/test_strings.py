"""Sorted strings are found by their bytes, and by how they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.segments.container import Container, ContainerWriter
from reader.search.segments.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: Of few letters, so that one is often within another, or runs from one into the next.
FEW_LETTERS = st.lists(st.sampled_from(b"ab\xd0\xb0"), min_size=1, max_size=4).map(bytes)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("strings")


def written(folder: Path, strings: Iterable[bytes]) -> tuple[list[bytes], Strings]:
    ordered = sorted(set(strings))
    writer = ContainerWriter(folder)
    writer.append("words", np.frombuffer(b"".join(ordered), np.uint8))
    ends = np.cumsum([0, *map(len, ordered)])
    writer.append("words_ends", ends.astype(np.uint32))
    writer.finish(folder / "strings.idx", {})
    return ordered, Strings(Container(folder / "strings.idx"), "words")


@given(st.lists(FEW_LETTERS, max_size=300), FEW_LETTERS)
def test_each_is_found_and_no_other(folder: Path, strings: list[bytes], other: bytes) -> None:
    ordered, found = written(folder, strings)
    assert [found.find(string) for string in ordered] == list(range(len(ordered)))
    assert found.all() == ordered
    assert found.find(other) == (ordered.index(other) if other in ordered else -1)


@given(st.lists(FEW_LETTERS, max_size=300), FEW_LETTERS)
def test_those_that_begin_alike_lie_together(folder: Path, strings: list[bytes], prefix: bytes) -> None:
    ordered, found = written(folder, strings)
    first, last = found.beginning(prefix)
    assert ordered[first:last] == [string for string in ordered if string.startswith(prefix)]


@given(st.lists(FEW_LETTERS, max_size=300), FEW_LETTERS)
def test_those_that_end_alike(folder: Path, strings: list[bytes], suffix: bytes) -> None:
    ordered, found = written(folder, strings)
    ending = [string for string in ordered if string.endswith(suffix) and string != suffix]
    assert [ordered[number] for number in found.ending(suffix).tolist()] == ending


def test_thousands(folder: Path) -> None:
    ordered, found = written(folder, (str(number).encode() for number in range(5000)))
    assert [found.find(string) for string in ordered] == list(range(len(ordered)))
    assert found.find(b"5000") == found.find(b"") == found.find(b"4\xff") == -1
