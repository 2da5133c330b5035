"""Many lists of numbers in few arrays, each list in the narrowest items that pay.

The numbers of a list have 4, 8, 12, 16, 24 or 32 bits each, whichever takes least room; the few that do not fit are patched in
afterwards, as in PFOR (Zukowski and others, "Super-Scalar RAM-CPU Cache Compression", 2006). A list of zeros takes nothing.
All is done on whole arrays, for one list and for a million at once.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from reader.search.segments.container import Damaged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reader.search.segments.container import Container, ContainerWriter

Number = TypeVar("Number", np.uint32, np.intp, np.float32)
Whole = TypeVar("Whole", np.uint32, np.intp)

WIDTHS = (4, 8, 12, 16, 24, 32)
_WIDEST = 32
_NARROW = WIDTHS[:-1]
_PATCH_BITS = 64
_WHOLE = {8: np.uint8, 16: np.uint16, 32: np.uint32}
_BYTE, _HALF = 8, 4
#: A bit beside the width of lists of which some numbers are patched: few are, and those of the others are not looked for.
_PATCHED = 64
_WIDTH = np.uint8(_PATCHED - 1)
#: Both halves of each byte, the lower first. To look up more bytes takes longer than to part them.
_HALVES = np.arange(256, dtype="<u2") & 15 | np.arange(256, dtype="<u2") >> 4 << 8
_FEW_BYTES = 128
#: So many pairs of items of 12 bits are parted as pairs; of more the firsts and the seconds apart, in a fifth of the time.
_FEW_PAIRS = 256
#: So many numbers are a piece of a list, which stays in a processor's cache while it is worked on.
PIECE = 1 << 17
#: Where in two bytes the items of 12 bits begin.
_FIRST_BITS = np.array([0, 4], np.uint16)


class ListsWriter:
    """Appends packed lists to a container under a name, chunk by chunk.

    No item has fewer bits than ``narrowest``: to read whole bytes takes half the time.
    """

    def __init__(self, container: ContainerWriter, name: str, narrowest: int = WIDTHS[0]) -> None:
        self._container = container
        self._name = name
        self._allowed = [width for width in _NARROW if width >= narrowest]
        self._filled = dict.fromkeys(WIDTHS, 0)

    def add(self, numbers: NDArray[np.uint32], counts: NDArray[np.uint32]) -> None:
        """Add lists that lie one after another in ``numbers``; ``counts`` says how long each is, at least 1."""
        widths, patched = np.empty(0, np.uint8), np.empty(0, bool)
        if len(counts):
            widths, patched = _widths(numbers, counts, self._allowed)
        self._append("width", np.where(patched, widths | np.uint8(_PATCHED), widths))
        self._append("at", self._places(widths, counts))
        of_number = np.repeat(widths, counts)
        for width in WIDTHS:
            self._items(width, numbers[of_number == width])

    def _places(self, widths: NDArray[np.uint8], counts: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Where each list begins among the items of its width."""
        places = np.zeros(len(counts), np.uint32)
        for width in WIDTHS:
            chosen = widths == width
            ends = np.cumsum(counts[chosen], dtype=np.uint64)
            places[chosen] = ends - counts[chosen] + self._filled[width]
        return places

    def _items(self, width: int, items: NDArray[np.uint32]) -> None:
        if width in _NARROW:
            wide = np.flatnonzero(items > _largest(width))
            self._append(f"patch{width}_at", (wide + self._filled[width]).astype(np.uint32))
            self._append(f"patch{width}", items[wide])
        self._append(f"items{width}", _packed(items, width))
        self._filled[width] += len(items) + len(items) % 2  # pairs may share a byte

    def _append(self, part: str, values: NDArray[np.generic]) -> None:
        self._container.append(f"{self._name}.{part}", values)


def _largest(width: int) -> int:
    return (1 << width) - 1


