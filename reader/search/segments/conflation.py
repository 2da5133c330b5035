"""Words of one stem as one list: which documents have any of them, and how often. It stands in a file beside the segment of which it is made.

What it says the segment says too, list by list, so it may be missing: a search for all forms of a word then reads as many lists. Conflation is the
term of Frakes, "Stemming Algorithms" (in Frakes and Baeza-Yates, "Information Retrieval", 1992); words of one stem are a class.
There are no classes in which a word is also one of another language, as that counts in the texts of some languages alone, and no
lists of classes with a common word, which is read as a table.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search import schema
from reader.search.segments.container import Container, ContainerWriter, Damaged
from reader.search.segments.layout import differences
from reader.search.segments.lists import Lists, ListsWriter
from reader.search.segments.segment import Entry
from reader.search.text import stemming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from reader.search.segments.segment import Segment

#: Where words are looked for in all their forms.
FIELDS = tuple(field for field in schema.PLAIN_FIELDS if field not in schema.NAMES)
_NONE = np.iinfo(np.uint32).max
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
        self._words = memoryview(self.container.array("words"))  # type: ignore[arg-type]  # an array has the buffer protocol
        self._at = memoryview(self.container.array("at"))  # type: ignore[arg-type]
        self._firsts = memoryview(self.container.array("firsts"))  # type: ignore[arg-type]
        self._counts = memoryview(self.container.array("counts"))  # type: ignore[arg-type]
        self._entries = {field: memoryview(self.container.array(f"entries.{field}")) for field in FIELDS}  # type: ignore[arg-type]
        self._documents = Lists(self.container, "documents")
        self._frequencies = Lists(self.container, "frequencies")

    def find(self, words: Sequence[int]) -> int:
        """The class of exactly these words, whose numbers rise, or -1."""
        number = bisect_left(self._firsts, words[0])
        while number < len(self._firsts) and self._firsts[number] == words[0]:
            if self._words[self._at[number] : self._at[number + 1]].tolist() == words:
                return number
            number += 1
        return -1

    def entry(self, field: str, number: int) -> Entry | None:
        """The list of a class in a field, where there is one."""
        entries = self._entries.get(field)
        entry = entries[number] if entries is not None else _NONE
        return None if entry == _NONE else Entry(entry, self._counts[entry], 0)

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


def write_conflated(path: Path, segment: Segment) -> bool:
    """Write what can be united of a segment. Answers whether there is anything; if not, there is no file either."""
    classes = sorted({one for language in sorted(segment.stemmed) for one in _classes(segment, language)})
    if not classes:
        return False
    words = np.array([word for one in classes for word in one], np.uint32)
    at = np.cumsum([0, *map(len, classes)])
    container = ContainerWriter(path.parent)
    try:
        container.append("words", words)
        container.append("at", at.astype(np.uint32))
        container.append("firsts", words[at[:-1]])
        documents, frequencies = (ListsWriter(container, name) for name in ("documents", "frequencies"))
        written = 0
        for field in FIELDS:
            entries, wanted = _wanted(segment, field, words, at)
            container.append(
                f"entries.{field}", np.where(entries, np.cumsum(entries) - 1 + written, _NONE).astype(np.uint32)
            )
            written += int(np.count_nonzero(entries))
            for steps, often, counts in _united(segment, wanted):
                container.append("counts", counts)
                documents.add(steps, counts)
                frequencies.add(often, counts)
        if written:
            container.finish(path, {})
        return bool(written)
    finally:
        container.close()


def _classes(segment: Segment, language: str) -> Iterator[tuple[int, ...]]:
    """Words of one stem that only this language has, the stem itself among them where it is a word; at least two."""
    stems, own = segment.forms.all_stems(language), np.uint64(stemming.tongue(language))
    tongues = np.asarray(segment.forms.tongues)
    themselves = np.array([segment.words.find(stem) for stem in stems.strings], np.int64)
    known = np.flatnonzero(themselves >= 0)
    known = known[(tongues[themselves[known]] & own) > 0]
    numbers = np.concatenate([stems.numbers.astype(np.int64), known])
    words = np.concatenate([stems.words.astype(np.int64), themselves[known]])
    order = np.lexsort((words, numbers))
    numbers, words = numbers[order], words[order]
    begins = np.flatnonzero(np.diff(numbers, prepend=-1))
    if not len(begins):
        return
    foreign = np.logical_or.reduceat((tongues[words] & ~own) > 0, begins)
    ends = np.append(begins[1:], len(words))
    for begin, end in zip(begins[~foreign].tolist(), ends[~foreign].tolist(), strict=True):
        found = tuple(dict.fromkeys(words[begin:end].tolist()))
        if len(found) > 1:
            yield found


def _wanted(
    segment: Segment, field: str, words: NDArray[np.uint32], at: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], _Wanted]:
    """Which classes have several entries in a field, none of them common, and these entries."""
    first, last = segment.entries(field)
    held = np.append(segment.entry_words[first:last], np.uint32(_NONE))
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
        begins = np.flatnonzero(np.diff(keys // size, prepend=_NONE))
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
