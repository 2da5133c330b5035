"""Waits until a bundle that went away is there again, at its old place or on another stick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.sync import work

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model.stick import Stick
    from reader.ui.jobs import Lane
    from reader.ui.sync.work import Wish

_EVERY_MS = 1500
_TOPIC = "coming-back"


class ComingBack(QObject):
    """Looks now and then, in the lane, and only while somebody can see the answer. ``found`` tells the place, once."""

    found = Signal(object)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._wish: Wish | None = None
        self._seen: tuple[Stick, ...] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def wait_for(self, wish: Wish) -> None:
        """Look for a source with which this wish can go on."""
        self._wish, self._seen = wish, None
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._wish = None
        self._timer.stop()
        self._lane.forget(_TOPIC)

    def _look(self) -> None:
        window = self.parent().window()  # type: ignore[union-attr]
        if self._wish is None:
            return
        if window.isMinimized() or not window.isVisible():
            self._timer.start()
            return
        ask = partial(work.find_again, wish=self._wish, seen=self._seen)
        self._lane.ask(_TOPIC, ask, self._answered, lambda _error: self._timer.start(), later=True)

    def _answered(self, answer: tuple[Path | None, tuple[Stick, ...]]) -> None:
        path, self._seen = answer
        if self._wish is None:
            return
        if path is None:
            self._timer.start()
        else:
            self.found.emit(path)
