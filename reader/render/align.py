"""Which blocks of a text and of its translation say the same, by their order, kinds and lengths. Pure.

Blocks that stand in both texts for certain (headings of one rank, the same picture, the notes) part the texts into
stretches. Within a stretch the lengths decide, as in W. A. Gale and K. W. Church, "A Program for Aligning Sentences in
Bilingual Corpora", Computational Linguistics 19(1), 1993: a long block is a long one in any language, the difference in
length is about normal, and of all rows of beads (1-1, 1-0, 0-1, 2-1, 1-2) the likeliest is found by dynamic programming.
Theirs are sentences, ours paragraphs; and how many letters of one language go to a letter of the other is taken from
the two texts, because Chinese says in thirty letters what takes English a hundred.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

HEADING = "heading"
MOST = 2000
"""A stretch with more blocks is paired by share alone, as are more certain blocks than this by their order."""

_VARIANCE = 6.8
_PRIORS = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.0445, (1, 2): 0.0445}
_STEPS = tuple((left, right, -math.log(prior)) for (left, right), prior in _PRIORS.items())
_DEAREST = 25.0
_OTHER_KIND = 6.0
_BAND = 60
_FAR = 0.5
_NONE = -1


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as it is aligned: its kind, its letters, and the ``mark`` by which it is known in the other text, if any."""

    kind: str
    size: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Bead:
    """Blocks of the left text, by their numbers, and those of the right that say the same. One of the two may be empty."""

    left: range
    right: range


def align(left: Sequence[Piece], right: Sequence[Piece]) -> tuple[Bead, ...]:
    """Beads in order, in which every block of both texts stands once."""
    beads: list[Bead] = []
    at, to = 0, 0
    ratio = _ratio(left, right)
    for one, other in [*_certain(left, right), (len(left), len(right))]:
        beads += _stretch(left, right, range(at, one), range(to, other), ratio)
        at, to = one + 1, other + 1
        if one < len(left):
            beads.append(Bead(range(one, at), range(other, to)))
    return tuple(beads)


def counterpart(beads: Sequence[Bead], block: int) -> int:
    """The block of the right text where one reads on who stood at a block of the left."""
    for bead in beads:
        if block in bead.left:
            return bead.right.start + min(block - bead.left.start, max(0, len(bead.right) - 1))
    return 0


def _ratio(left: Sequence[Piece], right: Sequence[Piece]) -> float:
    """Letters of the right text to a letter of the left."""
    return max(1, sum(one.size for one in right)) / max(1, sum(one.size for one in left))


def _certain(left: Sequence[Piece], right: Sequence[Piece]) -> list[tuple[int, int]]:
    """Pairs of blocks that belong together for certain, in order."""
    ones = [place for place, piece in enumerate(left) if piece.mark]
    others = [place for place, piece in enumerate(right) if piece.mark]
    if [left[place].mark for place in ones] == [right[place].mark for place in others]:
        return list(zip(ones, others, strict=True))
    if len(ones) * len(others) > MOST * _BAND:
        return []
    return _longest(ones, others, left, right)


def _longest(
    ones: Sequence[int], others: Sequence[int], left: Sequence[Piece], right: Sequence[Piece]
) -> list[tuple[int, int]]:
    """Of blocks with equal marks as many pairs as go in order; among equal choices those nearest to one share of the text."""
    shares, rights = _shares(left), _shares(right)
    best = [[0.0] * (len(others) + 1) for _ in range(len(ones) + 1)]
    for at in range(len(ones) - 1, -1, -1):
        for to in range(len(others) - 1, -1, -1):
            worth = max(best[at + 1][to], best[at][to + 1])
            if left[ones[at]].mark == right[others[to]].mark:
                worth = max(worth, best[at + 1][to + 1] + _nearness(shares[ones[at]], rights[others[to]]))
            best[at][to] = worth
    return list(_walk(best, ones, others))


