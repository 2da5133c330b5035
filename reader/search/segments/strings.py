"""Sorted strings in two arrays of a container: their bytes, and where each begins. None is empty."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reader.search.segments.container import Container

_LAST = b"\xff"
#: One of so many strings is kept as an object, to halve among them first.
_STEP = 64


class Strings:
    """Sorted strings, looked up by halving."""

    def __init__(self, container: Container, name: str) -> None:
        self._bytes = memoryview(container.array(name))  # type: ignore[arg-type]  # an array has the buffer protocol
        self._ends: NDArray[np.uint32] = container.array(f"{name}_ends")
        self._edges = memoryview(self._ends)  # type: ignore[arg-type]  # gives plain numbers, three times as fast
        self._count = len(self._ends) - 1

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> bytes:
        if not 0 <= number < self._count:
            raise IndexError(number)
        return bytes(self._bytes[self._edges[number] : self._edges[number + 1]])

    def all(self) -> list[bytes]:
        """All of them in order."""
        data, ends = bytes(self._bytes), self._ends.tolist()
        return [data[start:end] for start, end in pairwise(ends)]

    def find(self, string: bytes) -> int:
        """The number of the string, or -1."""
        edges = self._edges
        first = max(0, bisect_right(self._signposts, string) - 1) * _STEP
        last = min(first + _STEP, self._count)
        start = edges[first]
        few = bytes(self._bytes[start : edges[last]])
        at = few.find(string)
        while 0 <= at < len(few):  # among so few it is quicker to look for the bytes than to halve
            number = bisect_left(edges, start + at, first, last)
            if edges[number] == start + at and edges[number + 1] == start + at + len(string):
                return number
            at = few.find(string, at + 1)
        return -1

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """The strings that begin so: the first, and the one after the last."""
        return self._first(prefix), self._first(prefix + _LAST)

    def ending(self, suffix: bytes) -> NDArray[np.int64]:
        """The numbers of the strings that end so, and are longer. All are looked at."""
        ends = self._ends[1:].astype(np.int64)
        numbers = np.flatnonzero(self.lengths() > len(suffix))
        data = np.frombuffer(self._bytes, np.uint8)
        for place, byte in enumerate(reversed(suffix), 1):
            numbers = numbers[data[ends[numbers] - place] == byte]
        return numbers

    @cached_property
    def _signposts(self) -> list[bytes]:
        """The first of every ``_STEP`` strings."""
        return [self[number] for number in range(0, self._count, _STEP)]

    def _first(self, string: bytes) -> int:
        """The first that is not before the string. As ``bisect`` does it, without a call for each step."""
        data, edges = self._bytes, self._edges
        high = bisect_left(self._signposts, string) * _STEP
        low, high = max(0, high - _STEP + 1), min(high, self._count)
        while low < high:
            middle = (low + high) // 2
            if bytes(data[edges[middle] : edges[middle + 1]]) < string:
                low = middle + 1
            else:
                high = middle
        return low

    def places(self) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
        """The bytes of all, and where in them each begins and how many it has."""
        return np.frombuffer(self._bytes, np.uint8), self._ends[:-1].astype(np.int64), self.lengths().astype(np.int64)

    def lengths(self) -> NDArray[np.uint32]:
        """How many bytes each has."""
        return np.diff(self._ends)

    def matrix(self, numbers: NDArray[np.int64], width: int) -> NDArray[np.uint8]:
        """The bytes of some strings, none longer than ``width``, as rows filled up with zeros."""
        starts, sizes = self._ends[numbers].astype(np.int64), self._ends[numbers + 1] - self._ends[numbers]
        column = np.arange(width)
        inside = column < sizes[:, None]
        places = np.where(inside, starts[:, None] + column, 0)
        return np.where(inside, np.frombuffer(self._bytes, np.uint8)[places], np.uint8(0))
