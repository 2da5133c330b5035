"""Asks before something is erased for good. Nothing happens by itself: what keeps is chosen already, and Esc keeps, too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from reader.ui.sync.tick_box import TickBox
from reader.ui.words import text

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from reader.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the window's title, the question, what it means, what may be erased besides, the button that erases."""

    title: str
    question: str
    words: str
    more: str
    erase: str


class ErasingDialog(QDialog):
    """``confirmed`` tells whether more shall be erased besides."""

    confirmed = Signal(bool)

    def __init__(self, question: Question, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question.title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[look.px(24)] * 4)
        self._column.setSpacing(look.px(12))
        self._say(question, look)
        self.more = TickBox(question.more, look)
        self._column.addWidget(self.more)
        self.buttons = QDialogButtonBox()
        self.buttons.setAccessibleName(question.erase)
        self.erase = self.buttons.addButton(question.erase, QDialogButtonBox.ButtonRole.AcceptRole)
        keep = self.buttons.addButton(text("Keep"), QDialogButtonBox.ButtonRole.RejectRole)
        keep.setDefault(True)
        self.erase.setAutoDefault(False)
        self.buttons.accepted.connect(self._confirm)
        self.buttons.rejected.connect(self.reject)
        self._column.addWidget(self.buttons)
        self.setFixedWidth(min(look.px(480), window.width() - 32))
        keep.setFocus()

    def _say(self, question: Question, look: Look) -> None:
        title = QLabel(question.question, wordWrap=True)
        title.setFont(look.serif(15, QFont.Weight.DemiBold))
        self._column.addWidget(title)
        for one in (question.words, text("What the system or the disk has copied elsewhere is out of our reach.")):
            label = QLabel(one, wordWrap=True)
            label.setProperty("soft", True)
            self._column.addWidget(label)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as all words need at this width, which Qt asks of no dialog."""
        margins = self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        for said in (*self.findChildren(QLabel), self.more):
            said.ensurePolished()
            said.setMinimumHeight(said.heightForWidth(width))
        self.setFixedHeight(max(self._column.totalHeightForWidth(self.width()), self._column.minimumSize().height()))
        super().showEvent(event)

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self.more.isChecked())
