"""Merging segments: their lists are laid end to end, some million places at a time, without the deleted documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search import schema
from reader.search.segments import layout
from reader.search.segments.layout import Columns, Postings, SegmentWriter
from reader.search.segments.segment import LENGTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

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
    words: NDArray[np.int64]


def merge(path: Path, views: Sequence[View]) -> None:
    """Write one segment with the documents of all these, without the deleted ones."""
    words, places = _vocabulary(views)
    starts = _starts(views)
    with SegmentWriter(path) as writer:
        writer.words(words)
        sources = list(_sources(views, starts, places))
        for field in range(len(schema.FIELDS)):
            for first, last in _chunks(sources, field, len(words)):
                writer.postings(_merged(sources, field, first, last, len(words)))
                for source in sources:
                    source.segment.container.release()
        writer.whole_columns(_columns(views, starts))
        writer.stems(stem for source in sources for stem in _stems(source))


def _vocabulary(views: Sequence[View]) -> tuple[list[bytes], list[NDArray[np.int64]]]:
    """All words in order, and for each segment the new number of each of its words; of those that go a number that is not used."""
    living = [_living(view) for view in views]
    held = [[view.segment.words[number] for number in some.tolist()] for view, some in zip(views, living, strict=True)]
    words = sorted(set().union(*held))
    numbers = {word: number for number, word in enumerate(words)}
    places = []
    for view, some, mine in zip(views, living, held, strict=True):
        place = np.full(len(view.segment.words), -1, np.int64)
        place[some] = [numbers[word] for word in mine]
        places.append(place)
    return words, places


def _living(view: View) -> NDArray[np.int64]:
    """The words of a segment that some document has which stays."""
    segment = view.segment
    if not len(view.deleted):
        return np.arange(len(segment.words))
    alive, used = view.alive, np.zeros(len(segment.words), bool)
    for first, last in _cut(np.cumsum(segment.counts, dtype=np.int64)):
        documents, counts = segment.document_lists(first, last)
        begins = np.cumsum(counts, dtype=np.int64) - counts
        used[segment.entry_words[first:last][np.logical_or.reduceat(alive[documents], begins)]] = True
    return np.flatnonzero(used)


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
    views: Sequence[View], starts: NDArray[np.uint32], places: Sequence[NDArray[np.int64]]
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
    taken = [_taken(source, schema.FIELDS[field], first, last) for source in sources]
    entries = np.concatenate([one.words for one in taken])
    totals = np.concatenate([one.totals for one in taken])
    positions = np.concatenate([one.positions for one in taken])
    documents = np.concatenate([one.documents for one in taken])
    del taken
    if last - first == 1:  # the sources' lists follow each other as they are; such a word may have millions of places
        return layout.cut(np.broadcast_to(np.int32(field * words + first), len(positions)), positions, documents, words)
    order = np.argsort(entries, kind="stable")
    sizes = totals[order]
    ends = np.cumsum(sizes)
    begins = (np.cumsum(totals) - totals)[order]
    places = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(begins - (ends - sizes), sizes)
    positions, documents = positions[places], documents[places]
    entries, totals = entries[order], sizes
    del places
    return layout.cut(np.repeat((field * words + entries).astype(np.int32), totals), positions, documents, words)


class _Taken(NamedTuple):
    """Entries of one source: their new words, how many places each has, and the places."""

    words: NDArray[np.int64]
    totals: NDArray[np.int64]
    positions: NDArray[np.uint32]
    documents: NDArray[np.uint32]


def _taken(source: _Source, field: str, first: int, last: int) -> _Taken:
    begin, end = source.segment.entries(field)
    words = source.words[source.segment.entry_words[begin:end]]
    chosen = np.flatnonzero((words >= first) & (words < last))
    if not len(chosen):
        return _Taken(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.uint32), np.empty(0, np.uint32))
    begin, end = begin + int(chosen[0]), begin + int(chosen[-1]) + 1
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
        [labels for segment, mask in zip(segments, alive, strict=True) for labels in _labels(segment, mask)],
    )


def _totals(views: Sequence[View], lengths: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Lengths of the fields over all documents: exact where nothing was deleted, else as the length bytes have them."""
    if not any(len(view.deleted) for view in views):
        sums = [[view.segment.total_length(field) for field in schema.FIELDS] for view in views]
        return np.array(sums, np.int64).sum(axis=0)
    return LENGTHS[lengths].sum(axis=0).astype(np.int64)


def _labels(segment: Segment, alive: NDArray[np.bool_]) -> Iterator[list[str]]:
    names = [segment.labels[number].decode() for number in range(len(segment.labels))]
    flat, at = segment.document_labels.tolist(), segment.labels_at.tolist()
    for document in np.flatnonzero(alive).tolist():
        yield [names[number] for number in flat[at[document] : at[document + 1]]]


def _stems(source: _Source) -> Iterator[tuple[str, str, int]]:
    for language in source.segment.stemmed:
        for stem, words in source.segment.all_stems(language):
            yield from ((language, stem, int(source.words[word])) for word in words if source.words[word] >= 0)