def _nearness(one: float, other: float) -> float:
    """What a pair is worth: nothing where the two stand so far apart that they are hardly the same."""
    apart = abs(one - other)
    return 1.0 - apart if apart < _FAR else 0.0


def _walk(best: list[list[float]], ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    at, to = 0, 0
    while at < len(ones) and to < len(others):
        here = best[at][to]
        if here == best[at + 1][to]:
            at += 1
        elif here == best[at][to + 1]:
            to += 1
        else:
            yield ones[at], others[to]
            at, to = at + 1, to + 1


def _shares(pieces: Sequence[Piece]) -> list[float]:
    """How much of the text stands before each block."""
    total, before, shares = max(1, sum(one.size for one in pieces)), 0, []
    for piece in pieces:
        shares.append(before / total)
        before += piece.size
    return shares


def _stretch(left: Sequence[Piece], right: Sequence[Piece], ones: range, others: range, ratio: float) -> Iterator[Bead]:
    """Beads between two pairs that are certain."""
    sizes: Iterable[tuple[int, int]]
    if max(len(ones), len(others)) > MOST:
        sizes = _by_share(len(ones), len(others))
    else:
        sizes = _likeliest([left[one] for one in ones], [right[other] for other in others], ratio)
    at, to = ones.start, others.start
    for one, other in sizes:
        yield Bead(range(at, at + one), range(to, to + other))
        at, to = at + one, to + other


def _by_share(ones: int, others: int) -> Iterable[tuple[int, int]]:
    """Sizes of beads that only keep step: for texts too long to be compared."""
    most = min(ones, others)
    if not most:
        yield ones, others
    for place in range(most):
        at, to = place * ones // most, place * others // most
        yield (place + 1) * ones // most - at, (place + 1) * others // most - to


def _likeliest(ones: Sequence[Piece], others: Sequence[Piece], ratio: float) -> list[tuple[int, int]]:
    """Sizes of the likeliest beads. Only places near the diagonal are looked at, so that time is linear in long texts."""
    cost: dict[tuple[int, int], float] = {(0, 0): 0.0}
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for at in range(len(ones) + 1):
        for to in _near(at, len(ones), len(others)):
            for one, other, prior in _STEPS:
                before = cost.get((at - one, to - other), math.inf)
                if before == math.inf:
                    continue
                dear = before + prior + _difference(ones[at - one : at], others[to - other : to], ratio)
                if dear < cost.get((at, to), math.inf):
                    cost[at, to], step[at, to] = dear, (one, other)
    return _back(step, (len(ones), len(others)))


def _near(at: int, ones: int, others: int) -> range:
    """The places of the right text that may go with a place of the left."""
    slope = others / ones if ones else 0.0
    reach = max(_BAND, math.ceil(slope) + 1) if ones else others
    middle = round(at * slope)
    return range(max(0, middle - reach), min(others, middle + reach) + 1)


def _back(step: dict[tuple[int, int], tuple[int, int]], end: tuple[int, int]) -> list[tuple[int, int]]:
    beads: list[tuple[int, int]] = []
    while end != (0, 0):
        one, other = step[end]
        beads.append((one, other))
        end = end[0] - one, end[1] - other
    return beads[::-1]


def _difference(ones: Sequence[Piece], others: Sequence[Piece], ratio: float) -> float:
    """How unlikely it is that these say the same: minus the logarithm of the chance of such a difference in length."""
    size, other = sum(one.size for one in ones), sum(one.size for one in others)
    mean = (size + other / ratio) / 2
    apart = abs(other / ratio - size) / math.sqrt(_VARIANCE * mean) if mean else 0.0
    chance = math.erfc(apart / math.sqrt(2))
    dear = min(_DEAREST, -math.log(chance)) if chance else _DEAREST
    kinds = {piece.kind for piece in (*ones, *others)}
    return dear + (_OTHER_KIND if len(kinds) > 1 else 0.0)
