"""Dots between the pieces of a line (``News · 3 May · 6 min``): where the line breaks at one, it parts nothing and is not seen.

It is painted over. So nothing moves, the text stays as it is, and what is copied or spoken is whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextCursor

from reader.model.page import Page
from reader.ui.reading.text_place import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument

_DOT = re.compile("(?<=\u00a0\u00a0)·(?=\u00a0 )")
_NO_WORDS = " \u00a0\u2068\u2069\u200e\u200f\u2028·"


class Dots:
    """The dots of a document but those of an article's own text. What is added to the document later is looked at by a new one."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        text, after = named(document, Page.TEXT), named(document, Page.AFTER)
        self._places = [*self._found(0, text if text >= 0 else document.characterCount())]
        if text >= 0 and after >= 0:
            self._places += self._found(after, document.characterCount())

    def _found(self, start: int, end: int) -> Iterator[int]:
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            if "·" in block.text() and not _has_ground(block):
                yield from (block.position() + found.start() for found in _DOT.finditer(block.text()))
            block = block.next()

    def cover(self, painter: QPainter, part: QRectF, ground: QColor) -> None:
        """Paint the ground over those at the ends of lines, in a part of the document that has just been painted."""
        for place in self.dangling(part):
            painter.fillRect(place, ground)

    def dangling(self, part: QRectF) -> Iterator[QRectF]:
        """Where dots stand at the ends of lines."""
        layout = self._document.documentLayout()
        for place in self._among(part):
            block = self._document.findBlock(place)
            box = layout.blockBoundingRect(block)  # before its lines are asked for: Qt may not have laid them out
            if (dot := _at_an_end(block, place - block.position())) is not None:
                yield dot.translated(box.topLeft() - block.layout().boundingRect().topLeft())

    def _among(self, part: QRectF) -> list[int]:
        """Those of the blocks that reach into a part. Qt lays out no more for this than it did to paint it."""
        layout, fuzzy = self._document.documentLayout(), Qt.HitTestAccuracy.FuzzyHit
        corners = (part.topLeft(), part.topRight(), part.bottomLeft(), part.bottomRight())
        blocks = [self._document.findBlock(max(0, layout.hitTest(corner, fuzzy))) for corner in corners]
        first, last = (
            min(block.position() for block in blocks),
            max(block.position() + block.length() for block in blocks),
        )
        return self._places[bisect_left(self._places, first) : bisect_left(self._places, last)]


def _has_ground(block: QTextBlock) -> bool:
    """Whether a line stands on a colour that is not the page's."""
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    return table is not None and table.cellAt(cursor).format().background().style() is not Qt.BrushStyle.NoBrush


def _at_an_end(block: QTextBlock, at: int) -> QRectF | None:
    """Where in its block a dot stands that has words on one side of it only."""
    line, text = block.layout().lineForTextPosition(at), block.text()
    if not line.isValid():  # not laid out after all; Qt crashes when such a line is asked for anything
        return None
    start, end = line.textStart(), line.textStart() + line.textLength()
    if text[start:at].strip(_NO_WORDS) and text[at + 1 : end].strip(_NO_WORDS):
        return None
    one, other = (line.cursorToX(place)[0] for place in (at, at + 1))  # type: ignore[index]  # the stubs do not know it
    return QRectF(min(one, other), line.y(), abs(other - one), line.height())
