"""Where in a page: counted in its text, not in pixels, so that another size, width or type leaves the same words there.

A place is the characters above it, divided by the characters of the article's own text: 0 at the top, 1 where tags and
other stories begin, more than 1 among them. What is added at the end of a page later moves no place before it.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock, QTextCursor

from reader.model.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument, QTextFrame


def named(document: QTextDocument, anchor: str) -> int:
    """The position of an anchor's first character; -1 where there is none."""
    block = document.begin()
    while block.isValid():
        if anchor in block.charFormat().anchorNames():
            return block.position()
        for piece in block:
            if anchor in piece.fragment().charFormat().anchorNames():
                return piece.fragment().position()
        block = block.next()
    return -1


def paragraph_of(document: QTextDocument, position: int) -> int:
    """Which paragraph of running text a position stands in, or comes after, counted from 1; 0 outside an article's text."""
    end = named(document, Page.AFTER)
    if 0 <= end <= position:
        return 0
    return sum(1 for _block in takewhile(lambda block: block.position() <= position, paragraphs(document)))


def paragraphs_of(document: QTextDocument, start: int, end: int) -> tuple[int, int]:
    """The paragraphs of running text in which a stretch begins and ends, or after which; 0 and 0 outside an article's text.

    One that begins above the text and reaches into it begins with the first.
    """
    first = paragraph_of(document, start)
    if not first and 0 <= named(document, Page.AFTER) <= start:
        return 0, 0
    last = sum(1 for _block in takewhile(lambda block: block.position() <= end, paragraphs(document)))
    return (first or min(1, last)), last


def paragraphs(document: QTextDocument) -> Iterator[QTextBlock]:
    """The first lines of the paragraphs of an article's running text, in order.

    Headings, lists, quotations, tables and pictures are not counted, so that a paragraph's number can be found by eye.
    """
    start, end = named(document, Page.TEXT), named(document, Page.AFTER)
    block = document.findBlock(start) if start >= 0 else QTextBlock()
    while block.isValid() and not 0 <= end <= block.position():
        if is_paragraph(block):
            yield block
        block = block.next()


def is_paragraph(block: QTextBlock, tables: int = 0) -> bool:
    """Whether a line is running text: in no list, no heading, and in no more than so many tables."""
    words = block.text().strip("\ufffc \u2028")
    return bool(words) and not (block.textList() or block.blockFormat().headingLevel() or depth(block) > tables)


def depth(block: QTextBlock) -> int:
    """In how many tables a line stands."""
    return _depth(QTextCursor(block).currentFrame())


def _depth(frame: QTextFrame | None) -> int:
    return -1 if frame is None else 1 + _depth(frame.parentFrame())


def text_end(document: QTextDocument) -> int:
    """How many characters go before tags and other stories; all of a page that has none."""
    after = named(document, Page.AFTER)
    return after if after > 0 else max(1, document.characterCount() - 1)


def place_at(document: QTextDocument, height: float, end: int) -> float:
    """The place at a height, in pixels from the document's top. ``end`` is ``text_end``."""
    layout = document.documentLayout()
    side = document.rootFrame().frameFormat().leftMargin()
    block = document.findBlock(layout.hitTest(QPointF(side, height), Qt.HitTestAccuracy.FuzzyHit))
    box = layout.blockBoundingRect(block)
    part = (height - box.top()) / box.height() if box.height() else 0.0
    return (block.position() + min(max(part, 0.0), 1.0) * block.length()) / end


def height_of(document: QTextDocument, place: float, end: int) -> float:
    """The height of a place, in pixels from the document's top. Lays out what is above it."""
    at = place * end
    block = _block(document, int(at + 0.5))
    box = document.documentLayout().blockBoundingRect(block)
    return box.top() + min(max((at - block.position()) / block.length(), 0.0), 1.0) * box.height()


def _block(document: QTextDocument, position: int) -> QTextBlock:
    block = document.findBlock(position)
    return block if block.isValid() else document.lastBlock()
