"""An address outside: shown whole, to copy, or to hand to the system's browser. Nothing of that is done without a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from reader.ui.dressed_dialog import StillButtons, WordsDialog
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.theme import Look

_MOST_LINES = 8


class _Whole(QPlainTextEdit):
    """An address in as many lines as it needs, to be read, selected and copied; Tab leaves it."""

    def __init__(self, address: str) -> None:
        super().__init__(address, readOnly=True, tabChangesFocus=True)
        self.setObjectName("address")
        self.setAccessibleName(text("Address"))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Of all lines, up to eight: more are scrolled."""
        around = 2 * round(self.document().documentMargin()) + 2 * self.frameWidth()
        margins = self.contentsMargins()
        room = width - around - margins.left() - margins.right() - self.verticalScrollBar().sizeHint().width()
        each = max(1, room // max(1, self.fontMetrics().horizontalAdvance("m")))
        lines = min(_MOST_LINES, -(-len(self.toPlainText()) // each) or 1)
        return lines * self.fontMetrics().lineSpacing() + around + margins.top() + margins.bottom()


def _is_of_the_web(address: str) -> bool:
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in {"http", "https"} and bool(url.host())


class ExternalAddress(WordsDialog):
    """Shows one address. ``offers_browser``: one of the web can be opened there, too; that is never what Return does."""

    def __init__(self, address: str, look: Look, parent: QWidget, *, offers_browser: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("An address outside"))
        self._title = QLabel(text("This link leads out of the library"), wordWrap=True)
        self._words = QLabel(
            text("Packhorse does not open it, because that would use the network. Copy it to use it elsewhere."),
            wordWrap=True,
        )
        self._words.setProperty("soft", True)
        self._field = _Whole(address)
        buttons = StillButtons()
        buttons.setAccessibleName(text("Address"))
        copy = buttons.addButton(text("Copy"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(text("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.setDefault(True)
        buttons.accepted.connect(self._copy)
        buttons.rejected.connect(self.reject)
        for widget in (self._title, self._words, self._field, buttons):
            self.column.addWidget(widget)
        if offers_browser and _is_of_the_web(address):
            self._offer_browser()
        self.set_look(look)

    def _offer_browser(self) -> None:
        self._words.setText(
            text(
                "Copy it to use it elsewhere. Your browser would leave Packhorse and use the network: who watches it can see where you go."
            )
        )
        leave = QPushButton(text("Open in the browser"), autoDefault=False)
        leave.clicked.connect(self._leave)
        self.column.addWidget(leave, 0, Qt.AlignmentFlag.AlignRight)  # apart from the others, and after them

    def set_look(self, look: Look) -> None:
        self._title.setFont(look.serif(15, QFont.Weight.DemiBold))
        self._field.setFont(look.mono(12))
        super().set_look(look)

    def _leave(self) -> None:
        if QDesktopServices.openUrl(QUrl(self._field.toPlainText())):
            self.accept()
        else:
            self._words.setText(text("No browser took it. Copy it to use it elsewhere."))
            self._fit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._field.toPlainText())
        self.accept()
