"""The list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.theme import Look


class KeyHelp(QDialog):
    """Two columns: what it does, which keys. ``rows`` are keys and words."""

    def __init__(self, rows: Sequence[tuple[str, str]], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        px = look.px
        self.setWindowTitle(text("Keys"))
        table = QWidget(objectName="page")
        table.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(table)
        grid.setContentsMargins(px(24), px(8), px(24), px(20))
        grid.setHorizontalSpacing(px(32))
        grid.setVerticalSpacing(px(6))
        title = QLabel(text("Keys"))
        title.setFont(look.serif(18, QFont.Weight.DemiBold))
        grid.addWidget(title, 0, 0, 1, 2)
        for row, (keys, words) in enumerate(rows, 1):
            grid.addWidget(QLabel(words), row, 0)
            label = QLabel(keys)
            label.setFont(look.mono(12.5))
            grid.addWidget(label, row, 1)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setWidget(table)
        area.setAccessibleName(text("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.resize(px(520), px(640))
