"""Asks before something is erased for good. Nothing happens by itself: what keeps is chosen already, and Esc keeps, too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from reader.ui.dressed_dialog import StillButtons, WordsDialog
from reader.ui.sync.tick_box import TickBox
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the window's title, the question, what it means, what may be erased besides, the button that erases.

    ``keep`` is what the other button says, and ``stays`` tells what is not erased; both where that is not said otherwise.
    """

    title: str
    question: str
    words: str
    more: str
    erase: str
    keep: str = ""
    stays: str = ""


class ErasingDialog(WordsDialog):
    """``confirmed`` tells whether more shall be erased besides."""

    confirmed = Signal(bool)

    def __init__(self, question: Question, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question.title)
        self._say(question)
        self.more = TickBox(question.more, look)
        self.column.addWidget(self.more)
        self.buttons = StillButtons()
        self.buttons.setAccessibleName(question.erase)
        self.erase = self.buttons.addButton(question.erase, QDialogButtonBox.ButtonRole.AcceptRole)
        keep = self.buttons.addButton(question.keep or text("Keep"), QDialogButtonBox.ButtonRole.RejectRole)
        keep.setDefault(True)
        self.erase.setAutoDefault(False)
        self.buttons.accepted.connect(self._confirm)
        self.buttons.rejected.connect(self.reject)
        self.column.addWidget(self.buttons)
        self.setTabOrder(self.more, keep)
        self.setTabOrder(keep, self.erase)
        self.set_look(look)
        keep.setFocus()

    def set_look(self, look: Look) -> None:
        self._title.setFont(look.serif(15, QFont.Weight.DemiBold))
        self.more.set_look(look)
        super().set_look(look)

    def _say(self, question: Question) -> None:
        self._title = QLabel(question.question, wordWrap=True)
        self.column.addWidget(self._title)
        elsewhere = text("What the system or the disk has copied elsewhere is out of our reach.")
        for one in filter(None, (question.words, question.stays, elsewhere)):
            label = QLabel(one, wordWrap=True)
            label.setProperty("soft", True)
            self.column.addWidget(label)

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self.more.isChecked())
