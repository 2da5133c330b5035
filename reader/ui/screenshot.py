"""Draw one state of the window and end: as soon as nothing is on its way any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.main_window import MainWindow


class Screenshot(QObject):
    """Emits ``taken`` with whether the picture was written."""

    taken = Signal(bool)

    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._consider)
        self._done = False
        for lane in (window.quick, window.slow):
            lane.idle.connect(self._soon.start)
        window.reading.settled.connect(self._soon.start)

    def _consider(self) -> None:
        """Drawing asks for pictures: draw, wait until nothing is asked for, then draw for good."""
        if self._done or self._is_waiting() or not self._window.isVisible():
            return
        picture = self._window.grab()
        if self._is_waiting():
            return
        self._done = True
        self.taken.emit(picture.save(str(self._path), "PNG"))

    def _is_waiting(self) -> bool:
        """Whether an answer or a timer will still change what is seen; each of them calls again."""
        window = self._window
        return window.quick.busy or window.slow.busy or window.reading.unsettled
