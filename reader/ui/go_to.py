"""Go to anything by typing: a section, tag, author, topic, page, or a command of the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.ui.dressed_dialog import DressedDialog
from reader.ui.keyed_row import KEY, KeyedRow
from reader.ui.shortcuts import with_key
from reader.ui.spoken import announce_rows
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.ui.main_window import MainWindow
    from reader.ui.navigation.model import Branch
    from reader.ui.theme import Look

    Command = tuple[str, Callable[[], None], str]

_MOST = 60
_ENTRY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to go to: its title, what kind it is, how to get there, and the key that does the same."""

    title: str
    kind: str
    go: Callable[[], None]
    key: str = ""


def entries(window: MainWindow, commands: Iterable[Command]) -> list[Entry]:
    """All rows of the navigation, then commands, of which we need words, method and key."""
    places = [
        Entry(branch.label, _kind(branch), partial(window.open_node, branch.node))
        for branch in window.navigation.tree.branches()
        if branch.node is not None
    ]
    return places + [Entry(words, text("Command"), run, key) for words, run, key in commands]


def _kind(branch: Branch) -> str:
    """The title of the heading or folder that the row stands in."""
    above = branch.parent
    while above is not None and above.node is not None:
        above = above.parent
    return above.title if above is not None else ""


def matching(all_entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Entries that hold every word typed, those whose title begins with them first."""
    words = typed.casefold().split()
    found = [one for one in all_entries if all(word in f"{one.title} {one.kind}".casefold() for word in words)]
    start = " ".join(words)
    return sorted(found, key=lambda one: not one.title.casefold().startswith(start))[:_MOST]


class GoTo(DressedDialog):
    """A field and the list of what fits. Enter goes, Esc leaves, Up and Down choose while typing."""

    def __init__(self, window: MainWindow, commands: Iterable[Command]) -> None:
        super().__init__(window)
        self._all = entries(window, commands)
        self.setWindowTitle(text("Go to"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(text("Section, tag, author, topic, command"))
        self.field.setAccessibleName(text("Go to"))
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(text("Places"))
        announce_rows(self.list)
        self._rows = KeyedRow(window.look, self.list)
        self.list.setItemDelegate(self._rows)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._column.addWidget(self.list)
        self.set_look(window.look)
        self.field.textChanged.connect(self._fill)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self._fill("")
        self._place(window)

    def set_look(self, look: Look) -> None:
        self._rows.set_look(look)
        self.list.scheduleDelayedItemsLayout()
        self._column.setContentsMargins(*[look.px(16)] * 4)

    def _place(self, window: QWidget) -> None:
        width = min(window.width() - 32, 560)
        self.resize(width, min(window.height() - 96, 460))
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 56)))

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for entry in matching(self._all, typed):
            item = QListWidgetItem(f"{entry.title}  ·  {entry.kind}")
            item.setData(_ENTRY, entry)
            item.setData(KEY, entry.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, with_key(item.text(), entry.key))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list, while the field has the focus."""
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + _STEPS[key])))
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(self.list.currentItem())
            return True
        return super().eventFilter(watched, event)

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.accept()
            item.data(_ENTRY).go()
