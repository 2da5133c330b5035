"""Go to anything by typing: a section, tag, author, topic, page, an article, or a command of the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.ui.dressed_dialog import DressedDialog
from reader.ui.go_to_entries import article_entries, entries, matching, search_entry, titled
from reader.ui.keyed_row import KEY, KeyedRow
from reader.ui.shortcuts import with_key
from reader.ui.spoken import announce, announce_rows
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model.search import Suggestion
    from reader.ui.go_to_entries import Command, Entry
    from reader.ui.main_window import MainWindow
    from reader.ui.theme import Look

_TOPIC = "go to"
_ENTRY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class GoTo(DressedDialog):
    """A field and the list of what fits, articles a moment later. Enter goes, Esc leaves, Up and Down choose while typing."""

    def __init__(self, window: MainWindow, commands: Iterable[Command]) -> None:
        super().__init__(window)
        self._window = window
        self._all = entries(window, commands)
        self.setWindowTitle(text("Go to"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(text("Section, tag, author, topic, article, command"))
        self.field.setAccessibleName(text("Go to"))
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(text("Places"))
        announce_rows(self.list)
        self._rows = KeyedRow(window.look, self.list)
        self.list.setItemDelegate(self._rows)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._none = QLabel(text("Nothing here is called that."))
        self._none.setProperty("soft", True)
        self._column.addWidget(self._none)
        self._column.addWidget(self.list)
        self.set_look(window.look)
        self.field.textChanged.connect(self._typed)
        self.finished.connect(lambda _result: window.quick.forget(_TOPIC))
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self._typed("")
        self._place(window)

    def set_look(self, look: Look) -> None:
        self._rows.set_look(look)
        self.list.scheduleDelayedItemsLayout()
        self._column.setContentsMargins(*[look.px(16)] * 4)
        self._none.setContentsMargins(look.px(8), look.px(4), look.px(8), look.px(4))

    def _place(self, window: QWidget) -> None:
        width = min(window.width() - 32, 560)
        self.resize(width, min(window.height() - 96, 460))
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 56)))

    def _typed(self, typed: str) -> None:
        """Show what is here at once, and ask for articles."""
        typed = typed.strip()
        found = matching(self._all, typed)
        self._none.hide()
        self._show([*found, *([search_entry(self._window, typed)] if typed else [])])
        if typed:
            self._window.quick.ask(_TOPIC, partial(titled, typed=typed), partial(self._add_articles, found))
        else:
            self._window.quick.forget(_TOPIC)

    def _add_articles(self, found: Sequence[Entry], articles: Sequence[Suggestion]) -> None:
        """They come after what was there at once, so that the row that was chosen stays."""
        for entry in article_entries(self._window, articles):
            self.list.insertItem(self.list.count() - 1, _item(entry))
        if not found:
            self.list.setCurrentRow(0)
            self._none.setHidden(bool(articles))
            if not articles:
                announce(self._none, self._none.text())

    def _show(self, shown: Sequence[Entry]) -> None:
        self.list.clear()
        for entry in shown:
            self.list.addItem(_item(entry))
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


def _item(entry: Entry) -> QListWidgetItem:
    item = QListWidgetItem(f"{entry.title}  ·  {entry.kind}")
    item.setData(_ENTRY, entry)
    item.setData(KEY, entry.key)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, with_key(item.text(), entry.key))
    return item
