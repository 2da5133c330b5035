"""All forms of a word as one list: which documents have any of them, and how often. They stand in a file beside the segment of which they are made.

What they say the segment says too, list by list, so they may be missing: a search for all forms of a word then reads as many lists. A
class with a common word has no list in the field where it is common: there that word is read as a table.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search import schema
from reader.search.segments.classes import NONE, Classes, classes_of
from reader.search.segments.container import Container, ContainerWriter, Damaged
from reader.search.segments.layout import differences
from reader.search.segments.lists import Lists, ListsWriter
from reader.search.segments.segment import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from reader.search.segments.segment import Segment

#: Where words are looked for in all their forms.
FIELDS = tuple(field for field in schema.PLAIN_FIELDS if field not in schema.NAMES)
#: So many items of lists are united at a time; each takes some fifty bytes meanwhile.
_ITEMS = 1 << 18
#: Longer lists are read one by one.
_SHORT = 256


class Conflated:
    """The classes of a segment and their lists. Its entries are numbers of its own.

    Raises:
        Damaged: anywhere, when a checksum does not agree.
    """

    def __init__(self, path: Path, segment: Segment) -> None:
        self.name = path.name
        self.container = Container(path)
        self._size = segment.size
        self._words, self._at, self._of_word, self._settled, self._counts = map(
            self._numbers, ("words", "at", "of_word", "settled", "counts")
        )
        self._entries = {field: self._numbers(f"entries.{field}") for field in FIELDS}
        self._documents = Lists(self.container, "documents")
        self._frequencies = Lists(self.container, "frequencies")

    def _numbers(self, name: str) -> memoryview:
        """An array as plain numbers, which to look up one by one takes a fifth of an array's time."""
        return memoryview(self.container.array(name))  # type: ignore[arg-type]  # an array has the buffer protocol

    def settled(self, word: int) -> list[int] | None:
        """All forms of a word, itself among them, if all of them count everywhere and there can be no others."""
        if not self._settled[word]:
            return None
        number = self._of_word[word]
        return [word] if number == NONE else self._members(number)

    def find(self, words: Sequence[int]) -> int:
        """The class of exactly these words, whose numbers rise, or -1."""
        for word in words:
            number = self._of_word[word]
            if number != NONE and self._members(number) == words:
                return number
        return -1

    def _members(self, number: int) -> list[int]:
        return self._words[self._at[number] : self._at[number + 1]].tolist()

    def entry(self, field: str, number: int) -> Entry | None:
        """The list of a class in a field, where there is one."""
        entries = self._entries.get(field)
        entry = entries[number] if entries is not None else NONE
        return None if entry == NONE else Entry(entry, self._counts[entry], 0)

    def documents(self, entry: Entry) -> NDArray[np.intp]:
        """The documents of a list, rising, deleted ones included."""
        steps = self._documents.one(entry.number, entry.documents, np.intp)
        found = np.add.accumulate(steps, out=steps)
        if found[-1] >= self._size:
            raise Damaged(self.name)
        return found

    def frequencies(self, entry: Entry) -> NDArray[np.float32]:
        """How often any of the words is in each of the documents."""
        found = self._frequencies.one(entry.number, entry.documents, np.float32)
        found += 1
        return found

    def everywhere(self, _entry: Entry) -> None:
        """There are no tables: see ``Segment.everywhere``."""


class _Wanted(NamedTuple):
    """The segment's entries to be united: of each its number, how many documents it has, and the number of its list, which rise."""

    entries: NDArray[np.int64]
    counts: NDArray[np.int64]
    lists: NDArray[np.int64]


