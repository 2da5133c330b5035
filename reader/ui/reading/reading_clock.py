"""Tells when an article was really read: some seconds on the screen, or scrolled through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SECONDS = 4.0
AT_ONCE, SEEN, BY_HAND = "once", "seen", "hand"
"""When an article counts as read: when it is opened, when it was seen or scrolled through, or only when it is said."""
_TICK_MS = 500
_THROUGH = 0.9


class ReadingClock(QObject):
    """Counts only while ``page`` can be seen, and by the reader's ``rule``."""

    read = Signal(int)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.rule = SEEN
        self._key = 0
        self._left = 0.0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self, key: int) -> None:
        """Begin to count for an article."""
        if self.rule == BY_HAND:
            self.stop()
            return
        at_once = self.rule == AT_ONCE
        self._key, self._left = key, 0.0 if at_once else SECONDS
        self._timer.start(0 if at_once else _TICK_MS)

    def stop(self) -> None:
        """Count for nobody."""
        self._key = 0
        self._timer.stop()

    def scrolled(self, progress: float) -> None:
        """The page was scrolled by hand until this much of its text had been seen (0 to 1)."""
        if self._key and progress >= _THROUGH and self._left < SECONDS:
            self._tell()

    def _tick(self) -> None:
        self._timer.setInterval(_TICK_MS)
        if self._page.isVisible() and not self._page.window().isMinimized():
            self._left -= _TICK_MS / 1000
            if self._left <= 0:
                self._tell()

    def _tell(self) -> None:
        key = self._key
        self.stop()
        self.read.emit(key)
