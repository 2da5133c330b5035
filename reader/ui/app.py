"""The composition root: makes lanes, window and indexing, joins them, and takes them down again."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from reader.model.listing import Node, NodeKind
from reader.ui import state as storage
from reader.ui.collector import Collector
from reader.ui.indexing import Indexing
from reader.ui.jobs import Lane
from reader.ui.main_window import MainWindow
from reader.ui.page_window import PATIENCE_MS
from reader.ui.screenshot import Screenshot
from reader.ui.spoken import speak_roles
from reader.ui.theme.icons import icon
from reader.ui.words import direction, speak
from reader.wording import explain

if TYPE_CHECKING:
    from pathlib import Path

    from reader.errors import PackhorseError

DONE, FAILED = 0, 1
_ICON_SIDES = (16, 24, 32, 48)
_SWITCH_SECONDS = 0.001
"""How long a lane may hold the interpreter while the window waits for it; Python's own 5 ms are a third of a frame."""


def run(
    data_dir: Path,
    bundle: Path | None = None,
    *,
    offscreen: bool = False,
    screenshot: Path | None = None,
    article: str | None = None,
    query: str | None = None,
    node: str | None = None,
    theme: str | None = None,
    size: tuple[int, int] | None = None,
    language: str = "",
) -> int:
    """Open the window on a library and run it; or draw one state of it into a PNG file.

    ``bundle`` is offered in the sync panel; ``article``, ``query`` or ``node`` choose what is shown. Answers the exit
    code: 0, or 1 when what was asked for is not there.

    Raises:
        QueryError: ``node-unknown`` when ``node`` cannot be read.
    """
    start = Node(NodeKind.SEARCH, query) if query else (Node.parse(node) if node else None)
    application = make_application(offscreen=offscreen)
    session = Session(data_dir, theme=theme, size=size, language=language, pictured=screenshot is not None)
    try:
        code = session.show(application, start, article, bundle, screenshot)
        while session.anew:
            before, session = session, Session(data_dir)
            code = session.show_instead_of(before, application)
    finally:
        session.end()
    return code


def make_application(*, offscreen: bool = False) -> QApplication:
    """The one application object of this process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(["packhorse"])
    application.setApplicationName("Packhorse")
    application.setDesktopFileName("packhorse")
    application.setStyle("Fusion")
    sys.setswitchinterval(_SWITCH_SECONDS)
    application.setWindowIcon(icon("packhorse", "#8a1c24", *_ICON_SIDES))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return application


class Session:
    """A window with its lanes and its indexing process, and the windows of articles that were opened from it."""

    def __init__(
        self,
        folder: Path,
        *,
        theme: str | None = None,
        size: tuple[int, int] | None = None,
        language: str = "",
        pictured: bool = False,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._pictured = pictured
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))
        self._collector = Collector()
        state = storage.WindowState() if pictured else storage.load(folder)
        state.theme = theme or state.theme
        speak_roles()
        speak(language or state.language)
        QApplication.setLayoutDirection(direction())
        self.quick = Lane("quick", folder)
        self.slow = Lane("slow", folder)
        self.paper = Lane("paper", folder)
        self.window = MainWindow(folder, self.quick, self.slow, self.paper, state, remember=not pictured)
        self.indexing = Indexing(folder, self.quick, self.window)
        self._closed = self._ended = False
        self._exit = DONE
        self.anew = False
        if size:
            self.window.resize(QSize(*size))
        self._connect()

    def _connect(self) -> None:
        window, indexing = self.window, self.indexing
        indexing.progressed.connect(window.show_indexing)
        indexing.finished.connect(window.indexed)
        window.closing.connect(self.close)
        window.repairing.begun.connect(indexing.close)
        window.repairing.ended.connect(self._index_again)
        window.preferring.anew_wanted.connect(self._start_anew)
        if not self._pictured:
            window.to_index.connect(indexing.start)
            window.reading.shown.connect(self._index_once)
            window.syncing.watch.start()

    def _index_again(self) -> None:
        if not self._closed and not self._pictured:
            self.indexing.go_on()

    def _start_anew(self) -> None:
        """End, so that another session begins where this one was; the window is seen until there is another in its place."""
        self.anew = True
        self.window.setUpdatesEnabled(False)  # or it would be seen turning round for a language that runs the other way
        self.window.let_go()
        QCoreApplication.exit(DONE)

    def show_instead_of(self, before: Session, application: QApplication) -> int:
        """Show the window where another stood: with its way back, at the same pane, filling the screen if that did."""
        window, old = self.window, before.window
        window.article_windows.take_places(old.article_windows)
        window.start()
        window.navigator.surround(old.navigator.trail)
        window.panes.enter(old.panes.focused())
        old.setEnabled(False)  # it is seen a moment longer, but nothing of it works any more
        window.showFullScreen() if old.isFullScreen() else self._show_window()
        window.activateWindow()
        window.reading.shown.connect(before.end)
        window.closing.connect(before.end)  # or that one was the last window, and hiding it ends no program
        QTimer.singleShot(PATIENCE_MS, window, before.end)  # where there is no page
        application.exec()
        before.end()
        return self._exit

    def _index_once(self) -> None:
        """Look for what waits to be indexed when the first page has been shown, not before."""
        self.window.reading.shown.disconnect(self._index_once)
        self.indexing.start_if_needed()

    def show(
        self,
        application: QApplication,
        start: Node | None,
        article: str | None,
        bundle: Path | None,
        screenshot: Path | None,
    ) -> int:
        """Show the window and run it until it is closed."""
        window = self.window
        if screenshot is not None:
            QCursor.setPos(window.width() * 2, window.height() * 2)  # or what lies under it is drawn as hovered
            Screenshot(window, screenshot).taken.connect(self._pictured_now)
        window.visits.unknown.connect(self._unknown)
        window.start(start)
        if article:
            window.visits.open_article(article, instead=True)
        self._show_window()
        if bundle is not None:
            window.sync.open_source(bundle)
        application.exec()
        return self._exit

    def _show_window(self) -> None:
        if self.window.state.maximized and not self._pictured:
            self.window.showMaximized()
        else:
            self.window.show()

    def _pictured_now(self, written: bool) -> None:
        if not written:
            self._exit = FAILED
            print("packhorse: the picture could not be written.", file=sys.stderr)  # noqa: T201  (run from a terminal)
        self.window.close()

    def _unknown(self, error: PackhorseError) -> None:
        if self._pictured:
            self._exit = FAILED
            print(f"packhorse: {' '.join(explain(error))}", file=sys.stderr)  # noqa: T201  (run from a terminal)
            self.window.close()

    def close(self) -> None:
        """End everything: other windows, the process, then the threads. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self.window.article_windows.close_all(standing=self.anew)
        self.indexing.close()
        self.paper.close()
        self.slow.close()
        self.quick.close()
        self._collector.stop()

    def end(self) -> None:
        """End everything, and forget the window. Safe to call twice."""
        self.close()
        if not self._ended:
            self._ended = True
            self.window.hide()
            self.window.deleteLater()
            QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
