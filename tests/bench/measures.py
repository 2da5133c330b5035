"""Measures of a ranking: how early what is relevant comes.

nDCG discounts by the logarithm of the place and gains 2^g - 1, as in Burges and others, "Learning to Rank Using Gradient Descent" (2005).
"""

from __future__ import annotations

from math import log2
from statistics import mean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DEPTH = 10


def ndcg(found: Sequence[int], gains: Mapping[int, int]) -> float:
    """Of the first ten: 1 is the best order there can be."""
    best = _discounted(sorted(gains.values(), reverse=True))
    return _discounted([gains.get(key, 0) for key in found]) / best if best else 0.0


def precision(found: Sequence[int], gains: Mapping[int, int]) -> float:
    """The share of ten places that relevant articles have."""
    return sum(gains.get(key, 0) > 0 for key in found[:DEPTH]) / DEPTH


def reciprocal_rank(found: Sequence[int], gains: Mapping[int, int]) -> float:
    """One through the place of the first relevant article, or nothing."""
    return next((1 / place for place, key in enumerate(found, start=1) if gains.get(key, 0) > 0), 0.0)


def within(found: Sequence[int], gains: Mapping[int, int], places: int) -> float:
    """1 when there is something relevant in the first places, else 0."""
    return float(reciprocal_rank(found[:places], gains) > 0)


def means(answers: Iterable[tuple[Sequence[int], Mapping[int, int]]]) -> dict[str, float]:
    """The mean of each measure over all questions."""
    asked = list(answers)
    return {
        "ndcg": mean(ndcg(*one) for one in asked),
        "precision": mean(precision(*one) for one in asked),
        "mrr": mean(reciprocal_rank(*one) for one in asked),
        "first": mean(within(*one, 1) for one in asked),
        "ten": mean(within(*one, DEPTH) for one in asked),
    }


def _discounted(gains: Sequence[int]) -> float:
    return sum((2**gain - 1) / log2(place + 1) for place, gain in enumerate(gains[:DEPTH], start=1))
