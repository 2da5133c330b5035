"""Joins the search box, the popup and the lane: what is typed is asked about a moment later, and the last keystroke wins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from reader.library import searches
from reader.library.suggest import suggest
from reader.model.search import SuggestionKind
from reader.ui.suggestions.popup import SuggestionPopup
from reader.ui.utf16 import from_units, to_units
from reader.ui.words import language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from reader.model.search import Suggestion
    from reader.ui.jobs import Lane
    from reader.ui.search_field import SearchField
    from reader.ui.theme import Look

_TYPING_MS = 60
_TOPIC = "suggestions"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_AGAIN = frozenset({SuggestionKind.HISTORY, SuggestionKind.SAVED})
_COMES_IN = frozenset(
    {
        Qt.FocusReason.MouseFocusReason,
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
    }
)


class Completing(QObject):
    """``searched`` tells a whole query that was taken, ``article_chosen`` the key of an article.

    ``searched_in`` tells an earlier or a kept search, with the publication that it keeps to.
    """

    searched = Signal(str)
    searched_in = Signal(str, str)
    article_chosen = Signal(int)
    help_wanted = Signal()

    def __init__(self, field: SearchField, lane: Lane, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._field, self._lane = field, lane
        self.popup = SuggestionPopup(look, window)
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._soon.timeout.connect(self._ask)
        self._keys = {Qt.Key.Key_Tab: self._complete, Qt.Key.Key_Delete: self._forget, Qt.Key.Key_Escape: self._close}
        field.installEventFilter(self)
        field.textEdited.connect(lambda _words: self._soon.start())
        field.composed.connect(self._composed)
        self.popup.taken.connect(self._take)
        self.popup.help_wanted.connect(self.close)
        self.popup.help_wanted.connect(self.help_wanted)

    @property
    def pending(self) -> bool:
        """Whether something typed was not asked about yet."""
        return self._soon.isActive()

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self.popup.set_look(look)

    def close(self) -> None:
        """Show nothing until something is typed again."""
        self._soon.stop()
        self._lane.forget(_TOPIC)
        self.popup.hide()

    def _composed(self) -> None:
        """An input method has a list of its own below the box, and the keys that go through it."""
        self.close() if self._field.is_composing else self._soon.start()

    def _ask(self) -> None:
        words = self._field.text()
        cursor = from_units(words, self._field.cursorPosition())
        work = partial(suggest, text=words, cursor=cursor, language=language())
        self._lane.ask(_TOPIC, work, partial(self._show, words))

    def _show(self, words: str, found: Sequence[Suggestion]) -> None:
        if self._field.hasFocus() and self._field.text() == words:
            self.popup.show_suggestions(found, self._field)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys of the popup while it is seen; the box has all others."""
        if isinstance(event, QFocusEvent):
            self._focus_changed(event)
        elif event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and not self.popup.isHidden():
            self.close()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return False

    def _focus_changed(self, event: QFocusEvent) -> None:
        if event.lostFocus():
            self.close()
        elif not self._field.text() and event.reason() in _COMES_IN:
            self._soon.start()

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self.popup.isHidden():
            if key in _ENTER or key == Qt.Key.Key_Escape:
                self.close()
            return False
        if key in _STEPS:
            self.popup.step(_STEPS[key])
            return True
        if key in _ENTER:
            return self._enter()
        return self._keys[key]() if key in self._keys and not event.modifiers() else False

    def _enter(self) -> bool:
        """Take what is chosen. Without anything chosen Enter is the box's own."""
        chosen = self.popup.chosen
        if chosen is None:
            self.close()
            return False
        self._take(chosen)
        return True

    def _complete(self) -> bool:
        """Put what is chosen, or else the first that completes anything, into the box, and stay there."""
        every = (self.popup.suggestions.suggestion(row) for row in range(self.popup.suggestions.rowCount()))
        chosen = self.popup.chosen or next(
            (one for one in every if one and one.kind is not SuggestionKind.ARTICLE), None
        )
        if chosen is not None and chosen.kind is not SuggestionKind.ARTICLE:
            self._put(chosen)
            self._soon.start()
        return True

    def _close(self) -> bool:
        self.close()
        return True

    def _forget(self) -> bool:
        """Take a search out of the history. Any other row leaves the key to the box."""
        chosen = self.popup.chosen
        if chosen is None or chosen.kind is not SuggestionKind.HISTORY:
            return False
        self._lane.ask("", partial(searches.forget, text=chosen.text, publication=chosen.publication))
        self._ask()
        return True

    def _take(self, chosen: Suggestion) -> None:
        self.close()
        if chosen.kind is SuggestionKind.ARTICLE:
            self.article_chosen.emit(chosen.key)
            return
        self._put(chosen)
        if chosen.kind is SuggestionKind.FIELD:
            self._soon.start()

    def _put(self, chosen: Suggestion) -> None:
        self._field.setText(chosen.text)
        self._field.setCursorPosition(to_units(chosen.text, chosen.cursor))
        if chosen.kind in _AGAIN:
            self.searched_in.emit(chosen.text, chosen.publication)
        else:
            self.searched.emit(chosen.text)
