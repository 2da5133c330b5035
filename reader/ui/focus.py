"""Where the keyboard's focus goes, and how it is seen where no row and no frame shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from reader.ui.theme import Look

_EDGE, _RING = 2, 1.6


class FocusHome:
    """A pane of several controls: who gives it the focus means ``home``.

    That is no focus proxy of Qt's, because Tab goes to a proxy at once and past all that stands before it in its pane.
    """

    home: QWidget

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.home.setFocus(reason)


def chain(row: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab come to widgets where their row stands: Qt puts what is made later behind all else."""
    fresh = list(widgets)
    before = _before(row, fresh)
    for widget in fresh:
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def _before(row: QWidget, fresh: list[QWidget]) -> QWidget | None:
    """What Tab came from before it came to the row."""
    one = row.previousInFocusChain()
    while one is not None and one is not row:
        takes = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and one not in fresh and not row.isAncestorOf(one):
            return one
        one = one.previousInFocusChain()
    return None


def paint_ring(painter: QPainter, place: QRect, look: Look, radius: float = 0) -> None:
    """A frame just inside of a place: this has the focus. Two whole pixels or more, as half of one is no colour of its own."""
    wide = max(2, look.px(_RING))
    inside = QRectF(place).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("accent"), wide))
    painter.drawRoundedRect(inside, radius, radius)


class FocusEdge:
    """A view with a line at its leading side while it has the focus and no row of it shows that."""

    _look: Look

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # type: ignore[misc]  # what it is mixed with can
        if self.hasFocus() and not self.shows_focus():  # type: ignore[attr-defined]  # the same
            _paint_edge(self.viewport(), self._look)  # type: ignore[attr-defined]  # the same

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)  # type: ignore[misc]  # the same
        self.viewport().update()  # type: ignore[attr-defined]  # the same

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[misc]  # the same
        self.viewport().update()  # type: ignore[attr-defined]  # the same

    def shows_focus(self) -> bool:
        """Whether something inside shows it already."""
        return False


class RowFocusEdge(FocusEdge):
    """The same for rows, of which the current one shows it, if there is one."""

    def shows_focus(self) -> bool:
        return bool(self.currentIndex().flags() & Qt.ItemFlag.ItemIsSelectable)  # type: ignore[attr-defined]  # the same

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)  # type: ignore[misc]  # the same
        self.viewport().update()  # type: ignore[attr-defined]  # the same


def _paint_edge(viewport: QWidget, look: Look) -> None:
    wide = look.px(_EDGE)
    left = viewport.width() - wide if viewport.isRightToLeft() else 0
    painter = QPainter(viewport)
    painter.fillRect(QRect(left, 0, wide, viewport.height()), look.colour("accent"))
    painter.end()
