"""What must never be: exceptions, warnings, hangs, the network, writing elsewhere; and what must not be left at the end."""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
import traceback
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from reader.library import Library
from reader.library.index import drain, pending
from reader.library.repair import repair, status

HANG_SECONDS = 15
_OF_THE_PLATFORM = "This plugin does not support"
"""What the offscreen platform says of any dialog or popup; no other has it (see also pyproject.toml)."""
_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_BY_REPAIR = {"index-rebuilt"}
_DAMAGE = {"store-damaged", "segment-missing", "segment-damaged"}


class Watch:
    """Faults of one walk. ``note`` adds one; the walk ends at the first."""

    def __init__(self, home: Path) -> None:
        self._home = str(home.resolve())
        self.faults: list[str] = []
        sys.excepthook = self._exception
        threading.excepthook = lambda told: self._exception(told.exc_type, told.exc_value, told.exc_traceback)
        sys.unraisablehook = lambda told: self.note(f"unraisable: {told.err_msg} {told.object!r}: {told.exc_value!r}")
        qInstallMessageHandler(self._message)
        sys.addaudithook(self._audit)

    def note(self, fault: str) -> None:
        """Something is as it must not be."""
        self.faults.append(fault)

    def alive(self) -> None:
        """The event loop answers. Where it does not for long, the process ends with the stacks of all threads."""
        faulthandler.dump_traceback_later(HANG_SECONDS, exit=True)

    def heard(self, error: object) -> None:
        """An error that a lane told the reader of; damage has no place here, as nothing damages this library."""
        if getattr(error, "code", "") in _DAMAGE:
            self.note(f"the library is damaged: {error!r}")

    def _exception(self, kind, value, trace) -> None:
        self.note("".join(traceback.format_exception(kind, value, trace)))

    def _message(self, kind, context, words) -> None:
        if kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} or words.startswith(_OF_THE_PLATFORM):
            return
        stack = "".join(traceback.format_stack(limit=12))
        self.note(f"Qt ({context.category}): {words}\n{stack}")

    def _audit(self, event, args) -> None:
        if event in _NETWORK and not str(args[-1]).startswith("/"):
            self.note(f"network: {event} {args}")
        elif (
            event == "open" and isinstance(args[2], int) and args[2] & _WRITING and isinstance(args[0], (str, bytes))
        ) or event in {"os.remove", "os.rename", "shutil.rmtree"}:
            self._check_place(os.fsdecode(args[0]))

    def _check_place(self, path: str) -> None:
        if not (path == os.devnull or os.path.realpath(path).startswith(self._home) or not Path(path).is_absolute()):
            self.note(f"written elsewhere: {path}\n" + "".join(traceback.format_stack(limit=8)))

    # At the end

    def check_nothing_left(self, threads: set[threading.Thread]) -> None:
        """No window, thread or process outlives the window."""
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
        left = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        self._none("windows left", [f"{one!r} {one.windowTitle()}" for one in left])
        self._none("threads left", [one.name for one in threading.enumerate() if one not in threads])
        lists = Path("/proc/self/task").glob("*/children")
        self._none("processes left", [one for each in lists for one in each.read_text(encoding="ascii").split()])

    def _none(self, what: str, left: list[str]) -> None:
        if left:
            self.note(f"{what}: {left}")

    def check_library(self, folder: Path) -> None:
        """The library is whole, and so is its index; a repair finds nothing to mend."""
        with Library.open(folder) as library:
            drain(library)
            told = status(library)
            if pending(library) or told.indexed != told.articles or not (told.indexed == 0 or library.index.verify()):
                self.note(f"the index is not whole: {told}")
        found = [one for one in repair(folder).found if one[0] not in _BY_REPAIR]
        self._none("repair found", [str(one) for one in found])
