"""Starts the indexing process, reads its progress, starts it again a few times when it fails, ends it with the window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from reader.library.index import index_process_command, pending

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.jobs import Lane

_MOST_FAILURES = 3
_PAUSE_MS = 2000
_END_MS = 3000


class Indexing(QObject):
    """``progressed`` tells (done, total); ``finished`` that everything waiting was indexed.

    ``rounds`` counts how often that was so.
    """

    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, folder: Path, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lane = lane
        self.rounds = 0
        self._failures = 0
        self._again = False
        self._closing = False
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUNBUFFERED", "1")
        self._process.setProcessEnvironment(environment)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self.start)

    @property
    def running(self) -> bool:
        """Whether the process runs."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start_if_needed(self) -> None:
        """Start when anything waits to be indexed."""
        self._lane.ask("pending", pending, lambda count: self.start() if count else None, later=True)

    def start(self) -> None:
        """Index what waits; what comes while it runs is indexed after it."""
        if self._closing:
            return
        if self.running:
            self._again = True
            return
        program, *arguments = index_process_command(self._folder)
        self._process.start(program, arguments)

    def _read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                told = json.loads(line)
            except ValueError:
                continue
            if isinstance(told, dict) and isinstance(told.get("total"), int) and isinstance(told.get("done"), int):
                self.progressed.emit(told["done"], told["total"])

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self.progressed.emit(0, 0)
        if self._closing:
            return
        if code or status is QProcess.ExitStatus.CrashExit:
            self._failed()
            return
        self._failures = 0
        self.rounds += 1
        self.finished.emit()
        if self._again:
            self._again = False
            self.start()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._failed()

    def _failed(self) -> None:
        self._failures += 1
        if self._failures < _MOST_FAILURES:
            self._later.start()

    def go_on(self) -> None:
        """Index again, after ``close``."""
        self._closing, self._again, self._failures = False, False, 0
        self.start_if_needed()

    def close(self) -> None:
        """End the process. What it had not finished waits for the next start."""
        self._closing = True
        self._later.stop()
        if self.running:
            self._process.terminate()
            if not self._process.waitForFinished(_END_MS):
                self._process.kill()
                self._process.waitForFinished(_END_MS)
