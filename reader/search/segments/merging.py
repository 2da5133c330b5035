"""Merging segments: their lists are laid end to end, some million places at a time, without the deleted documents."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search import schema
from reader.search.segments import layout
from reader.search.segments.layout import Columns, Labels, Postings, SegmentWriter, Stems
from reader.search.segments.segment import LENGTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from reader.search.segments.segment import Segment
    from reader.search.segments.snapshot import View
    from reader.search.segments.strings import Strings

#: Places that are merged at a time; each takes some fifty bytes meanwhile.
_PLACES = 600_000


class _Source(NamedTuple):
    """A segment on its way: which documents stay, their new numbers, how far their positions move, its words' new numbers."""

    segment: Segment
    alive: NDArray[np.bool_]
    numbers: NDArray[np.uint32]
    moves: NDArray[np.uint32]
    words: NDArray[np.int32]


def merge(path: Path, views: Sequence[View]) -> None:
    """Write one segment with the documents of all these, without the deleted ones."""
    starts = _starts(views)
    with SegmentWriter(path, len(starts) - 1) as writer:
        words, places = _united([view.segment.words for view in views], [_living(view) for view in views])
        writer.words(words)
        count = len(words)
        del words
        sources = list(_sources(views, starts, places))
        for field in range(len(schema.FIELDS)):
            for first, last in _chunks(sources, field, count):
                writer.postings(_merged(sources, field, first, last, count))
                for source in sources:
                    source.segment.container.release()
        writer.whole_columns(_columns(views, starts))
        for language in sorted(frozenset().union(*(view.segment.stemmed for view in views))):
            stems = _stems([one for one in sources if language in one.segment.stemmed], language)
            if stems.strings:
                writer.stems(language, stems)


def _united(
    held: Sequence[Strings], wanted: Sequence[NDArray[np.bool_]]
) -> tuple[list[bytes], list[NDArray[np.int32]]]:
    """All strings that are wanted, in order; and the new number of each old one, -1 for those that go.

    Only one segment's strings are in memory at a time beside those of all.
    """
    numbers: dict[bytes, int] = {}
    for strings, some in zip(held, wanted, strict=True):
        numbers.update(dict.fromkeys(_chosen(strings, some), -1))
    united = sorted(numbers)
    numbers.update(zip(united, range(len(united)), strict=True))
    places = []
    for strings, some in zip(held, wanted, strict=True):
        place = np.full(len(strings), -1, np.int32)
        place[some] = list(map(numbers.__getitem__, _chosen(strings, some)))
        places.append(place)
    return united, places


def _chosen(strings: Strings, some: NDArray[np.bool_]) -> Iterable[bytes]:
    return strings.all() if some.all() else compress(strings.all(), some.tolist())


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


def _chunks(sources: Sequence[_Source], field: int, words: int) -> Iterator[tuple[int, int]]:
    """Ranges of new words whose places in the field fit into memory together."""
    totals = np.zeros(words, np.int64)
    for source in sources:
        first, last = source.segment.entries(schema.FIELDS[field])
        new = source.words[source.segment.entry_words[first:last]]
        np.add.at(totals, new[new >= 0], source.segment.totals[first:last][new >= 0])
    if totals.any():
        yield from _cut(np.cumsum(totals))


def _merged(sources: Sequence[_Source], field: int, first: int, last: int, words: int) -> Postings:
    """The postings of the words from ``first`` to before ``last`` in a field."""
    if last - first == 1:
        return _merged_word(sources, field, first, words)
    taken = [_taken(source, schema.FIELDS[field], first, last) for source in sources]
    entries = np.concatenate([one.words for one in taken])
    totals = np.concatenate([one.totals for one in taken])
    positions = np.concatenate([one.positions for one in taken])
    documents = np.concatenate([one.documents for one in taken])
    del taken
    order = np.argsort(entries, kind="stable")
    sizes = totals[order]
    ends = np.cumsum(sizes)
    begins = (np.cumsum(totals) - totals)[order]
    places = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(begins - (ends - sizes), sizes)
    positions, documents = positions[places], documents[places]
    entries, totals = entries[order], sizes
    del places
    return layout.cut(np.repeat((field * words + entries).astype(np.int32), totals), positions, documents, words)


