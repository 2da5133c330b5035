"""Takes the next key that is pressed, whatever it is used for elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reader.ui.key_names import key_of
from reader.ui.words import text

_ESCAPE = "Esc"


class Recorder(QLineEdit):
    """A field that nothing is typed into. ``pressed`` tells a key; ``left`` that the reader wants none: Esc, or a click elsewhere."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setPlaceholderText(text("Press a key …"))
        self.setAccessibleName(text("Press a key"))

    def event(self, event: QEvent) -> bool:
        """Before shortcuts, before Tab, and before the dialog's own Esc and Enter."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        event.accept()
        key = key_of(event.keyCombination())
        if key == _ESCAPE:
            self.left.emit()
        elif key and not event.isAutoRepeat():
            self.pressed.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.OtherFocusReason}:
            self.left.emit()
