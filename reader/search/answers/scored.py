"""Documents with scores, and how two such sets go together: few of them as a list, many as a table of all documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from reader.search.segments import sets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: To find a document in a list by halving takes so many times as long as by a table of places.
_HALVING = 8
#: To make a table of places takes as long as to fill in this part of it.
_EMPTY = 32
#: A table of all documents costs what a list of this part of them does.
_DENSE = 8
#: To halve for so many documents takes less than to make a table for them.
_FEW = 256


@dataclass(slots=True, eq=False)
class Scored:
    """A list: documents in rising order, none twice, and the score of each."""

    documents: NDArray[np.intp]
    scores: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.documents)


@dataclass(slots=True, eq=False)
class Table:
    """For every document there is whether it is found, and its score, which is 0 where it is not.

    What is done to whole tables takes a fraction of what the same documents take as a list: nothing is looked up.
    """

    found: NDArray[np.bool_]
    scores: NDArray[np.float32]

    def __len__(self) -> int:
        return int(np.count_nonzero(self.found))


Found = Scored | Table


def nothing() -> Scored:
    """No document."""
    return Scored(np.empty(0, np.intp), np.empty(0, np.float32))


def unranked(documents: NDArray[np.intp]) -> Scored:
    """Documents that are found, and not ranked by what found them."""
    return Scored(documents, np.zeros(len(documents), np.float32))


def marked(found: NDArray[np.bool_]) -> Table:
    """The same, of a table."""
    return Table(found, np.zeros(len(found), np.float32))


def is_many(count: int, size: int) -> bool:
    """Whether so many documents of ``size`` are better a table."""
    return count * _DENSE > size


def listed(some: Found) -> Scored:
    """As a list."""
    if isinstance(some, Scored):
        return some
    documents = np.flatnonzero(some.found)
    return Scored(documents, some.scores[documents])


def tabled(some: Found, size: int) -> Table:
    """As a table. ``size`` counts all documents there are."""
    if isinstance(some, Table):
        return some
    table = Table(np.zeros(size, bool), np.zeros(size, np.float32))
    table.found[some.documents] = True
    table.scores[some.documents] = some.scores
    return table


def both(one: Found, other: Found, size: int) -> Found:
    """What is in both, with the sum of both scores. ``size`` counts all documents there are."""
    if isinstance(one, Table):
        if isinstance(other, Table):
            return kept(Table(one.found, one.scores + other.scores), other.found)
        return _in_table(other, one)
    if isinstance(other, Table):
        return _in_table(one, other)
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    at, shared = _places(many.documents, few.documents, size)
    inside = np.flatnonzero(shared)
    return Scored(few.documents[inside], few.scores[inside] + many.scores[at[inside]])


def _in_table(some: Scored, table: Table) -> Scored:
    inside = np.flatnonzero(table.found[some.documents])
    documents = some.documents[inside]
    return Scored(documents, some.scores[inside] + table.scores[documents])


def either(sets: Sequence[Found], size: int) -> Found:
    """What is in any, with the sum of its scores."""
    sets = [one for one in sets if isinstance(one, Table) or len(one)]
    if len(sets) < 2:  # noqa: PLR2004
        return sets[0] if sets else nothing()
    lists = [one for one in sets if isinstance(one, Scored)]
    if len(lists) == len(sets) and not is_many(sum(map(len, lists)), size):
        documents, scores = zip(*((one.documents, one.scores) for one in lists), strict=True)
        return added_up(np.concatenate(documents), np.concatenate(scores), size)
    table = Table(np.zeros(size, bool), np.zeros(size, np.float32))
    for one in sets:
        if isinstance(one, Table):
            np.add(table.scores, one.scores, out=table.scores)
            np.logical_or(table.found, one.found, out=table.found)
        else:
            np.add.at(table.scores, one.documents, one.scores)  # a pass where += takes three
            table.found[one.documents] = True
    return table


def added_up(documents: NDArray[np.intp], scores: NDArray[np.float32], size: int) -> Scored:
    """Documents in any order, each as often as it likes, with the sum of the scores that it has.

    They are added up in a table, of which only what they touch is read or written; few without one, whose memory the system
    would have to give page by page.
    """
    if len(documents) <= _FEW:
        order = documents.argsort(kind="stable")
        documents, scores = documents[order], scores[order]
        rises = documents[1:] != documents[:-1]
        if rises.all():
            return Scored(documents, scores)
        begins = np.append(0, rises.nonzero()[0] + 1)
        return Scored(documents[begins], np.add.reduceat(scores, begins))
    found = distinct(documents)
    sums = np.empty(size, np.float32)
    sums[found] = 0
    np.add.at(sums, documents, scores)
    return Scored(found, sums[found])


def distinct(numbers: NDArray[np.signedinteger[Any]]) -> NDArray[np.intp]:
    """Each of some numbers of documents once, rising. Half the bytes are sorted in half the time."""
    return sets.distinct(numbers.astype(np.uint32)).astype(np.intp)


def kept(some: Found, which: NDArray[np.bool_]) -> Found:
    """Those for which ``which``, of all documents, says so."""
    if isinstance(some, Table):
        found = some.found & which
        return Table(found, some.scores * found)
    inside = which[some.documents].nonzero()[0]
    return Scored(some.documents[inside], some.scores[inside])


def without(one: Found, other: Found, size: int) -> Found:
    """What is in one and not in the other."""
    if isinstance(one, Table) or isinstance(other, Table):
        return kept(one, ~tabled(other, size).found)
    inside = np.flatnonzero(~_places(other.documents, one.documents, size)[1])
    return Scored(one.documents[inside], one.scores[inside])


def preferring(one: Found, better: Found, size: int) -> Found:
    """One, with the score of the other added where that is in both."""
    if isinstance(one, Table):
        return kept(Table(one.found, one.scores + tabled(better, size).scores), one.found)
    scores = one.scores.copy()
    if isinstance(better, Table):
        scores += better.scores[one.documents]
    elif len(better):
        at, shared = _places(better.documents, one.documents, size)
        scores[shared] += better.scores[at[shared]]
    return Scored(one.documents, scores)


def contains(some: Found, asked: NDArray[np.intp], size: int) -> NDArray[np.bool_]:
    """For each document asked about, whether it is among some."""
    return some.found[asked] if isinstance(some, Table) else _places(some.documents, asked, size)[1]


def _places(
    documents: NDArray[np.intp], asked: NDArray[np.intp], size: int
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Where in a rising list each document asked about is, and whether it is there; if not, the place is any."""
    if not len(documents):
        return np.zeros(len(asked), np.intp), np.zeros(len(asked), bool)
    if len(asked) * _HALVING > len(documents) + size // _EMPTY:
        table = np.zeros(size, np.intp)
        table[documents] = np.arange(len(documents))
        at = table[asked]
    else:
        at = documents.searchsorted(asked)
        at[at == len(documents)] = 0
    return at, documents[at] == asked
