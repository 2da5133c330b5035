"""One walk in a process of its own: ``python -m tests.monkey.walk BASE HOME SEED STEPS``. Exit code 0 when nothing gave way.

The program runs as it does for a person, with its own event loop; a timer makes the steps.
"""

from __future__ import annotations

import random
import sys
import threading
import time
import traceback
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QObject, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reader.library import receive
from reader.ui import app
from tests.monkey.deeds import LANGUAGES, Deeds
from tests.monkey.hand import windows
from tests.monkey.watch import Watch
from tests.monkey.world import LIBRARIES, World
from tests.support.gate import Before

_STEP_MS, _BEAT_MS = 4, 100
_IMPATIENT = (0.0, 0.0, 0.03, 0.2, 1.0)
"""How long a person waits for what is under way, before the next step."""
_STUCK_SECONDS = 1.0
_FOCUS_SECONDS = 1.5
_GONE_SECONDS = 10.0
_MOST_ESCAPES = 6
_ESCAPE_EVERY = 40
_SLOW_READ_SECONDS = 0.02


class Walk(QObject):
    """Steps in the window that there is, until there were enough, or something gave way."""

    def __init__(self, seed: int, steps: int, world: World, watch: Watch) -> None:
        super().__init__()
        self._random = random.Random(seed)
        self._deeds = Deeds(random.Random(self._random.random()), world)
        self._steps, self._watch = steps, watch
        self.done = 0
        self.sessions: list[app.Session] = []
        self._within = 0.0
        self._patience = self._seen_at = time.monotonic()
        self._escaping = 0
        self._modal: QWidget | None = None
        self._focus_lost_at: float | None = None
        self._ending = False
        self._focus_went = ""
        QApplication.instance().focusChanged.connect(self._see_focus)
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._beat = QTimer(self, interval=_BEAT_MS)
        self._beat.timeout.connect(self._heart_beats)
        self._beat.start()

    @property
    def over(self) -> bool:
        """Whether no more steps are to be made."""
        return self.done >= self._steps or bool(self._watch.faults)

    def stop(self) -> None:
        """Make no more steps."""
        self._timer.stop()
        self._beat.stop()

    def _see_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """How it came to be where nobody sees it, should it stay there."""
        if now is None or not now.isVisible():
            self._focus_went = f"it came from {_where(before)}\n" + "".join(traceback.format_stack(limit=10))

    def _heart_beats(self) -> None:
        """The loop answers; where it is one within a step, as of a drag, what it waits for is ended."""
        self._watch.alive()
        if self._within and time.monotonic() - self._within > _STUCK_SECONDS:
            self._within = time.monotonic()
            say("  (a loop within the step: let go, and Escape)")
            self._deeds.hand.let_go()
            self._deeds.hand.press(Qt.Key.Key_Escape)

    def _tick(self) -> None:
        if self._within:
            return
        self._within = time.monotonic()
        try:
            self._go_on()
        finally:
            self._within = 0.0

    def _go_on(self) -> None:
        session = self._session()
        if session is None:
            if time.monotonic() - self._seen_at > _GONE_SECONDS:
                self._watch.note(f"no window, and the program has not ended: {windows()}")
                QApplication.exit(1)
            return
        self._seen_at = time.monotonic()
        window = session.window
        if self._is_busy(window) and time.monotonic() < self._patience:
            return
        if self._watch.faults:
            QApplication.exit(1)
        elif self._escaping:
            self._escape()
        elif self._focus_is_right(window):
            self._step(window)

    def _session(self) -> app.Session | None:
        session = self.sessions[-1] if self.sessions else None
        shown = session is not None and not session._closed and isValid(session.window) and session.window.isVisible()
        return session if shown else None

    def _is_busy(self, window) -> bool:
        return window.quick.busy or window.reading.unsettled or window.bar.pending or window.completing.pending

    def _step(self, window) -> None:
        if self.over:
            self._end(window)
            return
        self.done += 1
        if QApplication.activeModalWidget() is not None and self.done % _ESCAPE_EVERY == 0:
            self._escaping = 1
            self._modal = QApplication.activeModalWidget()
            return
        say(f"{self.done:4} ", end="")
        say(self._deeds.choose(window))
        self._patience = time.monotonic() + self._random.choice(_IMPATIENT)

    def _escape(self) -> None:
        """A modal dialog goes away by Escape, pressed a few times where it closes something within first."""
        modal = self._modal
        if modal is None or not isValid(modal) or not modal.isVisible():
            self._escaping = 0
        elif self._escaping > _MOST_ESCAPES:
            self._watch.note(f"{type(modal).__name__} “{modal.windowTitle()}” does not close by Escape")
        else:
            self._escaping += 1
            self._patience = time.monotonic() + 1.0
            say(f"     escape: {type(modal).__name__} {self._deeds.hand.press(Qt.Key.Key_Escape)}")

    def _focus_is_right(self, window) -> bool:
        """While a window is active, something in it has the focus; after a moment, as what had it may just be going."""
        active = QApplication.activeWindow()
        if active is None and QApplication.activePopupWidget() is None:
            window.activateWindow()  # as a person would: by a press on it
        focused = QApplication.focusWidget()
        if active is None or (focused is not None and focused.isVisible()) or QApplication.activePopupWidget():
            self._focus_lost_at = None
            return True
        self._focus_lost_at = self._focus_lost_at or time.monotonic()
        if time.monotonic() - self._focus_lost_at > _FOCUS_SECONDS and not self._is_busy(window):
            self._watch.note(
                f"nothing has the focus, or what is not seen: {_where(focused)} in {_where(active)}\n{self._focus_went}"
            )
        return time.monotonic() - self._focus_lost_at > 2 * _FOCUS_SECONDS

    def _end(self, window) -> None:
        if not self._ending:
            say("     the end: the window is closed")
            self._ending = True
        window.close()


