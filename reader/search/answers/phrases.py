"""Words next to each other: rising lists of places, each moved back to the phrase's first word, and what is in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reader.search.segments.segment import Segment

_FEW = 4_000
_FAR_MORE = 16
#: Places that are marked at a time: a table that stays in a processor's cache.
_WINDOW = 1 << 20


def phrase(
    segment: Segment, field: str, parts: Sequence[Sequence[str]]
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """The documents of a segment in which the parts follow each other, and how often. A part is any of several terms."""
    entries = [[entry for term in part if (entry := segment.find(field, term))] for part in parts]
    starts: NDArray[np.uint32] | None = None
    for place in sorted(range(len(parts)), key=lambda at: sum(entry.places for entry in entries[at])):
        lists = [segment.positions(entry) for entry in entries[place]]
        if not lists:
            return _counted(segment, np.empty(0, np.uint32))
        places = lists[0] if len(lists) == 1 else np.sort(np.concatenate(lists))
        places = places[np.searchsorted(places, np.uint32(place)) :]
        places -= np.uint32(place)
        starts = places if starts is None else _shared(starts, places)
        if not len(starts):
            break
    return _counted(segment, starts if starts is not None else np.empty(0, np.uint32))


def _shared(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The places that are in both; both are in order."""
    few, many = sorted((one, other), key=len)
    if not len(few):
        return few
    if len(few) > _FEW and len(many) < _FAR_MORE * len(few):
        return _marked(few, many)
    at = np.searchsorted(many, few)
    at[at == len(many)] = 0
    return few[many[at] == few]


def _marked(few: NDArray[np.uint32], many: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The same, by marking the few in a table and looking the many up in it, one window after another."""
    edges = np.arange(0, int(few[-1]) + 1 + _WINDOW, _WINDOW, dtype=np.uint32)
    cuts, others = np.searchsorted(few, edges).tolist(), np.searchsorted(many, edges).tolist()
    table = np.zeros(_WINDOW, bool)
    found = []
    for number, base in enumerate(edges[:-1]):
        asked = many[others[number] : others[number + 1]]
        if cuts[number] < cuts[number + 1] and len(asked):
            marks = np.subtract(few[cuts[number] : cuts[number + 1]], base, dtype=np.intp)  # what NumPy looks up by
            table[marks] = True
            found.append(asked[table[np.subtract(asked, base, dtype=np.intp)]])
            table[marks] = False
    return np.concatenate(found) if found else few[:0]


def _counted(segment: Segment, starts: NDArray[np.uint32]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    if len(starts) > segment.size:  # then there are fewer documents to look up than places
        often = np.diff(starts.searchsorted(segment.starts))
        found = np.flatnonzero(often)
        return found, often[found].astype(np.float32)
    documents = np.searchsorted(segment.starts, starts, side="right") - 1
    first = np.ones(len(documents), bool)
    np.not_equal(documents[1:], documents[:-1], out=first[1:])
    begins = np.flatnonzero(first)
    return documents[begins], np.diff(begins, append=len(documents)).astype(np.float32)
