"""Numbers for strings, thousands at a time: a hash table in arrays, so that no string becomes an object until it is asked for.

Strings are looked up eight bytes at a time. Those with the same hash are compared byte by byte, so that the numbers are exact;
the hash begins from a secret, so that nobody can write texts whose words all fall into one place.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import numpy as np

from reader.search.segments.cutting import PADDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_STEP = 8
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(_STEP + 1)], np.uint64)
_HALF = np.uint64(32)
_FEWEST = 1 << 12
_FIRST_SLOTS = 1 << 16


class Interner:
    """Strings met so far, as UTF-8, numbered from 0. None may hold a zero byte."""

    def __init__(self) -> None:
        self._factor = np.uint64(secrets.randbits(64) | 1)
        self._slots = np.full(_FIRST_SLOTS, -1, np.int32)
        self._hashes = _Growing(np.uint64)
        self._starts = _Growing(np.int64)
        self._sizes = _Growing(np.int64)
        self._data = _Growing(np.uint8)
        self._colliding: dict[bytes, int] = {}

    def __len__(self) -> int:
        return self._sizes.filled

    def numbers(
        self, data: NDArray[np.uint8], starts: NDArray[np.int64], sizes: NDArray[np.int64]
    ) -> NDArray[np.int32]:
        """The number of each string that begins at a place of ``data``, which ends with ``PADDING`` more bytes. New ones get theirs."""
        hashes = self._hashed(data, starts, sizes)
        numbers = self._found(hashes)
        new = np.flatnonzero(numbers < 0)
        if len(new):
            order = np.argsort(hashes[new])
            ordered = hashes[new[order]]
            first = np.append(True, ordered[1:] != ordered[:-1])
            numbers[new[order]] = np.cumsum(first) - 1 + len(self)
            self._add(ordered[first], data, starts[new[order[first]]], sizes[new[order[first]]])
        other = self._differing(numbers, data, starts, sizes)
        for at in other.tolist():
            numbers[at] = self._number_of_colliding(data[starts[at] :][: sizes[at]].copy())
        return numbers

    def strings(self, numbers: Sequence[int] | NDArray[np.int64]) -> list[bytes]:
        """The strings with these numbers."""
        if not len(numbers):
            return []
        starts, sizes = self._starts.all[numbers], self._sizes.all[numbers]
        first, last = int(starts.min()), int((starts + sizes).max())
        data = self._data.all[first:last].tobytes()
        begins = (starts - first).tolist()
        return [data[begin : begin + size] for begin, size in zip(begins, sizes.tolist(), strict=True)]

    def _hashed(
        self, data: NDArray[np.uint8], starts: NDArray[np.int64], sizes: NDArray[np.int64]
    ) -> NDArray[np.uint64]:
        """A hash of each string; of strings of at most eight bytes no two have the same."""
        eights = _eights(data)
        hashes = _mixed(eights[starts] & _MASKS[np.minimum(sizes, _STEP)], self._factor)
        longer, done = np.flatnonzero(sizes > _STEP), _STEP
        while len(longer):
            left = sizes[longer] - done
            more = eights[starts[longer] + done] & _MASKS[np.minimum(left, _STEP)]
            hashes[longer] = _mixed(hashes[longer] ^ more, self._factor)
            longer, done = longer[left > _STEP], done + _STEP
        return hashes

    def _found(self, hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
        """The numbers of the strings with these hashes, -1 for none."""
        held, last = self._hashes.all, len(self._slots) - 1
        at = (hashes & np.uint64(last)).astype(np.int64)
        numbers = self._slots[at]
        if not len(held):
            return numbers
        astray = np.flatnonzero((held[numbers] != hashes) & (numbers >= 0))
        at = at[astray]
        while len(astray):
            at = (at + 1) & last
            tried = self._slots[at]
            numbers[astray] = tried
            on = (held[tried] != hashes[astray]) & (tried >= 0)
            astray, at = astray[on], at[on]
        return numbers

    def _add(
        self, hashes: NDArray[np.uint64], data: NDArray[np.uint8], starts: NDArray[np.int64], sizes: NDArray[np.int64]
    ) -> None:
        first = len(self)
        ends = np.cumsum(sizes)
        begins = ends - sizes
        bytes_at = np.arange(int(ends[-1])) + np.repeat(starts - begins, sizes)
        self._starts.extend(begins + self._data.filled)
        self._data.extend(data[bytes_at])
        self._sizes.extend(sizes)
        self._hashes.extend(hashes)
        if 2 * len(self) > len(self._slots):
            self._slots = np.full(1 << (4 * len(self)).bit_length(), -1, np.int32)
            first = 0
        self._place(np.arange(first, len(self), dtype=np.int32))

    def _place(self, numbers: NDArray[np.int32]) -> None:
        """Give each number the first slot that is free from where its hash falls on."""
        last = len(self._slots) - 1
        at = (self._hashes.all[numbers] & np.uint64(last)).astype(np.int64)
        while len(numbers):
            free = self._slots[at] < 0
            self._slots[at[free]] = numbers[free]
            lost = self._slots[at] != numbers
            numbers, at = numbers[lost], (at[lost] + 1) & last

    def _differing(
        self, numbers: NDArray[np.int32], data: NDArray[np.uint8], starts: NDArray[np.int64], sizes: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """Which strings are not the ones with the same hash. Two short ones are the same then."""
        held = self._sizes.all[numbers]
        same = held == sizes
        differing = [np.flatnonzero(~same)]
        some, done = np.flatnonzero(same & (sizes > _STEP)), 0
        ours, theirs = _eights(self._data.padded), _eights(data)
        while len(some):
            left = sizes[some] - done
            mask = _MASKS[np.minimum(left, _STEP)]
            unlike = (ours[self._starts.all[numbers[some]] + done] ^ theirs[starts[some] + done]) & mask != 0
            differing.append(some[unlike])
            some, done = some[(left > _STEP) & ~unlike], done + _STEP
        return np.concatenate(differing)

    def _number_of_colliding(self, string: NDArray[np.uint8]) -> int:
        key = string.tobytes()
        if key not in self._colliding:
            self._colliding[key] = len(self)
            self._starts.extend(np.array([self._data.filled]))
            self._data.extend(string)
            self._sizes.extend(np.array([len(string)]))
            self._hashes.extend(np.zeros(1, np.uint64))  # not its own, by which the other one is found
        return self._colliding[key]


def places_in_order(strings: Sequence[bytes], prefixes: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Where each of some different strings stands among them in the order of their bytes. ``prefixes`` are as ``prefixes_of`` makes them.

    Only those that begin alike are compared as strings.
    """
    ordered = np.sort(prefixes)
    places = np.searchsorted(ordered, prefixes)
    alike = np.zeros(len(ordered), bool)
    np.equal(ordered[1:], ordered[:-1], out=alike[1:])
    alike[:-1] |= alike[1:]
    tied = np.flatnonzero(alike[places]).tolist()
    places[sorted(tied, key=strings.__getitem__)] = np.flatnonzero(alike)
    return places


