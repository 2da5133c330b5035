"""The large buttons of pages and cards. The likeliest is filled, and has a line inside where it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_INSET, _LINE, _ROUND = 4, 2, 5


class PushButton(QPushButton):
    """Looks as the style sheet says, which knows no line inside of a filled ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.isDefault():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().base().color(), _LINE))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET), _ROUND, _ROUND)
            painter.end()
