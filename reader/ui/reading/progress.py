"""How far one has read: a thin line above the page, and words for the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProgressBar

from reader.ui.words import number, text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.ui.theme import Look

_HEIGHT = 2


class ProgressLine(QProgressBar):
    """Says the share that was read, in the direction of the article."""

    def __init__(self, look: Look) -> None:
        super().__init__(maximum=100, textVisible=False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(text("Progress"))
        self._share = 0.0
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.setFixedHeight(max(1, look.px(_HEIGHT)))
        self.update()

    def show_share(self, share: float, *, right_to_left: bool) -> None:
        """Show how much was read: 0 to 1."""
        self._share = share
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        self.setUpdatesEnabled(False)  # or Qt paints at once, and with it the page that is being put in its place
        self.setValue(int(share * 100))
        self.setUpdatesEnabled(True)

    def sizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("paper"))
        done = round(self.width() * self._share)
        left = self.width() - done if self.isRightToLeft() else 0
        painter.fillRect(QRect(left, 0, done, self.height()), self._look.colour("accent"))


def percent(share: float) -> str:
    """A share in words: 38%."""
    return text("{share}%", share=number(int(share * 100)))


def left_words(share: float, minutes: int) -> str:
    """What of an article is still to be read: 38% · 4 min left; nothing at its end."""
    left = round(minutes * (1 - share))
    if share >= 1:
        return text("read to the end")
    rest = text("{minutes} min left", minutes=number(left)) if left else text("less than a minute left")
    return f"{percent(share)} · {rest}"
