"""What a segment's file holds, as it is written: vocabulary, postings by field and word, columns by document, stems.

Entries are the words of a field that occur in it: first all of the first field in the order of words, then the next field's.
For each entry there are three lists: documents (differences), frequencies less one, positions (differences, without what lies
between one of its documents and the next: ``skipped``, which the documents tell). For an entry that many documents have there is one more, how often each document has it, as a search for it takes this as it is: what it would have
to add up and to look up otherwise takes ten times as long.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import numpy as np
from whoosh.util.numeric import length_to_byte

from reader.search import schema
from reader.search.segments.container import ContainerWriter
from reader.search.segments.lists import ListsWriter
from reader.search.segments.sets import distinct
from reader.search.text.days import day_number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from reader.model.search import SearchDocument
    from reader.search.segments.forms import Stems, Writings

_SEPARATOR = "\x1f"
#: An entry is common that more than this part of the documents have, where there are enough of them for time to pass.
_COMMON_PART = 4
_FEWEST_DOCUMENTS = 5_000


class Postings(NamedTuple):
    """Entries and their lists, one after another. ``counts`` are of documents, ``totals`` of positions."""

    fields: NDArray[np.int64]
    words: NDArray[np.uint32]
    counts: NDArray[np.uint32]
    totals: NDArray[np.uint32]
    documents: NDArray[np.uint32]
    frequencies: NDArray[np.uint32]
    positions: NDArray[np.uint32]


class Labels(NamedTuple):
    """The names of all labels in order, as ``label_name`` makes them; those of the documents, and where each document's begin."""

    names: list[bytes]
    numbers: NDArray[np.uint32]
    at: NDArray[np.uint32]


class Columns(NamedTuple):
    """What is known of each document."""

    keys: NDArray[np.int64]
    days: NDArray[np.int32]
    works: NDArray[np.uint64]
    starts: NDArray[np.uint32]
    lengths: NDArray[np.uint8]
    totals: NDArray[np.int64]
    labels: Labels


def label_name(kind: str, value: str) -> str:
    """A label in one word."""
    return f"{kind}{_SEPARATOR}{value}"


def label_parts(name: str) -> tuple[str, str]:
    """The kind and the value of a label."""
    kind, _, value = name.partition(_SEPARATOR)
    return kind, value


def cut(
    entries: NDArray[np.int32],
    positions: NDArray[np.uint32],
    documents: NDArray[np.uint32],
    starts: NDArray[np.uint32],
    words: int,
) -> Postings:
    """Cut a row of places, sorted by entry and position, into lists. ``documents`` tells the document of each place, ``starts`` where each document begins, and the end.

    An entry is a field's number times ``words``, plus the word's.
    """
    new_entry = np.ones(len(entries), bool)
    np.not_equal(entries[1:], entries[:-1], out=new_entry[1:])
    new_posting = new_entry.copy()
    new_posting[1:] |= documents[1:] != documents[:-1]
    begins, postings = np.flatnonzero(new_entry), np.flatnonzero(new_posting)
    firsts = np.searchsorted(postings, begins)
    held = entries[begins].astype(np.int64)
    steps = differences(positions, begins)
    steps[postings] -= skipped(documents[postings], firsts, starts)
    return Postings(
        held // words,
        (held % words).astype(np.uint32),
        _sizes(firsts, len(postings)),
        _sizes(begins, len(entries)),
        differences(documents[postings], firsts),
        (_sizes(postings, len(entries)) - np.uint32(1)),
        steps,
    )


def skipped(
    documents: NDArray[np.integer[Any]], firsts: NDArray[np.int64], starts: NDArray[np.uint32]
) -> NDArray[np.uint32]:
    """How many places lie between each document of some lists and the one before it in its list; before the ``firsts`` of lists, all up to there."""
    found = starts[documents]
    found[1:] -= starts[documents[:-1] + 1]
    found[firsts] = starts[documents[firsts]]
    return found