def _merged_word(sources: Sequence[_Source], field: int, word: int, words: int) -> Postings:
    """The postings of one word, whose lists follow each other as they are. It may have millions of places: no copies are made."""
    name = schema.FIELDS[field]
    most = sum(int(source.segment.totals[slice(*_entries(source, name, word, word + 1))].sum()) for source in sources)
    positions, documents, filled = np.empty(most, np.uint32), np.empty(most, np.uint32), 0
    for source in sources:
        one = _taken(source, name, word, word + 1)
        end = filled + len(one.positions)
        positions[filled:end], documents[filled:end], filled = one.positions, one.documents, end
        source.segment.container.release()
    entry = np.broadcast_to(np.int32(field * words + word), filled)
    return layout.cut(entry, positions[:filled], documents[:filled], words)


class _Taken(NamedTuple):
    """Entries of one source: their new words, how many places each has, and the places."""

    words: NDArray[np.int32]
    totals: NDArray[np.int64]
    positions: NDArray[np.uint32]
    documents: NDArray[np.uint32]


def _taken(source: _Source, field: str, first: int, last: int) -> _Taken:
    begin, end = _entries(source, field, first, last)
    if begin == end:
        return _Taken(np.empty(0, np.int32), np.empty(0, np.int64), np.empty(0, np.uint32), np.empty(0, np.uint32))
    words = source.words[source.segment.entry_words[begin:end]]
    positions, totals = source.segment.postings(begin, end)
    documents = source.segment.documents_of_places(begin, end)
    kept = source.alive[documents]
    sizes = np.add.reduceat(kept, np.cumsum(totals, dtype=np.int64) - totals, dtype=np.int64)
    if not kept.all():
        documents, positions = documents[kept], positions[kept]
    positions += source.moves[documents]
    some = sizes > 0
    return _Taken(words[some], sizes[some], positions, source.numbers[documents])


def _entries(source: _Source, field: str, first: int, last: int) -> tuple[int, int]:
    """The entries of the segment's field with these new words."""
    begin, end = source.segment.entries(field)
    words = source.words[source.segment.entry_words[begin:end]]
    chosen = np.flatnonzero((words >= first) & (words < last))
    return (begin + int(chosen[0]), begin + int(chosen[-1]) + 1) if len(chosen) else (begin, begin)


def _columns(views: Sequence[View], starts: NDArray[np.uint32]) -> Columns:
    alive = [view.alive for view in views]
    segments = [view.segment for view in views]
    lengths = [np.stack([segment.lengths(field) for field in schema.FIELDS], axis=1) for segment in segments]
    kept = np.concatenate([rows[mask] for rows, mask in zip(lengths, alive, strict=True)])
    return Columns(
        np.concatenate([segment.keys[mask] for segment, mask in zip(segments, alive, strict=True)]),
        np.concatenate([segment.days[mask] for segment, mask in zip(segments, alive, strict=True)]),
        np.concatenate([segment.works[mask] for segment, mask in zip(segments, alive, strict=True)]),
        starts,
        kept,
        _totals(views, kept),
        _labels(segments, alive),
    )


def _totals(views: Sequence[View], lengths: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Lengths of the fields over all documents: exact where nothing was deleted, else as the length bytes have them."""
    if not any(len(view.deleted) for view in views):
        sums = [[view.segment.total_length(field) for field in schema.FIELDS] for view in views]
        return np.array(sums, np.int64).sum(axis=0)
    return LENGTHS[lengths].sum(axis=0).astype(np.int64)


def _labels(segments: Sequence[Segment], alive: Sequence[NDArray[np.bool_]]) -> Labels:
    sizes = [np.diff(segment.labels_at).astype(np.int64) for segment in segments]
    kept = [
        segment.document_labels[np.repeat(mask, size)]
        for segment, mask, size in zip(segments, alive, sizes, strict=True)
    ]
    used = [np.bincount(some, minlength=len(segment.labels)) > 0 for segment, some in zip(segments, kept, strict=True)]
    names, places = _united([segment.labels for segment in segments], used)
    numbers = np.concatenate([place[some] for place, some in zip(places, kept, strict=True)]).astype(np.uint32)
    counts = np.concatenate([size[mask] for size, mask in zip(sizes, alive, strict=True)])
    return Labels(names, numbers, np.concatenate(([0], np.cumsum(counts))).astype(np.uint32))


def _stems(sources: Sequence[_Source], language: str) -> Stems:
    """The stems of a language whose words some document has that stays."""
    held = [source.segment.all_stems(language) for source in sources]
    strings = sorted(set().union(*(one.strings for one in held)))
    place = {string: number for number, string in enumerate(strings)}
    words = [source.words[one.words] for source, one in zip(sources, held, strict=True)]
    numbers = [np.array([place[string] for string in one.strings], np.int64)[one.numbers] for one in held]
    stay = np.concatenate(words) >= 0
    return layout.stems_of(strings, np.concatenate(numbers)[stay], np.concatenate(words)[stay].astype(np.int64))
