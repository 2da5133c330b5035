"""A clock of 60 frames a second in the window's thread, which notes how late each comes; and who made it late."""

from __future__ import annotations

import sys
import threading
import traceback
from collections import Counter
from math import ceil
from time import perf_counter, sleep, thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

FRAME = 1 / 60
_MS = 1000
_SAMPLE = 0.004
_DEEP = 7


class Frames(QObject):
    """``late`` has the ms of each frame under the name of what went on then, ``own`` the ms for which the thread itself worked since the last.

    A frame that is missed is left out, as a screen leaves it out.
    """

    def __init__(self, now: Callable[[], str]) -> None:
        super().__init__()
        self.late: dict[str, list[float]] = {}
        self.own: dict[str, list[float]] = {}
        self.blame: Blame | None = None
        self._now = now
        self._due, self._worked = perf_counter(), thread_time()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._frame)
        self._next()

    def _frame(self) -> None:
        late = perf_counter() - self._due
        if late < 0:  # timers count whole ms
            self._timer.start(1)
            return
        name, worked = self._now(), thread_time() - self._worked
        self.late.setdefault(name, []).append(late * _MS)
        self.own.setdefault(name, []).append(worked * _MS)
        if self.blame is not None and worked > FRAME:
            self.blame.add(name, self._due, late)
        self._next()

    def _next(self) -> None:
        now, self._worked = perf_counter(), thread_time()
        self._due += FRAME * max(1, ceil((now - self._due) / FRAME))
        self._timer.start(int((self._due - now) * _MS))


class Blame:
    """Looks every few ms at what the window's thread does, and keeps what it did while a frame was late."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()
        self._seen: list[tuple[float, str]] = []
        self._guilty: Counter[tuple[str, str]] = Counter()
        self._worst: dict[tuple[str, str], float] = {}
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while True:
            sleep(_SAMPLE)
            frame = sys._current_frames().get(self._thread)
            lines = traceback.extract_stack(frame)[-_DEEP:]
            self._seen.append((perf_counter(), " > ".join(f"{one.name}:{one.lineno}" for one in lines)))
            del self._seen[:-500], frame

    def add(self, name: str, due: float, late: float) -> None:
        """A frame came late."""
        for stack in {stack for at, stack in list(self._seen) if due <= at <= due + late}:
            self._guilty[name, stack] += 1
            self._worst[name, stack] = max(self._worst.get((name, stack), 0.0), late * _MS)

    def tell(self) -> None:
        """Print the likeliest culprits."""
        for (name, stack), count in self._guilty.most_common(40):
            print(f"{count:4} × {self._worst[name, stack]:6.1f} ms at worst, {name}: {stack}", file=sys.stderr)
