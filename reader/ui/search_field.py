"""The search box: what it asks for holds what an input method is composing, once that is in the letters of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from reader.library import filters
from reader.ui.utf16 import from_units, to_units

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent

_HIRAGANA = "\u3041-\u309f"
_OTHERS = "\u3005-\u3007\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
#: Han, kana and whole syllables of Hangul at the beginning. Hiragana alone becomes Han next, and letters of a keyboard become any of these.
_COMPOSED = re.compile(f"[{_HIRAGANA}]*[{_OTHERS}][{_HIRAGANA}{_OTHERS}]*")


class SearchField(QLineEdit):
    """Tells after each step of an input method that something was ``composed``, also when nothing is left of it."""

    composed = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="search")
        self._preedit = ""

    @property
    def is_composing(self) -> bool:
        """Whether an input method has begun something that is not in the text yet."""
        return bool(self._preedit)

    @property
    def asked(self) -> str:
        """The text, with what is composed at the cursor as far as it can be searched."""
        found = _COMPOSED.match(self._preedit)
        if found is None:
            return self.text()
        at = from_units(self.text(), self.cursorPosition())
        return self.text()[:at] + found.group() + self.text()[at:]

    def begin(self) -> None:
        """Ready for other words: those that are there are selected, and what narrows besides them stays."""
        self.setFocus()
        start, end = filters.place_of_words(self.text())
        if start == end and self.text() and not self.text().endswith(" "):
            self.setText(f"{self.text()} ")
            start = end = len(self.text())
        first, last = (to_units(self.text(), at) for at in (start, end))
        self.setSelection(first, last - first)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._preedit = event.preeditString()
        self.composed.emit()
