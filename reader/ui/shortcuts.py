"""Binds the keys of all commands, and lists them for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from reader.ui.commands import Commands, Key


def bind(keys: Iterable[Key], commands: Commands, window: QWidget) -> list[QShortcut]:
    """Make all shortcuts of a window. Letters do nothing while a text field has the focus: it takes them first."""
    made = []
    for key in keys:
        for sequence in key.keys:
            shortcut = QShortcut(QKeySequence(sequence), window)
            shortcut.activated.connect(getattr(commands, key.command))
            made.append(shortcut)
    return made


def key_rows(keys: Iterable[Key]) -> list[tuple[str, str]]:
    """Keys as this system writes them, and what they do."""
    return [(text(" or ").join(map(native_key, key.keys)), text(key.words)) for key in keys]


def native_key(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
