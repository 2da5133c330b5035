"""Counting hits by their labels and by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reader.model.search import Facet, FacetKind, FacetValue
from reader.search.text.days import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reader.search.segments.segment import Segment
    from reader.search.segments.snapshot import Snapshot, View

_MOST_VALUES = 200
#: Labels of less than this part of the documents are picked out.
_FEW = 8
#: So many labels stay in a processor's cache while they are counted.
_PIECE = 1 << 15
_EPOCH = np.datetime64("1970-01-01").astype("datetime64[D]").item().toordinal()


def facets(snapshot: Snapshot, documents: NDArray[np.intp]) -> tuple[Facet, ...]:
    """How many of the documents have each value, for each kind; at most the 200 most frequent values of a kind."""
    counts: dict[str, dict[str, int]] = {str(kind): {} for kind in FacetKind}
    for view in snapshot.views:
        _count(view, documents, counts)
    return tuple(Facet(kind, _values(counts[kind])) for kind in FacetKind if counts[kind])


def _count(view: View, documents: NDArray[np.intp], counts: dict[str, dict[str, int]]) -> None:
    segment = view.segment
    first, last = documents.searchsorted((view.base, view.base + segment.size)).tolist()
    often = np.zeros(len(segment.labels), np.intp)
    for labels in _labels(segment, documents[first:last] - view.base):
        often += np.bincount(labels, minlength=len(often))
    numbers = np.flatnonzero(often)
    for number, count in zip(numbers.tolist(), often[numbers].tolist(), strict=True):
        kind, value = segment.label_parts[number]
        if kind in counts:
            counts[kind][value] = counts[kind].get(value, 0) + count


def _labels(segment: Segment, documents: NDArray[np.intp]) -> Iterator[NDArray[np.uint32]]:
    """The labels of some documents, so many at a time: of a few picked out, of many looked for among those of all."""
    if len(documents) * _FEW < segment.size:
        yield segment.document_labels[_label_places(segment, documents)]
        return
    found = np.zeros(segment.size, bool)
    found[documents] = True
    for begin in range(0, len(segment.document_labels), _PIECE):
        piece = slice(begin, begin + _PIECE)
        yield segment.document_labels[piece][found[segment.label_documents[piece]]]


def _label_places(segment: Segment, documents: NDArray[np.intp]) -> NDArray[np.intp]:
    """Where the labels of some documents are among those of all."""
    begins = segment.labels_at[documents].astype(np.intp)
    sizes = segment.labels_at[documents + 1] - begins
    ends = np.cumsum(sizes)
    return np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(begins - (ends - sizes), sizes)


def _values(counts: dict[str, int]) -> tuple[FacetValue, ...]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetValue(value, count) for value, count in ordered[:_MOST_VALUES])


def months(snapshot: Snapshot, documents: NDArray[np.intp]) -> tuple[tuple[str, int], ...]:
    """How many of the documents are of each month that has any, in order; those without a date are left out."""
    days = snapshot.days[documents]
    days = days[np.flatnonzero(days != UNDATED)]
    if not len(days):
        return ()
    earliest = int(days.min())
    often = np.bincount(days - earliest)
    held = np.flatnonzero(often)
    numbers = (held + (earliest - _EPOCH)).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    begins = np.flatnonzero(np.diff(numbers, prepend=numbers[0] - 1))
    names = numbers[begins].astype("datetime64[M]").astype(str)
    return tuple(zip(names.tolist(), np.add.reduceat(often[held], begins).tolist(), strict=True))
