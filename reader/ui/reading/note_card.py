"""What a link has to say, shown beside it: a footnote, a term's definition, an outside address."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout

from reader.model.link import LinkKind
from reader.ui.words import text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.model.link import Link
    from reader.ui.theme import Look

_WIDTH, _HEIGHT = 420, 260
_PADDING, _GAP, _EDGE = 14, 6, 8
_LEAVING_MS = 250


class _Text(QTextBrowser):
    """Loads nothing."""

    def loadResource(self, _kind: int, _name: QUrl) -> Any:
        return QByteArray()

    def doSetSource(self, _name: QUrl, _kind: object = None) -> None:
        """A note never leads elsewhere by itself."""


class NoteCard(QFrame):
    """Lies over its parent, takes no focus, and stays while the mouse is in it."""

    spoken_role = QAccessible.Role.Note

    followed = Signal(QUrl)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, objectName="popover")
        self.address = ""
        self._text = _Text(frameShape=QFrame.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setAccessibleName(text("Note"))
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.anchorClicked.connect(self.followed)
        self._leaving = QTimer(self, singleShot=True, interval=_LEAVING_MS)
        self._leaving.timeout.connect(self.dismiss)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self._text)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.layout().setContentsMargins(*[look.px(_PADDING)] * 4)
        self._text.setFont(look.serif(14))
        self._text.document().setDocumentMargin(0)
        self._text.document().setDefaultStyleSheet(
            f"a {{ color: {look.theme.accent}; text-decoration: none; }}"
            f"p, li {{ margin: 0 0 {look.px(6)}px 0; line-height: 140%; }}"
        )
        self.dismiss()

    def show_note(self, address: str, html: str, beside: QRect, *, right_to_left: bool) -> None:
        """Show what a link says under ``beside`` (in the parent's pixels), or above it where there is no room below."""
        self.address = address
        self._leaving.stop()
        self._text.setHtml(f'<div dir="{"rtl" if right_to_left else "ltr"}">{html}</div>')
        self.setAccessibleName(self._text.toPlainText())
        self._fit()
        self._place(beside, right_to_left=right_to_left)
        self.show()
        self.raise_()

    def _fit(self) -> None:
        around = 2 * self._look.px(_PADDING) + 2
        document = self._text.document()
        most = min(self._look.px(_WIDTH), self.parentWidget().width() - 2 * _EDGE) - around
        document.setTextWidth(most)
        width = min(most, round(document.idealWidth()) + 2)
        document.setTextWidth(width)
        whole = round(document.size().height()) + 1
        height = min(whole, self._look.px(_HEIGHT))
        # Or a bar that another note needed would stay: it makes the column narrow, and so the text too high.
        needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if height == whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._text.setVerticalScrollBarPolicy(needed)
        self.resize(width + around, height + around)

    def _place(self, beside: QRect, *, right_to_left: bool) -> None:
        room = self.parentWidget().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        left = beside.right() - self.width() if right_to_left else beside.left()
        below = beside.bottom() + _GAP
        top = below if below + self.height() <= room.bottom() else beside.top() - _GAP - self.height()
        self.move(max(room.left(), min(left, room.right() - self.width())), max(room.top(), top))

    def dismiss(self) -> None:
        """Hide it."""
        self._leaving.stop()
        self.address = ""
        self.hide()

    def leave_soon(self) -> None:
        """Hide it in a moment, unless the mouse comes into it."""
        if self.isVisible() and not self._leaving.isActive():
            self._leaving.start()

    def enterEvent(self, event: Any) -> None:
        self._leaving.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.leave_soon()
        super().leaveEvent(event)


def _ways_on() -> dict[LinkKind, str]:
    """Links that are read where they stand before they are followed."""
    return {LinkKind.ANCHOR: text("Go to the note"), LinkKind.TERM: text("Open the glossary")}


class Notes(QObject):
    """Decides when a browser's card is shown: a moment after the mouse came to a link, at once when Tab did, or it was pressed."""

    def __init__(self, card: NoteCard, delay_ms: int = 350) -> None:
        super().__init__(card)
        self._card = card
        self._notes: dict[str, str] = {}
        self._right_to_left = False
        self._asked = ""
        self._hovered: tuple[str, QRect] | None = None
        self._soon = QTimer(self, singleShot=True, interval=delay_ms)
        self._soon.timeout.connect(self._show_hovered)

    def set_notes(self, notes: dict[str, str], *, right_to_left: bool) -> None:
        """Another page is shown."""
        self._notes, self._right_to_left = notes, right_to_left
        self.dismiss()

    def dismiss(self) -> None:
        """Hide the card and forget the mouse."""
        self._hovered = None
        self._soon.stop()
        self._card.dismiss()

    def show_at(self, address: str, beside: QRect) -> bool:
        """Show what the link at this address says. Answers whether it says anything."""
        return self._show(address, beside)

    def _show(self, address: str, beside: QRect, way_on: str = "") -> bool:
        self._asked = ""
        if address not in self._notes:
            self.dismiss()
            return False
        self._soon.stop()
        self._card.show_note(address, self._notes[address] + way_on, beside, right_to_left=self._right_to_left)
        return True

    def ask(self, link: Link, beside: QRect) -> bool:
        """A link was pressed: show what it says, and where it leads. Answers False where that is seen, or it says nothing."""
        address, words = str(link), _ways_on().get(link.kind, "")
        if not words or address == self._asked == self._card.address:
            return False
        if not self._show(address, beside, f'<p><a href="{escape(address)}">{escape(words)}</a></p>'):
            return False
        self._asked = address
        return True

    def hover(self, address: str, beside: QRect) -> None:
        """The mouse is over the link at this address; over none when it is empty."""
        if address in self._notes:
            self._hovered = (address, beside)
            self._soon.start()
        else:
            self._hovered = None
            self._soon.stop()
            self._card.leave_soon()

    def _show_hovered(self) -> None:
        if self._hovered is not None and self._hovered[0] != self._card.address:
            self.show_at(*self._hovered)
