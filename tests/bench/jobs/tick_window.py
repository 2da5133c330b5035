"""``LIBRARY BUNDLE HANDS [blame]``: the real window syncs a bundle and indexes it. Prints how late the frames of its thread came, in ms.

HANDS is ``still``, or ``busy``: then somebody scrolls the list and opens articles all the while. ``blame`` tells what made frames late.
"""

from __future__ import annotations

import json
import random
import sys
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtWidgets import QPushButton

from reader.ui.words import text
from tests.bench.jobs.frames import Blame, Frames
from tests.bench.jobs.live import Live, live, press, until
from tests.bench.words import SEED

IDLE_MS = 10_000
HAND_MS = 250


class Hands(QObject):
    """Four times a second: the list scrolled a little, or far away, or the next article opened."""

    def __init__(self, window: Live) -> None:
        super().__init__()
        self._view = window.window.articles.view
        self._chance = random.Random(SEED)
        self._acts = cycle((self._scroll, self._open, self._scroll, self._leap))
        self._timer = QTimer(self, interval=HAND_MS)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    def _act(self) -> None:
        next(self._acts)()

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def _leap(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(self._chance.randint(0, bar.maximum()))

    def _open(self) -> None:
        press(Qt.Key.Key_J)

    def rest(self) -> None:
        """No more."""
        self._timer.stop()


def main(folder: Path, bundle: Path, *, busy: bool, blame: bool) -> None:
    with live(folder) as window:
        frames = Frames(lambda: _meanwhile(window))
        frames.blame = Blame() if blame else None
        hands = Hands(window) if busy else None
        _pass_time(IDLE_MS)
        _bring_in(window, bundle)
        until(lambda: not (window.session.indexing.running or window.window.slow.busy), patience=3600)
        if hands is not None:
            hands.rest()
        if frames.blame is not None:
            frames.blame.tell()
    print(json.dumps({"late": frames.late, "own": frames.own}))


def _meanwhile(window: Live) -> str:
    if window.window.slow.busy:
        return "sync"
    return "index" if window.session.indexing.running else "nothing"


def _pass_time(ms: int) -> None:
    clock = QElapsedTimer()
    clock.start()
    until(lambda: clock.hasExpired(ms))


def _bring_in(window: Live, bundle: Path) -> None:
    """As the panel does when "Bring it in" is pressed, which is not the first button where both publications have one title; then it is closed, and the sync goes on."""
    panel = window.window.sync
    panel.open_source(bundle)
    until(lambda: not window.window.slow.busy)
    next(one for one in panel.findChildren(QPushButton) if one.text() == text("Bring it in")).click()
    assert panel.running
    panel.close_panel()
    done: list[object] = []
    panel.finished.connect(done.append)
    until(lambda: bool(done), patience=3600)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), busy=sys.argv[3] == "busy", blame="blame" in sys.argv[4:])
