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
    rarest, *others = sorted(words, key=lambda word: sum(one.count for one in word))
    if not rarest:
        return nothing()
    documents = np.concatenate([one.documents for one in rarest])
    tables = {id(rarest): _table(rarest, size)}
    for word in others:
        tables[id(word)] = table = _table(word, size)
        documents = documents[table[documents]]
        if not len(documents):
            return nothing()
    documents = np.unique(documents)
    scores = np.zeros(len(documents), np.float32)
    for word in words:
        often = np.zeros(len(documents), np.float32)
        for one in word:
            one.count_in(documents, often, size)
        scores += saturated(often, int(np.count_nonzero(tables[id(word)])), size)
    return Scored(documents, scores)


def saturated(often: NDArray[np.float32], count: int, size: int) -> NDArray[np.float32]:
    """The scores of a word, in the place of how often it is in each document; ``count`` of ``size`` documents have it."""
    rarity = math.log(1 + (size - count + 0.5) / (count + 0.5))
    saturation = often + np.float32(schema.K1)
    often *= np.float32(rarity * (schema.K1 + 1))
    often /= saturation
    return often


def _table(word: Sequence[Occurrences], size: int) -> NDArray[np.bool_]:
    table = np.zeros(size, bool)
    for one in word:
        table[one.documents] = True
    return table
