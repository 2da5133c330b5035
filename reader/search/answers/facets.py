"""Counting hits by their labels, by month and by year: as many as the list has that a press on the number leads to.

So where translations are one hit, a value counts works; and of values that a query takes for one, all count together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from reader.model.search import Facet, FacetKind, FacetValue
from reader.search.text.days import UNDATED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from reader.search.segments.segment import Segment
    from reader.search.segments.snapshot import Snapshot, View

_MOST_VALUES = 200
#: Labels of less than this part of the documents are picked out.
_FEW = 8
#: So many labels stay in a processor's cache while they are counted.
_PIECE = 1 << 15
#: A label or a date, and below it the number of a work, in one number.
_WORK_BITS = 32
_KINDS = frozenset(map(str, FacetKind))
_EPOCH = np.datetime64("1970-01-01").astype("datetime64[D]").item().toordinal()


def facets(snapshot: Snapshot, documents: NDArray[np.intp], *, fold: bool) -> tuple[Facet, ...]:
    """How many of the documents, or of their works, have each value, for each kind; at most the 200 most frequent values of a kind."""
    counts = counted(snapshot, documents, fold=fold)
    return tuple(Facet(kind, _values(counts[kind])) for kind in FacetKind if counts[kind])


def counted(snapshot: Snapshot, documents: NDArray[np.intp], *, fold: bool) -> dict[str, dict[str, int]]:
    """The same of all values, by kinds."""
    counts: dict[str, dict[str, int]] = {str(kind): {} for kind in FacetKind}
    for view in snapshot.views:
        _count(view, documents, counts)
    for (kind, value), count in _again(snapshot, documents) if fold else ():
        counts[kind][value] -= count
    return counts


def as_asked(
    found: Sequence[Facet], meant: Callable[[FacetKind, str], frozenset[str]], count: Callable[[FacetKind, str], int]
) -> tuple[Facet, ...]:
    """Facets as a query counts them: values that it takes in together (a language and its scripts) are counted anew, and those that mean the same are one."""
    return tuple(Facet(facet.kind, _as_asked(facet, meant, count)) for facet in found)


def _as_asked(
    facet: Facet, meant: Callable[[FacetKind, str], frozenset[str]], count: Callable[[FacetKind, str], int]
) -> tuple[FacetValue, ...]:
    counts: dict[str, int] = {}
    seen: set[frozenset[str]] = set()
    for one in facet.values:
        taken_in = meant(facet.kind, one.value) or frozenset((one.value,))
        if taken_in not in seen:
            seen.add(taken_in)
            counts[one.value] = one.count if taken_in == {one.value} else count(facet.kind, one.value)
    return _values(counts)


def _count(view: View, documents: NDArray[np.intp], counts: dict[str, dict[str, int]]) -> None:
    segment = view.segment
    first, last = documents.searchsorted((view.base, view.base + segment.size)).tolist()
    often = np.zeros(len(segment.labels.names), np.intp)
    for labels in _labels(segment, documents[first:last] - view.base):
        often += np.bincount(labels, minlength=len(often))
    numbers = np.flatnonzero(often)
    for number, count in zip(numbers.tolist(), often[numbers].tolist(), strict=True):
        kind, value = segment.labels.parts[number]
        if kind in counts:
            counts[kind][value] = counts[kind].get(value, 0) + count


def _labels(segment: Segment, documents: NDArray[np.intp]) -> Iterator[NDArray[np.unsignedinteger[Any]]]:
    """The labels of some documents, so many at a time: of a few picked out, of many looked for among those of all."""
    if len(documents) * _FEW < segment.size:
        yield segment.labels.numbers[_label_places(segment, documents)]
        return
    found = np.zeros(segment.size, bool)
    found[documents] = True
    for begin in range(0, len(segment.labels.numbers), _PIECE):
        piece = slice(begin, begin + _PIECE)
        yield segment.labels.numbers[piece][found[segment.labels.documents[piece]]]


def _label_places(segment: Segment, documents: NDArray[np.intp]) -> NDArray[np.intp]:
    """Where the labels of some documents are among those of all."""
    begins = segment.labels.at[documents].astype(np.intp)
    sizes = segment.labels.at[documents + 1] - begins
    ends = np.cumsum(sizes)
    return np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(begins - (ends - sizes), sizes)


def _again(snapshot: Snapshot, documents: NDArray[np.intp]) -> Iterator[tuple[tuple[str, str], int]]:
    """How often a label was counted for a work that had it already."""
    twins = _twins(snapshot, documents)
    numbers: dict[tuple[str, str], int] = {}
    pairs = [np.empty(0, np.int64)]
    for view in snapshot.views:
        segment = view.segment
        own = twins[slice(*twins.searchsorted((view.base, view.base + segment.size)))]
        places = own - view.base
        labels = segment.labels.numbers[_label_places(segment, places)]
        works = np.repeat(
            snapshot.works[own], segment.labels.at[places + 1] - segment.labels.at[places].astype(np.intp)
        )
        held = np.flatnonzero(np.bincount(labels, minlength=len(segment.labels.names)))
        known = np.zeros(len(segment.labels.names), np.int64)
        known[held] = [numbers.setdefault(segment.labels.parts[number], len(numbers)) for number in held.tolist()]
        pairs.append(known[labels] << _WORK_BITS | works)
    together = np.sort(np.concatenate(pairs))
    often = np.bincount(together[1:][together[1:] == together[:-1]] >> _WORK_BITS, minlength=len(numbers))
    return (
        (label, count) for label, count in zip(numbers, often.tolist(), strict=True) if count and label[0] in _KINDS
    )


def _twins(snapshot: Snapshot, documents: NDArray[np.intp]) -> NDArray[np.intp]:
    """Those of the documents of whose work there is another."""
    shared = np.zeros(snapshot.size, bool)
    shared[snapshot.translated[0]] = True
    return documents[shared[documents]]


def _values(counts: dict[str, int]) -> tuple[FacetValue, ...]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetValue(value, count) for value, count in ordered[:_MOST_VALUES])


def months(snapshot: Snapshot, documents: NDArray[np.intp], *, fold: bool) -> tuple[tuple[str, int], ...]:
    """How many of the documents, or of their works, are of each month that has any, in order; those without a date are left out."""
    return _by_date(snapshot, documents, "M", fold=fold)


def years(snapshot: Snapshot, documents: NDArray[np.intp], *, fold: bool) -> tuple[tuple[str, int], ...]:
    """The same of each year: not always the sum of its months, as a work's translations may be of several."""
    return _by_date(snapshot, documents, "Y", fold=fold)


def _by_date(
    snapshot: Snapshot, documents: NDArray[np.intp], unit: Literal["M", "Y"], *, fold: bool
) -> tuple[tuple[str, int], ...]:
    dated = documents[np.flatnonzero(snapshot.days[documents] != UNDATED)]
    if not len(dated):
        return ()
    days = snapshot.days[dated]
    earliest = int(days.min())
    every = np.arange(int(days.max()) - earliest + 1) + (earliest - _EPOCH)
    numbers = every.astype("datetime64[D]").astype(f"datetime64[{unit}]").astype(np.int64)
    often = np.bincount(numbers[days - earliest] - numbers[0])
    if fold:
        twins = _twins(snapshot, dated)
        dates = numbers[snapshot.days[twins] - earliest] - numbers[0]
        together = np.sort(dates << _WORK_BITS | snapshot.works[twins])
        again = together[1:][together[1:] == together[:-1]] >> _WORK_BITS
        often -= np.bincount(again, minlength=len(often))
    held = np.flatnonzero(often)
    names = (held + numbers[0]).astype(f"datetime64[{unit}]").astype(str)
    return tuple(zip(names.tolist(), often[held].tolist(), strict=True))
