"""An address outside: shown whole, to copy. Packhorse never opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.theme import Look


class ExternalAddress(QDialog):
    """Shows one address."""

    def __init__(self, address: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("An address outside"))
        title = QLabel(text("This link leads out of the library"))
        title.setFont(look.serif(15, QFont.Weight.DemiBold))
        words = QLabel(
            text("Packhorse does not open it, because that would use the network. Copy it to use it elsewhere."),
            wordWrap=True,
        )
        words.setProperty("soft", True)
        self._field = QLineEdit(address, readOnly=True)
        self._field.setAccessibleName(text("Address"))
        self._field.setFont(look.mono(12))
        self._field.setCursorPosition(0)
        buttons = QDialogButtonBox()
        copy = buttons.addButton(text("Copy"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(text("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.setDefault(True)
        buttons.accepted.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(24)] * 4)
        column.setSpacing(look.px(12))
        for widget in (title, words, self._field, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(look.px(480))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._field.text())
        self.accept()
