"""The hand on the map: the mouse and the keys that point at regions, press them, move and zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal

from reader.ui.map import finding
from reader.ui.map.camera import STEP
from reader.ui.map.painting import MARK
from reader.ui.map.picture import MapPicture
from reader.ui.own_keys import OwnKeys

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

    from reader.ui.theme import Look

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS = {
    Qt.Key.Key_Plus: STEP,
    Qt.Key.Key_Equal: STEP,
    Qt.Key.Key_Minus: 1 / STEP,
    Qt.Key.Key_0: 0.0,
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_PAN = 60
_NOTCH = 120


class MapCanvas(OwnKeys, MapPicture):
    """Tells which region was pressed, which one is pointed at, and that the reader leaves it."""

    pressed_region = Signal(str)
    pointed = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._dragged: QPointF | None = None
        self._moved = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # Mouse

    def _region_at(self, point: QPointF) -> str:
        if self._drawing is None:
            return ""
        return finding.region_at(self._drawing, self._camera, point, self._counts, self._look.px(MARK))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and self._camera.is_close:
            step = self._dragged - event.position()
            if self._moved or step.manhattanLength() > self._look.px(4):
                self._moved, self._dragged = True, event.position()
                self._camera.move(step.x(), step.y())
                self._forget()
            return
        self._point(self._region_at(event.position()))

    def _point(self, region: str) -> None:
        if region != self._region:
            self._region = region
            self.setCursor(Qt.CursorShape.PointingHandCursor if region else Qt.CursorShape.ArrowCursor)
            self._name_it()
            self.update()
            self.pointed.emit(region)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged, self._moved = event.position(), False
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_drag = self._moved
        self._dragged, self._moved = None, False
        if event.button() is Qt.MouseButton.LeftButton and not was_drag:
            region = self._region_at(event.position())
            if region:
                self._point(region)
                self.pressed_region.emit(region)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._region_at(event.position()):
            self.zoom(STEP, event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / _NOTCH
        if turns:
            self.zoom(STEP**turns, event.position())
            event.accept()

    # Keys

    @staticmethod
    def is_own(event: QKeyEvent) -> bool:
        extra = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        return not extra and (key in _ARROWS or key in _ZOOMS or key in _ENTER or key == Qt.Key.Key_Escape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.is_own(event):
            event.ignore()
        elif key in _ARROWS:
            self._arrow(*_ARROWS[key])
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif key in _ENTER:
            self.pressed_region.emit(self._region) if self._region else None
        else:
            self._escape()

    def _arrow(self, x: int, y: int) -> None:
        """All of the map seen: the next region that way. Closer: look that way."""
        if self._camera.is_close:
            self._camera.move(x * self._look.px(_PAN), y * self._look.px(_PAN))
            self._forget()
        elif self._drawing is not None:
            region = finding.next_that_way(self._drawing, self._region, (x, y), self._counts)
            self._point(region or self._region)

    def _escape(self) -> None:
        if self._camera.is_close:
            self.zoom(0.0)
        else:
            self._point("")
            self.left.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from region to region, the most written about first, and then on."""
        order = finding.in_order(self._drawing, self._counts) if self._drawing is not None else []
        at = order.index(self._region) if self._region in order else (-1 if forward else len(order))
        to = at + (1 if forward else -1)
        if 0 <= to < len(order):
            self.point_at(order[to])
            self.pointed.emit(order[to])
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._region and self._drawing is not None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            order = finding.in_order(self._drawing, self._counts)
            back = event.reason() is Qt.FocusReason.BacktabFocusReason
            self._point(order[-1 if back else 0] if order else "")
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point("")
        self.update()
