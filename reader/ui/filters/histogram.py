"""Articles by month as bars. A span is chosen by dragging over bars, or by keys; the window's filter changes when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal

from reader.model.overview import Span
from reader.ui.filters.bar_picture import BarPicture
from reader.ui.filters.buckets import joined
from reader.ui.own_keys import OwnKeys

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

    from reader.ui.filters.bar_picture import Dated
    from reader.ui.theme import Look

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Histogram(OwnKeys, BarPicture):
    """Tells the span that was chosen, an empty one for all. Its value is the bar under the cursor of the keys."""

    chosen = Signal(object)

    def __init__(self, look: Look, height: int = 44) -> None:
        super().__init__(look, height)
        self._dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_months(self, months: Dated, span: Span, years: Dated = ()) -> None:
        """Show how many articles each month, and each year, has, and which span is the filter's; what was being dragged is dropped."""
        if self.shows_other(months, span, years):
            self._dragging = False
            super().show_months(months, span, years)

    # Mouse

    def _at(self, point: QPointF) -> int:
        """The bar at a point; -1 beside all of them."""
        at = self._layout.at(point.x())
        return at if 0 <= at < len(self._bars) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or at < 0:
            event.ignore()
            return
        self._anchor, self._dragging = at, True
        self.setValue(at)
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if self._dragging and self._bars:
            at = self._layout.nearest(event.position().x())
            self.setValue(at)
            self._tell()
        if at != self._hovered:
            self._hovered = at
            self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._dragging:
            self._dragging = False
            self._apply()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a wheel scrolls what is around it

    # Keys

    def is_own(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier):
            return False
        if event.key() == Qt.Key.Key_Escape:
            return self._anchor is not None or bool(self._span)
        return event.key() in _STEPS or event.key() in _ENTER or event.key() in _ENDS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._bars or not self.is_own(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() in _ENTER:
            self._apply()
        else:
            self._move(event.key(), extend=bool(event.modifiers() & _SHIFT))

    def _move(self, key: int, *, extend: bool) -> None:
        last = len(self._bars) - 1
        if key in _ENDS:
            to = 0 if _ENDS[Qt.Key(key)] < 0 else last
        else:
            by = _STEPS[Qt.Key(key)]
            to = self.value() + (-by if self._mirrored() else by)
        self._anchor = (self._anchor if self._anchor is not None else self.value()) if extend else None
        self.setValue(max(0, min(last, to)))
        self._tell()

    def _escape(self) -> None:
        if self._anchor is not None:
            self._anchor = None
            self._tell()
        else:
            self.chosen.emit(Span())

    def _apply(self) -> None:
        """Filter by what is marked; the same again takes the filter away."""
        anchor = self._anchor if self._anchor is not None else self.value()
        self._anchor = None
        span = joined(self._bars[anchor], self._bars[self.value()])
        self._tell()
        self.chosen.emit(Span() if span == self._span else span)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._anchor = None
        self.update()


def enough(months: Dated) -> bool:
    """Whether there is more than one month, so that a picture says something."""
    return len(months) > 1
