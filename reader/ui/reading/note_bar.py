"""The reader's own note on the article: a few lines above the page, there when there is a note or when one is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reader.ui.words import text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from reader.ui.reading.prepared import Prepared
    from reader.ui.theme import Look

_SAVING_MS = 600
_MOST_LINES = 6
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class _Field(QPlainTextEdit):
    """As high as its lines. Keys without Ctrl or Alt are its own, before the window's."""

    left = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and not event.modifiers() & _OTHERS
            and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Grow with the lines, up to a few."""
        lines = max(1, round(self.document().size().height()))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > _MOST_LINES else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(min(lines, _MOST_LINES) * self.fontMetrics().lineSpacing() + 2)


class NoteBar(QWidget):
    """``written`` tells an article's key and what the note on it is now; ``closed`` that the reader is done with it."""

    written = Signal(int, str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(objectName="findbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._key = 0
        self._kept = ""
        self._label = QLabel(text("My note"), textFormat=Qt.TextFormat.PlainText)
        self._label.setProperty("soft", True)
        self.field = _Field(objectName="note", frameShape=QFrame.Shape.StyledPanel, tabChangesFocus=True)
        self.field.setAccessibleName(text("My note on the article"))
        self.field.setPlaceholderText(text("Write a note. It stays in this library, on this machine."))
        option = QTextOption(self.field.document().defaultTextOption())
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.field.document().setDefaultTextOption(option)
        self._soon = QTimer(self, singleShot=True, interval=_SAVING_MS)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._label)
        self._column.addWidget(self.field)
        self._connect()
        self.set_look(look)
        self.hide()

    def _connect(self) -> None:
        self._soon.timeout.connect(self.save)
        self.field.textChanged.connect(self._soon.start)
        self.field.textChanged.connect(self.field.fit)
        self.field.left.connect(self._leave)
        self.field.escaped.connect(self.closed)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        px = look.px
        self._column.setContentsMargins(px(32), px(6), px(32), px(8))
        self._column.setSpacing(px(2))
        self._label.setFont(look.sans(11.5))
        self.field.setFont(look.serif(14))
        self.field.document().setDocumentMargin(0)
        self.field.fit()

    def show_prepared(self, prepared: Prepared | None) -> None:
        """Another page is shown, or the same one anew: then what is being written stays."""
        key = prepared.row.key if prepared is not None and prepared.row is not None else 0
        if key and key == self._key:
            return
        self.save()
        self._key, self._kept = key, prepared.note if prepared is not None else ""
        self.field.setPlainText(self._kept)
        self._soon.stop()
        self.setVisible(bool(self._kept))

    def show_note(self, key: int, note: str) -> None:
        """The note was written in another window: show it, unless something is being written here."""
        if key == self._key and note != self._kept and not self._soon.isActive():
            self._kept = note
            self.field.setPlainText(note)
            self._soon.stop()
            self.setVisible(bool(note) or self.field.hasFocus())

    def open_bar(self) -> None:
        """Write, or go on writing."""
        if self._key:
            self.show()
            self.field.fit()
            self.field.setFocus()
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def save(self) -> None:
        """Tell what is written, if that is new."""
        self._soon.stop()
        words = self.field.toPlainText().strip()
        if self._key and words != self._kept:
            self._kept = words
            self.written.emit(self._key, words)

    def _leave(self) -> None:
        self.save()
        self.setVisible(bool(self._kept))
