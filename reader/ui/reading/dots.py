"""Dots between the pieces of a line over the text (``News · 3 May · 6 min``): where the line breaks at one, it parts nothing and is not seen.

It is painted over. So nothing moves, the text stays as it is, and what is copied or spoken is whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from reader.model.page import Page
from reader.ui.reading.text_place import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument

_DOT = re.compile("(?<=\u00a0\u00a0)·(?=\u00a0)")
_NO_WORDS = " \u00a0\u2068\u2069\u200e\u200f\u2028·"
_MOST = 200
"""Those of a long list of stories are not all looked at whenever something is painted."""


class Dots:
    """The dots over a document's text; of a document without one, the first of all."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        text = named(document, Page.TEXT)
        end = text if text >= 0 else document.characterCount()
        self._places: list[int] = []
        block = document.begin()
        while block.isValid() and block.position() < end and len(self._places) < _MOST:
            self._places += [block.position() + found.start() for found in _DOT.finditer(block.text())]
            block = block.next()

    def cover(self, painter: QPainter, part: QRectF, ground: QColor) -> None:
        """Paint the ground over those at the ends of lines, in a part of the document that has just been painted."""
        for place in self.dangling(part):
            painter.fillRect(place, ground)

    def dangling(self, part: QRectF) -> Iterator[QRectF]:
        """Where dots stand at the ends of lines."""
        layout = self._document.documentLayout()
        for place in self._places:
            block = self._document.findBlock(place)
            box = layout.blockBoundingRect(block)
            if box.top() > part.bottom():
                return
            if box.bottom() >= part.top() and (dot := _at_an_end(block, place - block.position())) is not None:
                yield dot.translated(box.topLeft() - block.layout().boundingRect().topLeft())


def _at_an_end(block: QTextBlock, at: int) -> QRectF | None:
    """Where in its block a dot stands that has words on one side of it only."""
    line, text = block.layout().lineForTextPosition(at), block.text()
    start, end = line.textStart(), line.textStart() + line.textLength()
    if not line.isValid() or (text[start:at].strip(_NO_WORDS) and text[at + 1 : end].strip(_NO_WORDS)):
        return None
    one, other = (line.cursorToX(place)[0] for place in (at, at + 1))  # type: ignore[index]  # the stubs do not know it
    return QRectF(min(one, other), line.y(), abs(other - one), line.height())
