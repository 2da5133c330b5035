"""Counting hits by their labels and by month."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from reader.model.search import Facet, FacetKind, FacetValue
from reader.search.text.days import UNDATED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reader.search.segments.snapshot import Snapshot, View

_MOST_VALUES = 200
_EPOCH = np.datetime64("1970-01-01").astype("datetime64[D]").item().toordinal()


def facets(snapshot: Snapshot, documents: NDArray[np.intp]) -> tuple[Facet, ...]:
    """How many of the documents have each value, for each kind; at most the 200 most frequent values of a kind."""
    counts: dict[str, Counter[str]] = {str(kind): Counter() for kind in FacetKind}
    for view in snapshot.views:
        _count(view, documents, counts)
    return tuple(Facet(kind, _values(counts[kind])) for kind in FacetKind if counts[kind])


def _count(view: View, documents: NDArray[np.intp], counts: dict[str, Counter[str]]) -> None:
    segment = view.segment
    first, last = np.searchsorted(documents, (view.base, view.base + segment.size))
    mine = documents[first:last] - view.base
    found = np.zeros(segment.size, bool)
    found[mine] = True
    often = np.bincount(segment.document_labels[found[segment.label_documents]], minlength=len(segment.labels))
    for number in np.flatnonzero(often).tolist():
        kind, value = segment.label_parts[number]
        if kind in counts:
            counts[kind][value] += int(often[number])


def _values(counts: Counter[str]) -> tuple[FacetValue, ...]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetValue(value, count) for value, count in ordered[:_MOST_VALUES])


def months(snapshot: Snapshot, documents: NDArray[np.intp]) -> tuple[tuple[str, int], ...]:
    """How many of the documents are of each month that has any, in order; those without a date are left out."""
    days = snapshot.days[documents]
    dated = days[days != UNDATED].astype(np.int64) - _EPOCH
    if not len(dated):
        return ()
    numbers = dated.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    first = int(numbers.min())
    counts = np.bincount(numbers - first)
    held = np.flatnonzero(counts)
    names = (held + first).astype("datetime64[M]").astype(str)
    return tuple(zip(names.tolist(), counts[held].tolist(), strict=True))
