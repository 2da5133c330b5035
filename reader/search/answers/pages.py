"""A page of what was found: the best of it in order, translations of one work under the best of them."""

from __future__ import annotations

from array import array
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Any

import numpy as np

from reader.model.listing import Sort
from reader.model.search import Hit
from reader.search.answers.scored import Scored, Table, contains, distinct, listed
from reader.search.text.days import UNDATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reader.model.search import Query
    from reader.search.answers.scored import Found
    from reader.search.segments.snapshot import Snapshot

#: A hit with nothing further, at two thirds of what its own constructor takes.
_alone, _NONE = partial(tuple.__new__, Hit), repeat(())
_SPARE = 32
#: Of a work's best score so much is nearly as good, for one in the reader's language.
_NEARLY = 0.5
_MORE = 4
_AFTER_ALL_DAYS = 1 << 24
#: In how many rows a table is laid to find what is among its highest.
_ROWS = 32


def total(snapshot: Snapshot, found: Found, *, fold: bool) -> int:
    """How many documents were found, or how many works."""
    count = len(found)
    translated, begins = snapshot.translated
    if not fold or not len(translated) or count < 2:  # noqa: PLR2004
        return count
    if isinstance(found, Table):
        these = found.found[translated]
        return count - int(np.count_nonzero(these)) + int(np.count_nonzero(np.logical_or.reduceat(these, begins)))
    return len(distinct(snapshot.works[found.documents]))


def page(snapshot: Snapshot, found: Found, query: Query, leading: Found | None = None) -> tuple[Hit, ...]:
    """The hits from ``query.offset`` on, at most ``query.limit``, in the order of ``query.sort``.

    Of a work one that is ``leading`` too stands for the others, if it matches nearly as well as the best.
    """
    first, last = max(0, query.offset), max(0, query.offset) + max(0, query.limit)
    if not last:
        return ()
    if not query.fold or not len(snapshot.translated[0]):
        ordered = _best(snapshot, found, query.sort, last)
        scores = ordered.scores[first:last].tolist()
        keys = snapshot.keys[ordered.documents[first:last]].tolist()
        return tuple(map(_alone, zip(keys, scores, _NONE, _NONE)))  # noqa: B905  (the last two do not end)
    wanted = last + _SPARE
    while True:
        ordered = _best(snapshot, found, query.sort, wanted)
        works = _folded(snapshot, ordered)
        if len(works) >= last + 1 or len(ordered) < wanted:
            break
        wanted *= _MORE
    keys, scores = snapshot.keys[ordered.documents].tolist(), ordered.scores.tolist()
    if leading is not None:
        leads = contains(leading, ordered.documents, snapshot.size).tolist()
        works = [_led(work, leads, scores) for work in works[:last]]
    return tuple(Hit(keys[best], scores[best], tuple(keys[one] for one in rest)) for best, *rest in works[first:last])


def _led(work: list[int], leads: Sequence[bool], scores: Sequence[float]) -> list[int]:
    """The places of a work, that of the one that stands for it first."""
    head = next((place for place in work if leads[place] and scores[place] >= scores[work[0]] * _NEARLY), work[0])
    return [head, *(place for place in work if place != head)]


def keys(snapshot: Snapshot, found: Found, query: Query, leading: Found | None = None) -> array[int]:
    """Keys of all hits, in the order of their pages."""
    if not len(found):
        return array("q")
    ordered = _best(snapshot, found, query.sort, len(found))
    documents = ordered.documents
    if query.fold and len(snapshot.translated[0]):
        documents = documents[_heads(snapshot, ordered, leading)]
    return array("q", snapshot.keys[documents].astype(np.int64).tobytes())


def _heads(snapshot: Snapshot, ordered: Scored, leading: Found | None) -> NDArray[np.intp]:
    """The place of the document that stands for each work, in the order of the works' best."""
    works = snapshot.works[ordered.documents]
    each, firsts, numbers = np.unique(works, return_index=True, return_inverse=True)
    heads = firsts.copy()
    if leading is not None:
        fit = contains(leading, ordered.documents, snapshot.size)
        fit &= ordered.scores >= ordered.scores[firsts][numbers] * np.float32(_NEARLY)
        places = np.flatnonzero(fit)
        led, chosen = np.unique(works[places], return_index=True)
        heads[np.searchsorted(each, led)] = places[chosen]
    return heads[np.argsort(firsts)]


def _best(snapshot: Snapshot, found: Found, sort: Sort, count: int) -> Scored:
    """The best documents in order: ``count`` of them, or all."""
    some = _likely(snapshot, found, sort, count) if isinstance(found, Table) else _highest(found, sort, count)
    if len(some) > count + _SPARE:
        ranks = _ranks(snapshot, some, sort)
        top = (ranks >= np.partition(ranks, len(ranks) - count)[len(ranks) - count]).nonzero()[0]
        some = Scored(some.documents[top], some.scores[top])
    first, second = _ranked(snapshot, some, sort)
    order = np.lexsort((snapshot.keys[some.documents], -second, -first))[:count]
    return Scored(some.documents[order], some.scores[order])


def _ranks(snapshot: Snapshot, some: Scored, sort: Sort) -> NDArray[np.uint64]:
    """Both of what documents are ranked by as one number. Bits of floats from 0 on rise as they do."""
    first, second = _ranked(snapshot, some, sort)
    ranks = first.view(np.uint32).astype(np.uint64)
    ranks <<= np.uint64(32)
    ranks |= second.view(np.uint32).astype(np.uint64)
    return ranks


def _ranked(snapshot: Snapshot, some: Scored, sort: Sort) -> tuple[NDArray[Any], NDArray[Any]]:
    """The score of each document and then its day, or the other way round."""
    scores, days = some.scores, _ranked_days(snapshot.days[some.documents], sort)
    return (scores, days) if sort is Sort.RELEVANCE else (days, scores)


def _ranked_days(days: NDArray[np.int32], sort: Sort) -> NDArray[np.int32]:
    """Days as they rank, above 0; the undated are last in either order, at 0."""
    return np.where(days == UNDATED, np.int32(0), _AFTER_ALL_DAYS - days) if sort is Sort.OLDEST else days


def _likely(snapshot: Snapshot, table: Table, sort: Sort, count: int) -> Scored:
    """Of a table the documents that may be among the best: so many, those level with the last of them, and some more.

    The table is laid in rows. Where so many of the columns reach a height, so many documents do.
    """
    columns = len(table.scores) // _ROWS
    if count >= columns:
        return listed(table)
    values = table.scores if sort is Sort.RELEVANCE else _ranked_days(snapshot.days, sort) * table.found
    heights = values[: columns * _ROWS].reshape(_ROWS, columns).max(axis=0)
    least = np.partition(heights, columns - count)[columns - count]
    documents = ((values >= least) & table.found).nonzero()[0]
    return Scored(documents, table.scores[documents])


def _highest(found: Scored, sort: Sort, count: int) -> Scored:
    """Of a list the same, by the scores alone."""
    if sort is not Sort.RELEVANCE or len(found) <= count + _SPARE:
        return found
    least = np.partition(found.scores, len(found) - count)[len(found) - count]
    top = (found.scores >= least).nonzero()[0]
    return Scored(found.documents[top], found.scores[top])


def _folded(snapshot: Snapshot, ordered: Scored) -> list[list[int]]:
    """Places by work, in the order of the best of each work."""
    works: dict[int, list[int]] = {}
    for place, work in enumerate(snapshot.works[ordered.documents].tolist()):
        works.setdefault(work, []).append(place)
    return list(works.values())
