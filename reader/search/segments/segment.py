"""A segment opened for reading: words, postings, columns. It never changes; many snapshots may share it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from whoosh.util.numeric import byte_to_length

from reader.search import schema
from reader.search.segments.container import Container, Damaged
from reader.search.segments.forms import Forms
from reader.search.segments.labels import SegmentLabels
from reader.search.segments.layout import risen, skipped
from reader.search.segments.lists import PIECE, Lists, rising
from reader.search.segments.sets import distinct
from reader.search.segments.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

FIELD_NUMBERS = {field: number for number, field in enumerate(schema.FIELDS)}
#: The lengths that the length bytes stand for.
LENGTHS = np.array([byte_to_length(code) for code in range(256)], np.float32)
_REMEMBERED = 1_000
#: Where lists begin if there is one.
_ALONE = np.zeros(1, np.int64)


class Entry(NamedTuple):
    """A word in a field: how many documents have it, and in how many places."""

    number: int
    documents: int
    places: int


class Segment:
    """One file of the index.

    Raises:
        Damaged: anywhere, when a checksum does not agree.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.container = Container(path)
        facts = self.container.facts
        self.size: int = facts["documents"]
        self._entries: list[int] = facts["entries"]
        self._field_lengths: list[int] = facts["lengths"]
        self.stemmed: frozenset[str] = frozenset(facts["stemmed"])
        self._lengths: dict[str, NDArray[np.uint8]] = {}
        self._numbers: dict[str, int] = {}

    # Words

    @cached_property
    def words(self) -> Strings:
        """All words, of whatever field."""
        return Strings(self.container, "words")

    @cached_property
    def entry_words(self) -> NDArray[np.uint32]:
        """The word of each entry."""
        return self.container.array("entry_words")

    @cached_property
    def counts(self) -> NDArray[np.uint32]:
        """The number of documents of each entry."""
        return self.container.array("counts")

    @cached_property
    def totals(self) -> NDArray[np.uint32]:
        """The number of positions of each entry."""
        return self.container.array("totals")

    def entries(self, field: str) -> tuple[int, int]:
        """The entries of a field: the first, and the one after the last."""
        number = FIELD_NUMBERS[field]
        return self._entries[number], self._entries[number + 1]

    def entry(self, field: str, word: int) -> Entry | None:
        """The entry of a word in a field."""
        bit, first, last = self._entries_of[field]
        if not self._fields_of_words[word] & bit:
            return None
        words, counts, totals = self._entry_numbers
        at = bisect_left(words, word, first, last)
        return Entry(at, counts[at], totals[at])

    @cached_property
    def _entries_of(self) -> dict[str, tuple[int, int, int]]:
        """Of each field its bit, the first of its entries, and the one after the last."""
        return {field: (1 << number, *self.entries(field)) for field, number in FIELD_NUMBERS.items()}

    @cached_property
    def _fields_of_words(self) -> memoryview:
        """Of each word a bit for each field that has it."""
        return memoryview(self.container.array("word_fields"))  # type: ignore[arg-type]

    @cached_property
    def _entry_numbers(self) -> tuple[memoryview, memoryview, memoryview]:
        """Words, counts and totals of entries as plain numbers, which to look up one takes a fifth of an array's time."""
        return tuple(map(memoryview, (self.entry_words, self.counts, self.totals)))  # type: ignore[return-value, arg-type]

    def find(self, field: str, word: str) -> Entry | None:
        """The entry of a word in a field."""
        number = self.number(word)
        return self.entry(field, number) if number >= 0 else None

    def found(self, terms: Iterable[tuple[str, str]]) -> list[tuple[str, Entry]]:
        """Of some terms, each a field and a word, those that are here: the field of each, and its entry."""
        return [(field, entry) for field, word in terms if (entry := self.find(field, word)) is not None]

    def entries_of(self, words: Iterable[str], fields: Sequence[str]) -> Iterator[tuple[str, Entry]]:
        """Of each of some words the entries that it has in some fields: the field of each, and its entry."""
        for word in words:
            number = self.number(word)
            if number >= 0:
                for field in fields:
                    if (entry := self.entry(field, number)) is not None:
                        yield field, entry

    def number(self, word: str) -> int:
        """The number of a word, or -1."""
        found = self._numbers.get(word)
        if found is None:
            if len(self._numbers) >= _REMEMBERED:
                self._numbers.clear()
            found = self._numbers[word] = self.words.find(word.encode())
        return found

    def word(self, number: int) -> str:
        """The word with this number, which is then known by it."""
        word = self.words[number].decode()
        if len(self._numbers) < _REMEMBERED:
            self._numbers[word] = number
        return word

    def entries_between(self, field: str, first_word: int, after_word: int) -> tuple[int, int]:
        """The entries of a field whose words are in a range."""
        first, last = self.entries(field)
        words = self.entry_words[first:last]
        start, end = np.searchsorted(words, np.array((first_word, after_word), np.uint32))
        return first + int(start), first + int(end)

    # Postings

    @cached_property
    def _document_lists(self) -> Lists:
        return Lists(self.container, "documents")

    @cached_property
    def _frequency_lists(self) -> Lists:
        return Lists(self.container, "frequencies")

    @cached_property
    def _position_lists(self) -> Lists:
        return Lists(self.container, "positions")

    @cached_property
    def _everywhere_lists(self) -> Lists:
        return Lists(self.container, "everywhere")

    @cached_property
    def _common(self) -> dict[int, int]:
        """The number of the list of each entry that many documents have."""
        return {entry: number for number, entry in enumerate(self.container.array("common").tolist())}

    def documents(self, entry: Entry) -> NDArray[np.intp]:
        """The documents of an entry, rising, deleted ones included."""
        return rising(self._document_lists.one(entry.number, entry.documents, np.intp), self.size, self.name)

    def frequencies(self, entry: Entry) -> NDArray[np.float32]:
        """How often the word is in each of the entry's documents."""
        found = self._frequency_lists.one(entry.number, entry.documents, np.float32)
        found += 1
        return found

    def short(self, entries: Sequence[Entry]) -> tuple[NDArray[np.intp], NDArray[np.float32], NDArray[np.intp]]:
        """The documents of some entries, one entry after another, how often each has the word, and how many an entry has."""
        numbers = np.array([entry.number for entry in entries], np.intp)
        counts = np.array([entry.documents for entry in entries], np.intp)
        documents = risen(self._document_lists.picked(numbers, counts), counts).astype(np.intp)
        often = self._frequency_lists.picked(numbers, counts).astype(np.float32)
        if len(documents) and documents.max() >= self.size:
            raise Damaged(self.name)
        often += 1
        return documents, often, counts

    def everywhere(self, entry: Entry) -> NDArray[np.float32] | None:
        """How often the word is in each document of the segment, where the entry has many documents; nothing for others."""
        number = self._common.get(entry.number)
        return None if number is None else self._everywhere_lists.one(number, self.size, np.float32)

    def positions(self, entry: Entry) -> Iterator[NDArray[np.uint32]]:
        """The places of an entry's word in the row of all documents, rising, a piece after another."""
        between = skipped(self.documents(entry), _ALONE, self.starts)
        often = self._frequency_lists.one(entry.number, entry.documents, np.intp)
        often += 1
        begins = np.add.accumulate(often) - often
        first, last = 0, np.uint32(0)
        for at in range(0, entry.places, PIECE):
            end = min(at + PIECE, entry.places)
            steps = self._position_lists.part(entry.number, at, end, np.uint32)
            until = int(begins.searchsorted(end))
            steps[begins[first:until] - at] += between[first:until]
            steps[0] += last
            found = rising(steps, int(self.starts[-1]), self.name)
            first, last = until, found[-1]  # before the caller does with the piece what it likes
            yield found

    def places(self, first: int, last: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint32]]:
        """For each place of some entries, one entry after another, its document and itself; and how many each entry has."""
        documents, counts = self.document_lists(first, last)
        often = self._frequency_lists.some(first, last, counts).astype(np.int64) + 1
        totals = self.totals[first:last]
        steps = self._position_lists.some(first, last, totals)
        firsts = np.cumsum(counts, dtype=np.int64) - counts
        steps[np.cumsum(often) - often] += skipped(documents, firsts, self.starts)
        return np.repeat(documents, often), risen(steps, totals), totals

    def document_lists(self, first: int, last: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """The documents of some entries, one entry after another, and how many each has."""
        counts = self.counts[first:last]
        return risen(self._document_lists.some(first, last, counts), counts), counts

    def steps(self, first: int, last: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint32]]:
        """The lists of some entries as they are written: documents, frequencies less one, positions."""
        counts, totals = self.counts[first:last], self.totals[first:last]
        return (
            self._document_lists.some(first, last, counts),
            self._frequency_lists.some(first, last, counts),
            self._position_lists.some(first, last, totals),
        )

    # Documents

    @cached_property
    def keys(self) -> NDArray[np.int64]:
        """The store's key of each document."""
        return self.container.array("keys")

    @cached_property
    def days(self) -> NDArray[np.int32]:
        """The day of each document."""
        return self.container.array("days")

    @cached_property
    def works(self) -> NDArray[np.uint64]:
        """What translations have in common."""
        return self.container.array("works")

    @cached_property
    def starts(self) -> NDArray[np.uint32]:
        """The position at which each document begins, and the end."""
        return self.container.array("starts")

    def lengths(self, field: str) -> NDArray[np.uint8]:
        """The length of a field in each document, as Whoosh's length bytes."""
        if field not in self._lengths:
            self._lengths[field] = self.container.array(f"lengths.{field}")
        return self._lengths[field]

    def total_length(self, field: str) -> int:
        """Words in this field of all documents."""
        return self._field_lengths[FIELD_NUMBERS[field]]

    def numbers(self, keys: Sequence[int]) -> NDArray[np.int64]:
        """The numbers of the documents with these keys, where they are here."""
        order = self.container.array("by_key").astype(np.int64)
        wanted = distinct(np.array(list(keys), np.int64))
        at = np.searchsorted(self.keys, wanted, sorter=order)
        inside = at < self.size
        at, wanted = at[inside], wanted[inside]
        return order[at[self.keys[order[at]] == wanted]]

    @cached_property
    def labels(self) -> SegmentLabels:
        """What the documents are filed under."""
        return SegmentLabels(self.container, self.size)

    # Forms

    @cached_property
    def forms(self) -> Forms:
        """What belongs together among the words."""
        return Forms(self.container, self.stemmed)
