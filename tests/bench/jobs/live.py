"""The real window in this process, and a watch on when it has painted. For the jobs that press its keys."""

from __future__ import annotations

from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.model.listing import LATEST
from reader.ui.app import Session, make_application

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    from reader.ui.reading.pane import ReadingPane

SIZE = (1400, 900)
PATIENCE = 60.0
_WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
_MS = 1000
_ALARM_MS = 100


class Watch(QObject):
    """Notes that a widget was painted. ``fresh`` says whether since the last ``reset``."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.fresh = False
        widget.installEventFilter(self)

    def reset(self) -> None:
        """What was painted up to now does not count."""
        self.fresh = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self.fresh = True
        return super().eventFilter(watched, event)


class PageWatch(QObject):
    """Notes of which article the page was painted last. A bar that moves paints at once, before the pane says that it shows another."""

    def __init__(self, reading: ReadingPane) -> None:
        super().__init__()
        self._reading = reading
        self.key = 0
        reading.browser.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self.key = self._reading.row.key if self._reading.row else 0
        return super().eventFilter(watched, event)


class Timed:
    """One action: the ms from its start until something was seen, and until something later was."""

    def __init__(self) -> None:
        self._started = perf_counter()

    def until(self, seen: Callable[[], bool]) -> float:
        """Let the window live until this is so; answers the ms since the action began."""
        until(seen)
        return (perf_counter() - self._started) * _MS


def until(seen: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Let the window live until this is so, for so many seconds at most.

    Raises:
        TimeoutError: it never is.
    """
    end = perf_counter() + patience
    alarm = QTimer(interval=_ALARM_MS)  # or a thing that has happened already would be waited for
    alarm.start()
    while not seen():
        QCoreApplication.processEvents(_WAIT)
        if perf_counter() > end:
            raise TimeoutError


def press(key: Qt.Key | str) -> None:
    """Press a key as the desktop would: for the window that has the keys."""
    window = QGuiApplication.focusWindow()
    assert window is not None
    QTest.keyClick(window, key)


class Live:
    """A session whose window is shown and has come to rest."""

    def __init__(self, folder: Path) -> None:
        make_application(offscreen=True)
        self.session = Session(folder, size=SIZE)
        self.window = self.session.window
        self.list = Watch(self.window.articles.view.viewport())
        self.page = PageWatch(self.window.reading)
        self.window.articles.shown.connect(self.list.reset)
        self.window.articles.articles.dataChanged.connect(lambda *_: self.list.reset())
        self.window.start(LATEST)
        self.window.show()
        self.window.activateWindow()
        until(lambda: QGuiApplication.focusWindow() is not None)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is on its way."""
        window = self.window
        until(
            lambda: (
                not (window.quick.busy or window.reading.unsettled or window.bar.pending or window.completing.pending)
            )
        )
        QApplication.processEvents()

    def rows_are_painted(self) -> bool:
        """Whether every row that is seen is there, and was painted since the list last changed."""
        return self.list.fresh and all(map(self.window.articles.articles.row, self._seen()))

    def _seen(self) -> range:
        view, model = self.window.articles.view, self.window.articles.articles
        first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
        return range(max(0, first), (last if last >= 0 else model.rowCount() - 1) + 1)

    def passages_are_painted(self) -> bool:
        """Whether every hit that is seen has its passage, painted."""
        model = self.window.articles.articles
        return self.list.fresh and all(row and row.snippet for row in map(model.row, self._seen()))

    def page_is_painted(self, key: int) -> bool:
        """Whether this article was painted."""
        return self.page.key == key

    def middle(self) -> QRect:
        """Where the row in the middle of the list is."""
        view = self.window.articles.view
        return view.visualRect(view.indexAt(view.viewport().rect().center()))

    def close(self) -> None:
        """End the session."""
        self.window.close()
        self.session.close()


@contextmanager
def live(folder: Path) -> Iterator[Live]:
    """The window on a library, closed at the end whatever happens."""
    window = Live(folder)
    try:
        yield window
    finally:
        window.close()
