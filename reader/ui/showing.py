"""Wiring of the page that is read: what the bar, the title, the status line and what lies over the page tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.panes import Pane
from reader.ui.reading.external import ExternalAddress
from reader.ui.reading.headings import FEWEST

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reader.ui.main_window import MainWindow
    from reader.ui.reading.prepared import Prepared


class Showing(QObject):
    """Says which signal of the reading pane goes where, as the window does for all others."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opened = 0
        self._connect()

    def _connect(self) -> None:
        window, reading = self._window, self._window.reading
        reading.shown.connect(self._page_shown)
        reading.external_followed.connect(self._show_address)
        reading.picture_followed.connect(self._enlarge)
        reading.said.connect(window.status.say)
        reading.progressed.connect(window.status.show_reading)
        reading.read_through.connect(lambda key: window.marking.set_read([key], read=True))
        reading.note_bar.written.connect(window.marking.set_note)
        window.gallery.closed.connect(reading.setFocus)
        window.headings.chosen.connect(self._go_to_heading)
        window.marking.marked.connect(self._marked)

    def _page_shown(self, prepared: Prepared | None) -> None:
        window = self._window
        self._show_star()
        window.show_publication()
        window.bar.contents.setEnabled(prepared is not None and len(prepared.page.headings) >= FEWEST)
        title = prepared.page.title if prepared else ""
        window.setWindowTitle(f"{title} — {window.bar.title.text()}" if title else window.bar.title.text())
        key = prepared.row.key if prepared and prepared.row else 0
        if key and key != self._opened:  # a page made anew in another size or look is not opened again
            window.marking.opened(key)
        self._opened = key
        if key:
            window.searches.used()

    def _enlarge(self, media: str) -> None:
        prepared = self._window.reading.prepared
        if prepared is not None:
            self._window.gallery.open_at(prepared.page.figures, media, prepared.publication)

    def _go_to_heading(self, anchor: str) -> None:
        self._window.panes.enter(Pane.READING)
        self._window.reading.browser.go_to_anchor(anchor)

    def _show_star(self) -> None:
        row = self._window.reading.row
        self._window.bar.show_star(starred=bool(row and row.starred), possible=row is not None)

    def _marked(self, keys: Collection[int], status: Mapping[str, bool]) -> None:
        self._window.articles.articles.mark(keys, **status)
        self._window.reading.mark(keys, status)
        self._show_star()

    def _show_address(self, address: str) -> None:
        ExternalAddress(address, self._window.look, self._window).open()
