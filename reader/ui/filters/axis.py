"""What stands below bars: years, months where there is room, or the words for the bar that is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont

from reader.ui.filters.buckets import month_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from reader.ui.filters.bar_layout import BarLayout
    from reader.ui.filters.buckets import Bucket
    from reader.ui.theme import Look

_FLAT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def paint_told(painter: QPainter, place: QRect, words: str, middle: float, look: Look) -> None:
    """Words below a point, but inside the place."""
    painter.setFont(look.sans(11, QFont.Weight.Medium))
    painter.setPen(look.colour("ink"))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    wide = metrics.horizontalAdvance(shown)
    x = min(max(0, round(middle - wide / 2)), place.width() - wide)
    painter.drawText(QRect(x, place.y(), wide + 2, place.height()), _FLAT, shown)


def paint_years(painter: QPainter, place: QRect, bars: Sequence[Bucket], layout: BarLayout, look: Look) -> None:
    """A year below its first bar; the other months' names too, where each has room for one."""
    painter.setFont(look.sans(11))
    painter.setPen(look.colour("soft"))
    metrics = painter.fontMetrics()
    months = bool(bars) and bars[0].first == bars[0].last and layout.pitch > metrics.horizontalAdvance("MMMM")
    free = 0.0
    for at, bar in enumerate(bars):
        begins = not at or bar.year != bars[at - 1].year
        if not begins and not months:
            continue
        words = f"{bar.year:04}" if begins else month_name(bar.first)
        wide, start = metrics.horizontalAdvance(words), layout.start(at)
        if start < free or start + wide > place.width():
            continue
        free = start + wide + look.px(6 if months else 12)
        x = round(place.width() - start - wide if layout.mirrored else start)
        painter.drawText(QRect(x, place.y(), wide + 2, place.height()), _FLAT, words)
