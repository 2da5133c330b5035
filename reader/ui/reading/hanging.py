"""Opening quotation marks hang in the margin, so that the letters of a column stand on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

_MARKS = frozenset('“„«‘‹"')


def hang_quotes(document: QTextDocument) -> None:
    """Hang the mark that begins a paragraph or heading, by its own width. Lists, tables and right-to-left text stay."""
    block = document.begin()
    while block.isValid():
        if block.text()[:1] in _MARKS and _hangs(block):
            shape = block.blockFormat()
            shape.setTextIndent(-_width(block))
            QTextCursor(block).setBlockFormat(shape)
        block = block.next()


def _hangs(block: QTextBlock) -> bool:
    in_table = QTextCursor(block).currentTable() is not None
    return not (block.textList() or in_table) and block.textDirection() is Qt.LayoutDirection.LeftToRight


def _width(block: QTextBlock) -> float:
    piece = block.begin()
    return QFontMetricsF(piece.fragment().charFormat().font()).horizontalAdvance(block.text()[0])
