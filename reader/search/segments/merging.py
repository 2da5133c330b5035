"""Merging segments: their lists are laid end to end, some million places at a time, without the deleted documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search import schema
from reader.search.segments import forms, layout
from reader.search.segments.joining import joined_columns
from reader.search.segments.layout import Postings, SegmentWriter, risen
from reader.search.segments.uniting import united_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from reader.search.segments.forms import Stems, Writings
    from reader.search.segments.segment import Segment
    from reader.search.segments.snapshot import View

#: Places that are merged at a time; each takes some fifty bytes meanwhile.
_PLACES = 600_000


class _Source(NamedTuple):
    """A segment on its way: which documents stay, their new numbers, how far their positions move, its words' new numbers."""

    segment: Segment
    alive: NDArray[np.bool_]
    numbers: NDArray[np.uint32]
    moves: NDArray[np.uint32]
    words: NDArray[np.int32]


class _Entries(NamedTuple):
    """A source's entries of one field: the number of the first, and their words' new numbers, which rise. A word that goes has the one before's."""

    source: _Source
    begin: int
    words: NDArray[np.int32]

    def between(self, first: int, last: int) -> tuple[int, int]:
        """The entries of the words from ``first`` to before ``last``: the first, and the one after the last."""
        begin, end = np.searchsorted(self.words, np.array((first, last), np.int32)).tolist()
        return self.begin + begin, self.begin + end


def merge(path: Path, views: Sequence[View]) -> None:
    """Write one segment with the documents of all these, without the deleted ones."""
    starts = _starts(views)
    with SegmentWriter(path, len(starts) - 1) as writer:
        words, places = united_words([view.segment.words for view in views], [_living(view) for view in views])
        writer.words(words)
        count = len(words)
        del words
        sources = list(_sources(views, starts, places))
        writer.tongues(_tongues(sources, count))
        writer.writings(_writings(sources))
        for field in range(len(schema.FIELDS)):
            entries = [_entries(source, schema.FIELDS[field]) for source in sources]
            for first, last in _chunks(entries, count):
                taken = (_taken(one, *one.between(first, last), starts) for one in entries)
                writer.postings(_merged(taken, field, starts))
                for source in sources:
                    source.segment.container.release()
        writer.whole_columns(joined_columns(views, starts))
        for language in sorted(frozenset().union(*(view.segment.stemmed for view in views))):
            stems = _stems([one for one in sources if language in one.segment.stemmed], language)
            if stems.strings:
                writer.stems(language, stems)


def _living(view: View) -> NDArray[np.bool_]:
    """Which words of a segment some document has that stays."""
    segment = view.segment
    if not len(view.deleted):
        return np.ones(len(segment.words), bool)
    alive, used = view.alive, np.zeros(len(segment.words), bool)
    for first, last in _cut(np.cumsum(segment.counts, dtype=np.int64)):
        documents, counts = segment.document_lists(first, last)
        begins = np.cumsum(counts, dtype=np.int64) - counts
        used[segment.entry_words[first:last][np.logical_or.reduceat(alive[documents], begins)]] = True
    return used


