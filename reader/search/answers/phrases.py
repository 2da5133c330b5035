"""Words next to each other: rising lists of places, each moved back to the phrase's first word, and what is in all of them."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from reader.search.segments.lists import PIECE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from reader.search.segments.segment import Entry, Segment

#: Places are looked for one by one in a list so many times as long.
_FAR_MORE = 16
#: Places that are marked at a time: a table that stays in a processor's cache.
_WINDOW = 1 << 19
#: With fewer in each window, both lists are sorted together sooner than the windows are gone through.
_FEWEST_MARKED = 1_000


def phrase(
    segment: Segment, field: str, parts: Sequence[Sequence[str]]
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """The documents of a segment in which the parts follow each other, and how often. A part is any of several terms."""
    entries = [[entry for term in part if (entry := segment.find(field, term))] for part in parts]
    rarest_first = sorted(range(len(parts)), key=lambda at: sum(entry.places for entry in entries[at]))
    starts = reduce(_both, [_starts(segment, entries[place], place) for place in rarest_first])
    return _counted(segment, np.concatenate([np.empty(0, np.uint32), *starts]))


def _starts(segment: Segment, entries: Sequence[Entry], place: int) -> Iterator[NDArray[np.uint32]]:
    """Where phrases begin that have any of the entries at this place, rising, a piece after another."""
    for piece in _pieces(segment, entries):
        starts = piece[piece.searchsorted(np.uint32(place)) :]
        starts -= np.uint32(place)
        if len(starts):
            yield starts


def _pieces(segment: Segment, entries: Sequence[Entry]) -> Iterator[NDArray[np.uint32]]:
    """The places of any of the entries, rising, a piece after another."""
    if len(entries) == 1:
        yield from segment.positions(entries[0])
    elif entries:
        places = np.sort(np.concatenate([piece for entry in entries for piece in segment.positions(entry)]))
        yield from np.array_split(places, -(-len(places) // PIECE))


def _both(one: Iterator[NDArray[np.uint32]], other: Iterator[NDArray[np.uint32]]) -> Iterator[NDArray[np.uint32]]:
    """What is in both of two rows of rising pieces; of the other no more is read than the one asks for.

    So only pieces are held, however long the lists are.
    """
    held = np.empty(0, np.uint32)
    for piece in one:
        asked = piece
        while len(asked):
            if not len(held):
                held = next(other, held)
                if not len(held):
                    return
            end = min(asked[-1], held[-1])
            cut, held_cut = asked.searchsorted(end, side="right"), held.searchsorted(end, side="right")
            found = _shared(asked[:cut], held[:held_cut])
            if len(found):
                yield found
            asked, held = asked[cut:], held[held_cut:]


def _shared(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The places that are in both; both are in order."""
    few, many = sorted((one, other), key=len)
    if not len(few):
        return few
    many = many[many.searchsorted(few[0]) : many.searchsorted(few[-1], side="right")]
    if not len(many):
        return many
    if len(many) > _FAR_MORE * len(few):
        at = np.searchsorted(many, few)
        at[at == len(many)] = 0
        return few[many[at] == few]
    if (len(few) + len(many)) * _WINDOW > int(few[-1] - few[0]) * _FEWEST_MARKED:
        return _marked(few, many)
    both = np.concatenate((few, many))
    both.sort()
    return both[(both[1:] == both[:-1]).nonzero()[0]]


def _marked(few: NDArray[np.uint32], many: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The places that are in both, by marking the few in a table and looking the many up in it, one window after another."""
    edges = np.arange(int(few[0]), int(few[-1]) + 1 + _WINDOW, _WINDOW, dtype=np.uint32)
    cuts, others = np.searchsorted(few, edges).tolist(), np.searchsorted(many, edges).tolist()
    table = np.zeros(_WINDOW, bool)
    found = []
    for number, base in enumerate(edges[:-1]):
        asked = many[others[number] : others[number + 1]]
        if cuts[number] < cuts[number + 1] and len(asked):
            marks = (few[cuts[number] : cuts[number + 1]] - base).astype(np.intp)  # what NumPy looks up by
            table[marks] = True
            found.append(asked[table[(asked - base).astype(np.intp)].nonzero()[0]])
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
