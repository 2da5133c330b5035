"""Opening quotation marks hang in the margin, so that the letters of a column stand on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable, QTextTableCell

_MARKS = frozenset('“„«‘‹"')


def hang_quotes(document: QTextDocument) -> None:
    """Hang the mark that begins a paragraph or heading, by its own width, where there is room for it.

    Lists and right-to-left text stay.
    """
    block = document.begin()
    while block.isValid():
        if block.text()[:1] in _MARKS and _hangs(block):
            shape = block.blockFormat()
            shape.setTextIndent(-_width(block))
            QTextCursor(block).setBlockFormat(shape)
        block = block.next()


def _hangs(block: QTextBlock) -> bool:
    if block.textList() or block.textDirection() is not Qt.LayoutDirection.LeftToRight:
        return False
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    return table is None or _has_room(block, table.cellAt(cursor), table)


def _has_room(block: QTextBlock, cell: QTextTableCell, table: QTextTable) -> bool:
    """Whether as much of a cell stands free before its lines, as in a quotation.

    The first column of two texts side by side has the page's margin.
    """
    in_margin = cell.column() == 0 and not table.format().cellPadding()
    return in_margin or cell.format().toTableCellFormat().leftPadding() >= _width(block)


def _width(block: QTextBlock) -> float:
    piece = block.begin()
    return QFontMetricsF(piece.fragment().charFormat().font()).horizontalAdvance(block.text()[0])
