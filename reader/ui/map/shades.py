"""Five shades for five ranges of numbers: from the colour of land to the accent, each as far from the next by contrast."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from reader.ui.theme import Look

STEPS = 5
_HALVINGS = 20


def step_of(count: int, most: int) -> int:
    """Which shade a number gets, from 1 to 5 by its logarithm; 0 for none. With at most five, each number has its own."""
    if count <= 0:
        return 0
    if most <= STEPS:
        return min(count, STEPS)
    return max(1, min(STEPS, math.ceil(STEPS * math.log(count) / math.log(most) - 1e-9)))


def ranges(most: int) -> list[tuple[int, int, int]]:
    """The shades in use with the first and last number of each: (shade, first, last)."""
    found: list[tuple[int, int, int]] = []
    first = 1
    while first <= most:
        shade = step_of(first, most)
        last = _last_of(shade, first, most)
        found.append((shade, first, last))
        first = last + 1
    return found


def _last_of(shade: int, first: int, most: int) -> int:
    low, high = first, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if step_of(middle, most) <= shade else (low, middle - 1)
    return low


def land(look: Look) -> QColor:
    """Land that nothing is written about."""
    return look.colour("selected")


def shades(look: Look) -> list[QColor]:
    """Land, then the five shades; their contrasts with land grow by the same factor from each to the next."""
    ground, accent = land(look), look.colour("accent")
    whole = contrast(ground, accent)
    found = [_mixed_to(ground, accent, whole ** (step / STEPS)) for step in range(1, STEPS)]
    return [ground, *found, accent]


def _mixed_to(ground: QColor, accent: QColor, wanted: float) -> QColor:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if contrast(ground, _mixed(ground, accent, middle)) > wanted else (middle, high)
    return _mixed(ground, accent, high)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in zip(_parts(one), _parts(other), strict=True)))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21 (Web Content Accessibility Guidelines 2.2)."""
    lower, higher = sorted((_luminance(one), _luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  (the standard's own bound)
