"""The switch in the list's header that hides what was read: a ring, or a dot as unread rows have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from reader.ui.theme.icons import put_icon
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.theme import Look


class UnreadSwitch(QToolButton):
    """Shows whether only unread articles are listed. A press tells it by ``clicked`` and changes nothing by itself."""

    def __init__(self, look: Look) -> None:
        super().__init__(checkable=True)
        self.setAccessibleName(text("Unread articles only"))
        self.setToolTip(text("Unread articles only (H)"))
        self._look = look
        self.clicked.connect(lambda: self.show_state(is_on=self._is_on))
        self.show_state(is_on=False)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.show_state(is_on=self._is_on)

    def show_state(self, *, is_on: bool) -> None:
        """Show whether it is on."""
        self._is_on = is_on
        theme, side = self._look.theme, self._look.px(16)
        self.setChecked(is_on)
        put_icon(self, "unread" if is_on else "all", theme.accent if is_on else theme.soft, side)
