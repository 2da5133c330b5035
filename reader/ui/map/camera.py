"""What part of a map is seen: fitted to the room, closer by steps, and moved, but never off the map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

CLOSEST = 16.0
STEP = 1.5


class Camera:
    """``zoom`` 1 shows all of the map; ``centre`` is the map's point in the middle of the room."""

    def __init__(self) -> None:
        self._bounds, self._room = QRectF(0, 0, 1, 1), QRectF(0, 0, 1, 1)
        self.zoom = 1.0
        self.centre = QPointF(0.5, 0.5)

    def look_at(self, bounds: QRectF) -> None:
        """Show all of another map."""
        self._bounds = bounds
        self.zoom, self.centre = 1.0, bounds.center()

    def fit(self, room: QRectF) -> None:
        """Show it in this part of the widget."""
        self._room = room
        self._hold()

    @property
    def is_close(self) -> bool:
        """Whether less than all is seen."""
        return self.zoom > 1.0

    @property
    def scale(self) -> float:
        """Pixels a unit of the map."""
        return self.zoom * min(self._room.width() / self._bounds.width(), self._room.height() / self._bounds.height())

    def transform(self) -> QTransform:
        """From the map to the widget."""
        middle, scale = self._room.center(), self.scale
        return QTransform(
            scale, 0, 0, scale, middle.x() - self.centre.x() * scale, middle.y() - self.centre.y() * scale
        )

    def to_map(self, point: QPointF) -> QPointF:
        """From the widget to the map."""
        return self.transform().inverted()[0].map(point)

    def step(self, factor: float, about: QPointF | None = None) -> bool:
        """Closer (more than 1) or farther, about a point of the widget that stays. Answers whether anything changed."""
        zoom = min(CLOSEST, max(1.0, self.zoom * factor))
        if zoom == self.zoom:
            return False
        fixed = about if about is not None else self._room.center()
        before = self.to_map(fixed)
        self.zoom = zoom
        self.centre += before - self.to_map(fixed)
        self._hold()
        return True

    def move(self, x: float, y: float) -> None:
        """Look farther along by so many pixels."""
        self.centre += QPointF(x, y) / self.scale
        self._hold()

    def show_point(self, point: QPointF) -> None:
        """Move until a point of the map is well inside."""
        half = QSizeF(self._room.width(), self._room.height()) / self.scale / 2 * 0.8
        if abs(point.x() - self.centre.x()) > half.width() or abs(point.y() - self.centre.y()) > half.height():
            self.centre = QPointF(point)
            self._hold()

    def _hold(self) -> None:
        """Keep the map in the room: no emptiness that could be map."""
        box, scale = self._bounds, self.scale
        x = _held(self.centre.x(), box.left(), box.right(), self._room.width() / scale)
        y = _held(self.centre.y(), box.top(), box.bottom(), self._room.height() / scale)
        self.centre = QPointF(x, y)


def _held(at: float, low: float, high: float, seen: float) -> float:
    if seen >= high - low:
        return (low + high) / 2
    return min(high - seen / 2, max(low + seen / 2, at))
