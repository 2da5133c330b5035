"""All facets of the hits by kind, in a panel that filters as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.model.search import FacetKind
from reader.ui.dressed_dialog import DressedDialog
from reader.ui.filters.facets import KIND_WORDS, label_of
from reader.ui.keyed_row import KEY, CountedRow
from reader.ui.spoken import announce_rows
from reader.ui.words import counted, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.search import Facet
    from reader.ui.theme import Look

_ENTRY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_MOST = 1000


class FacetPanel(DressedDialog):
    """A field and a list under headings. Enter or a click narrows the list; Esc leaves."""

    chosen = Signal(object, str)

    def __init__(self, facets: Sequence[Facet], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._facets, self._look = facets, look
        self.setWindowTitle(text("All facets"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(text("Type to filter"))
        self.field.setAccessibleName(text("Filter the facets"))
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(text("Facets"))
        announce_rows(self.list)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._rows = CountedRow(look, self.list)
        self.list.setItemDelegate(self._rows)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._column.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_look(look)
        self._place(parent.window())

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes; the row in hand stays in hand."""
        row, self._look = self.list.currentRow(), look
        self._rows.set_look(look)
        self._column.setContentsMargins(*[look.px(16)] * 4)
        self._fill(self.field.text())
        if row >= 0:
            self.list.setCurrentRow(row)

    def _place(self, window: QWidget) -> None:
        px = self._look.px
        self.resize(min(window.width() - 32, px(420)), min(window.height() - 96, px(520)))
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, px(56))))

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        self.list.clear()
        for kind in KIND_WORDS:
            values = next((facet.values for facet in self._facets if facet.kind is kind), ())
            shown = [(label_of(kind, value), value) for value in values[:_MOST]]
            shown = [pair for pair in shown if all(word in f"{pair[0]} {pair[1].value}".casefold() for word in words)]
            if shown:
                self._add_heading(text(KIND_WORDS[kind]))
            for label, value in shown:
                self._add(kind, label, value.value, value.count)
        self._step(1)

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _add(self, kind: FacetKind, label: str, value: str, count: int) -> None:
        item = QListWidgetItem(label)
        item.setData(KEY, number(count))
        item.setData(_ENTRY, (kind, value))
        spoken = f"{text(KIND_WORDS[kind])}: {label}, {counted(count, 'article', 'articles')}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.list.addItem(item)

    def _step(self, by: int) -> None:
        """To the next row that is no heading."""
        at = self.list.currentRow() + by
        while 0 <= at < self.list.count():
            if self.list.item(at).data(_ENTRY) is not None:
                self.list.setCurrentRow(at)
                return
            at += by

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list, while the field has the focus."""
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.list.currentItem())
            return True
        return super().eventFilter(watched, event)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_ENTRY) is not None:
            kind, value = item.data(_ENTRY)
            self.accept()
            self.chosen.emit(FacetKind(kind), value)
