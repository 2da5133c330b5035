"""The bar for finding in the page: every place marked, one of them the present one."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget

from reader.ui.reading.find import occurrences
from reader.ui.theme.icons import put_icon
from reader.ui.words import number, text

if TYPE_CHECKING:
    from reader.ui.reading.browser import Browser
    from reader.ui.theme import Look

_TYPING_MS = 80
_ICON = 16


@dataclass(frozen=True, slots=True)
class _Start:
    """Where the reader was: what stood at the top, as a position and as a share of the text, and the text's own cursor."""

    top: int = 0
    fraction: float = 0.0
    cursor: tuple[int, int] = (0, 0)


class FindBar(QWidget):
    """Marks what is typed in ``browser``, from what is seen onwards.

    Esc closes it and gives the focus back; who only looked, and went from place to place no further, is where he was.
    """

    closed = Signal()

    def __init__(self, browser: Browser, look: Look) -> None:
        super().__init__(objectName="findbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._browser = browser
        self._found: list[tuple[int, int]] = []
        self._at = 0
        self._start = _Start()
        self._looked: int | None = None
        self._field = QLineEdit(placeholderText=text("Find in the article"), clearButtonEnabled=False)
        self._field.setAccessibleName(text("Find in the article"))
        self._field.installEventFilter(self)
        self._count = QLabel()
        self._buttons = {
            "up": _button(text("Previous place"), lambda: self.step(-1)),
            "down": _button(text("Next place"), lambda: self.step(1)),
            "close": _button(text("Close"), self.close_bar),
        }
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._soon.timeout.connect(self._search)
        self._field.textChanged.connect(lambda _words: self._soon.start())
        self._arrange()
        self.set_look(look)
        self.hide()

    def _arrange(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 16, 6)
        line.addWidget(self._field, 1)
        line.addWidget(self._count)
        for button in self._buttons.values():
            line.addWidget(button)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        for name, button in self._buttons.items():
            put_icon(button, name, look.theme.ink, look.px(_ICON))
        if not self.isHidden():
            self._paint()

    def open_bar(self) -> None:
        """Show it, ready to type."""
        was_hidden = self.isHidden()
        self.show()
        self._field.setFocus()
        self._field.selectAll()
        if was_hidden:
            self._begin()
            self._search()

    def _begin(self) -> None:
        browser, cursor = self._browser, self._browser.textCursor()
        top = browser.top(inside=True) if browser.verticalScrollBar().value() else 0
        self._start = _Start(top, browser.fraction(), (cursor.anchor(), cursor.position()))
        self._looked = None

    def close_bar(self) -> None:
        """Hide it and take the marks away."""
        self._soon.stop()
        if self._looked is not None and self._looked == self._browser.verticalScrollBar().value():
            self._go_back()
        self._looked = None
        self.hide()
        self._found = []
        self._browser.setExtraSelections([])
        self.closed.emit()

    def _go_back(self) -> None:
        cursor = self._browser.textCursor()
        cursor.setPosition(self._start.cursor[0])
        cursor.setPosition(self._start.cursor[1], QTextCursor.MoveMode.KeepAnchor)
        self._browser.setTextCursor(cursor)
        self._browser.verticalScrollBar().setValue(0)
        self._browser.scroll_to(self._start.fraction)

    def page_changed(self, *, again: bool) -> None:
        """Look anew: another page is shown, or the same one made ``again``, where the present place stays."""
        if self.isHidden():
            return
        if again:
            self.page_grew()
        else:
            self._begin()
            self._search()

    def page_grew(self) -> None:
        """There is more at the end of the page; the present place stays."""
        if not self.isHidden():
            self._find_all()
            self._at = min(self._at, max(0, len(self._found) - 1))
            self._paint()

    def _find_all(self) -> None:
        self._found = occurrences(self._browser.toPlainText(), self._field.text())

    def _search(self) -> None:
        """Find the first place after what stood at the top; where there is none, the first of all."""
        self._soon.stop()
        self._find_all()
        self._at = bisect_left(self._found, (self._start.top, 0)) % max(1, len(self._found))
        self._paint()
        self._reveal()
        if self._found:
            self._looked = self._browser.verticalScrollBar().value()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place, round and round."""
        if self.isHidden():
            self.open_bar()
            return
        if self._soon.isActive():  # what was typed last is not looked for yet: its first place is the next one
            self._search()
        elif self._found:
            self._at = (self._at + by) % len(self._found)
            self._paint()
            self._reveal()
        self._looked = None

    def _paint(self) -> None:
        if not self._field.text().strip():
            self._count.setText("")
        elif not self._found:
            self._count.setText(text("not found"))
        else:
            self._count.setText(text("{at} of {count}", at=number(self._at + 1), count=number(len(self._found))))
        self._count.setVisible(bool(self._count.text()))
        self._browser.setExtraSelections([self._selection(place) for place in range(len(self._found))])

    def _selection(self, place: int) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        current = place == self._at
        selection.cursor = self._cursor(place)  # type: ignore[attr-defined]  # a field that the stubs lack
        selection.format.setBackground(self._look.colour("ink" if current else "mark"))  # type: ignore[attr-defined]  # the same
        selection.format.setForeground(self._look.colour("paper" if current else "mark_ink"))  # type: ignore[attr-defined]  # the same
        return selection

    def _cursor(self, place: int) -> QTextCursor:
        start, end = self._found[place]
        cursor = QTextCursor(self._browser.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _reveal(self) -> None:
        if not self._found:
            return
        cursor = self._cursor(self._at)
        cursor.clearSelection()
        is_seen = self._browser.viewport().rect().contains(self._browser.cursorRect(cursor))
        self._browser.setTextCursor(cursor)
        if not is_seen:
            self._browser.reveal(cursor.position())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)


def _button(name: str, action: object) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(action)
    return button
