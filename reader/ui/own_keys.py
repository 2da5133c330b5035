"""Widgets that use keys which the window uses too."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


class OwnKeys:
    """Goes before a widget's class: the keys that ``is_own`` names are the widget's while it has the focus."""

    def is_own(self, event: QKeyEvent) -> bool:
        """Whether the widget wants this key."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.is_own(event):
            event.accept()  # before the window's own shortcuts
            return True
        return super().event(event)  # type: ignore[misc]  # the widget's
