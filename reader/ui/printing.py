"""Printing of a window's page, and saving it as PDF: in a lane of its own, with progress in the status line, to be stopped there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.errors import Cancelled
from reader.ui.faults import explain
from reader.ui.jobs import Task
from reader.ui.words import counted, number, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from reader.errors import PackhorseError
    from reader.library import Library
    from reader.model.change import Progress
    from reader.ui.jobs import Lane
    from reader.ui.lane_share import LaneShare
    from reader.ui.page_window import PageWindow


class Printing(QObject):
    """One page at a time. It belongs to a window, but not to Qt's tree: work under way may outlive the window by a moment."""

    _progress = Signal(object)

    def __init__(self, window: PageWindow, lane: Lane | LaneShare) -> None:
        super().__init__()
        self._window, self._lane = window, lane
        self._task: Task | None = None
        self._writes = False
        self._progress.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    def ask_and_print(self) -> None:
        """Let the reader choose a printer, or a file, and print the page that is shown."""
        from reader.ui.reading.printing import ask_and_print  # noqa: PLC0415  (loads the system's printing)

        self._ask(ask_and_print)

    def ask_and_save(self) -> None:
        """Let the reader choose a file, and save the page that is shown as PDF, with the same sheets as in print."""
        from reader.ui.reading.printing import ask_and_save  # noqa: PLC0415  (loads the system's printing)

        self._ask(ask_and_save)

    def _ask(self, ask: Callable[[str, QWidget, Callable[[QPrinter], None]], None]) -> None:
        prepared = self._window.reading.prepared
        if self._task is not None:
            self._window.status.say(text("Something is being printed. Wait for it, or stop it."))
        elif prepared is not None:
            ask(prepared.page.title, self._window, self.put)

    def put(self, printer: QPrinter) -> None:
        """Put the page that is shown on paper, or into the printer's file."""
        prepare = self._window.reading.sheet_work()
        if prepare is None or self._task is not None:
            return
        self._task = task = Task(self._progress.emit)
        self._writes = bool(printer.outputFileName())
        addresses = self._window.state.paper_addresses

        def work(library: Library) -> int:
            from reader.ui.reading.press import put_on_paper  # noqa: PLC0415  (most pages are never put on paper)

            return put_on_paper(prepare(library), printer, task.report, addresses=addresses)

        self._say_progress(text("Setting the page"))
        self._lane.ask("", work, self._done, self._failed)

    def stop(self) -> None:
        """Stop what is being printed."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """The window goes: stop, and tell nobody."""
        self.stop()
        self._task = None

    def _say_progress(self, words: str) -> None:
        self._window.status.show_task(words, self.stop)

    def _show_progress(self, progress: Progress) -> None:
        if self._task is not None and progress.total:
            at, total = number(min(progress.done + 1, progress.total)), number(progress.total)
            self._say_progress(
                text(
                    "Writing {page} of {pages}" if self._writes else "Printing {page} of {pages}", page=at, pages=total
                )
            )

    def _done(self, sheets: int) -> None:
        told = counted(sheets, "page", "pages")
        self._end(text("{sheets} written." if self._writes else "{sheets} printed.", sheets=told))

    def _failed(self, error: PackhorseError) -> None:
        stopped = isinstance(error, Cancelled)
        said = text("Writing was stopped." if self._writes else "Printing was stopped.")
        self._end(said if stopped else " ".join(explain(error)))

    def _end(self, words: str) -> None:
        if self._task is not None:
            self._task = None
            self._window.status.show_task("")
            self._window.status.say(words)
