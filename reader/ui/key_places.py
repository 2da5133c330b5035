"""Keys by their place, where a keyboard types no Latin letters: J is pressed where О stands on a Russian keyboard.

X11 tries the other layouts of a keyboard by itself, but many people have one layout only, and marks that need Shift are not
found even then. A letter that a field takes, or that the reader gave to a command, stays what it is.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from reader.ui.key_names import key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

_ROWS = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 43: "\\ZXCVBNM,./"}
"""What a US keyboard has at the scan codes (IBM PC, set 1) that begin here."""
_SHIFTED = dict(zip("1234567890-=[];'`\\,./", '!@#$%^&*()_+{}:"~|<>?', strict=True))
_OFFSETS = {"win32": 0, "linux": 8}
"""How far a system's codes are above those; a Mac's have another order."""
_LAST_LATIN = 0x24F


def latin_key(event: QKeyEvent) -> str:
    """The key that a US keyboard has where a letter of another script was pressed, portably written; else empty."""
    place = event.nativeScanCode() - _OFFSETS.get(sys.platform, 0)
    letter = next((row[place - first] for first, row in _ROWS.items() if 0 <= place - first < len(row)), "")
    if not letter or sys.platform not in _OFFSETS or not _LAST_LATIN < event.key() < Qt.Key.Key_Escape.value:
        return ""
    modifiers = event.modifiers()
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        letter = _SHIFTED.get(letter, letter)
    return key_of(QKeyCombination(modifiers, Qt.Key(ord(letter))))


class KeyPlaces(QObject):
    """Watches a window for keys of other scripts that nothing in it has a use for. ``find`` names the shortcut of a key.

    What no field accepts comes up to the window as a question (``ShortcutOverride``). The press that follows at once is then
    kept from whatever has the focus, as that of a shortcut is.
    """

    def __init__(self, window: QWidget, find: Callable[[QKeySequence], QShortcut | None]) -> None:
        super().__init__(window)
        self._window, self._find = window, find
        self._meant: QShortcut | None = None
        self._watched: QWindow | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and watched is self._window and isinstance(event, QKeyEvent):
            self._consider(event)
        elif event.type() == QEvent.Type.KeyPress and watched is self._watched:
            return self._act()
        return False

    def _consider(self, event: QKeyEvent) -> None:
        own = self._find(QKeySequence(event.keyCombination()))
        key = latin_key(event) if own is None else ""
        self._meant = self._find(QKeySequence(key)) if key else None
        self._watched = self._window.windowHandle()
        if self._meant is not None and self._watched is not None:
            self._watched.installEventFilter(self)
            QTimer.singleShot(0, self, self._forget)  # where Qt found a shortcut itself, no press follows

    def _act(self) -> bool:
        meant = self._meant
        self._forget()
        if meant is not None:
            meant.activated.emit()
        return meant is not None

    def _forget(self) -> None:
        self._meant = None
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
