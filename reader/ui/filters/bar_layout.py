"""Where bars are: equal columns along the text's direction, over a width."""

from __future__ import annotations

from dataclasses import dataclass

_NARROWEST, _WIDEST, _ROOMY = 5, 130, 9


@dataclass(frozen=True, slots=True)
class BarLayout:
    """``count`` columns over ``width`` pixels; ``unit`` is a pixel of 13-pixel text in pixels; ``mirrored`` runs leftwards."""

    count: int
    width: int
    unit: float
    mirrored: bool = False

    @property
    def pitch(self) -> float:
        """From one column to the next."""
        return min(_WIDEST * self.unit, self.width / max(1, self.count))

    def column(self, at: int) -> tuple[float, float]:
        """The left edge and the width of a column's bar."""
        gap = 1 if self.pitch < _ROOMY * self.unit else 2
        left = self.width - (at + 1) * self.pitch if self.mirrored else at * self.pitch
        return left, max(1.0, self.pitch - gap)

    def start(self, at: int) -> float:
        """Where a column begins along the text."""
        return at * self.pitch

    def at(self, x: float) -> int:
        """The column at a point, or a number beside them."""
        along = self.width - x if self.mirrored else x
        return int(along // self.pitch)

    def nearest(self, x: float) -> int:
        """The column at a point or, beside all of them, the last on that side."""
        return max(0, min(self.count - 1, self.at(x)))


def most(width: int, unit: float) -> int:
    """How many columns there is room for."""
    return max(1, int(width / max(2.0, _NARROWEST * unit)))