def _cut(ends: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Ranges of lists with about ``_PLACES`` items together; ``ends`` counts items up to and with each list."""
    first = 0
    while first < len(ends):
        before = ends[first - 1] if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + _PLACES, side="right")))
        yield first, last
        first = last


def _starts(views: Sequence[View]) -> NDArray[np.uint32]:
    spans = [np.diff(view.segment.starts.astype(np.int64))[view.alive] for view in views]
    starts = np.concatenate(([0], np.cumsum(np.concatenate(spans))))
    if starts[-1] > np.iinfo(np.uint32).max:
        raise OverflowError(int(starts[-1]))
    return starts.astype(np.uint32)


def _sources(
    views: Sequence[View], starts: NDArray[np.uint32], places: Sequence[NDArray[np.int32]]
) -> Iterator[_Source]:
    base = 0
    for view, words in zip(views, places, strict=True):
        alive = view.alive
        numbers = (base + np.cumsum(alive) - alive).astype(np.uint32)
        new = np.zeros(len(alive), np.int64)
        new[alive] = starts[base : base + view.count]
        moves = (new - view.segment.starts[:-1]).astype(np.uint32)  # also downwards: sums in 32 bits come round
        yield _Source(view.segment, alive, numbers, moves, words)
        base += view.count


def _entries(source: _Source, field: str) -> _Entries:
    begin, end = source.segment.entries(field)
    words = source.words[source.segment.entry_words[begin:end]]
    return _Entries(source, begin, np.maximum.accumulate(words) if len(words) else words)


def _chunks(entries: Sequence[_Entries], words: int) -> Iterator[tuple[int, int]]:
    """Ranges of new words whose places in the field fit into memory together."""
    totals = np.zeros(words, np.int64)
    for source, begin, held in entries:
        numbers = source.words[source.segment.entry_words[begin : begin + len(held)]]
        some = numbers >= 0
        totals[numbers[some]] += source.segment.totals[begin : begin + len(held)][some]
    if totals.any():
        yield from _cut(np.cumsum(totals))


def _merged(taken: Iterable[_Taken], field: int, starts: NDArray[np.uint32]) -> Postings:
    """The postings of some words in a field, from all sources.

    The lists of a word follow each other as they are; only the first step of each is from the last number of the one before.
    """
    held, counts, totals, documents, frequencies, positions = map(np.concatenate, zip(*taken, strict=True))
    order = np.argsort(held, kind="stable")
    if (order[1:] < order[:-1]).any():
        documents, frequencies = _ordered(order, counts, documents, frequencies)
        (positions,) = _ordered(order, totals, positions)
        held, counts, totals = held[order], counts[order], totals[order]
    again = np.flatnonzero(held[1:] == held[:-1]) + 1
    if len(again):
        positions[(np.cumsum(totals, dtype=np.int64) - totals)[again]] += _left(
            documents, counts, positions, totals, starts
        )[again - 1]
    _continue(documents, counts, again)
    new = np.ones(len(held), bool)
    new[again] = False
    begins = np.flatnonzero(new)
    return Postings(
        np.full(len(begins), field, np.int64),
        held[begins].astype(np.uint32),
        np.add.reduceat(counts, begins, dtype=np.uint32) if len(begins) else counts,
        np.add.reduceat(totals, begins, dtype=np.uint32) if len(begins) else totals,
        documents,
        frequencies,
        positions,
    )


def _ordered(
    order: NDArray[np.int64], sizes: NDArray[np.uint32], *rows: NDArray[np.uint32]
) -> list[NDArray[np.uint32]]:
    """The lists that lie in rows one after another, in another order."""
    ends = np.cumsum(sizes, dtype=np.int64)
    moved = sizes[order]
    new_ends = np.cumsum(moved, dtype=np.int64)
    places = np.arange(int(ends[-1])) + np.repeat((ends - sizes)[order] - (new_ends - moved), moved)
    return [row[places] for row in rows]


def _continue(steps: NDArray[np.uint32], sizes: NDArray[np.uint32], again: NDArray[np.int64]) -> None:
    """Make the first step of the lists ``again`` one from the end of the list before. Sums come round in 32 bits."""
    begins = np.cumsum(sizes, dtype=np.int64) - sizes
    if len(again):
        last = np.add.reduceat(steps, begins, dtype=np.uint32)
        steps[begins[again]] -= last[again - 1]


def _left(
    documents: NDArray[np.uint32],
    counts: NDArray[np.uint32],
    positions: NDArray[np.uint32],
    totals: NDArray[np.uint32],
    starts: NDArray[np.uint32],
) -> NDArray[np.uint32]:
    """How much of its last document each list leaves behind its last place: what all its documents have, less all its steps."""
    sizes = np.diff(starts)[risen(documents, counts)]
    have = np.add.reduceat(sizes, np.cumsum(counts, dtype=np.int64) - counts, dtype=np.uint32)
    have -= np.add.reduceat(positions, np.cumsum(totals, dtype=np.int64) - totals, dtype=np.uint32)
    return have


class _Taken(NamedTuple):
    """Entries of one source: their new words, how many documents and places each has, and its lists, of which each begins at 0."""

    words: NDArray[np.int32]
    counts: NDArray[np.uint32]
    totals: NDArray[np.uint32]
    documents: NDArray[np.uint32]
    frequencies: NDArray[np.uint32]
    positions: NDArray[np.uint32]


def _taken(entries: _Entries, begin: int, end: int, starts: NDArray[np.uint32]) -> _Taken:
    source, segment = entries.source, entries.source.segment
    if begin == end:
        return _Taken(np.empty(0, np.int32), *[np.empty(0, np.uint32)] * 5)
    if not source.alive.all():
        return _remaining(source, begin, end, starts)
    counts, totals = segment.counts[begin:end], segment.totals[begin:end]
    documents, frequencies, positions = segment.steps(begin, end)
    documents[np.cumsum(counts, dtype=np.int64) - counts] += source.numbers[0]
    return _Taken(source.words[segment.entry_words[begin:end]], counts, totals, documents, frequencies, positions)


def _remaining(source: _Source, begin: int, end: int, starts: NDArray[np.uint32]) -> _Taken:
    """The same where some documents go."""
    segment = source.segment
    documents, positions, totals = segment.places(begin, end)
    entry_words = np.repeat(source.words[segment.entry_words[begin:end]], totals)
    kept = source.alive[documents]
    documents, positions, entry_words = documents[kept], positions[kept], entry_words[kept]
    positions += source.moves[documents]
    words = int(entry_words.max(initial=0)) + 1
    cut = layout.cut(entry_words, positions, source.numbers[documents], starts, words)
    return _Taken(cut.words.astype(np.int32), *cut[2:])


def _tongues(sources: Sequence[_Source], words: int) -> NDArray[np.uint64]:
    """Which languages have each word, in any of the sources, those of deleted documents included."""
    found = np.zeros(words, np.uint64)
    for source in sources:
        stay = source.words >= 0
        found[source.words[stay]] |= source.segment.forms.all_tongues()[stay]
    return found


def _writings(sources: Sequence[_Source]) -> Writings:
    """How words are written mostly in any of the sources, those of deleted documents included."""
    strings: dict[bytes, int] = {}
    words, writings, counts = [np.empty(0, np.int64)], [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for source in sources:
        held = source.segment.forms.all_writings()
        numbers = [strings.setdefault(string, len(strings)) for string in held.strings]
        new = source.words[held.words].astype(np.int64)
        stay = new >= 0
        words.append(new[stay])
        writings.append(np.array(numbers, np.int64)[stay])
        counts.append(held.counts[stay].astype(np.int64))
    return forms.writings_of(np.concatenate(words), np.concatenate(writings), np.concatenate(counts), list(strings))


def _stems(sources: Sequence[_Source], language: str) -> Stems:
    """The stems of a language whose words some document has that stays."""
    held = [source.segment.forms.all_stems(language) for source in sources]
    strings = sorted(set().union(*(one.strings for one in held)))
    place = {string: number for number, string in enumerate(strings)}
    words = [source.words[one.words] for source, one in zip(sources, held, strict=True)]
    numbers = [np.array([place[string] for string in one.strings], np.int64)[one.numbers] for one in held]
    stay = np.concatenate(words) >= 0
    return forms.stems_of(strings, np.concatenate(numbers)[stay], np.concatenate(words)[stay].astype(np.int64))