def prefixes_of(strings: Sequence[bytes]) -> NDArray[np.uint64]:
    """The first eight bytes of each string as a number, which has the order of the bytes. None may hold a zero byte."""
    return np.array(strings, "S8").view(">u8").astype(np.uint64)


def _eights(data: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """The eight bytes from each place on, as a number."""
    return np.ndarray((len(data) - PADDING + 1,), "<u8", data, strides=(1,))


def _mixed(numbers: NDArray[np.uint64], factor: np.uint64) -> NDArray[np.uint64]:
    """Each number made another that looks drawn by lot, no two the same."""
    mixed = numbers * factor
    mixed ^= mixed >> _HALF
    return mixed


class _Growing:
    """An array that gets longer."""

    def __init__(self, kind: type[np.generic]) -> None:
        self.padded: NDArray[Any] = np.zeros(_FEWEST + PADDING, kind)
        self.filled = 0

    @property
    def all(self) -> NDArray[Any]:
        """What was put in."""
        return self.padded[: self.filled]

    def extend(self, values: NDArray[Any]) -> None:
        """Put these at the end."""
        end = self.filled + len(values)
        if end + PADDING > len(self.padded):
            room = np.zeros(2 * end + PADDING, self.padded.dtype)
            room[: self.filled] = self.all
            self.padded = room
        self.padded[self.filled : end] = values
        self.filled = end
