"""The section of the keys: all commands, found by words or by pressing the key; below them what can be done with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QSizePolicy

from reader.ui.key_names import key_name
from reader.ui.keyed_row import KEY, KeyedRow
from reader.ui.preferences.block import Block
from reader.ui.preferences.choices import Actions, button_of
from reader.ui.preferences.key_bar import KeyBar
from reader.ui.preferences.setting import fits
from reader.ui.shortcuts import with_key
from reader.ui.words import text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.keymap import Keymap
    from reader.ui.theme import Look

_COMMAND = Qt.ItemDataRole.UserRole
_LEAST, _MOST_ROWS, _ANY = 100, 10, 16_777_215


class KeysBlock(Block):
    """Enter on a command records a key for it, Delete takes one away."""

    fills = True

    def __init__(self, keymap: Keymap, look: Look) -> None:
        super().__init__(text("Keys"), look)
        self._keymap = keymap
        self.list = CommandList()
        self.bar = KeyBar(keymap)
        self.search_key = button_of(text("Find a key by pressing it"))
        self.reset = button_of(text("All keys as at first"))
        self._head = Actions([self.search_key, self.reset])
        self._note = QLabel(
            text("Enter changes a key, Delete takes it away. Esc and the arrows in lists stay."), wordWrap=True
        )
        self._note.setProperty("soft", True)
        for widget in (self._note, self._head):
            self.column.addWidget(widget)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.bar)
        self._fill()
        self._connect()
        self.set_look(look)
        self.list.setCurrentRow(1)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda item, _before: self.bar.show_command(_command(item)))
        self.list.itemActivated.connect(lambda item: self.bar.change(_command(item)))
        self.list.take_wanted.connect(lambda: self.bar.take_last(_command(self.list.currentItem())))
        self.bar.finished.connect(self.list.setFocus)
        self.bar.found.connect(self._go_to)
        self.search_key.clicked.connect(self.bar.find)
        self.reset.clicked.connect(self._keymap.reset_all)
        self._keymap.changed.connect(self.refresh)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.list.setItemDelegate(KeyedRow(look, self.list))
        self.bar.set_look(look)

    def _fill(self) -> None:
        for name, keys in self._keymap.groups:
            heading = QListWidgetItem(text(name), self.list)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            for key in keys:
                QListWidgetItem(text(key.words), self.list).setData(_COMMAND, key.command)
        self.refresh()

    def refresh(self) -> None:
        for item in self._items():
            words = text(" or ").join(map(key_name, self._keymap.keys(_command(item))))
            item.setData(KEY, words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, with_key(item.text(), words))
        self.reset.setEnabled(self._keymap.is_changed)
        self.bar.show_command(_command(self.list.currentItem()))

    def _items(self) -> list[QListWidgetItem]:
        every = (self.list.item(row) for row in range(self.list.count()))
        return [item for item in every if _command(item)]

    def search(self, typed: str) -> bool:
        whole = bool(typed) and fits(typed, self.name, text("shortcuts keyboard hotkeys bindings"))
        heading, any_found = None, False
        for item in (self.list.item(row) for row in range(self.list.count())):
            if not _command(item):
                heading = item
                heading.setHidden(True)
                continue
            found = whole or fits(typed, item.text(), str(item.data(KEY)))
            item.setHidden(not found)
            any_found |= found
            if found and heading is not None:
                heading.setHidden(False)
        for widget in (self._note, self._head):
            widget.setVisible(not typed or whole)
        self._choose_seen()
        self.list.fit(fills=not typed)
        return any_found

    def _choose_seen(self) -> None:
        """A command that is hidden is not the one below the list."""
        current = self.list.currentItem()
        if current is None or current.isHidden():
            seen = (one for one in self._items() if not one.isHidden())
            self.list.setCurrentItem(next(seen, None))  # type: ignore[arg-type]  # none is allowed

    def _go_to(self, command: str) -> None:
        item = next(one for one in self._items() if _command(one) == command)
        self.list.setCurrentItem(item)
        self.list.setFocus()


class CommandList(QListWidget):
    """Commands under headings, which cannot be chosen."""

    take_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(text("Commands and their keys"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fit(self, *, fills: bool) -> None:
        """As high as there is room; or as what was found, which stands among what was found elsewhere."""
        heights = [self.sizeHintForRow(row) for row in range(self.count()) if not self.item(row).isHidden()]
        found = max(1, sum(heights[:_MOST_ROWS]))
        self.setMinimumHeight(_LEAST if fills else found)
        self.setMaximumHeight(_ANY if fills else found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.take_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())  # and no default button of the dialog besides
        else:
            super().keyPressEvent(event)


def _command(item: QListWidgetItem | None) -> str:
    return str(item.data(_COMMAND) or "") if item is not None else ""
