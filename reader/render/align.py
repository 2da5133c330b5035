"""Which blocks of a text and of its translation say the same, by their order, kinds and lengths. Pure.

Blocks that stand in both texts for certain (headings of one rank, the same picture, the notes) part the texts into
stretches. Within a stretch the lengths decide, as in W. A. Gale and K. W. Church, "A Program for Aligning Sentences in
Bilingual Corpora", Computational Linguistics 19(1), 1993: a long block is a long one in any language, the difference in
length is about normal, and of all rows of beads (1-1, 1-0, 0-1, 2-1, 1-2) the likeliest is found by dynamic programming.
Theirs are sentences, ours paragraphs. Whether one language takes more letters than the other is asked of the two texts,
within bounds, because a part that was left out must not make the rest look longer; the likelier of that and of equal
lengths is kept. What is left out costs the same whatever its length: a translator leaves out a long paragraph as lightly
as a short one. Han characters count three times (see ``letters``).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import accumulate
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
_OTHER_KIND, _LEFT_OUT = 10.0, 8.0
_BAND = 30
_RATIOS = 0.7, 1.4
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
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


def letters(text: str) -> int:
    """The length of a text in letters of an alphabet: what takes one Han character takes about three of them."""
    return len(text) + 2 * sum(1 for _ in _HAN.finditer(text))


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
    """Letters of the right text to a letter of the left, as far as two languages may differ."""
    ratio = max(1, sum(one.size for one in right)) / max(1, sum(one.size for one in left))
    return min(max(ratio, _RATIOS[0]), _RATIOS[1])


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
    sizes: Iterable[tuple[int, int]] = ()
    if not (ones or others):
        return
    if max(len(ones), len(others)) > MOST:
        sizes = _by_share(len(ones), len(others))
    else:
        parts = [left[one] for one in ones], [right[other] for other in others]
        sizes = min((_likeliest(_Parts(*parts, each)) for each in {ratio, 1.0}), key=lambda found: found[0])[1]
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


class _Parts:
    """The blocks of a stretch, with their lengths added up, those of the right in letters of the left."""

    def __init__(self, left: Sequence[Piece], right: Sequence[Piece], ratio: float) -> None:
        self.counts = len(left), len(right)
        self._left = [0.0, *accumulate(one.size for one in left)]
        self._right = [0.0, *accumulate(one.size / ratio for one in right)]
        self._kinds = [one.kind for one in left], [one.kind for one in right]

    def difference(self, at: int, one: int, to: int, other: int) -> float:
        """How unlikely it is that ``one`` blocks before ``at`` say the same as ``other`` before ``to``.

        Minus the logarithm of the chance of such a difference in length.
        """
        if not (one and other):
            return _LEFT_OUT
        size, length = self._left[at] - self._left[at - one], self._right[to] - self._right[to - other]
        mean = (size + length) / 2
        chance = math.erfc(abs(length - size) / math.sqrt(2 * _VARIANCE * mean)) if mean else 1.0
        dear = min(_DEAREST, -math.log(chance)) if chance else _DEAREST
        kinds = {*self._kinds[0][at - one : at], *self._kinds[1][to - other : to]}
        return dear + (_OTHER_KIND if len(kinds) > 1 else 0.0)


def _likeliest(parts: _Parts) -> tuple[float, list[tuple[int, int]]]:
    """The cost and the sizes of the likeliest beads. Only places near the diagonal are looked at, so that long texts take linear time."""
    cost: dict[tuple[int, int], float] = {(0, 0): 0.0}
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for at in range(parts.counts[0] + 1):
        for to in _near(at, *parts.counts):
            for one, other, prior in _STEPS:
                before = cost.get((at - one, to - other))
                if before is None:
                    continue
                dear = before + prior + parts.difference(at, one, to, other)
                if dear < cost.get((at, to), math.inf):
                    cost[at, to], step[at, to] = dear, (one, other)
    return cost[parts.counts], _back(step, parts.counts)


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
