"""From link to link by keyboard, beginning at what is on the screen.

Qt's own browser begins at the top of the page whenever the last link was not reached by Tab, and scrolls there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QTextEdit


def links(document: QTextDocument) -> Iterator[tuple[int, int]]:
    """(start, end) of every link, in order; pieces of one link count as one."""
    start, end, address = 0, 0, ""
    block = document.begin()
    while block.isValid():
        for piece in block:
            fragment = piece.fragment()
            href = fragment.charFormat().anchorHref()
            if address and (href != address or fragment.position() != end):
                yield start, end
                address = ""
            if href and not address:
                start, address = fragment.position(), href
            end = fragment.position() + fragment.length()
        block = block.next()
    if address:
        yield start, end


def step(edit: QTextEdit, *, forward: bool) -> bool:
    """Select the next or previous link and bring it into sight. Answers whether there was one."""
    begin, end = _from(edit, forward=forward)
    found = list(links(edit.document()))
    if forward:
        place = next((one for one in found if one[0] >= end), None)
    else:
        place = next((one for one in reversed(found) if one[1] <= begin), None)
    if place is None:
        return False
    cursor = edit.textCursor()
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    return True


def _from(edit: QTextEdit, *, forward: bool) -> tuple[int, int]:
    """Where to step from: the selection where it can be seen, or else the screen's edge."""
    cursor, screen = edit.textCursor(), edit.viewport().rect()
    if screen.intersects(edit.cursorRect(cursor)):
        return cursor.selectionStart(), cursor.selectionEnd()
    edge = edit.cursorForPosition(screen.topLeft() if forward else screen.bottomRight()).position()
    return edge, edge
