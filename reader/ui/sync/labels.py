"""Labels of the card. All of them stand at the side where the window's language begins, whatever their words begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.ui.words import direction, running

if TYPE_CHECKING:
    from PySide6.QtGui import QFont


class PlainLabel(QLabel):
    """A label that is no markup, wrapped, at the leading side."""

    def __init__(self, words: str = "", font: QFont | None = None, *, soft: bool = False, code: bool = False) -> None:
        super().__init__(wordWrap=not code, textFormat=Qt.TextFormat.PlainText)
        if font is not None:
            self.setFont(font)
        self.setProperty("soft", soft)
        self.setAlignment(leading() | Qt.AlignmentFlag.AlignVCenter)
        self.setText(words if code else running(words))


class PassingLabel(PlainLabel):
    """Not there while it says nothing; its room is kept."""

    def __init__(self) -> None:
        super().__init__(soft=True)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def setText(self, words: str) -> None:
        super().setText(words)
        self.setHidden(not words)


def leading() -> Qt.AlignmentFlag:
    """The side where the window's language begins."""
    mirrored = direction() is Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
