"""An address outside: shown whole, to copy. Packhorse never opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QWidget

from reader.ui.dressed_dialog import StillButtons, WordsDialog
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.theme import Look


class ExternalAddress(WordsDialog):
    """Shows one address."""

    def __init__(self, address: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("An address outside"))
        self._title = QLabel(text("This link leads out of the library"), wordWrap=True)
        words = QLabel(
            text("Packhorse does not open it, because that would use the network. Copy it to use it elsewhere."),
            wordWrap=True,
        )
        words.setProperty("soft", True)
        self._field = QLineEdit(address, readOnly=True)
        self._field.setAccessibleName(text("Address"))
        self._field.setCursorPosition(0)
        buttons = StillButtons()
        buttons.setAccessibleName(text("Address"))
        copy = buttons.addButton(text("Copy"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(text("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.setDefault(True)
        buttons.accepted.connect(self._copy)
        buttons.rejected.connect(self.reject)
        for widget in (self._title, words, self._field, buttons):
            self.column.addWidget(widget)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._title.setFont(look.serif(15, QFont.Weight.DemiBold))
        self._field.setFont(look.mono(12))
        super().set_look(look)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._field.text())
        self.accept()