def risen(steps: NDArray[np.uint32], counts: NDArray[np.integer[Any]]) -> NDArray[np.uint32]:
    """Add up differences within each list. Sums over all lists may pass 32 bits; what is left of them comes out right."""
    begins = np.cumsum(counts, dtype=np.int64) - counts
    sums = np.cumsum(steps, dtype=np.uint32)
    before = np.where(begins > 0, sums[begins - 1], np.uint32(0))
    sums -= np.repeat(before, counts)
    return sums


def _sizes(begins: NDArray[np.int64], end: int) -> NDArray[np.uint32]:
    return np.diff(begins, append=end).astype(np.uint32)


def differences(numbers: NDArray[np.uint32], begins: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Each number less the one before; the first of each list as it is."""
    steps = np.empty_like(numbers)
    steps[1:] = numbers[1:] - numbers[:-1]
    steps[begins] = numbers[begins]
    return steps


class SegmentWriter:
    """Writes the parts of one segment, of so many documents; the file is there when the ``with`` block ends without an error."""

    def __init__(self, path: Path, documents: int) -> None:
        self._path = path
        self._size = documents
        self._container = ContainerWriter(path.parent)
        self._documents = ListsWriter(self._container, "documents")
        self._frequencies = ListsWriter(self._container, "frequencies")
        self._positions = ListsWriter(self._container, "positions")
        self._everywhere = ListsWriter(self._container, "everywhere")
        self._entries = np.zeros(len(schema.FIELDS), np.int64)
        #: Of each word a bit for each field that has it.
        self._fields = np.empty(0, np.uint16)
        self._facts: dict[str, Any] = {"stemmed": []}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._facts["entries"] = [0, *accumulate(self._entries.tolist())]
            self._append("word_fields", self._fields)
            self._container.finish(self._path, self._facts)
        self._container.close()

    def words(self, words: Sequence[bytes]) -> None:
        """The vocabulary, in order."""
        self._strings("words", words)
        self._fields = np.zeros(len(words), np.uint16)

    def tongues(self, tongues: NDArray[np.uint64]) -> None:
        """Of each word bits for the languages that have it, as ``stemming.TONGUES`` numbers them."""
        kinds = distinct(tongues)
        self._append("tongue_kinds", kinds)
        self._append("tongues", kinds.searchsorted(tongues).astype(np.min_scalar_type(len(kinds))))

    def writings(self, writings: Writings) -> None:
        """How words are written."""
        self._append("written_words", writings.words)
        self._append("written_counts", writings.counts)
        self._strings("written", writings.strings)

    def postings(self, postings: Postings) -> None:
        """Add entries, after those that were added before."""
        for field in np.flatnonzero(np.bincount(postings.fields)).tolist():
            self._fields[postings.words[postings.fields == field]] |= np.uint16(1 << field)
        self._append("entry_words", postings.words)
        self._append("counts", postings.counts)
        self._append("totals", postings.totals)
        self._documents.add(postings.documents, postings.counts)
        self._frequencies.add(postings.frequencies, postings.counts)
        self._positions.add(postings.positions, postings.totals)
        self._common(postings)
        self._entries += np.bincount(postings.fields, minlength=len(schema.FIELDS))

    def _common(self, postings: Postings) -> None:
        """How often each document has the words that many have."""
        counts = postings.counts
        chosen = (counts * np.uint64(_COMMON_PART) > self._size) & (self._size >= _FEWEST_DOCUMENTS)
        numbers = np.flatnonzero(chosen)
        theirs = np.repeat(chosen, counts)
        documents = risen(postings.documents[theirs], counts[chosen])
        rows = np.repeat(np.arange(len(numbers)), counts[chosen])
        often = np.zeros((len(numbers), self._size), np.uint32)
        often[rows, documents] = postings.frequencies[theirs] + np.uint32(1)
        self._append("common", (numbers + self._entries.sum()).astype(np.uint32))
        self._everywhere.add(often.ravel(), np.full(len(numbers), self._size, np.uint32))

    def columns(
        self, documents: Sequence[SearchDocument], starts: NDArray[np.uint32], lengths: NDArray[np.int64]
    ) -> None:
        """What is known of new documents. ``lengths`` count words, by document and field."""
        met = lengths.ravel().tolist()
        codes = {length: length_to_byte(length) for length in set(met)}
        coded = np.array([codes[length] for length in met], np.uint8).reshape(lengths.shape)
        self.whole_columns(
            Columns(
                np.array([one.key for one in documents], np.int64),
                np.array([day_number(one.date) for one in documents], np.int32),
                np.array([_work_number(one) for one in documents], np.uint64),
                starts,
                coded,
                lengths.sum(axis=0),
                _labels([labels_of(one) for one in documents]),
            )
        )

    def whole_columns(self, columns: Columns) -> None:
        """What is known of all documents."""
        self._facts["documents"] = self._size
        self._facts["lengths"] = columns.totals.tolist()
        self._append("keys", columns.keys)
        self._append("by_key", np.argsort(columns.keys, kind="stable").astype(np.uint32))
        self._append("days", columns.days)
        self._append("works", columns.works)
        self._append("starts", columns.starts)
        for number, field in enumerate(schema.FIELDS):
            self._append(f"lengths.{field}", columns.lengths[:, number])
        self._strings("labels", columns.labels.names)
        self._append("document_labels", columns.labels.numbers.astype(np.min_scalar_type(len(columns.labels.names))))
        self._append("labels_at", columns.labels.at)

    def stems(self, language: str, stems: Stems) -> None:
        """The stems of a language, each with its words."""
        self._facts["stemmed"] = sorted([*self._facts["stemmed"], language])
        self._strings(f"stems.{language}", stems.strings)
        sizes = np.bincount(stems.numbers, minlength=len(stems.strings))
        by_word = np.argsort(stems.words, kind="stable")
        self._append(f"forms.{language}", stems.words)
        self._append(f"forms_at.{language}", np.concatenate(([0], np.cumsum(sizes))).astype(np.uint32))
        self._append(f"stemmed.{language}", stems.words[by_word])
        self._append(f"stem_numbers.{language}", stems.numbers[by_word])

    def _strings(self, name: str, strings: Sequence[bytes]) -> None:
        self._append(name, np.frombuffer(b"".join(strings), np.uint8))
        sizes = np.fromiter(map(len, strings), np.int64, len(strings))
        self._append(f"{name}_ends", np.append(0, np.cumsum(sizes)).astype(np.uint32))

    def _append(self, name: str, values: NDArray[Any]) -> None:
        self._container.append(name, values)


def labels_of(document: SearchDocument) -> list[str]:
    """The labels of a document, each once: its language first, then its publication, where it has them, and the others."""
    own = ((schema.LANGUAGE, schema.language_tag(document.language)), (schema.PUBLICATION, document.publication))
    return list(dict.fromkeys(label_name(kind, value) for kind, value in (*own, *document.labels) if value))


def _labels(of_documents: Sequence[list[str]]) -> Labels:
    names = sorted({name.encode() for labels in of_documents for name in labels})
    numbers = {name: number for number, name in enumerate(names)}
    flat = [numbers[name.encode()] for labels in of_documents for name in labels]
    at = [0, *accumulate(map(len, of_documents))]
    return Labels(names, np.array(flat, np.uint32), np.array(at, np.uint32))


def _work_number(document: SearchDocument) -> int:
    """The same for all translations of a work, and practically never for two works."""
    work = f"{document.publication}{_SEPARATOR}{document.work}" if document.work else f"{_SEPARATOR}{document.key}"
    return int.from_bytes(blake2b(work.encode(errors="replace"), digest_size=8).digest(), "little")