def write_conflated(path: Path, segment: Segment) -> None:
    """Write what can be united of a segment.

    Raises:
        Damaged: the segment is not what was written.
    """
    classes = classes_of(segment)
    container = ContainerWriter(path.parent)
    try:
        for name, values in zip(Classes._fields, classes, strict=True):
            container.append(name, values.view(np.uint8) if values.dtype == bool else values)
        documents, frequencies = (ListsWriter(container, name) for name in ("documents", "frequencies"))
        container.append("counts", np.empty(0, np.uint32))
        written = 0
        for field in FIELDS:
            several, wanted = _wanted(segment, field, classes)
            entries = np.where(several, np.cumsum(several) - 1 + written, NONE).astype(np.uint32)
            container.append(f"entries.{field}", entries)
            written += int(np.count_nonzero(several))
            for steps, often, counts in _united(segment, wanted):
                container.append("counts", counts)
                documents.add(steps, counts)
                frequencies.add(often, counts)
        if not written:
            for lists in (documents, frequencies):
                lists.add(np.empty(0, np.uint32), np.empty(0, np.uint32))
        container.finish(path, {})
    finally:
        container.close()


def _wanted(segment: Segment, field: str, classes: Classes) -> tuple[NDArray[np.bool_], _Wanted]:
    """Which classes have several entries in a field, none of them common, and these entries."""
    words, at = classes.words, classes.at.astype(np.int64)
    if not len(words):
        nothing = np.empty(0, np.int64)
        return np.empty(0, bool), _Wanted(nothing, nothing, nothing)
    first, last = segment.entries(field)
    held = np.append(segment.entry_words[first:last], np.uint32(NONE))
    places = held.searchsorted(words)
    there = held[places] == words
    common = np.isin(places + first, segment.container.array("common")) & there
    several = (np.add.reduceat(there, at[:-1], dtype=np.int64) > 1) & ~np.logical_or.reduceat(common, at[:-1])
    of_class = np.repeat(np.arange(len(at) - 1), np.diff(at))
    chosen = there & several[of_class]
    entries = places[chosen] + first
    return several, _Wanted(
        entries, segment.counts[entries].astype(np.int64), (np.cumsum(several) - 1)[of_class[chosen]]
    )


def _united(
    segment: Segment, wanted: _Wanted
) -> Iterator[tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint32]]]:
    """Lists, some at a time: differences of documents, frequencies less one, and how many documents each list has."""
    size = np.uint64(segment.size)
    for begin, end in _chunks(wanted):
        documents, often = _read(segment, wanted.entries[begin:end], wanted.counts[begin:end])
        lists = np.repeat(wanted.lists[begin:end], wanted.counts[begin:end]).astype(np.uint64)
        keys = lists * size + documents
        order = np.argsort(keys)
        keys, often = keys[order], often[order]
        firsts = np.flatnonzero(np.diff(keys, prepend=keys[0] + np.uint64(1)))
        keys = keys[firsts]
        sums = np.add.reduceat(often, firsts)
        begins = np.flatnonzero(np.diff(keys // size, prepend=NONE))
        counts = np.diff(begins, append=len(keys)).astype(np.uint32)
        yield differences((keys % size).astype(np.uint32), begins), sums - np.uint32(1), counts


def _chunks(wanted: _Wanted) -> Iterator[tuple[int, int]]:
    """Ranges of entries with about ``_ITEMS`` items together. No list is parted."""
    begins = np.flatnonzero(np.diff(wanted.lists, prepend=-1))
    if not len(begins):
        return
    sizes = np.add.reduceat(wanted.counts, begins)
    chunk = (np.cumsum(sizes) - sizes) // _ITEMS
    yield from pairwise([*begins[np.flatnonzero(np.diff(chunk, prepend=-1))].tolist(), len(wanted.lists)])


def _read(
    segment: Segment, entries: NDArray[np.int64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    """Documents and frequencies of some entries, one entry after another."""
    documents, often = np.empty(int(counts.sum()), np.uint64), np.empty(int(counts.sum()), np.uint32)
    ends = np.cumsum(counts)
    short = counts <= _SHORT
    places = np.repeat(short, counts)
    if short.any():
        few = [
            Entry(number, count, 0)
            for number, count in zip(entries[short].tolist(), counts[short].tolist(), strict=True)
        ]
        documents[places], often[places], _ = segment.short(few)
    for number, count, end in zip(
        entries[~short].tolist(), counts[~short].tolist(), ends[~short].tolist(), strict=True
    ):
        entry = Entry(number, count, 0)
        documents[end - count : end] = segment.documents(entry)
        often[end - count : end] = segment.frequencies(entry)
    return documents, often
