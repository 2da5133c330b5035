"""The places in the page where a search's words were found: which one is the present one, and going from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from reader.ui.words import number, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument

    from reader.ui.reading.browser import Browser
    from reader.ui.theme import Look

_NONE = -1
_GROUND = QTextFormat.Property.BackgroundBrush


class Found(QObject):
    """Marks of the page are known by their ground. ``changed`` tells that another place, or none, is the present one."""

    changed = Signal()

    def __init__(self, browser: Browser, look: Look) -> None:
        super().__init__(browser)
        self._browser = browser
        self._places: list[tuple[int, int]] = []
        self._at = _NONE
        self._looked: float | None = None
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self._look = look

    def __bool__(self) -> bool:
        return bool(self._places)

    def look_for(self, ground: str, *, again: bool) -> None:
        """Find the marks with this colour (none for an empty one) in a page just shown; ``again``: the same page as before."""
        places = list(_marked(self._browser.document(), ground)) if ground else []
        if not (again and len(places) == len(self._places)):
            self._at = _NONE
        self._places = places
        self._looked = None
        self.paint()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place, round and round; at first to the nearest one."""
        if self._places:
            self._at = (self._at + by) % len(self._places) if self._at != _NONE else self._nearest(by)
            self._go()

    def go_to_first(self) -> None:
        """Go to the first place, unless another one is the present one."""
        if self._places and self._at == _NONE:
            self._at = 0
            self._go()

    def _go(self) -> None:
        self._browser.reveal(self._places[self._at][0])
        self._looked = self._browser.fraction()
        self.paint()

    @property
    def only_looked_up(self) -> bool:
        """Whether the page stands where a place was found: nobody has read on from there."""
        return self._looked is not None and self._looked == self._browser.fraction()

    def _nearest(self, by: int) -> int:
        top = self._browser.cursorForPosition(QPoint(0, 0)).position()
        after = next((at for at, (start, _end) in enumerate(self._places) if start >= top), len(self._places))
        return (after if by > 0 else after - 1) % len(self._places)

    def paint(self) -> None:
        """Draw the present place over its mark."""
        selections = []
        if self._at != _NONE:
            one = QTextEdit.ExtraSelection()
            one.cursor = _cursor(self._browser.document(), *self._places[self._at])  # type: ignore[attr-defined]  # a field that the stubs lack
            one.format.setBackground(self._look.colour("ink"))  # type: ignore[attr-defined]  # the same
            one.format.setForeground(self._look.colour("paper"))  # type: ignore[attr-defined]  # the same
            selections.append(one)
        self._browser.setExtraSelections(selections)
        self.changed.emit()

    def words(self) -> str:
        """Found 3 of 12; nothing where nothing is marked."""
        if not self._places:
            return ""
        count = number(len(self._places))
        return text("Found {at} of {count}", at=number(self._at + 1), count=count) if self._at != _NONE else ""


def _cursor(document: QTextDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _marked(document: QTextDocument, ground: str) -> Iterator[tuple[int, int]]:
    """Spans with this ground, in order; one that runs on over emphasis is one."""
    block = document.begin()
    while block.isValid():
        start = end = _NONE
        for fragment in block:
            piece = fragment.fragment()
            if piece.charFormat().background().color().name() != ground or not piece.charFormat().hasProperty(_GROUND):
                continue
            if piece.position() != end:
                if start != _NONE:
                    yield start, end
                start = piece.position()
            end = piece.position() + piece.length()
        if start != _NONE:
            yield start, end
        block = block.next()
