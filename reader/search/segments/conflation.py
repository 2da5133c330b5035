"""All forms of a word, in all fields, as one list: which documents have any of them, and how often in each field. In a file beside the segment of which it is made.

What it says the segment says too, list by list, so it may be missing: a search for all forms of a word then reads as many lists. There is none
for classes with a common word, which is read as a table.

A list is of documents, and then for each the number of a row that says how often it has the forms in each field, in a table that all lists share:
few rows are most of them. A word alone has a list as well, if it is in several fields of few documents: to put its own lists together takes
longer than to read them.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search import schema
from reader.search.segments.classes import NONE, Classes, classes_of
from reader.search.segments.container import Container, ContainerWriter
from reader.search.segments.layout import differences
from reader.search.segments.lists import Lists, ListsWriter, rising
from reader.search.segments.segment import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Self

    from numpy.typing import NDArray

    from reader.search.segments.segment import Segment

#: Where words are looked for in all their forms, the body first.
FIELDS = (schema.BODY, *(field for field in schema.PLAIN_FIELDS if field not in {schema.BODY, *schema.NAMES}))
#: The bit of each further field.
_FURTHER = {field: 1 << number for number, field in enumerate(FIELDS[1:])}
#: The first rows: once, twice... in the body alone.
_IN_BODY_ALONE = 64
#: A word alone is united with itself if its lists have at most so many documents together.
_FEW = 32
#: So many items of lists are united at a time; each takes some fifty bytes meanwhile.
_ITEMS = 1 << 18
#: Longer lists are read one by one.
_SHORT = 256


class Conflated:
    """The classes of a segment and their lists.

    Raises:
        Damaged: anywhere, when a checksum does not agree.
    """

    def __init__(self, path: Path, segment: Segment) -> None:
        self.name = path.name
        self.container = Container(path)
        self._size = segment.size
        self._words, self._at = self._numbers("words"), self._numbers("at")
        self._classed, self._classes = self._numbers("classed"), self._numbers("classes")
        self._settled = self._numbers("settled")
        self._lists, self._counts = self._numbers("lists"), self._numbers("counts")
        self._postings = Lists(self.container, "postings")
        table = self.container.array("table").reshape(-1, len(FIELDS))
        self._often = {field: table[:, number].astype(np.float32) for number, field in enumerate(FIELDS)}
        #: Bits for the further fields of which a row has any.
        self._fields = np.packbits(table[:, 1:] > 0, axis=1, bitorder="little").ravel()

    def _numbers(self, name: str) -> memoryview:
        """An array as plain numbers, which to look up one by one takes a fifth of an array's time."""
        return memoryview(self.container.array(name))  # type: ignore[arg-type]  # an array has the buffer protocol

    def settled(self, word: int) -> list[int] | None:
        """All forms of a word, itself among them, if all of them count everywhere and there can be no others."""
        if not self._settled[word >> 3] >> (word & 7) & 1:
            return None
        number = self._class(word)
        return [word] if number < 0 else self._members(number)

    def find(self, words: Sequence[int]) -> int:
        """The list of exactly these words, whose numbers rise, or -1."""
        for word in words:
            number = self._class(word)
            if number >= 0 and self._lists[number] != NONE and self._members(number) == words:
                found: int = self._lists[number]
                return found
        return -1

    def _class(self, word: int) -> int:
        """The class of a word, or -1."""
        at = bisect_left(self._classed, word)
        return self._classes[at] if at < len(self._classed) and self._classed[at] == word else -1

    def _members(self, number: int) -> list[int]:
        return self._words[self._at[number] : self._at[number + 1]].tolist()

    def count(self, number: int) -> int:
        """How many documents a list has, deleted ones included."""
        found: int = self._counts[number]
        return found

    def postings(self, number: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The documents of a list, rising, and for each the row of how often any of the words is in its fields."""
        count = self._counts[number]
        both = self._postings.one(number, 2 * count, np.intp)
        return rising(both[:count], self._size, self.name), both[count:]

    def bodies(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """How often they are in the body, by rows."""
        return self._often[schema.BODY][rows]

    def further(self, rows: NDArray[np.intp]) -> Iterator[tuple[str, NDArray[np.intp], NDArray[np.float32]]]:
        """Further fields that have them: in which of the documents they may be, by places among the rows, and how often."""
        places = (rows >= _IN_BODY_ALONE).nonzero()[0]
        if not len(places):
            return
        rows = rows[places]
        fields = int(np.bitwise_or.reduce(self._fields[rows]))
        for field, bit in _FURTHER.items():
            if fields & bit:
                yield field, places, self._often[field][rows]


class _Wanted(NamedTuple):
    """The segment's entries to be united: of each its number, its field's, how many documents it has, and its list, which rise."""

    entries: NDArray[np.int64]
    fields: NDArray[np.int64]
    counts: NDArray[np.int64]
    lists: NDArray[np.int64]


def write_conflated(path: Path, segment: Segment) -> None:
    """Write what can be united of a segment.

    Raises:
        Damaged: the segment is not what was written.
    """
    classes = _with_few(classes_of(segment), segment)
    lists, wanted = _wanted(segment, classes)
    with _Writer(path) as writer:
        classed = np.flatnonzero(classes.of_word != NONE)
        writer.append("words", classes.words)
        writer.append("at", classes.at)
        writer.append("classed", classed.astype(np.uint32))
        writer.append("classes", classes.of_word[classed])
        writer.append("settled", np.packbits(classes.settled, bitorder="little"))
        writer.append("lists", lists)
        for begin, end in _chunks(wanted):
            writer.add(_Wanted(*(column[begin:end] for column in wanted)), segment)


class _Writer:
    """Writes lists; the file is there when the ``with`` block ends without an error."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._container = ContainerWriter(path.parent)
        self._postings = ListsWriter(self._container, "postings", narrowest=8)
        #: Each row of the table, and its number.
        self._table = {(1 + number, *(0 for _ in _FURTHER)): number for number in range(_IN_BODY_ALONE)}

    def __enter__(self) -> Self:
        nothing = np.empty(0, np.uint32)
        self._postings.add(nothing, nothing)
        self.append("counts", nothing)
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.append("table", np.array([*self._table], np.uint32).ravel())
            self._container.finish(self._path, {})
        self._container.close()

    def append(self, name: str, values: NDArray[np.generic]) -> None:
        self._container.append(name, values)

    def add(self, wanted: _Wanted, segment: Segment) -> None:
        """Unite some entries, all that there are of their lists, which follow those that were added before."""
        documents, often = _read(segment, wanted)
        size = np.uint64(segment.size)
        of_list = np.repeat(wanted.lists, wanted.counts)
        keys, places = np.unique(of_list.astype(np.uint64) * size + documents, return_inverse=True)
        begins = np.flatnonzero(np.diff(keys // size, prepend=NONE)).astype(np.int64)
        counts = np.diff(begins, append=len(keys)).astype(np.uint32)
        self.append("counts", counts)
        of_field = np.repeat(wanted.fields, wanted.counts)
        sums = [
            np.bincount(places[of_field == field], often[of_field == field], len(keys)).astype(np.int64)
            for field in range(len(FIELDS))
        ]
        at = np.arange(len(keys)) + np.repeat(begins, counts)
        postings = np.empty(2 * len(keys), np.uint32)
        postings[at] = differences((keys % size).astype(np.uint32), begins)
        postings[at + np.repeat(counts, counts)] = self._numbered(sums)
        self._postings.add(postings, 2 * counts)

    def _numbered(self, columns: Sequence[NDArray[np.int64]]) -> NDArray[np.uint32]:
        """The number of each row in the table; new ones are put at its end, the most frequent first, which then have the smallest numbers."""
        _, firsts, of_row, often = np.unique(
            _as_one(columns), return_index=True, return_inverse=True, return_counts=True
        )
        rows = list(zip(*(column[firsts].tolist() for column in columns), strict=True))
        for place in np.argsort(-often, kind="stable").tolist():
            self._table.setdefault(rows[place], len(self._table))
        return np.array([self._table[row] for row in rows], np.uint32)[of_row]


def _as_one(columns: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """A number for each row, the same for those that are equal in all columns, of which none is below 0."""
    numbers = columns[0]
    for column in columns[1:]:
        room = int(column.max()) + 1
        if int(numbers.max()) >= np.iinfo(np.int64).max // room:
            numbers = np.unique(numbers, return_inverse=True)[1]
        numbers = numbers * room + column
    return numbers


def _with_few(classes: Classes, segment: Segment) -> Classes:
    """The classes, and as one each those words that are in none and have several lists, of few documents together."""
    often, lists = (np.zeros(len(classes.of_word), np.int64) for _ in range(2))
    for first, last in map(segment.entries, FIELDS):
        words = segment.entry_words[first:last]
        often[words] += segment.counts[first:last]
        lists[words] += 1
    few = np.flatnonzero((classes.of_word == NONE) & (lists > 1) & (often <= _FEW)).astype(np.uint32)
    of_word = classes.of_word.copy()
    of_word[few] = np.arange(len(few)) + len(classes.at) - 1
    at = np.append(classes.at, np.arange(1, len(few) + 1, dtype=np.uint32) + np.uint32(len(classes.words)))
    return classes._replace(words=np.append(classes.words, few), at=at, of_word=of_word)


def _wanted(segment: Segment, classes: Classes) -> tuple[NDArray[np.uint32], _Wanted]:
    """The number of each class's list, ``NONE`` where a word of it is common, and what is to be united in all lists."""
    of_class = np.repeat(np.arange(len(classes.at) - 1), np.diff(classes.at))
    found = [_entries(segment, field, classes.words) for field in FIELDS]
    common = segment.container.array("common")
    listed = np.ones(len(classes.at) - 1, bool)
    for there, entries in found:
        listed[of_class[there][np.isin(entries[there], common)]] = False
    lists = np.where(listed, np.cumsum(listed) - 1, NONE).astype(np.uint32)
    kept = [there & listed[of_class] for there, _ in found]
    entries = np.concatenate([every[some] for some, (_, every) in zip(kept, found, strict=True)])
    fields = np.repeat(np.arange(len(FIELDS)), list(map(np.count_nonzero, kept)))
    in_list = np.concatenate([lists[of_class[some]] for some in kept]).astype(np.int64)
    order = np.argsort(in_list, kind="stable")
    counts = segment.counts[entries].astype(np.int64)
    return lists, _Wanted(entries[order], fields[order], counts[order], in_list[order])


def _entries(segment: Segment, field: str, words: NDArray[np.uint32]) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Whether each word is in a field, and the entry that it then has."""
    first, last = segment.entries(field)
    held = np.append(segment.entry_words[first:last], np.uint32(NONE))
    places = held.searchsorted(words)
    return held[places] == words, places + first


def _chunks(wanted: _Wanted) -> Iterator[tuple[int, int]]:
    """Ranges of entries with about ``_ITEMS`` items together. No list is parted."""
    begins = np.flatnonzero(np.diff(wanted.lists, prepend=-1))
    if not len(begins):
        return
    sizes = np.add.reduceat(wanted.counts, begins)
    chunk = (np.cumsum(sizes) - sizes) // _ITEMS
    yield from pairwise([*begins[np.flatnonzero(np.diff(chunk, prepend=-1))].tolist(), len(wanted.lists)])


def _read(segment: Segment, wanted: _Wanted) -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    """Documents and frequencies of some entries, one entry after another."""
    counts = wanted.counts
    documents, often = np.empty(int(counts.sum()), np.uint64), np.empty(int(counts.sum()), np.float32)
    ends = np.cumsum(counts)
    short = counts <= _SHORT
    if short.any():
        places = np.repeat(short, counts)
        documents[places], often[places], _ = segment.short(_as_entries(wanted.entries[short], counts[short]))
    for entry, end in zip(_as_entries(wanted.entries[~short], counts[~short]), ends[~short].tolist(), strict=True):
        documents[end - entry.documents : end] = segment.documents(entry)
        often[end - entry.documents : end] = segment.frequencies(entry)
    return documents, often


def _as_entries(numbers: NDArray[np.int64], counts: NDArray[np.int64]) -> list[Entry]:
    return [Entry(number, count, 0) for number, count in zip(numbers.tolist(), counts.tolist(), strict=True)]
