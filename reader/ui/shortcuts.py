"""Binds the keys of all commands, and lists them for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from reader.ui.commands import Key


def bind(keys: Iterable[Key], commands: object, window: QWidget) -> list[QShortcut]:
    """Make all shortcuts of a window. Letters do nothing while a text field has the focus: it takes them first."""
    made = []
    for key in keys:
        for sequence in key.keys:
            shortcut = QShortcut(QKeySequence(sequence), window)
            shortcut.activated.connect(getattr(commands, key.command))
            made.append(shortcut)
    return made


_STANDARD = {"copy": QKeySequence.StandardKey.Copy, "select_all": QKeySequence.StandardKey.SelectAll}


def key_words(keys: Iterable[Key], command: str) -> str:
    """A command's first key as this system writes it; empty where it has none."""
    standard = _STANDARD.get(command)
    sequence = QKeySequence(standard) if standard else QKeySequence(next(_keys_of(keys, command), ""))
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _keys_of(keys: Iterable[Key], command: str) -> Iterator[str]:
    return (one for key in keys if key.command == command for one in key.keys)


def key_rows(keys: Iterable[Key]) -> list[tuple[str, str]]:
    """Keys as this system writes them, and what they do."""
    form = QKeySequence.SequenceFormat.NativeText
    return [
        (text(" or ").join(QKeySequence(one).toString(form) or one for one in key.keys), text(key.words))
        for key in keys
    ]
