"""Documents that have all of several words: found by the words' documents alone, and counted only where all of them are.

How often a word is in a document, and how long that is, is asked of a few documents in place of all that have one of the words.
"""

from __future__ import annotations

import math
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
    if not rarest_first[0]:
        return nothing()
    counts: dict[int, int] = {}
    documents = np.concatenate([one.documents for one in rarest_first[0]])
    for word in rarest_first:
        having = np.zeros(size, bool)
        for one in word:
            having[one.documents] = True
        counts[id(word)] = int(np.count_nonzero(having))
        documents = documents[having[documents]]
        if not len(documents):
            return nothing()
    found = np.unique(documents)
    scores = np.zeros(len(found), np.float32)
    for word in words:
        scores += saturated(_often(word, found), counts[id(word)], size)
    return Scored(found, scores)


def _often(word: Sequence[Occurrences], found: NDArray[np.intp]) -> NDArray[np.float32]:
    """How often the word is in some rising documents. Each is looked for in each list: they are far fewer than those of a list."""
    often = np.zeros(len(found), np.float32)
    for one in word:
        places = one.documents.searchsorted(found)
        shared = (one.documents.take(places, mode="clip") == found).nonzero()[0]
        if len(shared):
            often[shared] += one.counts_at(places[shared])
    return often


def saturated(often: NDArray[np.float32], count: int, size: int) -> NDArray[np.float32]:
    """The scores of a word, in the place of how often it is in each document; ``count`` of ``size`` documents have it."""
    rarity = math.log(1 + (size - count + 0.5) / (count + 0.5))
    saturation = often + np.float32(schema.K1)
    often *= np.float32(rarity * (schema.K1 + 1))
    often /= saturation
    return often
