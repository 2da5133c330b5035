"""The real window in one state: opened, brought there by keys, drawn with what floats above it."""

from __future__ import annotations

import itertools
import re
import shutil
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QCursor, QKeyEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reader.model.listing import Node
from reader.ui.app import Session, make_application
from reader.ui.article_list import contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.states.sample import Places
    from tests.states.table import State

_PATIENCE = 30.0
_TYPICAL_PIXELS = 12
_PLAIN = Qt.KeyboardModifier.NoModifier
_numbers = itertools.count()


class Stage:
    """A window, and what a person does with it."""

    def __init__(self, session: Session, places: Places) -> None:
        self.session, self.window, self.places = session, session.window, places

    def settle(self) -> None:
        """Wait until nothing more is on its way."""
        window = self.window
        self.until(
            lambda: (
                not (window.quick.busy or window.slow.busy or window.paper.busy or window.reading.unsettled)
                and not (window.bar.pending or window.completing.pending)
            )
        )
        QCoreApplication.processEvents()

    def until(self, seen: Callable[[], bool]) -> None:
        """Let the window live until this is so."""
        end = monotonic() + _PATIENCE
        while not seen():
            QTest.qWait(2)
            assert monotonic() < end, "it does not settle"

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press a key where the focus is."""
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)
        self.settle()

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        for letter in words:  # of any script, which a key of QTest's is not
            key = QKeyEvent(QEvent.Type.KeyPress, 0, _PLAIN, letter)
            QCoreApplication.sendEvent(QApplication.focusWidget(), key)
        self.settle()

    def search(self, words: str) -> None:
        """Type a search, and go to its hits."""
        self.window.commands.search()
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def article(self, identity: str) -> None:
        """Open an article beside its list."""
        self.window.visits.open_article(identity)
        self.settle()

    def node(self, text: str) -> None:
        """Open a list or a document."""
        self.window.open_node(Node.parse(text))
        self.settle()

    def follow(self, pattern: str) -> None:
        """Follow the first link of the page whose address begins so."""
        found = re.search(rf'href="({pattern}[^"]*)"', self.window.reading.prepared.page.html)
        assert found, pattern
        self.window.reading.browser.anchorClicked.emit(QUrl(found[1]))
        self.settle()

    def floating(self) -> list[QWidget]:
        """Dialogs, popovers and menus above the window."""
        return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window]

    def picture(self) -> QPixmap:
        """What a person sees; drawing asks for pictures, so it is drawn twice."""
        self.window.grab()
        self.settle() if not self.window.sync.running else None
        picture = self.window.grab()
        painter = QPainter(picture)
        for one in self.floating():
            painter.drawPixmap(one.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint()), one.grab())
        painter.end()
        return picture


@contextmanager
def staged(state: State, places: Places) -> Iterator[Stage]:
    """The window in this state; closed afterwards, with nothing left of it."""
    with ExitStack() as stack:
        application = make_application(offscreen=True)
        for patched in _stilled(state.text_percent):
            stack.enter_context(patched)
        QAccessible.setActive(True)  # as with a screen reader: Qt asks for more, and tells more
        stack.callback(QAccessible.setActive, False)
        flash = application.cursorFlashTime()
        application.setCursorFlashTime(0)
        stack.callback(application.setCursorFlashTime, flash)
        session = Session(
            _folder(state, places), theme=state.theme, size=state.size, language=state.language, pictured=True
        )
        stack.callback(_discard, session)
        yield _brought_there(Stage(session, places), state)


def _folder(state: State, places: Places) -> Path:
    if state.has_library and not state.writes:
        return places.library
    own = places.scratch / f"library-{next(_numbers)}"
    return shutil.copytree(places.library, own) if state.has_library else own


def _brought_there(stage: Stage, state: State) -> Stage:
    window = stage.window
    QCursor.setPos(window.width() * 2, window.height() * 2)  # or what lies under it is drawn as hovered
    window.start(None)
    window.show()
    window.activateWindow()
    stage.settle()
    state.way(stage)
    return stage


def _stilled(percent: int) -> list:
    """The system's text size; and what the clock says: how old an edition is, how long a search took, what was read long enough."""
    search = contents._open_search
    return [
        patch("reader.ui.theme.look._system_size", lambda: _TYPICAL_PIXELS * percent / 100),
        patch("reader.ui.sync.work.days_old", lambda _iso: 12),
        patch("reader.ui.article_list.contents._open_search", lambda *asked: replace(search(*asked), ms=7.0)),
        patch("reader.ui.reading.reading_clock.SECONDS", 3600.0),
        patch("reader.ui.reading.pane._STAYS_MS", 0),
        patch("reader.ui.reading.pane._RESIZE_MS", 20),
    ]


def _discard(session: Session) -> None:
    for one in QApplication.topLevelWidgets():
        if one is not session.window and one.isVisible():
            one.close()
    session.window.sync.stop()
    session.window.close()
    session.close()
    if isValid(session.window):
        session.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
