"""From documents to a segment, in bulk: all words of a batch are numbered, sorted at once, and cut into lists.

A batch is one row of numbers, document after document, field after field. A position is the place in that row, with a gap
between values and fields, so that one rising list of positions a word tells its documents, its frequencies and its
neighbours. Sorting the row by word and position is inverting it (Moffat and Bell, "In Situ Generation of Compressed
Inverted Files", 1995, in the simple case where the batch fits into memory).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search import schema
from reader.search.segments import forms, layout
from reader.search.segments.lexicon import FIELD_END, NOTHING
from reader.search.text.analysis import GAP
from reader.search.text.script import FIELD_ENDS, VALUE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from reader.model.search import SearchDocument
    from reader.search.segments.forms import Stems, Writings
    from reader.search.segments.layout import Postings
    from reader.search.segments.lexicon import Lexicon

_CONTROL = str.maketrans(dict.fromkeys((VALUE_ENDS, FIELD_ENDS), " "))
_VALUE_ENDS, _FIELD_ENDS = f" {VALUE_ENDS} ", f" {FIELD_ENDS} "
_FIELDS = len(schema.FIELDS)
_WORD_AT = np.uint64(32)
#: So many characters are cut up at once: they and what is found of them stay in the processor's cache.
_LETTERS = 1 << 17


class _Row(NamedTuple):
    """All words of a batch in order, and the signs between them, of which each ends a stretch of words.

    ``sizes`` are how many words each stretch has, ``fields`` the number of its field, through all documents: the document's
    number times the fields, and the field's. ``starts`` are the positions at which documents begin, and the end.
    """

    words: NDArray[np.int32]
    sizes: NDArray[np.int64]
    fields: NDArray[np.int64]
    starts: NDArray[np.uint32]


def write_segment(path: Path, documents: Sequence[SearchDocument], lexicon: Lexicon) -> None:
    """Write a segment of these documents, numbered in order."""
    numbers = [lexicon.numbers(text) for text in _texts(documents)]
    spellings = np.concatenate(numbers) if numbers else np.empty(0, np.int32)
    del numbers
    row = _row(lexicon.word_of[spellings])
    words, rank = lexicon.words.ordered(row.words)
    with layout.SegmentWriter(path, len(documents)) as writer:
        writer.words(words)
        writer.writings(_writings(spellings, lexicon, rank))
        writer.postings(_inverted(row, rank, len(words)))
        writer.columns(documents, row.starts, _lengths(row, len(documents)))
        met = [(language, _met(some)) for language, some in _by_language(documents, spellings, lexicon)]
        writer.tongues(_tongues(met, lexicon, rank, len(words)))
        for language, stems in _stems(met, lexicon, rank):
            writer.stems(language, stems)


def _texts(documents: Sequence[SearchDocument]) -> Iterator[str]:
    """The texts of all documents in order, in pieces that are best cut up at once. No word is parted: they end before a space."""
    parts: list[str] = []
    size = 0
    for document in documents:
        parts.append(_written(document))
        size += len(parts[-1])
        if size > _LETTERS:
            yield from _pieces("".join(parts))
            parts.clear()
            size = 0
    yield from _pieces("".join(parts))


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find(" ", start + _LETTERS)
        end = end if end >= 0 else len(text)
        yield text[start:end]
        start = end


def _written(document: SearchDocument) -> str:
    """All texts of a document in the order of the fields, each ended by its sign."""
    parts: list[str] = []
    for values in schema.texts_of(document):
        for value in values:
            clean = value if VALUE_ENDS not in value and FIELD_ENDS not in value else value.translate(_CONTROL)
            parts += (clean, _VALUE_ENDS)
        parts.append(_FIELD_ENDS)
    return "".join(parts)


def _row(numbers: NDArray[np.int32]) -> _Row:
    if (numbers == NOTHING).any():
        numbers = numbers[numbers != NOTHING]
    real = numbers >= 0
    signs = np.flatnonzero(~real)
    sizes = np.diff(signs, prepend=-1) - 1
    ends = numbers[signs] == FIELD_END
    fields = np.cumsum(ends) - ends
    after = np.cumsum(sizes) + GAP * np.arange(1, len(signs) + 1)
    starts = np.append(0, after[ends][_FIELDS - 1 :: _FIELDS])
    return _Row(numbers[real], sizes, fields, starts.astype(np.uint32))


def _inverted(row: _Row, rank: NDArray[np.int64], words: int) -> Postings:
    field_bases = (row.fields % _FIELDS * max(1, words)).astype(np.uint64) << _WORD_AT
    keys = rank.astype(np.uint64)[row.words]
    keys <<= _WORD_AT
    keys += np.repeat(field_bases + _gaps(row), row.sizes)
    keys += np.arange(len(keys), dtype=np.uint64)
    keys.sort()
    positions = keys.astype(np.uint32)
    document_at = np.repeat(np.arange(len(row.starts) - 1, dtype=np.uint32), np.diff(row.starts).astype(np.intp))
    keys >>= _WORD_AT
    return layout.cut(keys.astype(np.int32), positions, document_at[positions], row.starts, max(1, words))


def _gaps(row: _Row) -> NDArray[np.uint64]:
    """How much further the words of each stretch stand than if they were counted alone."""
    return GAP * np.arange(len(row.sizes), dtype=np.uint64)


def _lengths(row: _Row, documents: int) -> NDArray[np.int64]:
    """How many words each field of each document has, as rows of documents."""
    lengths = np.bincount(row.fields, row.sizes, minlength=documents * _FIELDS)
    return lengths.astype(np.int64).reshape(documents, _FIELDS)


def _met(some: list[NDArray[np.int32]]) -> NDArray[np.int64]:
    """Each of some spellings once."""
    return np.flatnonzero(np.bincount(np.concatenate(some)))


def _tongues(
    met: Sequence[tuple[str, NDArray[np.int64]]], lexicon: Lexicon, rank: NDArray[np.int64], words: int
) -> NDArray[np.uint64]:
    """For each word of the batch, in their order, bits for the languages whose word it is in a text."""
    found = np.zeros(words, np.uint64)
    for language, spellings in met:
        spoken, bits = lexicon.tongues_of(spellings, language)
        np.bitwise_or.at(found, rank[spoken], bits)
    return found


def _writings(spellings: NDArray[np.int32], lexicon: Lexicon, rank: NDArray[np.int64]) -> Writings:
    """How the words of the batch are written mostly, where that is not as they are compared."""
    often = np.bincount(spellings)
    met = np.flatnonzero(often)
    met = met[lexicon.word_of[met] >= 0]
    otherwise = np.zeros(len(lexicon.words), bool)
    otherwise[lexicon.word_of[met[lexicon.writing_of[met] >= 0]]] = True
    met = met[otherwise[lexicon.word_of[met]]]
    return forms.writings_of(
        rank[lexicon.word_of[met]], lexicon.writing_of[met].astype(np.int64), often[met], lexicon.writings.strings
    )


def _stems(
    met: Sequence[tuple[str, NDArray[np.int64]]], lexicon: Lexicon, rank: NDArray[np.int64]
) -> Iterator[tuple[str, Stems]]:
    """The stems of the words of the batch that are not their own stem, by the stems' own languages."""
    found: dict[str, list[tuple[NDArray[np.int32], NDArray[np.int32]]]] = {}
    for language, spellings in met:
        for own, stems in lexicon.stems_of(spellings, language).items():
            found.setdefault(own, []).append(stems)
    for own, pairs in sorted(found.items()):
        numbers, words = map(np.concatenate, zip(*pairs, strict=True))
        strings, places = lexicon.stems[own].ordered(numbers)
        yield own, forms.stems_of(strings, places[numbers], rank[words])


def _by_language(
    documents: Sequence[SearchDocument], spellings: NDArray[np.int32], lexicon: Lexicon
) -> Iterable[tuple[str, list[NDArray[np.int32]]]]:
    """The spellings of each document, by the languages of the documents."""
    field_ends = np.flatnonzero(lexicon.word_of[spellings] == FIELD_END)
    found: dict[str, list[NDArray[np.int32]]] = {}
    start = 0
    for document, end in zip(documents, field_ends[_FIELDS - 1 :: _FIELDS].tolist(), strict=True):
        found.setdefault(document.language, []).append(spellings[start:end])
        start = end
    return found.items()
