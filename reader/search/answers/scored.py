"""Documents with scores, as two arrays, and how two such sets go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: Below this, halving through the larger set is faster than marking it in a table of all documents.
_FEW = 2_000
#: A set of more than this part of all documents is added up in a table of all.
_DENSE = 16


class Scored(NamedTuple):
    """Documents in rising order, none twice, and the score of each."""

    documents: NDArray[np.intp]
    scores: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.documents)


def nothing() -> Scored:
    """No document."""
    return Scored(np.empty(0, np.intp), np.empty(0, np.float32))


def unranked(documents: NDArray[np.intp]) -> Scored:
    """Documents that are found, and not ranked by what found them."""
    return Scored(documents, np.zeros(len(documents), np.float32))


def both(one: Scored, other: Scored, size: int) -> Scored:
    """What is in both, with the sum of both scores. ``size`` counts all documents there are."""
    small, large = sorted((one, other), key=len)
    if not len(small):
        return nothing()
    if len(small) == size:
        return Scored(small.documents, small.scores + large.scores)
    if len(small) < _FEW:
        places = np.searchsorted(large.documents, small.documents)
        places[places == len(large)] = 0
        kept = large.documents[places] == small.documents
        return Scored(small.documents[kept], small.scores[kept] + large.scores[places[kept]])
    table = np.full(size, -1, np.float32)
    table[large.documents] = large.scores
    more = table[small.documents]
    kept = more >= 0
    return Scored(small.documents[kept], small.scores[kept] + more[kept])


def either(sets: Sequence[Scored], size: int) -> Scored:
    """What is in any, with the sum of its scores."""
    sets = [one for one in sets if len(one)]
    if len(sets) < 2:  # noqa: PLR2004
        return sets[0] if sets else nothing()
    if sum(map(len, sets)) * _DENSE > size:
        return _in_a_table(sets, size)
    documents, places = np.unique(np.concatenate([one.documents for one in sets]), return_inverse=True)
    weights = np.concatenate([one.scores for one in sets])
    return Scored(documents, np.bincount(places, weights, len(documents)).astype(np.float32))


def _in_a_table(sets: Sequence[Scored], size: int) -> Scored:
    scores, found = np.zeros(size, np.float32), np.zeros(size, bool)
    for one in sets:
        scores[one.documents] += one.scores
        found[one.documents] = True
    documents = np.flatnonzero(found)
    return Scored(documents, scores[documents])


def without(one: Scored, other: Scored, size: int) -> Scored:
    """What is in one and not in the other."""
    kept = ~contains(other.documents, one.documents, size)
    return Scored(one.documents[kept], one.scores[kept])


def preferring(one: Scored, better: Scored) -> Scored:
    """One, with the score of the other added where that is in both."""
    places = np.searchsorted(better.documents, one.documents)
    places[places == len(better)] = 0
    scores = one.scores.copy()
    if len(better):
        shared = better.documents[places] == one.documents
        scores[shared] += better.scores[places[shared]]
    return Scored(one.documents, scores)


def contains(documents: NDArray[np.intp], asked: NDArray[np.intp], size: int) -> NDArray[np.bool_]:
    """For each document asked about, whether it is among the others, which are in order."""
    if len(asked) < _FEW:
        if not len(documents):
            return np.zeros(len(asked), bool)
        places = np.searchsorted(documents, asked)
        places[places == len(documents)] = 0
        return documents[places] == asked
    table = np.zeros(size, bool)
    table[documents] = True
    return table[asked]
