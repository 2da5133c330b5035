"""From documents to a segment, in bulk: all words of a batch are numbered, sorted at once, and cut into lists.

A batch is one row of numbers, document after document, field after field. A position is the place in that row, with a gap
between values and fields, so that one rising list of positions a word tells its documents, its frequencies and its
neighbours. Sorting the row by word and position is inverting it (Moffat and Bell, "In Situ Generation of Compressed
Inverted Files", 1995, in the simple case where the batch fits into memory).
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search import schema
from reader.search.segments import layout
from reader.search.segments.lexicon import FIELD_END, NO_STEM, NOTHING
from reader.search.text.analysis import GAP
from reader.search.text.script import FIELD_ENDS, VALUE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from reader.model.search import SearchDocument
    from reader.search.segments.layout import Postings, Stems
    from reader.search.segments.lexicon import Lexicon

_CONTROL = str.maketrans(dict.fromkeys((VALUE_ENDS, FIELD_ENDS), " "))
_VALUE_ENDS, _FIELD_ENDS = f" {VALUE_ENDS} ", f" {FIELD_ENDS} "
_FIELDS = len(schema.FIELDS)
_LOW = np.uint64(0xFFFFFFFF)


class _Row(NamedTuple):
    """All words of a batch in order. ``starts`` are the positions at which documents begin, and the end."""

    words: NDArray[np.int32]
    fields: NDArray[np.uint8]
    positions: NDArray[np.uint32]
    documents: NDArray[np.uint32]
    starts: NDArray[np.uint32]


def write_segment(path: Path, documents: Sequence[SearchDocument], lexicon: Lexicon) -> None:
    """Write a segment of these documents, numbered in order."""
    stream, sizes = array("i"), []
    for document in documents:
        before = len(stream)
        stream.extend(lexicon.numbers(_written(document)))
        sizes.append(len(stream) - before)
    spellings = np.frombuffer(stream, np.int32)
    row = _row(spellings, np.array(sizes, np.int64), lexicon)
    words, rank = _vocabulary(row.words, lexicon)
    with layout.SegmentWriter(path, len(documents)) as writer:
        writer.words(words)
        writer.postings(_inverted(row, rank, len(words)))
        writer.columns(documents, row.starts, _lengths(row, len(documents)))
        for language, stems in _stems(documents, spellings, sizes, lexicon, rank):
            writer.stems(language, stems)


def _written(document: SearchDocument) -> str:
    """All texts of a document in the order of the fields, each ended by its sign."""
    parts: list[str] = []
    for values in schema.texts_of(document):
        for value in values:
            clean = value if VALUE_ENDS not in value and FIELD_ENDS not in value else value.translate(_CONTROL)
            parts += (clean, _VALUE_ENDS)
        parts.append(_FIELD_ENDS)
    return "".join(parts)


def _row(spellings: NDArray[np.int32], sizes: NDArray[np.int64], lexicon: Lexicon) -> _Row:
    words = np.frombuffer(lexicon.word_of, np.int32)[spellings]
    documents = np.repeat(np.arange(len(sizes), dtype=np.uint32), sizes)
    kept = words != NOTHING
    if not kept.all():
        words, documents = words[kept], documents[kept]
    ends = words == FIELD_END
    fields = ((np.cumsum(ends) - ends) % _FIELDS).astype(np.uint8)
    after = np.cumsum(np.where(words >= 0, 1, GAP), dtype=np.int64)
    before = np.concatenate(([0], after[:-1]))
    last_of_document = np.cumsum(np.bincount(documents, minlength=len(sizes))) - 1
    starts = np.concatenate(([0], after[last_of_document])).astype(np.uint32)
    real = words >= 0
    return _Row(words[real], fields[real], before[real].astype(np.uint32), documents[real], starts)


def _vocabulary(words: NDArray[np.int32], lexicon: Lexicon) -> tuple[list[bytes], NDArray[np.int64]]:
    """The words that occur, in the order of their bytes, and the place in it of each number of the lexicon."""
    used = np.flatnonzero(np.bincount(words, minlength=1)) if len(words) else np.empty(0, np.int64)
    encoded = [lexicon.words[number].encode() for number in used]
    order = sorted(range(len(encoded)), key=encoded.__getitem__)
    rank = np.full(max(1, len(lexicon.words)), -1, np.int64)
    rank[used[order]] = np.arange(len(order))
    return [encoded[at] for at in order], rank


def _inverted(row: _Row, rank: NDArray[np.int64], words: int) -> Postings:
    entries = row.fields.astype(np.uint64) * np.uint64(max(1, words)) + rank[row.words].astype(np.uint64)
    keys = (entries << np.uint64(32)) | row.positions
    keys.sort()
    positions = (keys & _LOW).astype(np.uint32)
    document_at = np.repeat(np.arange(len(row.starts) - 1, dtype=np.uint32), np.diff(row.starts).astype(np.intp))
    return layout.cut((keys >> np.uint64(32)).astype(np.int32), positions, document_at[positions], max(1, words))


def _lengths(row: _Row, documents: int) -> NDArray[np.int64]:
    """How many words each field of each document has, as rows of documents."""
    places = row.documents.astype(np.int64) * _FIELDS + row.fields
    return np.bincount(places, minlength=documents * _FIELDS).reshape(documents, _FIELDS)


def _stems(
    documents: Sequence[SearchDocument],
    spellings: NDArray[np.int32],
    sizes: Sequence[int],
    lexicon: Lexicon,
    rank: NDArray[np.int64],
) -> Iterator[tuple[str, Stems]]:
    """The stems of the words of the batch that are not their own stem, by the stems' own languages."""
    languages = [document.language for document in documents]
    numbers, words = [], []
    for language in dict.fromkeys(languages):
        chosen = np.repeat(np.array([one == language for one in languages]), np.asarray(sizes, np.int64))
        met = np.flatnonzero(np.bincount(spellings[chosen], minlength=1))
        found = lexicon.stems(met, language)
        numbers.append(found[found != NO_STEM])
        words.append(rank[np.frombuffer(lexicon.word_of, np.int32)[met[found != NO_STEM]]])
    return _by_language(np.concatenate(numbers), np.concatenate(words), lexicon)


def _by_language(numbers: NDArray[np.int32], words: NDArray[np.int64], lexicon: Lexicon) -> Iterator[tuple[str, Stems]]:
    used = np.unique(numbers).tolist()
    for language in sorted({lexicon.stemmed[number][0] for number in used}):
        strings = {
            number: lexicon.stemmed[number][1].encode() for number in used if lexicon.stemmed[number][0] == language
        }
        order = sorted(strings, key=strings.__getitem__)
        place = np.full(len(lexicon.stemmed), -1, np.int64)
        place[order] = np.arange(len(order))
        chosen = place[numbers] >= 0
        yield language, layout.stems_of([strings[number] for number in order], place[numbers[chosen]], words[chosen])
