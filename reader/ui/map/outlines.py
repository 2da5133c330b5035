"""SVG path data as a painter's path: as much of it as can be read, and never more than a bounded number of pieces.

The grammar and what each letter does: Scalable Vector Graphics 2, chapter 9 (paths). Arcs: its appendix B.2.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_PIECES = 20_000
_FARTHEST = 1e7
_NUMBER = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_FLAG = re.compile(r"[\s,]*([01])")
_LETTER = re.compile(r"[\s,]*([MmLlHhVvCcSsQqTtAaZz])")
_ARC = "a"
_FLAGS = (3, 4)
_NUMBERS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}


class _UnreadableError(ValueError):
    """The data cannot be read any farther."""


def outline(data: str) -> QPainterPath:
    """The path up to where it cannot be read, as the standard asks; islands and holes by the even-odd rule."""
    pen = _Pen()
    at, letter = 0, ""
    try:
        for _ in range(MOST_PIECES):
            found = _LETTER.match(data, at)
            if found is not None:
                letter, at = found[1], found.end()
            elif not letter or letter in "Zz" or _NUMBER.match(data, at) is None:
                break
            values, at = _read(data, at, letter)
            pen.draw(letter, values)
            letter = {"M": "L", "m": "l"}.get(letter, letter)
    except _UnreadableError:
        pass
    return pen.path


def _read(data: str, at: int, letter: str) -> tuple[list[float], int]:
    """The numbers that one letter takes. An arc's two flags may stand without a space between."""
    kind = letter.lower()
    values = []
    for place in range(_NUMBERS[kind]):
        found = (_FLAG if kind == _ARC and place in _FLAGS else _NUMBER).match(data, at)
        value = float(found[1]) if found else math.inf
        if found is None or not abs(value) <= _FARTHEST:
            raise _UnreadableError
        values.append(value)
        at = found.end()
    return values, at


class _Pen:
    """Draws one letter after another; ``control`` is the last handle of a curve, which smooth ones mirror."""

    def __init__(self) -> None:
        self.path = QPainterPath()
        self.path.setFillRule(Qt.FillRule.OddEvenFill)
        self._begun = False
        self._at = self._start = QPointF(0, 0)
        self._control: tuple[str, QPointF] = ("", QPointF())

    def draw(self, letter: str, values: list[float]) -> None:
        """Draw what one letter and its numbers say; a small letter counts from where the pen is."""
        kind = letter.lower()
        if not self._begun and kind != "m":
            raise _UnreadableError
        base = self._at if letter.islower() else QPointF(0, 0)
        steps: dict[str, Callable[[list[float], QPointF], None]] = {
            "m": self._move, "l": self._line, "h": self._across, "v": self._down, "c": self._cubic,
            "s": self._smooth_cubic, "q": self._quadratic, "t": self._smooth_quadratic, "a": self._arc,
        }  # fmt: skip
        if kind == "z":
            self.path.closeSubpath()
            self._at = self._start
        else:
            steps[kind](values, base)
        if kind not in "csqt":
            self._control = ("", self._at)

    def _move(self, values: list[float], base: QPointF) -> None:
        self._begun = True
        self._at = self._start = base + QPointF(*values)
        self.path.moveTo(self._at)

    def _line(self, values: list[float], base: QPointF) -> None:
        self._to(base + QPointF(*values))

    def _across(self, values: list[float], base: QPointF) -> None:
        self._to(QPointF(base.x() + values[0], self._at.y()))

    def _down(self, values: list[float], base: QPointF) -> None:
        self._to(QPointF(self._at.x(), base.y() + values[0]))

    def _to(self, point: QPointF) -> None:
        self._at = point
        self.path.lineTo(point)

    def _cubic(self, values: list[float], base: QPointF) -> None:
        first, second, end = _points(values, base)
        self.path.cubicTo(first, second, end)
        self._at, self._control = end, ("c", second)

    def _smooth_cubic(self, values: list[float], base: QPointF) -> None:
        second, end = _points(values, base)
        self.path.cubicTo(self._mirrored("c"), second, end)
        self._at, self._control = end, ("c", second)

    def _quadratic(self, values: list[float], base: QPointF) -> None:
        handle, end = _points(values, base)
        self.path.quadTo(handle, end)
        self._at, self._control = end, ("q", handle)

    def _smooth_quadratic(self, values: list[float], base: QPointF) -> None:
        handle, end = self._mirrored("q"), base + QPointF(*values)
        self.path.quadTo(handle, end)
        self._at, self._control = end, ("q", handle)

    def _mirrored(self, kind: str) -> QPointF:
        return self._at * 2 - self._control[1] if self._control[0] == kind else self._at

    def _arc(self, values: list[float], base: QPointF) -> None:
        across, down, turned, large, clockwise = values[:5]
        end = base + QPointF(*values[5:])
        if across and down:
            for curve in _arc_curves(
                self._at, end, abs(across), abs(down), math.radians(turned), large != clockwise, clockwise > 0
            ):
                self.path.cubicTo(*curve)
            self._at = end
        else:
            self._to(end)


def _points(values: list[float], base: QPointF) -> list[QPointF]:
    return [base + QPointF(values[at], values[at + 1]) for at in range(0, len(values), 2)]


def _arc_curves(
    start: QPointF, end: QPointF, across: float, down: float, turned: float, far: bool, clockwise: bool
) -> list[tuple[QPointF, QPointF, QPointF]]:
    """An elliptic arc as cubic curves of at most a quarter turn each."""
    cosine, sine = math.cos(turned), math.sin(turned)

    def flat(point: QPointF) -> complex:
        """Where a point is when the ellipse is turned and stretched to the unit circle."""
        return complex((cosine * point.x() + sine * point.y()) / across, (cosine * point.y() - sine * point.x()) / down)

    def back(value: complex) -> QPointF:
        x, y = value.real * across, value.imag * down
        return QPointF(cosine * x - sine * y, sine * x + cosine * y)

    one, other = flat(start), flat(end)
    chord = other - one
    half = abs(chord) / 2
    if not half:
        return []
    radius = max(1.0, half)  # radii too small for the chord are scaled up
    away = math.sqrt(max(0.0, radius * radius - half * half)) * (1 if far else -1)
    centre = (one + other) / 2 + chord / abs(chord) * 1j * away
    begin = math.atan2((one - centre).imag, (one - centre).real)
    sweep = math.atan2((other - centre).imag, (other - centre).real) - begin
    if clockwise and sweep < 0:
        sweep += 2 * math.pi
    elif not clockwise and sweep > 0:
        sweep -= 2 * math.pi
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / count
    handle = 4 / 3 * math.tan(step / 4) * radius
    curves = []
    for number in range(count):
        here, there = (complex(math.cos(a), math.sin(a)) for a in (begin + number * step, begin + (number + 1) * step))
        curves.append(
            (
                back(centre + here * radius + here * 1j * handle),
                back(centre + there * radius - there * 1j * handle),
                end if number + 1 == count else back(centre + there * radius),
            )
        )
    return curves
