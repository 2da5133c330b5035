"""Repair of the library from the window: told of and stopped in the status line, while no lane has the library open."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.errors import Cancelled
from reader.ui.faults import can_mend, explain
from reader.ui.jobs import Task
from reader.ui.words import counted, number, text

if TYPE_CHECKING:
    from reader.errors import PackhorseError
    from reader.library.repair import RepairReport
    from reader.model.change import Progress
    from reader.ui.main_window import MainWindow
    from reader.ui.page_window import PageWindow


def tell_error(window: PageWindow, error: PackhorseError) -> None:
    """Tell an error in a window's status line; where a repair may help, with a button for it."""
    words = " ".join(explain(error))
    if can_mend(error):
        window.status.offer(words, text("Repair"), window.repair)
    else:
        window.status.say(words)


class Repairing(QObject):
    """One repair at a time, in the slow lane. ``begun`` and ``ended`` are for who else uses the library's files."""

    begun = Signal()
    ended = Signal()
    _progress = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._task: Task | None = None
        self._progress.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Check all of the library, and mend what can be mended. What is read stays on the screen meanwhile."""
        window = self._window
        if window.sync.running:
            window.status.say(text("Wait until the edition is brought in, then repair the library."))
        elif self._task is None:
            self._task = task = Task(self._progress.emit)
            self.begun.emit()
            self._show_words(text("Checking the library"))
            held, over, folder = threading.Semaphore(0), threading.Event(), window.folder
            others = (window.quick, window.paper)
            for lane in others:
                lane.alone(partial(_wait, held, over))

            def work() -> RepairReport:
                from reader.library.repair import repair  # noqa: PLC0415  (slow to load, and most libraries are sound)

                try:
                    for _lane in others:
                        held.acquire()
                    return repair(folder, task.report, index=False)
                finally:
                    over.set()

            window.slow.alone(work, self._done, self._failed)

    def stop(self) -> None:
        """Stop it; what is mended stays so, and the next one goes on."""
        if self._task is not None:
            self._task.cancel()

    def _show_words(self, words: str) -> None:
        self._window.status.show_task(words, self.stop)

    def _show_progress(self, progress: Progress) -> None:
        if self._task is not None and progress.total:
            done, total = number(progress.done), number(progress.total)
            self._show_words(text("Checking the library: {done} of {total}", done=done, total=total))

    def _done(self, report: RepairReport) -> None:
        self._window.undoing.forget()  # articles may have other keys now
        self._end(_told(report))

    def _failed(self, error: PackhorseError) -> None:
        stopped = isinstance(error, Cancelled)
        self._end(text("The repair was stopped. What is mended stays so.") if stopped else " ".join(explain(error)))

    def _end(self, words: str) -> None:
        self._task = None
        self._window.status.show_task("")
        self._window.status.say(words)
        self.ended.emit()
        self._window.refresh()


def _wait(held: threading.Semaphore, over: threading.Event) -> None:
    """Keep a lane, whose library is closed, until the repair is over."""
    held.release()
    over.wait()


def _told(report: RepairReport) -> str:
    """What a repair found and did."""
    codes = [code for code, _what in report.found]
    dropped = codes.count("segment-dropped") + codes.count("publication-lost")
    said = [text("The catalogue was made anew; articles and marks are kept.")] if "catalogue-rebuilt" in codes else []
    if dropped:
        said.append(
            text(
                "{parts} dropped. Bring the edition in again to get them back.",
                parts=counted(dropped, "damaged part", "damaged parts"),
            )
        )
    return " ".join(said or [text("The library is sound.")])
