"""A page in sheets: its source and the number of the sheet on each, black on white."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QFont, QPainter, QPalette, QTextDocument, QTextOption

from reader.model.change import Progress, Report, Stage, silent
from reader.ui.reading.dots import Dots
from reader.ui.reading.hanging import hang_quotes
from reader.ui.reading.pagination import Line, fit_pictures, lines_of, pages
from reader.ui.reading.paragraph_numbers import ParagraphNumbers
from reader.ui.reading.written_links import write_out
from reader.ui.words import number, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.reading.paper import Sheet

PIXELS = 110
"""Of the page to an inch of paper: 17 on the screen are 11 points in print."""

_HEAD, _FOOT, _SMALL, _FIGURE, _HANG, _GAP = 34.0, 44.0, 12, 10, 24.0, 24.0
_SOFT = "#555555"


class Printout:
    """``count`` sheets of a size in pixels of the page. With ``addresses``, those of links that lead outside end it."""

    def __init__(self, sheet: Sheet, size: QSizeF, report: Report = silent, *, addresses: bool = True) -> None:
        self._sheet, self._size = sheet, size
        self._height = size.height() - _HEAD - _FOOT
        self._document = self._made(addresses=addresses)
        self._dots = Dots(self._document)
        self._numbers = ParagraphNumbers(self._document) if sheet.style.numbered else None
        self._cut = pages(list(self._lines(report)), self._height)
        self.count = len(self._cut)

    def _lines(self, report: Report) -> Iterator[Line]:
        """The text is laid out as its lines are asked for; between any two the work can be stopped."""
        for line in lines_of(self._document):
            report(Progress(Stage.PRINT, unit="pages"))
            yield line

    def _made(self, *, addresses: bool) -> QTextDocument:
        document, page = QTextDocument(), self._sheet.page
        document.setDocumentMargin(0)
        font = document.defaultFont()
        font.setPixelSize(self._sheet.style.size)
        document.setDefaultFont(font)
        for address, picture in self._sheet.pictures.items():
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address), picture)
        document.setHtml(page.html)
        hang_quotes(document)
        if addresses:
            write_out(document, text("Addresses"))
        fit_pictures(document, self._size.width(), self._height)
        document.setTextWidth(self._size.width())
        return document

    def paint(self, painter: QPainter, at: int) -> None:
        """Paint one sheet; the first is 0."""
        self._paint_text(painter, *self._cut[at])
        painter.save()
        painter.setPen(QColor(_SOFT))
        self._paint_numbers(painter, *self._cut[at])
        painter.setFont(self._font(_SMALL))
        self._paint_head(painter, at)
        self._paint_foot(painter, at)
        painter.restore()

    def _paint_text(self, painter: QPainter, top: float, bottom: float) -> None:
        part = QRectF(-_HANG, top, self._size.width() + 2 * _HANG, bottom - top)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))  # type: ignore[attr-defined]  # a field that the stubs lack
        context.clip = part  # type: ignore[attr-defined]  # the same
        painter.save()
        painter.translate(0, _HEAD - top)
        painter.setClipRect(part)
        self._document.documentLayout().draw(painter, context)
        self._dots.cover(painter, part, QColor(Qt.GlobalColor.white))
        painter.restore()

    def _font(self, size: int) -> QFont:
        font = QFont([family for family in self._sheet.style.sans if family != "sans-serif"])
        font.setPixelSize(size)
        return font

    def _paint_numbers(self, painter: QPainter, top: float, bottom: float) -> None:
        if self._numbers is not None:
            painter.save()
            painter.setFont(self._font(_FIGURE))
            painter.translate(0, _HEAD - top)
            self._numbers.paint(painter, QRectF(0, top, self._size.width(), bottom - top))
            painter.restore()

    def _paint_head(self, painter: QPainter, at: int) -> None:
        """Where the page is from; on all sheets but the first, which begins with it, its title."""
        room = QRectF(0, 0, self._size.width(), _HEAD)
        self._two(painter, room, self._sheet.head, self._sheet.page.title if at else "")

    def _paint_foot(self, painter: QPainter, at: int) -> None:
        """What the page can be checked by, and which sheet of how many."""
        rule = QPointF(0, self._size.height() - _FOOT + 14)
        painter.drawLine(rule, rule + QPointF(self._size.width(), 0))
        room = QRectF(rule.x(), rule.y() + 6, self._size.width(), _FOOT - 20)
        words = text("{page} of {pages}", page=number(at + 1), pages=number(self.count))
        self._two(painter, room, self._sheet.foot, words)

    def _two(self, painter: QPainter, room: QRectF, first: str, last: str) -> None:
        """Words where the text's lines begin, in as many lines as they need, and others where they end, in one, shortened."""
        last = painter.fontMetrics().elidedText(last, Qt.TextElideMode.ElideRight, int(room.width() / 2) - 2)
        share = painter.fontMetrics().horizontalAdvance(last) + 2.0
        mirrored = self._sheet.page.right_to_left
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        inner = room.adjusted(share + _GAP, 0, 0, 0) if mirrored else room.adjusted(0, 0, -share - _GAP, 0)
        outer = QRectF(room.left() if mirrored else room.right() - share, room.top(), share, room.height())
        _draw(painter, inner, first, far if mirrored else near)
        _draw(painter, outer, last, near if mirrored else far)


def _draw(painter: QPainter, room: QRectF, words: str, side: Qt.AlignmentFlag) -> None:
    option = QTextOption(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    painter.drawText(room, words, option)
