"""Addresses on paper: a number behind each link that leads outside, and the addresses at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from reader.model.link import LinkKind
from reader.ui.reading.link_steps import links
from reader.ui.reading.pointing import clean, link_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_TITLE, _ADDRESS = 13, 12


def write_out(document: QTextDocument, title: str) -> None:
    """Number the links that lead outside and list their addresses under a title at the end."""
    found = [(end, address) for start, end in links(document) if (address := _address(document, start, end))]
    if not found:
        return
    numbers: dict[str, int] = {}
    for _end, address in found:
        numbers.setdefault(address, len(numbers) + 1)
    for end, address in reversed(found):
        _number(document, end, numbers[address])
    _list(document, title, numbers)


def _address(document: QTextDocument, start: int, end: int) -> str:
    """Where the link leads; empty where it stays in the library, or is an address written out already."""
    cursor = QTextCursor(document)
    cursor.setPosition(start + 1)
    link = link_of(cursor.charFormat().anchorHref())
    if link is None or link.kind is not LinkKind.EXTERNAL:
        return ""
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return "" if _bare(clean(cursor.selectedText())) == _bare(link.target) else link.target


def _bare(address: str) -> str:
    """An address as people write it: without scheme and last slash."""
    return address.partition("://")[2].rstrip("/") or address.rstrip("/")


def _number(document: QTextDocument, end: int, number: int) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(end)
    shape = QTextCharFormat(cursor.charFormat())
    shape.setAnchor(False)
    shape.setAnchorHref("")
    shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    cursor.insertText(f"[{number}]", shape)


def _list(document: QTextDocument, title: str, numbers: dict[str, int]) -> None:
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    _add(cursor, title, _TITLE, above=24, heading=3)
    for address, number in numbers.items():
        _add(cursor, f"[{number}] {address}", _ADDRESS, above=2)


def _add(cursor: QTextCursor, words: str, size: int, *, above: int, heading: int = 0) -> None:
    block, shape = QTextBlockFormat(), QTextCharFormat()
    block.setTopMargin(above)
    block.setHeadingLevel(heading)
    block.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    shape.setFontFamilies(cursor.document().defaultFont().families())
    shape.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    shape.setFontWeight(600 if heading else 400)
    cursor.insertBlock(block, shape)
    cursor.insertText(words, shape)
