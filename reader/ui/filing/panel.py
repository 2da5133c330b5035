"""File articles by keys alone: type to find a collection or to name a new one, Enter ticks, Esc leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.ui.dressed_dialog import DressedDialog
from reader.ui.filing.choices import CHOICE, ROW, Choice, ChoiceDelegate, item
from reader.ui.spoken import announce_rows
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.collection import Collection, Holding
    from reader.ui.theme import Look

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WIDTH, _AIR, _AROUND = 420, 16, 140
_FEWEST, _MOST = 3, 10


class FilingPanel(DressedDialog):
    """Shows which collections hold some articles (``size`` of them, called ``what``); tells what the reader wants changed."""

    wanted = Signal(object)
    unwanted = Signal(object)
    named = Signal(str)

    def __init__(self, what: str, size: int, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._size, self._what = look, size, what
        self._holdings: tuple[Holding, ...] = ()
        self._made = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("File in a collection"))
        self._title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._keys = QLabel(text("Enter files it or takes it out · Esc closes"), textFormat=Qt.TextFormat.PlainText)
        self.field, self.list = QLineEdit(), QListWidget()
        self._prepare()
        self._arrange()
        self.set_look(look)
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, look.px(56))))
        self.field.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._choose)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._title.setFont(look.sans(13))
        self._keys.setFont(look.sans(11.5))
        self._painter = ChoiceDelegate(look)
        self.list.setItemDelegate(self._painter)
        self._column.setContentsMargins(*[look.px(_AIR)] * 4)
        self._column.setSpacing(look.px(8))
        width = min(self.parentWidget().width() - 2 * _AIR, look.px(_WIDTH))
        self.resize(width, self.height())
        words = text("File {what}", what=self._what)
        self._title.setText(
            QFontMetrics(self._title.font()).elidedText(words, Qt.TextElideMode.ElideRight, width - 2 * look.px(_AIR))
        )
        self._title.setToolTip(words)
        if self.isVisible():
            self._fit_height()

    def _prepare(self) -> None:
        for label in (self._title, self._keys):
            label.setProperty("soft", True)
        self._keys.setWordWrap(True)
        self.field.setAccessibleName(text("Name of a collection"))
        self.field.installEventFilter(self)
        self.list.setAccessibleName(text("Collections"))
        announce_rows(self.list)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        for widget in (self._title, self.field, self.list, self._keys):
            self._column.addWidget(widget)

    def show_holdings(self, holdings: Sequence[Holding]) -> None:
        """Show these collections and ticks; the row in hand stays in hand, and one just made is taken in hand."""
        first = not self._holdings and not self.isVisible()
        before = self._in_hand() if not self._made else self._made.casefold()
        self._holdings, self._made = tuple(holdings), ""
        placeholder = text("Type to find one, or to name a new one") if holdings else text("Name your first collection")
        self.field.setPlaceholderText(placeholder)
        self._fill(self.field.text())
        self._go_to(before)
        if first:
            self._fit_height()
            self.open()
            self.field.setFocus()

    def _fit_height(self) -> None:
        """As high as its rows at first, and one for a new name; then it keeps still."""
        rows = min(max(len(self._holdings) + 1, _FEWEST), _MOST) * self._look.px(ROW)
        self.resize(self.width(), min(self.parentWidget().height() - 6 * _AIR, rows + self._look.px(_AROUND)))

    def _in_hand(self) -> str:
        current = self.list.currentItem()
        return current.data(CHOICE).title.casefold() if current is not None else ""

    def _go_to(self, title: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(CHOICE).title.casefold() == title:
                self.list.setCurrentRow(row)

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for choice in self._choices(" ".join(typed.split())):
            self.list.addItem(item(choice))
        self.list.setCurrentRow(0)

    def _choices(self, typed: str) -> Iterator[Choice]:
        """Collections that have every word typed; and the typed name, where none is called so."""
        words = typed.casefold().split()
        for one in self._holdings:
            if all(word in one.collection.title.casefold() for word in words):
                yield Choice(one.collection.title, one.collection, self._state(one.held))
        if typed and all(one.collection.title.casefold() != typed.casefold() for one in self._holdings):
            yield Choice(typed)

    def _state(self, held: int) -> Qt.CheckState:
        if not held:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if held == self._size else Qt.CheckState.PartiallyChecked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list, while the field has the focus; and Space in the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _STEPS and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + _STEPS[key]) % self.list.count())
        elif key in _ENTER or (watched is self.list and key == Qt.Key.Key_Space):
            self._choose(self.list.currentItem())
        else:
            return super().eventFilter(watched, event)
        return True

    def _choose(self, row: QListWidgetItem | None) -> None:
        if row is None:
            return
        choice: Choice = row.data(CHOICE)
        if choice.collection is None:
            self._made = choice.title
            self.field.clear()
            self.named.emit(choice.title)
            return
        self.field.selectAll()
        collection: Collection = choice.collection
        (self.unwanted if choice.is_on else self.wanted).emit(collection)
