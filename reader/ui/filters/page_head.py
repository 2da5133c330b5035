"""The head of a page that filters: its title, the chips in force, and how many articles there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.ui.filters.chips import Chips

if TYPE_CHECKING:
    from reader.ui.theme import Look


class PageHead(QWidget):
    """Title and number in one line, chips below."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.title = QLabel(title, textFormat=Qt.TextFormat.PlainText)
        self.count = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.count.setProperty("soft", True)
        self.chips = Chips(look)
        self.chips.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.addLayout(self.line)
        self.line.addWidget(self.title)
        self.line.addStretch(1)
        self.line.addWidget(self.count)
        self._column.addWidget(self.chips)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self.title.setFont(look.serif(21, QFont.Weight.DemiBold))
        self.count.setFont(look.sans(13))
        self._column.setSpacing(look.px(8))
        self.chips.set_look(look)
        self._fit()

    def say(self, words: str) -> None:
        """How many there are."""
        self.count.setText(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """How many stands below the title where there is no room beside it."""
        wanted = sum(one.sizeHint().width() for one in (self.title, self.count)) + self.count.fontMetrics().height()
        beside = self.width() >= wanted
        self.line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


def heading(words: str) -> QLabel:
    """A small heading above a list or a picture."""
    label = QLabel(words, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("soft", True)
    return label
