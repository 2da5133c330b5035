"""Wiring of the preferences: where they are opened from, and what follows from them outside of how things look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class Preferring(QObject):
    """Says what follows from which choice, as the window does for all others."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.keymap.changed.connect(self._keys_changed)
        self._name_keys()

    def _keys_changed(self) -> None:
        self._name_keys()
        self._window.memory.touch()

    def _name_keys(self) -> None:
        """Wherever a key is named, name the one in force."""
        window = self._window
        window.bar.show_keys(window.keymap.name)
        window.articles.header.show_key(window.keymap.name("keep_search"))
        window.reading.show_keys(window.keymap.name)

    def open(self) -> None:
        """Show all preferences."""

    def open_keys(self) -> None:
        """Show the keys, to be changed."""
