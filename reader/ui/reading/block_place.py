"""Where in a page by its blocks, which are the same in an article's page and beside its translation.

The first line of a block bears its number as its state (see ``reader.render.blocks``): even in the article's own text,
odd in the translation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.page import Page
from reader.ui.reading.text_place import depth, is_paragraph, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text, and which of the two texts it is of."""

    block: QTextBlock
    other: bool


def block_at(document: QTextDocument, position: int) -> int:
    """The number of the article's own block that a position stands in or comes after; 0 above the first."""
    block = document.findBlock(position)
    while block.isValid() and not (block.userState() > 0 and block.userState() % 2 == 0):
        block = block.previous()
    return block.userState() // 2 if block.isValid() else 0


def position_of(document: QTextDocument, anchor: str) -> int:
    """The position of an anchor, of one that names a block, or of the top; -1 where there is none."""
    if anchor in ("", Page.TOP):
        return 0
    number = anchor.removeprefix(Page.BLOCK)
    if number == anchor or not number.isdecimal():
        return named(document, anchor)
    block = document.begin()
    while block.isValid() and block.userState() != 2 * int(number):
        block = block.next()
    return block.position() if block.isValid() else -1


def cited_at(document: QTextDocument, position: int) -> tuple[bool, int]:
    """Whether a position of a page of two texts stands in the translation, and in which paragraph of its text (0: outside).

    Paragraphs are counted as in a page of the article, or of the translation, alone.
    """
    counts, line, base = {False: 0, True: 0}, None, _bases(document)
    for line in _lines(document):
        if line.block.position() > position:
            break
        counts[line.other] += is_paragraph(line.block, base[line.other])
        other = line.other
    return (
        (False, 0) if line is None or not any(counts.values()) or position >= _end(document) else (other, counts[other])
    )


def numbered_beside(document: QTextDocument) -> Iterator[tuple[QTextBlock, int]]:
    """The first lines of the paragraphs of both texts, in the page's order, with the numbers by which they are cited."""
    counts, base = {False: 0, True: 0}, _bases(document)
    for line in _lines(document):
        if is_paragraph(line.block, base[line.other]):
            counts[line.other] += 1
            yield line.block, counts[line.other]


def _bases(document: QTextDocument) -> dict[bool, int]:
    """In how many tables running text of the article, and of the translation, stands."""
    return {False: 0 if any(depth(one.block) == 0 and not one.other for one in _lines(document)) else 1, True: 1}


def own_share(document: QTextDocument, position: int) -> float:
    """How much of the article's own text stands before a position of a page of two texts: 0 to 1."""
    own = [line.block for line in _lines(document) if not line.other]
    whole = sum(block.length() for block in own)
    before = sum(min(block.length(), max(0, position - block.position())) for block in own)
    return before / whole if whole else 0.0


def _lines(document: QTextDocument) -> Iterator[_Line]:
    """The lines of both texts, in the page's order."""
    block, end, other = document.begin(), _end(document), None
    while block.isValid() and block.position() < end:
        if block.userState() > 0:
            other = block.userState() % 2 == 1
        if other is not None:
            yield _Line(block, other)
        block = block.next()


def _end(document: QTextDocument) -> int:
    after = named(document, Page.AFTER)
    return after if after >= 0 else document.characterCount()