def _where(widget: QWidget | None) -> str:
    """A widget and what it is in, each with whether it was hidden itself."""
    names = []
    while widget is not None:
        hidden = " (hidden)" if widget.isHidden() else ""
        names.append(f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName()}”{hidden}")
        widget = widget.parentWidget()
    return " < ".join(names) or "nothing"


def say(words: str, end: str = "\n") -> None:
    """Tell what is done, at once: a crash leaves no time."""
    print(words.encode("ascii", "backslashreplace").decode(), end=end, flush=True)


class _Slow(Before):
    """A source that gives its parts slowly, so that something can happen meanwhile."""

    def read(self, *asked):
        time.sleep(_SLOW_READ_SECONDS)
        return self._source.read(*asked)


def main(base: Path, home: Path, seed: int, steps: int) -> int:
    """Walk; answers the exit code."""
    chosen = random.Random(f"{seed}")
    world = World.copy(base, home, chosen.choice(LIBRARIES))
    watch = Watch(home)
    watch.alive()
    threads = set(threading.enumerate())
    application = app.make_application(offscreen=True)
    walk = Walk(seed, steps, world, watch)
    opened = receive.open_source
    begun = app.Session.__init__

    def begin(session, *args, **named) -> None:
        begun(session, *args, **named)
        walk.sessions.append(session)
        for lane in (session.quick, session.slow, session.paper):
            lane.failed.connect(watch.heard)

    with (
        patch.object(app.Session, "__init__", begin),
        patch.object(QDesktopServices, "openUrl", lambda _url: chosen.random() < 0.5),
        patch("reader.ui.sticks.mounts.plugged", lambda: tuple(world.sticks)),
        patch("reader.ui.sticks.watch.EVERY_MS", 300),
        patch("reader.ui.sync.coming_back._EVERY_MS", 300),
        patch.object(receive, "open_source", lambda path: _Slow(opened(path))),
    ):
        while not walk.over:
            say(f"     a window on {world.library}")
            language, size = chosen.choice(["", "", "", *LANGUAGES]), chosen.choice([None, (1400, 900), (420, 700)])
            bundle = chosen.choice([None, None, None, *world.sources])
            app.run(world.library, bundle, language=language, size=size)
        walk.stop()
        watch.check_nothing_left(threads)
    if not watch.faults:
        watch.check_library(world.library)
    application.clipboard().clear()  # Qt lets it go after Python has ended, which PySide's objects do not survive
    application.processEvents()
    qInstallMessageHandler(None)
    for fault in watch.faults:
        print(f"FAULT {fault}", file=sys.stderr, flush=True)
    return 1 if watch.faults else 0


if __name__ == "__main__":
    place, own, number, count = sys.argv[1:]
    sys.exit(main(Path(place), Path(own), int(number), int(count)))
