"""A page of what was found: the best of it in order, translations of one work under the best of them."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from reader.model.listing import Sort
from reader.model.search import Hit
from reader.search.text.days import UNDATED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reader.model.search import Query
    from reader.search.answers.scored import Scored
    from reader.search.segments.snapshot import Snapshot

_SPARE = 32
_MORE = 4
_AFTER_ALL_DAYS = 1 << 24


def total(snapshot: Snapshot, found: Scored, *, fold: bool) -> int:
    """How many documents were found, or how many works."""
    if not fold or len(found) < 2:  # noqa: PLR2004
        return len(found)
    seen = np.zeros(len(snapshot.works), bool)
    seen[snapshot.works[found.documents]] = True
    return int(np.count_nonzero(seen))


def page(snapshot: Snapshot, found: Scored, query: Query) -> tuple[Hit, ...]:
    """The hits from ``query.offset`` on, at most ``query.limit``, in the order of ``query.sort``."""
    first, last = max(0, query.offset), max(0, query.offset) + max(0, query.limit)
    wanted = last + _SPARE
    while True:
        ordered = _best(snapshot, found, query.sort, wanted)
        works = _folded(snapshot, ordered, found) if query.fold else [[place] for place in ordered.tolist()]
        if len(works) >= last + 1 or len(ordered) == len(found):
            break
        wanted *= _MORE
    return tuple(_hit(snapshot, found, places) for places in works[first:last])


def keys(snapshot: Snapshot, found: Scored, query: Query) -> array[int]:
    """Keys of all hits, in the order of their pages."""
    documents = found.documents[_best(snapshot, found, query.sort, len(found))]
    if query.fold:
        _works, firsts = np.unique(snapshot.works[documents], return_index=True)
        documents = documents[np.sort(firsts)]
    return array("q", snapshot.keys[documents].astype(np.int64).tobytes())


def _hit(snapshot: Snapshot, found: Scored, places: list[int]) -> Hit:
    keys = [int(snapshot.keys[found.documents[place]]) for place in places]
    return Hit(keys[0], float(found.scores[places[0]]), tuple(keys[1:]))


def _best(snapshot: Snapshot, found: Scored, sort: Sort, count: int) -> NDArray[np.intp]:
    """The places in ``found`` of the best documents in order: at least ``count`` of them, or all."""
    days = snapshot.days[found.documents]
    scores = found.scores
    if sort is Sort.OLDEST:
        ranks: tuple[NDArray[np.generic], ...] = (-np.where(days == UNDATED, _AFTER_ALL_DAYS, days), scores)
    elif sort is Sort.NEWEST:
        ranks = (days, scores)
    else:
        ranks = (scores, days)
    chosen = _top(ranks, count)
    keys = snapshot.keys[found.documents[chosen]]
    order = np.lexsort((keys, *(-rank[chosen].astype(np.float64) for rank in reversed(ranks))))
    return chosen[order]


def _top(ranks: tuple[NDArray[np.generic], ...], count: int) -> NDArray[np.intp]:
    """Places of the highest first ranks, and among those level with the last of them the highest second ranks."""
    chosen = np.arange(len(ranks[0]))
    sure = np.empty(0, np.intp)
    for rank in ranks:
        room = count - len(sure)
        if len(chosen) <= room:
            break
        values = rank[chosen]
        least = np.partition(values, len(values) - room)[len(values) - room]
        sure = np.concatenate((sure, chosen[values > least]))
        chosen = chosen[values == least]
    return np.concatenate((sure, chosen))


def _folded(snapshot: Snapshot, ordered: NDArray[np.intp], found: Scored) -> list[list[int]]:
    """Places by work, in the order of the best of each work."""
    works: dict[int, list[int]] = {}
    for place, work in zip(ordered.tolist(), snapshot.works[found.documents[ordered]].tolist(), strict=True):
        works.setdefault(work, []).append(place)
    return list(works.values())
