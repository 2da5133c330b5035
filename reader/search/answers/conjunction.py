"""Documents that have all of several words: found by the words' documents alone, and counted only where all of them are.

How often a word is in a document, and how long that is, is asked of a few documents in place of all that have one of the words.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from reader.search import schema
from reader.search.answers.occurrences import count_of, everywhere
from reader.search.answers.scored import Scored, Table, distinct, is_many, kept, nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reader.search.answers.occurrences import Occurrences
    from reader.search.answers.scored import Found

_K1 = np.float32(schema.K1)


def all_of(words: Sequence[Sequence[Occurrences]], size: int) -> Found:
    """The documents with all words, of each of which is given where it is. ``size`` counts all documents there are."""
    if not all(words):
        return nothing()
    rarest_first = [_Word(word, size) for word in sorted(words, key=count_of)]
    many_may_have_all = is_many(rarest_first[0].count, size)
    inside = np.ones(size, bool)
    for word in rarest_first:
        inside &= word.marks(tabled=many_may_have_all)
        if not inside.any():
            return nothing()
    if is_many(int(np.count_nonzero(inside)), size):
        return kept(Table(inside, _added([word.scores(word.table()) for word in rarest_first])), inside)
    found = rarest_first[0].among(inside)
    return Scored(found, _added([word.scores(word.often(inside, found)) for word in rarest_first]))


def _added(scores: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    first, *others = scores
    for other in others:
        first += other
    return first


class _Word:
    """One of the words."""

    def __init__(self, word: Sequence[Occurrences], size: int) -> None:
        self._word = word
        self._size = size
        self.count = count_of(word)
        self._table: NDArray[np.float32] | None = None
        self._having = 0

    def marks(self, *, tabled: bool) -> NDArray[np.bool_]:
        """Whether each document has the word; from its table if that is wanted later. They are counted too."""
        if tabled:
            marks = self.table() > 0
        else:
            marks = np.zeros(self._size, bool)
            for one in self._word:
                one.mark(marks)
        self._having = int(np.count_nonzero(marks))
        return marks

    def table(self) -> NDArray[np.float32]:
        """How often the word is in each document."""
        if self._table is None:
            self._table = everywhere(self._word, self._size)
        return self._table

    def among(self, inside: NDArray[np.bool_]) -> NDArray[np.intp]:
        """Those of its documents that are inside, rising. A row of few that has been read takes a third of looking for few in a table."""
        if len(self._word) == 1 and not is_many(self.count, 2 * self._size):
            documents = self._word[0].documents
            return documents[inside[documents].nonzero()[0]]
        if self._table is not None:
            return inside.nonzero()[0]
        documents = np.concatenate([one.documents for one in self._word])
        return distinct(documents[inside[documents].nonzero()[0]])

    def often(self, inside: NDArray[np.bool_], found: NDArray[np.intp]) -> NDArray[np.float32]:
        """How often it is in those documents that are inside, which are found."""
        if self._table is not None:
            return self._table[found]
        sums = np.empty(self._size, np.float32)
        sums[found] = 0
        for one in self._word:
            one.add_inside(sums, inside, found)
        return sums[found]

    def scores(self, often: NDArray[np.float32]) -> NDArray[np.float32]:
        """What the word gives the documents that it is so often in, in the place of that."""
        return saturated(often, self._having, self._size)


def saturated(often: NDArray[np.float32], count: int, size: int) -> NDArray[np.float32]:
    """The scores of a word, in the place of how often it is in each document; ``count`` of ``size`` documents have it."""
    rarity = math.log(1 + (size - count + 0.5) / (count + 0.5))
    saturation = often + _K1
    often *= np.float32(rarity * (schema.K1 + 1))
    often /= saturation
    return often
