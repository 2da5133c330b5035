"""Documents that have all of several words: found by the words' documents alone, and counted only where all of them are.

How often a word is in a document, and how long that is, is asked of a few documents in place of all that have one of the words.
"""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from reader.search import schema
from reader.search.answers.scored import Scored, nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reader.search.answers.occurrences import Occurrences


def all_of(words: Sequence[Sequence[Occurrences]], size: int) -> Scored:
    """The documents with all words, of each of which is given where it is. ``size`` counts all documents there are."""
    rarest_first = sorted(words, key=lambda word: sum(one.count for one in word))
    asked: dict[int, _Word] = {}
    documents = np.empty(0, np.intp)
    for number, word in enumerate(rarest_first):
        this = asked[id(word)] = _Word(word, size)
        documents = documents[this.table[documents]] if number else this.documents
        if not len(documents):
            return nothing()
    found = np.unique(documents)
    scores = np.zeros(len(found), np.float32)
    wanted = np.zeros(size, bool)
    wanted[found] = True
    for word in words:
        scores += asked[id(word)].scores(found, wanted)
    return Scored(found, scores)


class _Word:
    """The documents of a word, list after list, and as a table."""

    def __init__(self, lists: Sequence[Occurrences], size: int) -> None:
        self._lists = lists
        self._size = size
        self.documents = np.concatenate([one.documents for one in lists]) if lists else np.empty(0, np.intp)
        self.table = np.zeros(size, bool)
        self.table[self.documents] = True

    def scores(self, found: NDArray[np.intp], wanted: NDArray[np.bool_]) -> NDArray[np.float32]:
        """The score of the word in some documents: rising, and in a table."""
        places = np.flatnonzero(wanted[self.documents])
        often = np.zeros(len(found), np.float32)
        np.add.at(often, found.searchsorted(self.documents[places]), self._counts(places))
        return saturated(often, int(np.count_nonzero(self.table)), self._size)

    def _counts(self, places: NDArray[np.intp]) -> NDArray[np.float32]:
        """What the lists count at some places of the documents; most lists have none of these."""
        counts = np.empty(len(places), np.float32)
        ends = list(accumulate(one.count for one in self._lists))
        edges = places.searchsorted(ends).tolist()
        for one, start, first, last in zip(self._lists, [0, *ends], [0, *edges], edges, strict=False):
            if first < last:
                counts[first:last] = one.counts_at(places[first:last] - start)
        return counts


def saturated(often: NDArray[np.float32], count: int, size: int) -> NDArray[np.float32]:
    """The scores of a word, in the place of how often it is in each document; ``count`` of ``size`` documents have it."""
    rarity = math.log(1 + (size - count + 0.5) / (count + 0.5))
    saturation = often + np.float32(schema.K1)
    often *= np.float32(rarity * (schema.K1 + 1))
    often /= saturation
    return often
