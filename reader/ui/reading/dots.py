"""Dots between the pieces of a line over the text (``News · 3 May · 6 min``): where the line breaks at one, it parts nothing and is not seen.

It keeps its room and stays in the text, so that nothing moves, and what is copied or spoken is whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor

from reader.model.page import Page
from reader.ui.reading.text_place import named

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

_DOT = re.compile("(?<=\u00a0\u00a0)·(?=\u00a0)")
_NO_WORDS = " \u00a0\u2068\u2069\u200e\u200f\u2028·"
_MOST = 200
"""Each is laid out at once, which Qt puts off for what is below the screen."""


class Dots:
    """The dots over a document's text. ``fit`` is called whenever its width has changed."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._hidden: dict[int, QTextCharFormat] = {}
        text = named(document, Page.TEXT)
        end = text if text >= 0 else document.characterCount()
        self._places: list[int] = []
        block = document.begin()
        while block.isValid() and block.position() < end and len(self._places) < _MOST:
            self._places += [block.position() + found.start() for found in _DOT.finditer(block.text())]
            block = block.next()

    def fit(self) -> None:
        """Hide those at the ends of lines, and show all others."""
        ends = {place for place in self._places if self._is_at_an_end(place)}
        for place in ends - self._hidden.keys():
            cursor = self._cursor(place)
            self._hidden[place] = cursor.charFormat()
            unseen = QTextCharFormat()
            unseen.setForeground(Qt.GlobalColor.transparent)
            cursor.mergeCharFormat(unseen)
        for place in self._hidden.keys() - ends:
            self._cursor(place).setCharFormat(self._hidden.pop(place))

    def _is_at_an_end(self, place: int) -> bool:
        block = self._document.findBlock(place)
        self._document.documentLayout().blockBoundingRect(block)  # Qt would put off the layout
        at = place - block.position()
        line = block.layout().lineForTextPosition(at)
        if not line.isValid():
            return False
        before, after = _parts(block, at, line.textStart(), line.textLength())
        return not (before and after)

    def _cursor(self, place: int) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _parts(block: QTextBlock, at: int, start: int, length: int) -> tuple[str, str]:
    """What stands on a line before and after a place in it."""
    text = block.text()
    return text[start:at].strip(_NO_WORDS), text[at + 1 : start + length].strip(_NO_WORDS)
