"""Binds the keys of commands, and says them beside words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from reader.ui.key_places import KeyPlaces
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from reader.ui.commands import Key
    from reader.ui.keymap import Keymap


def bind(keys: Iterable[Key], commands: object, window: QWidget) -> list[QShortcut]:
    """Make all shortcuts of a window. Letters do nothing while a text field has the focus: it takes them first."""
    made = []
    for key in keys:
        for sequence in key.keys:
            shortcut = QShortcut(QKeySequence(sequence), window)
            shortcut.activated.connect(getattr(commands, key.command))
            made.append(shortcut)
    return made


class Shortcuts(QObject):
    """The shortcuts of a window, made anew whenever keys are changed: those of the commands it has, and ``own`` ones."""

    def __init__(self, keymap: Keymap, commands: object, window: QWidget, own: Sequence[Key] = ()) -> None:
        super().__init__(window)
        self._keymap, self._commands, self._window, self._own = keymap, commands, window, own
        self._made: list[QShortcut] = []
        self._enabled = True
        self._bind()
        self._places = KeyPlaces(window, self._enabled_one)
        keymap.changed.connect(self._bind)

    def _enabled_one(self, sequence: QKeySequence) -> QShortcut | None:
        """The shortcut that a key has now, unless keys do nothing."""
        return next((one for one in self._made if one.isEnabled() and one.key() == sequence), None)

    def _bind(self) -> None:
        for shortcut in self._made:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        known = [key for key in (*self._keymap.in_force, *self._own) if hasattr(self._commands, key.command)]
        self._made = bind(known, self._commands, self._window)
        self.set_enabled(enabled=self._enabled)

    def set_enabled(self, *, enabled: bool) -> None:
        """Let keys do something, or nothing while something lies over the window."""
        self._enabled = enabled
        for shortcut in self._made:
            shortcut.setEnabled(enabled)


def with_key(words: str, key: str) -> str:
    """Words with the key that does the same, where there is one: ``Star (S)``."""
    return text("{words} ({key})", words=words, key=key) if key else words


def how_to_go(following: str, before: str, on: str) -> str:
    """Which keys lead on; nothing about those that were taken away."""
    words = text("{following} and {before} go to the next and the one before.", following=following, before=before)
    reads = text("{key} reads on.", key=on)
    return " ".join(([words] if following and before else []) + ([reads] if on else []))
