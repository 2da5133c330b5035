"""Documents that have all of several words: found by the words' documents alone, and counted only where all of them are.

How often a word is in a document, and how long that is, is asked of a few documents in place of all that have one of the words.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from reader.search import schema
from reader.search.answers.scored import Scored, distinct, is_table_quicker, nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reader.search.answers.occurrences import Occurrences


def all_of(words: Sequence[Sequence[Occurrences]], size: int) -> Scored:
    """The documents with all words, of each of which is given where it is. ``size`` counts all documents there are."""
    rarest_first = sorted(words, key=_count)
    if not rarest_first[0]:
        return nothing()
    counts: list[int] = []
    documents = np.concatenate([one.documents for one in rarest_first[0]])
    for word in rarest_first:
        having = np.zeros(size, bool)
        for one in word:
            having[one.documents] = True
        counts.append(int(np.count_nonzero(having)))
        documents = documents[having[documents]]
        if not len(documents):
            return nothing()
    found = distinct(documents)
    scores = np.zeros(len(found), np.float32)
    for word, count in zip(rarest_first, counts, strict=True):
        scores += saturated(_often(word, found, size), count, size)
    return Scored(found, scores)


def _count(word: Sequence[Occurrences]) -> int:
    return sum(one.count for one in word)


def _often(word: Sequence[Occurrences], found: NDArray[np.intp], size: int) -> NDArray[np.float32]:
    """How often the word is in some rising documents: each looked for in each list where they are far fewer than those of the lists."""
    if is_table_quicker(len(found) * len(word), _count(word), size):
        table = np.zeros(size, np.float32)
        for one in word:
            one.add_to(table)
        return table[found]
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
