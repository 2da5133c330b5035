"""Numbers of paragraphs beside their first lines, for who cites: painted in the margin, no part of the text.

So they are not found, copied or spoken. They count as citations do (see ``text_place``).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from reader.ui.reading.block_place import numbered_beside
from reader.ui.reading.text_place import paragraphs
from reader.ui.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

_GAP = 14.0
"""Between a figure and its text, in pixels, where the margin has that much: a quotation mark may hang there."""
_INDENT = 40.0
"""A text that begins so much farther in than the page stands in a column of its own."""
_PAST = 4
"""Paragraphs side by side are not in the order of their heights; after so many below what is seen, none is to come."""


class ParagraphNumbers:
    """The numbers of a document's paragraphs. What is added at its end changes nothing."""

    def __init__(self, document: QTextDocument, *, holds_two: bool = False) -> None:
        self._document = document
        told = (
            numbered_beside(document)
            if holds_two
            else ((block, at) for at, block in enumerate(paragraphs(document), 1))
        )
        #: Positions of their first letters, each with its number, in the order of the text.
        self.told = [(block.position(), count) for block, count in told]

    def paint(self, painter: QPainter, part: QRectF) -> None:
        """Paint those that begin in a part of the document, with the painter's font and pen."""
        for block, count in self._in(part):
            words = number(count)
            at = self._place(block, painter.fontMetrics().horizontalAdvance(words))
            painter.drawText(at, words)

    def _in(self, part: QRectF) -> Iterator[tuple[QTextBlock, int]]:
        layout, past = self._document.documentLayout(), 0
        first = layout.hitTest(QPointF(part.center().x(), part.top()), Qt.HitTestAccuracy.FuzzyHit)
        for position, count in self.told[max(0, bisect_left(self.told, (first, 0)) - _PAST) :]:
            block = self._document.findBlock(position)
            top, line = layout.blockBoundingRect(block).top(), block.layout().lineAt(0)
            past = past + 1 if top >= part.bottom() else 0
            if past > _PAST:
                return
            # A line that is not laid out after all is not asked for anything: Qt crashes.
            if not past and line.isValid() and top >= part.top() - line.height():
                yield block, count

    def _place(self, block: QTextBlock, width: float) -> QPointF:
        """Where a figure's baseline begins: level with the first line, outside the edge at which its column begins."""
        box, line = self._document.documentLayout().blockBoundingRect(block), block.layout().lineAt(0)
        page = self._document.rootFrame().frameFormat()
        left, right = page.leftMargin(), self._document.size().width() - page.rightMargin()
        baseline = box.top() + line.y() + line.ascent()
        if block.textDirection() is Qt.LayoutDirection.RightToLeft:
            edge = right if right - box.right() < _INDENT else box.right()
            room = self._document.size().width() - edge if edge == right and page.rightMargin() else width + 2 * _GAP
            return QPointF(edge + min(_GAP, max(1.0, (room - width) / 2)), baseline)
        edge = left if box.left() - left < _INDENT else box.left()
        room = edge if edge == left and left else width + 2 * _GAP
        return QPointF(edge - width - min(_GAP, max(1.0, (room - width) / 2)), baseline)
