"""The map's picture: drawn once for a size, theme, view and filter; what is pointed at is drawn over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.focus import paint_ring
from reader.ui.map import finding
from reader.ui.map.camera import STEP, Camera
from reader.ui.map.painting import MARK, paint_label, paint_map, paint_outline
from reader.ui.own_keys import OwnKeys
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from reader.ui.map.drawing import Drawing, Region
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


class MapCanvas(OwnKeys, QWidget):
    """Tells which region was pressed, which one is pointed at, and that the reader leaves it."""

    spoken_role = QAccessible.Role.Graphic

    pressed_region = Signal(str)
    pointed = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self._counts: Mapping[str, int] = {}
        self._chosen: frozenset[str] = frozenset()
        self._camera = Camera()
        self._picture: QPixmap | None = None
        self._region = ""
        self._dragged: QPointF | None = None
        self._moved = False
        self._ideal = QSize(520, 340)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._forget()

    def sizeHint(self) -> QSize:
        return self._ideal

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(120))

    def set_most(self, width: int, height: int) -> None:
        """Be no higher than this at that width."""
        self.setMaximumHeight(max(self.minimumSizeHint().height(), height))
        self._ideal = QSize(width, height)
        self.updateGeometry()

    # What is shown

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show another map, all of it."""
        self._drawing, self._region = drawing, ""
        if drawing is not None:
            self._camera.look_at(drawing.bounds)
            self._camera.fit(self._room())
        self._forget()
        self._name_it()

    def show_counts(self, counts: Mapping[str, int], chosen: frozenset[str]) -> None:
        """Shade by these numbers; ``chosen`` are the regions of the filter."""
        if (counts, chosen) != (self._counts, self._chosen):
            self._counts, self._chosen = counts, chosen
            self._forget()
            self._name_it()

    @property
    def region(self) -> str:
        """The region that is pointed at; empty for none."""
        return self._region

    @property
    def is_close(self) -> bool:
        """Whether less than all of the map is seen."""
        return self._camera.is_close

    def point_at(self, region: str) -> None:
        """Point at a region, and move there where it is out of sight. Tells nobody."""
        known = self._drawing is not None and region in self._drawing.regions
        region = region if known else ""
        if region == self._region:
            return
        self._region = region
        if region and self._camera.is_close:
            self._camera.show_point(self._drawing.regions[region].middle)
            self._forget()
        self._name_it()
        self.update()

    def place_of(self, region: str) -> QPointF:
        """Where the middle of a region is on the widget.

        Raises:
            KeyError: when the map has no such region.
        """
        assert self._drawing is not None
        return self._camera.transform().map(self._drawing.regions[region].middle)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Closer or farther; a factor of 0 shows all."""
        if self._camera.step(factor or 1e-9, about):
            self._forget()

    def _room(self) -> QRectF:
        edge = self._look.px(6)
        return QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)

    def _forget(self) -> None:
        self._picture = None
        self.update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._drawing is not None:
            painter.drawPixmap(0, 0, self._painted(self._drawing))
            found = self._drawing.regions.get(self._region)
            if found is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_outline(painter, found, self._camera.transform(), self._look)
                paint_label(painter, found, self._told(found), self._camera.transform(), self._look)
        if self.hasFocus():
            paint_ring(painter, self.rect(), self._look)
        painter.end()

    def _painted(self, drawing: Drawing) -> QPixmap:
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self._look.colour("paper"))
            paint_map(self._picture, drawing, self._camera.transform(), self._look, self._counts, self._chosen)
        return self._picture

    def _told(self, region: Region) -> str:
        return f"{region.name} · {counted(self._counts.get(region.id, 0), 'article', 'articles')}"

    # Words for screen readers

    def _name_it(self) -> None:
        drawing = self._drawing
        name = text("Map: {title}", title=drawing.map.title) if drawing is not None else text("Map")
        found = drawing.regions.get(self._region) if drawing is not None else None
        if found is not None:
            number = counted(self._counts.get(found.id, 0), "article", "articles")
            chosen = text("in the filter") if found.id in self._chosen else ""
            name = ", ".join(part for part in (found.name, number, chosen) if part)
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setAccessibleDescription(
                text("Tab and arrows go from region to region, Enter filters, plus and minus zoom, Esc leaves")
            )
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._camera.fit(self._room())
        self._forget()
