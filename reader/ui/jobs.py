"""The only bridge between threads: a lane is one worker thread with its own library.

There are three: a quick lane for what a person waits for, a slow lane for syncs, and one for paper. A job is a function that takes
the lane's library; what it answers, a frozen model object, comes back to the window's thread. Of several jobs with one
topic the last wins: older ones are dropped, before they start or when they come back.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from reader.errors import Cancelled, PackhorseError
from reader.library import Library
from reader.model.change import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model.change import Progress

Work = Callable[[Library], Any]
Done = Callable[[Any], None]
Failed = Callable[[PackhorseError], None]

_PROGRESS_SECONDS = 0.05


@dataclass(eq=False, slots=True)
class Job:
    """One thing to do. ``topic`` empty: never dropped. ``later``: only when nobody waits for anything else.

    ``alone``: the library is closed first, and ``work`` is given none.
    """

    topic: str
    work: Work
    done: Done | None = None
    failed: Failed | None = None
    later: bool = False
    alone: bool = False
    answer: Any = None


class Lane(QObject):
    """One worker thread. Jobs run one after another; answers arrive in the thread that made the lane."""

    idle = Signal()
    failed = Signal(object)
    _answered = Signal(object)

    def __init__(self, name: str, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._wake = threading.Condition()
        self._now: deque[Job] = deque()
        self._later: deque[Job] = deque()
        self._latest: dict[str, Job] = {}
        self._open = 0
        self._closing = False
        self._answered.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=f"packhorse-{name}")
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether any answer is still to come."""
        return self._open > 0

    def ask(
        self, topic: str, work: Work, done: Done | None = None, failed: Failed | None = None, *, later: bool = False
    ) -> None:
        """Do ``work`` in the lane; then ``done`` with its answer, or ``failed``, here."""
        job = Job(topic, work, done, failed, later)
        if topic:
            self._latest[topic] = job
        self._put(job)

    def alone(self, work: Callable[[], Any], done: Done | None = None, failed: Failed | None = None) -> None:
        """Do ``work`` while this lane has no library open, such as a repair of its files; the next job opens it anew."""
        self._put(Job("", lambda _none: work(), done, failed, alone=True))

    def _put(self, job: Job) -> None:
        self._open += 1
        with self._wake:
            (self._later if job.later else self._now).append(job)
            self._wake.notify()

    def forget(self, topic: str) -> None:
        """Drop what was asked under this topic."""
        self._latest.pop(topic, None)

    def close(self) -> None:
        """Finish what was not asked for later only, then end the thread. No answer arrives after this."""
        with self._wake:
            self._closing = True
            self._later.clear()
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        library: Library | None = None
        try:
            while (job := self._next()) is not None:
                if not self._is_stale(job):
                    try:
                        library = self._library_for(job, library)
                        job.answer = job.work(library)  # type: ignore[arg-type]  # none for a job that wants none
                    except Exception as error:  # noqa: BLE001  (a bug is raised again in the window's thread)
                        job.answer = error
                self._answered.emit(job)
                del job  # what it holds is let go in the window's thread
        finally:
            if library is not None:
                library.close()

    def _library_for(self, job: Job, library: Library | None) -> Library | None:
        if not job.alone:
            return library or Library.open(self._folder)
        if library is not None:
            library.close()
        return None

    def _next(self) -> Job | None:
        with self._wake:
            while not (self._now or self._later or self._closing):
                self._wake.wait()
            if self._now:
                return self._now.popleft()
            return None if self._closing else self._later.popleft()

    def _is_stale(self, job: Job) -> bool:
        return bool(job.topic) and self._latest.get(job.topic) is not job

    def _receive(self, job: Job) -> None:
        self._open -= 1
        if self._closing:  # an answer that was already on its way
            return
        try:
            if not self._is_stale(job):
                self._deliver(job, job.answer)
        finally:
            if not self._open:
                self.idle.emit()

    def _deliver(self, job: Job, answer: object) -> None:
        if isinstance(answer, PackhorseError):
            (job.failed or self.failed.emit)(answer)
        elif isinstance(answer, Exception):
            raise answer
        elif job.done is not None:
            job.done(answer)


@dataclass(eq=False, slots=True)
class Task:
    """Long work that shows progress and can be paused and cancelled. ``report`` is called in the worker's thread."""

    progress: Callable[[Progress], None]
    _stopped: threading.Event = field(default_factory=threading.Event)
    _going: threading.Event = field(default_factory=threading.Event)
    _last: tuple[object, float] = (None, 0.0)

    def __post_init__(self) -> None:
        self._going.set()

    def report(self, progress: Progress) -> None:
        """Pass progress on, at most twenty times a second and at each new stage; wait while paused.

        It never waits amid a transaction, which would keep every mark from being written meanwhile.

        Raises:
            Cancelled: the person stopped it.
        """
        if progress.stage is not Stage.ACTIVATE:
            self._going.wait()
        if self._stopped.is_set():
            raise Cancelled
        now = time.monotonic()
        stage, at = self._last
        if stage != progress.stage or now - at > _PROGRESS_SECONDS or progress.done == progress.total:
            self._last = (progress.stage, now)
            self.progress(progress)

    @property
    def paused(self) -> bool:
        """Whether the work waits."""
        return not self._going.is_set()

    def pause(self) -> None:
        """Let the work wait at its next step."""
        self._going.clear()

    def go_on(self) -> None:
        """Let it work again."""
        self._going.set()

    def cancel(self) -> None:
        """Stop it at its next step."""
        self._stopped.set()
        self._going.set()
