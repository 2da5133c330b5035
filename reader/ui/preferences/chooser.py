"""A list that opens, drawn as the rest of the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QSizePolicy

from reader.ui.theme.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Chooser(QComboBox):
    """Its arrow is ours, because a style sheet takes away the style's own."""

    def __init__(self, name: str) -> None:
        super().__init__(objectName="chooser")
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux Qt says what is chosen in the place of the name
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self.fontMetrics().height()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = side // 2 if mirrored else self.width() - side - side // 2
        colour = self.palette().placeholderText().color()
        arrow = icon("down", colour.name(), side)
        painter = QPainter(self)
        arrow.paint(painter, QRect(left, (self.height() - side) // 2, side, side))
        painter.end()
