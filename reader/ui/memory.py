"""Keeps what the window remembers: gathered a moment after a change, written in the lane, at the end at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication

from reader.errors import QueryError
from reader.model.listing import Node
from reader.ui import state as storage
from reader.ui.navigator import Place, Visit
from reader.ui.panes import Pane

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.jobs import Lane
    from reader.ui.main_window import MainWindow
    from reader.ui.state import WindowState

_SOON_MS = 700
_MOST_ROWS = 10_000_000
_SMALLEST = 200


class Memory(QObject):
    """Gathers from a window into its state; nothing is written when it is not ``active``."""

    def __init__(
        self, window: MainWindow, state: WindowState, folder: Path, lane: Lane, *, active: bool = True
    ) -> None:
        super().__init__(window)
        self._window, self._state, self._folder, self._lane = window, state, folder, lane
        self._active = active
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._save)

    def touch(self) -> None:
        """Something changed: save soon, however often this is said."""
        if self._active and not self._soon.isActive():
            self._soon.start()

    def _save(self) -> None:
        self._gather()
        values = storage.as_values(self._state)
        self._lane.ask("memory", lambda _library: storage.save(self._folder, values), later=True)

    def save_now(self) -> None:
        """Save before the window goes."""
        if not self._active:
            return
        self._soon.stop()
        self._gather()
        storage.save(self._folder, storage.as_values(self._state))

    def _gather(self) -> None:
        window, state = self._window, self._state
        place = window.navigator.place
        state.node, state.publication = str(place.node), place.node.publication
        state.document = str(place.document) if place.document else ""
        state.document_publication = place.document.publication if place.document else ""
        state.article, state.beside = place.article, place.beside
        state.row = window.articles.view.above()
        state.fraction = window.reading.browser.fraction()
        state.opened = window.navigation.opened()
        state.panes = window.panes.wide_sizes()
        state.pane = window.panes.focused()
        state.navigation = window.panes.navigation_wanted
        state.windows = window.article_windows.remembered()
        state.maximized = window.isMaximized()
        if not (window.isMaximized() or window.isFullScreen()):
            state.geometry = list(window.geometry().getRect())


def remembered_visit(state: WindowState) -> Visit | None:
    """Where the reader was; None at the first start, or when it cannot be read."""
    if not state.node:
        return None
    try:
        node = Node.parse(state.node, state.publication)
        document = Node.parse(state.document, state.document_publication) if state.document else None
    except QueryError:
        return None
    return Visit(Place(node, state.article, document, beside=state.beside), _rows(state.row), state.fraction)


def _rows(above: float) -> float:
    """So many rows as a list can have."""
    return above if 0 <= above <= _MOST_ROWS else 0


def remembered_pane(state: WindowState, visit: Visit | None) -> Pane:
    """The pane that had the focus; the list where there is nothing to read in it."""
    known = state.pane in set(Pane) and visit is not None
    return Pane(state.pane) if known and (visit.shows_page or state.pane != Pane.READING) else Pane.LIST


def remembered_geometry(state: WindowState) -> QRect | None:
    """Where the window was, when that is on a screen that is there."""
    return place_on_screen(state.geometry)


def place_on_screen(geometry: list[int]) -> QRect | None:
    """A place for a window, when there is a screen there."""
    if len(geometry) != len(("x", "y", "width", "height")):
        return None
    place = QRect(*geometry)
    fits = place.width() >= _SMALLEST and place.height() >= _SMALLEST
    return place if fits and any(one.geometry().intersects(place) for one in QGuiApplication.screens()) else None
