"""Where a long text may be cut into pages: between lines only, and where a printer would.

A heading or picture stays with the lines after it, a table's first row with its second, and no page begins with the last line of a paragraph or ends with its
first (widows and orphans), as long as that leaves a page to be filled. Lines side by side, as in a table, are cut together.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument


_PICTURE = "\ufffc"
_AIR = 4.0
"""What is drawn behind a line may begin a little above it."""


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """A line's extent down the text; ``kept`` says that it should not begin a page."""

    top: float
    bottom: float
    kept: bool = False


def lines_of(document: QTextDocument) -> Iterator[Line]:
    """All lines of a text that has been laid out without pages."""
    layout = document.documentLayout()
    block, leads = document.begin(), False
    while block.isValid():
        count, origin = block.layout().lineCount(), layout.blockBoundingRect(block).top()
        for at in range(count):
            rect = block.layout().lineAt(at).rect()
            kept = (at == 0 and (leads or _is_second_row(block))) or (0 < at in {1, count - 1})
            yield Line(origin + rect.top(), origin + rect.bottom(), kept)
        leads = _leads(block) if block.text().strip() or not count else leads
        block = block.next()


def _leads(block: QTextBlock) -> bool:
    """Whether a block belongs to the one after it: a heading, a picture over its words, a line that ends in a colon."""
    if block.blockFormat().headingLevel():
        return True
    if block.text().strip() == _PICTURE:
        return any(piece.fragment().charFormat().isImageFormat() for piece in block)
    return block.text().rstrip().endswith((":", "："))


def _is_second_row(block: QTextBlock) -> bool:
    """Whether a block stands in the row after a table's head."""
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    return table is not None and table.cellAt(cursor).row() == 1


def fit_pictures(document: QTextDocument, width: float, height: float) -> None:
    """Make pictures smaller that a page cannot hold."""
    block = document.begin()
    while block.isValid():
        for piece in block:
            shape = piece.fragment().charFormat().toImageFormat()
            if not shape.isValid():
                continue
            share = min(width / max(1.0, shape.width()), 0.9 * height / max(1.0, shape.height()))
            if share < 1:
                cursor = QTextCursor(document)
                cursor.setPosition(piece.fragment().position())
                cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
                shape.setWidth(shape.width() * share)
                shape.setHeight(shape.height() * share)
                cursor.setCharFormat(shape)
                break
        block = block.next()


def pages(lines: Sequence[Line], height: float) -> list[tuple[float, float]]:
    """Cut a text into pages not higher than ``height``: where each begins and ends."""
    ordered = sorted(lines, key=lambda line: (line.top, not line.kept, line.bottom))
    if not ordered:
        return [(0.0, height)]
    good, possible = _cuts(ordered)
    cut: list[tuple[float, float]] = []
    start, end = 0.0, max(line.bottom for line in ordered)
    while end - start > height:
        after = _last(good, start + height / 2, start + height)
        after = after or _last(possible, start, start + height) or start + height
        cut.append((start, after))
        start = after
    return [*cut, (start, end)]


def _cuts(ordered: Sequence[Line]) -> tuple[list[float], list[float]]:
    """Heights at which no line is cut in two: those that are good, and all."""
    bottoms = accumulate((line.bottom for line in ordered), max)
    free = [(line, above) for line, above in zip(ordered[1:], bottoms, strict=False) if line.top >= above - 0.5]
    cuts = [line.top - min(_AIR, max(0.0, line.top - above) / 2) for line, above in free]
    return [cut for cut, (line, _above) in zip(cuts, free, strict=True) if not line.kept], cuts


def _last(cuts: Sequence[float], above: float, most: float) -> float:
    """The last cut in this stretch; 0 for none."""
    at = bisect_right(cuts, most + 0.5) - 1
    return cuts[at] if at >= 0 and cuts[at] > above else 0.0
