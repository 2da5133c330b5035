"""A field over a row of the tree, to give a kept search or a collection another title in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget


class Renaming(QLineEdit):
    """Enter, or leaving it, takes the title that was typed; Esc leaves the old one. It goes away by itself."""

    renamed = Signal(str)

    def __init__(self, title: str, name: str, place: QRect, viewport: QWidget) -> None:
        super().__init__(title, viewport)
        self._before = title
        self.setObjectName("renaming")
        self.setAccessibleName(name)
        self.setGeometry(place)
        self.selectAll()
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Esc is the field's own, before the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]  # a key's event
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end(self._before)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._end(self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._end(self.text())

    def _end(self, title: str) -> None:
        if self.isHidden():
            return
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self.parentWidget().parentWidget().setFocus()
        if title.strip() and title != self._before:
            self.renamed.emit(title.strip())
        self.deleteLater()
