"""Tells that an edition came when nobody looked at the panel that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reader.ui.sync import work
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.model.change import ChangeSet
    from reader.ui.main_window import MainWindow


class Telling(QObject):
    """In the status line where the panel is closed, and by the system's own call where the window is behind others."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.sync.finished.connect(self._tell)

    def _tell(self, change: ChangeSet) -> None:
        window, state = self._window, self._window.state
        if state.tell_edition and not window.sync.isVisible():
            came = text("Edition {serial} is here", serial=change.to_serial)
            window.status.say(" · ".join(filter(None, (came, work.summary(change)))))
        if state.alert_edition and not window.isActiveWindow():
            QApplication.alert(window)
