"""The button with the star: filled where the article has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from reader.ui.theme.icons import put_icon
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.theme import Look


class StarButton(QToolButton):
    """Shows a star; what pressing it does is its window's."""

    def __init__(self, look: Look) -> None:
        super().__init__(toolTip=text("Star"), checkable=True)
        self.setAccessibleName(text("Star"))
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._draw()

    def show_star(self, *, starred: bool, possible: bool) -> None:
        """Whether the article is starred; whether there is one."""
        self.setEnabled(possible)
        self.setChecked(starred)
        self._draw()

    def _draw(self) -> None:
        filled = self.isChecked()
        colour = self._look.theme.accent if filled else self._look.theme.ink
        put_icon(self, "star-filled" if filled else "star", colour, self._look.px(20))