def _widths(
    numbers: NDArray[np.uint32], counts: NDArray[np.uint32], narrow: Sequence[int]
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """The cheapest width for each list, of some that are narrow or the widest, 0 for a list of zeros; and which lists have numbers that do not fit."""
    starts = np.cumsum(counts, dtype=np.int64) - counts
    best = counts.astype(np.int64) * _WIDEST
    widths = np.full(len(counts), _WIDEST, np.uint8)
    highest = np.maximum.reduceat(numbers, starts)
    most = int(highest.max())
    for width in reversed(narrow):
        cost = counts.astype(np.int64) * width
        if most > _largest(width):
            cost += _PATCH_BITS * np.add.reduceat(numbers > _largest(width), starts, dtype=np.uint32).astype(np.int64)
        cheaper = cost < best
        best[cheaper], widths[cheaper] = cost[cheaper], width
    widths[highest == 0] = 0
    return widths, highest.astype(np.uint64) >= np.uint64(1) << widths.astype(np.uint64)


def _packed(items: NDArray[np.uint32], width: int) -> NDArray[np.uint8]:
    """The low bits of each item. An odd item more is put at the end where one is wanting to a pair."""
    if len(items) % 2:
        items = np.append(items, np.uint32(0))
    if width in _WHOLE:
        return items.astype(_WHOLE[width]).view(np.uint8)
    if width == _HALF:
        return ((items[0::2] & 15) | (items[1::2] & 15) << 4).astype(np.uint8)
    if width == 12:  # noqa: PLR2004  (two items in three bytes)
        low, high = items[0::2] & np.uint32(0xFFF), items[1::2] & np.uint32(0xFFF)
        return _low_bytes(low | high << np.uint32(12))
    return _low_bytes(items)


def _low_bytes(items: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Three bytes of each."""
    return np.ascontiguousarray(items.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :3]).reshape(-1)


def _unpacked(data: NDArray[np.uint8], width: int) -> NDArray[np.unsignedinteger[Any]]:
    """Items of a width that is no number's."""
    if width == _HALF and len(data) <= _FEW_BYTES:
        return _HALVES[data].view(np.uint8)
    if width == _HALF:
        pairs = data.astype("<u2")  # both of a byte at once: an array in steps of two takes four times as long
        pairs |= pairs << np.uint16(_HALF)
        pairs &= np.uint16(0x0F0F)
        return pairs.view(np.uint8)
    if width == 24:  # noqa: PLR2004  (one item in three bytes)
        return _of_three(data.reshape(-1, 3))
    count = len(data) // 3
    if count <= _FEW_PAIRS:
        pairs = np.ndarray((count, 2), "<u2", data, strides=(3, 1))  # the first two bytes of three, and the last two
        return (pairs >> _FIRST_BITS & np.uint16(0xFFF)).ravel()
    low, high = (np.ndarray(count, "<u2", data, at, strides=(3,)).astype("<u4") for at in (0, 1))
    low &= np.uint32(0xFFF)
    high >>= np.uint32(4)
    high <<= np.uint32(16)
    low |= high
    return low.view("<u2")


def _of_three(data: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """The number that each row of three bytes is."""
    three = data.astype(np.uint32)
    return three[:, 0] | three[:, 1] << np.uint32(8) | three[:, 2] << np.uint32(16)


def rising(steps: NDArray[Whole], end: int, name: str) -> NDArray[Whole]:
    """Add up the differences of one list, in their place; none may reach ``end``.

    Raises:
        Damaged: one does, in the file of this name.
    """
    found = np.add.accumulate(steps, out=steps)  # a third of what the call of cumsum takes
    if len(found) and found[-1] >= end:
        raise Damaged(name)
    return found


class Lists:
    """Packed lists of a container, to be read one by one or many at once."""

    def __init__(self, container: Container, name: str) -> None:
        self._container = container
        self._names = {width: f"{name}.items{width}" for width in WIDTHS}
        self._stored = {width: container.stored(part, _WHOLE.get(width)) for width, part in self._names.items()}
        self._marked: NDArray[np.uint8] = container.array(f"{name}.width")
        self._at: NDArray[np.uint32] = container.array(f"{name}.at")
        #: To be looked up one by one, which takes a fifth of an array's time.
        self._places = memoryview(self._marked), memoryview(self._at)  # type: ignore[arg-type]
        self._patches: dict[int, tuple[NDArray[np.uint32], NDArray[np.uint32]]] = {
            width: (container.array(f"{name}.patch{width}_at"), container.array(f"{name}.patch{width}"))
            for width in _NARROW
        }
        #: Where the patches are, likewise.
        self._patched = {width: memoryview(at) for width, (at, _) in self._patches.items()}  # type: ignore[arg-type]

    def one(self, number: int, count: int, kind: type[Number]) -> NDArray[Number]:
        """The numbers of one list, which has ``count``, as items of a kind."""
        marked, at = self._places
        width = marked[number]
        if not width:
            return np.zeros(count, kind)
        start = at[number]
        if width < _PATCHED:
            return self._fitting(width, start, start + count, kind)
        return self._items(width & ~_PATCHED, start, start + count, kind)

    def part(self, number: int, begin: int, end: int, kind: type[Number]) -> NDArray[Number]:
        """Some of the numbers of one list, from that at ``begin`` to before that at ``end``."""
        marked, at = self._places
        width, start = marked[number] & ~_PATCHED, at[number]
        return self._items(width, start + begin, start + end, kind) if width else np.zeros(end - begin, kind)

    def _items(self, width: int, start: int, end: int, kind: type[Number]) -> NDArray[Number]:
        items = self._fitting(width, start, end, kind)
        if width in _NARROW:
            patched = self._patched[width]
            low = bisect_left(patched, start)
            high = bisect_left(patched, end, low)
            if low < high:
                places, values = self._patches[width]
                items[places[low:high] - np.uint32(start)] = values[low:high]
        return items

    def _fitting(self, width: int, start: int, end: int, kind: type[Number]) -> NDArray[Number]:
        """Items as far as they fit their width."""
        if width in _WHOLE:
            return self._stored[width].part(start, end).astype(kind)
        first, last = start - start % 2, end + end % 2
        data = self._stored[width].part(first * width // _BYTE, last * width // _BYTE)
        return _unpacked(data, width)[start - first : end - first].astype(kind)

    def picked(self, numbers: NDArray[np.intp], counts: NDArray[np.intp]) -> NDArray[np.uint32]:
        """The numbers of some lists from anywhere, one list after another, which is quick where they are short."""
        found = np.zeros(int(counts.sum()), np.uint32)
        of_number = np.repeat(self._marked[numbers] & _WIDTH, counts)
        moved = self._at[numbers].astype(np.intp) - (np.cumsum(counts) - counts)
        places = np.arange(len(found)) + np.repeat(moved, counts)
        for width in WIDTHS:
            chosen = np.flatnonzero(of_number == width)
            if len(chosen):
                found[chosen] = self._at_places(width, places[chosen])
        return found

    def _at_places(self, width: int, places: NDArray[np.intp]) -> NDArray[np.uint32]:
        """Items of a width at some places."""
        found = self._low_bits(width, places)
        if width in _NARROW:
            patched, values = self._patches[width]
            if len(patched):
                at = np.minimum(patched.searchsorted(places.astype(np.uint32)), len(patched) - 1)
                wide = np.flatnonzero(patched[at] == places)
                found[wide] = values[at[wide]]
        return found

    def _low_bits(self, width: int, places: NDArray[np.intp]) -> NDArray[np.uint32]:
        if width == _HALF:
            return self._bytes(width, places // 2) >> (places % 2 * _HALF).astype(np.uint32) & np.uint32(15)
        if width in _WHOLE:
            parts = self._bytes(width, (places * (width // _BYTE))[:, None] + np.arange(width // _BYTE))
            return parts.view(_WHOLE[width]).ravel().astype(np.uint32)
        first = places * 3 if width == 24 else places // 2 * 3  # noqa: PLR2004  (one item in three bytes, or two)
        whole = _of_three(self._bytes(width, first[:, None] + np.arange(3)))
        return whole if width == 24 else whole >> (places % 2 * 12).astype(np.uint32) & np.uint32(0xFFF)  # noqa: PLR2004

    def _bytes(self, width: int, places: NDArray[np.intp]) -> NDArray[np.uint8]:
        return self._container.items(self._names[width], places.ravel()).reshape(places.shape)

    def some(self, first: int, last: int, counts: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """The numbers of the lists from ``first`` to before ``last``, one list after another; ``counts`` are theirs."""
        widths = self._marked[first:last] & _WIDTH
        numbers = np.zeros(int(counts.sum(dtype=np.int64)), np.uint32)
        of_number = np.repeat(widths, counts)
        for width in WIDTHS:
            chosen = widths == width
            if chosen.any():
                numbers[of_number == width] = self._lying(width, self._at[first:last][chosen], counts[chosen])
        return numbers

    def _lying(self, width: int, at: NDArray[np.uint32], counts: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """The numbers of lists of one width, which lie in order, at most with a gap of an item between two chunks."""
        start, end = int(at[0]), int(at[-1]) + int(counts[-1])
        items = self._items(width, start, end, np.uint32)
        wanted = int(counts.sum(dtype=np.int64))
        if len(items) == wanted:
            return items
        ends = np.cumsum(counts, dtype=np.int64)
        moved = at.astype(np.int64) - start - (ends - counts)
        return items[np.arange(wanted) + np.repeat(moved, counts)]
