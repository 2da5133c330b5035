"""Dialogs follow the theme and the size of text while they are open, as everything else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QShowEvent

    from reader.ui.theme import Look


class DressedDialog(QDialog):
    """A dialog with fonts, lengths or colours of its own; what it has of the palette and the style sheet Qt changes by itself."""

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        raise NotImplementedError


class StillButtons(QDialogButtonBox):
    """Buttons among which the focus stays when the style sheet changes: Qt puts them in place anew, and loses it."""

    def changeEvent(self, event: QEvent) -> None:
        focused = self.window().focusWidget()
        super().changeEvent(event)
        if focused in self.buttons():
            focused.setFocus()


class WordsDialog(DressedDialog):
    """A dialog of a few sentences over buttons, in a column: as wide as the window allows, and as high as its words need."""

    _WIDE, _EDGE, _SPACE = 480, 24, 12

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.column = QVBoxLayout(self)

    def set_look(self, look: Look) -> None:
        self.column.setContentsMargins(*[look.px(self._EDGE)] * 4)
        self.column.setSpacing(look.px(self._SPACE))
        self.setFixedWidth(min(look.px(self._WIDE), self.parentWidget().width() - 32))
        if self.isVisible():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """Qt asks no dialog how high its words are at its width."""
        margins = self.column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        for said in self.findChildren(QWidget):
            if said.sizePolicy().hasHeightForWidth():
                said.ensurePolished()
                said.setMinimumHeight(said.heightForWidth(width))
        self.setFixedHeight(max(self.column.totalHeightForWidth(self.width()), self.column.minimumSize().height()))


def dress_dialogs(window: QWidget, look: Look) -> None:
    """Let the open dialogs of a window, and of what is in it, use a look."""
    for dialog in window.findChildren(DressedDialog):
        dialog.set_look(look)
