"""Articles by month as bars, as they are seen and told of: the filter's span, the cursor of the keys, what is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleValueChangeEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from reader.model.overview import Span
from reader.ui.filters.axis import paint_told, paint_years
from reader.ui.filters.bar_layout import BarLayout, most
from reader.ui.filters.buckets import Bucket, buckets, held, joined, span_words
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from reader.ui.theme import Look

    Dated = Sequence[tuple[str, int]]


class BarPicture(QAbstractSlider):
    """Bars. The value is the bar under the cursor; from the anchor to it reaches what is being chosen."""

    def __init__(self, look: Look, height: int) -> None:
        super().__init__()
        self.setOrientation(Qt.Orientation.Horizontal)
        self._height = height
        self._months: tuple[tuple[str, int], ...] = ()
        self._years: tuple[tuple[str, int], ...] = ()
        self._bars: tuple[Bucket, ...] = ()
        self._span = Span()
        self._anchor: int | None = None
        self._hovered = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTracking(True)
        self.set_look(look)
        self._name_it()

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def set_height(self, height: int) -> None:
        """Draw the bars this high (in pixels of 13-pixel text)."""
        self._height = height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(self._height) + self._axis())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self._look.px(self._height) + self._axis())

    def _axis(self) -> int:
        return self._look.px(20)

    # What is shown

    def shows_other(self, months: Dated, span: Span, years: Dated = ()) -> bool:
        """Whether these are other months, or another span, than those that are shown."""
        return (tuple(months), span, tuple(years)) != (self._months, self._span, self._years)

    def show_months(self, months: Dated, span: Span, years: Dated = ()) -> None:
        """Show how many articles each month, and each year, has, and which span is the filter's."""
        self._months, self._span, self._years, self._anchor = tuple(months), span, tuple(years), None
        self._make_bars()

    def _make_bars(self) -> None:
        before = self._bars[self.value()].first if self._bars else None
        self._bars = buckets(self._months, most(self.width(), self._look.base / 13), self._years)
        self._anchor, self._hovered = None, -1
        self.setRange(0, max(0, len(self._bars) - 1))
        self._put_cursor(before)
        self._name_it()
        self.update()

    def _put_cursor(self, before: int | None) -> None:
        """On the bar where it was; at first on the first one of the span."""
        places = range(len(self._bars))
        kept = next((at for at in places if before is not None and self._bars[at].last >= before), None)
        chosen = next((at for at in places if self._span and held(self._bars[at], self._span)), None)
        at = chosen if kept is None or not self.hasFocus() else kept
        self.setValue(at if at is not None else max(0, len(self._bars) - 1))

    @property
    def bars(self) -> tuple[Bucket, ...]:
        """The bars that are drawn."""
        return self._bars

    def place_of(self, at: int) -> QRect:
        """Where a bar's column is, from top to bottom."""
        left, width = self._layout.column(at)
        return QRect(round(left), 0, max(1, round(width)), self.height() - self._axis())

    @property
    def _layout(self) -> BarLayout:
        return BarLayout(len(self._bars), self.width(), self._look.base / 13, self._mirrored())

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tallest = max((bar.count for bar in self._bars), default=0) or 1
        high, layout = self.height() - self._axis(), self._layout
        for at, bar in enumerate(self._bars):
            left, width = layout.column(at)
            length = max(2.0, (high - 2) * bar.count / tallest) if bar.count else 1.0
            painter.fillRect(QRectF(left, high - length, width, length), self._look.colour(self._colour(at, bar)))
        if self.hasFocus() and self._bars:
            self._paint_cursor(painter, high)
        self._paint_axis(painter, high)
        painter.end()

    def _colour(self, at: int, bar: Bucket) -> str:
        if not bar.count:
            return "rule"
        if self._anchor is not None:
            low, high = sorted((self._anchor, self.value()))
            return "accent" if low <= at <= high else "rule"
        if at == self._hovered and not self._span:
            return "ink"
        return "accent" if not self._span or held(bar, self._span) else "rule"

    def _paint_cursor(self, painter: QPainter, high: int) -> None:
        low, top = sorted((self._anchor if self._anchor is not None else self.value(), self.value()))
        edges = [self._layout.column(at) for at in (low, top)]
        left = min(edge[0] for edge in edges)
        right = max(edge[0] + edge[1] for edge in edges)
        painter.setPen(QPen(self._look.colour("ink"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left - 1, 0.5, right - left + 1, high - 0.5).adjusted(0.5, 0, 0.5, 0))

    def _paint_axis(self, painter: QPainter, high: int) -> None:
        """Years below their first bars; or, while one is pointed at, what that bar is."""
        place = QRect(0, high + self._look.px(3), self.width(), self._axis() - self._look.px(3))
        told = self._told()
        if told:
            left, width = self._layout.column(self._pointed())
            paint_told(painter, place, told, left + width / 2, self._look)
        else:
            paint_years(painter, place, self._bars, self._layout, self._look)

    def _pointed(self) -> int:
        if self._hovered >= 0:
            return self._hovered
        return self.value() if self.hasFocus() and self._bars else -1

    def _told(self) -> str:
        """The bar that is pointed at, or the span that is being chosen, in words."""
        at = self._pointed()
        if at < 0 or at >= len(self._bars):
            return ""
        low, top = sorted((self._anchor, self.value())) if self._anchor is not None else (at, at)
        count = sum(bar.count for bar in self._bars[low : top + 1])
        words = span_words(joined(self._bars[low], self._bars[top]))
        return f"{words} · {counted(count, 'article', 'articles')}"

    # Words for screen readers

    def _name_it(self) -> None:
        at = self.value()
        told = ""
        if self._bars:
            low, top = sorted((self._anchor if self._anchor is not None else at, at))
            count = sum(bar.count for bar in self._bars[low : top + 1])
            told = f"{span_words(joined(self._bars[low], self._bars[top]))}, {counted(count, 'article', 'articles')}"
        filtered = text("Filter: {months}", months=span_words(self._span)) if self._span else ""
        self.setAccessibleName(", ".join(part for part in (text("Articles by month"), told) if part))
        keys = text("Arrows move, Shift and arrows extend, Enter filters, Esc clears")
        self.setAccessibleDescription(". ".join(part for part in (filtered, keys) if part))

    def _tell(self) -> None:
        self._name_it()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self.value()))
        self.update()

    # Changes of size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_bars()
