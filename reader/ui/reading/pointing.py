"""What the mouse and the Menu key do on a page besides reading: links in windows of their own, and the menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QTextBrowser

from reader.model.link import Link
from reader.ui.mouse import is_step

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a menu was wanted on: a place of the screen, the link or picture there, the words selected."""

    at: QPoint
    link: Link | None = None
    words: str = ""


class Pointing(QTextBrowser):
    """``followed_apart`` tells a link that shall open elsewhere, ``menu_wanted`` what the menu is wanted on."""

    followed_apart = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pressed = ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.anchorAt(event.position().toPoint()) if _is_apart(event) else ""
        if is_step(event):
            event.ignore()
        elif not self._pressed:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        if not pressed:
            super().mouseReleaseEvent(event)
        elif pressed == self.anchorAt(event.position().toPoint()) and (link := link_of(pressed)) is not None:
            self.followed_apart.emit(link)

    def focused_link(self) -> Link | None:
        """The link that Tab went to."""
        cursor, first = self.textCursor(), self.textCursor()
        if not cursor.hasSelection():  # it may stand at the end, with nothing after it
            return None
        first.setPosition(cursor.selectionStart() + 1)
        address = cursor.charFormat().anchorHref()
        is_link = address == first.charFormat().anchorHref()
        return link_of(address) if is_link and address else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            corner = self.cursorRect().bottomLeft()
            corner = corner if self.viewport().rect().contains(corner) else self.viewport().rect().center()
        else:
            corner = event.pos()
        self.menu_wanted.emit(self._pointed(corner, by_key=event.reason() is QContextMenuEvent.Reason.Keyboard))

    def _pointed(self, corner: QPoint, *, by_key: bool) -> Pointed:
        link = self.focused_link() if by_key else link_of(self.anchorAt(corner))
        words = "" if link is not None and by_key else self.textCursor().selection().toPlainText()
        return Pointed(self.viewport().mapToGlobal(corner), link, clean(words))


def _is_apart(event: QMouseEvent) -> bool:
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.button() is Qt.MouseButton.MiddleButton or (event.button() is Qt.MouseButton.LeftButton and ctrl)


def link_of(address: str | QUrl) -> Link | None:
    """The link of ours behind an address of the page."""
    return Link.parse(QUrl(address).toString(QUrl.ComponentFormattingOption.FullyEncoded))


def clean(words: str) -> str:
    """Selected words without signs that only the page's layout needs."""
    return words.translate({0xFFFC: None, 0x2060: None, 0x2068: None, 0x2069: None}).strip()
