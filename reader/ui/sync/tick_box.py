"""A check box drawn as the rest of the window is: a filled square with a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from reader.ui.focus import paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.ui.theme import Look

_AIR = 6


_WRAPPED = Qt.TextFlag.TextWordWrap
_HIGH = 10_000


class TickBox(QCheckBox):
    """Behaves as any check box; its words take several lines where there is no room for one."""

    def __init__(self, words: str, look: Look) -> None:
        super().__init__(words)
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.setFont(look.sans(14))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(self._look.px(34) + metrics.horizontalAdvance(self.text()), self._look.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(30))

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - self._look.px(30), _HIGH)
        return max(self._look.px(30), QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self.text()).height())

    def hitButton(self, _position: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, look = self._look.px, self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = px(16)
        left = self.width() - side - px(_AIR) if mirrored else px(_AIR)
        box = QRectF(left, (self.height() - side) / 2, side, side)
        self._paint_box(painter, box)
        if self.hasFocus():
            paint_ring(painter, self.rect(), look, px(4))
        painter.setFont(self.font())
        painter.setPen(look.colour("ink"))
        before = px(_AIR + 29)
        words = self.rect().adjusted(0, 0, -before, 0) if mirrored else self.rect().adjusted(before, 0, 0, 0)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, align | absolute | _WRAPPED, self.text())

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        ink = look.colour("accent" if self.isEnabled() else "soft")
        painter.setBrush(ink if self.isChecked() else look.colour("paper"))
        painter.setPen(QPen(ink if self.isChecked() else look.colour("soft"), 1.2))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        if self.isChecked():
            pen = QPen(look.colour("paper"), look.px(2))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            x, y, s = box.x(), box.y(), box.width()
            painter.drawPolyline(
                [
                    QPointF(x + s * 0.24, y + s * 0.52),
                    QPointF(x + s * 0.43, y + s * 0.72),
                    QPointF(x + s * 0.78, y + s * 0.3),
                ]
            )
