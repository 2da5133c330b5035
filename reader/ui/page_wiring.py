"""Wiring of a page in any window: what the bar, the status line and what lies over the page tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model.link import LinkKind
from reader.ui.page_menu import open_menu
from reader.ui.reading.external import ExternalAddress
from reader.ui.reading.headings import FEWEST

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reader.model.link import Link
    from reader.ui.navigator import Visit
    from reader.ui.page_window import PageWindow
    from reader.ui.reading.pointing import Pointed
    from reader.ui.reading.prepared import Prepared


class PageWiring(QObject):
    """Says which signal of the reading pane goes where. ``window`` owns this."""

    def __init__(self, window: PageWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opened = 0
        self._connect_page()
        self._connect_over()

    def _connect_page(self) -> None:
        window, reading = self._window, self._window.reading
        reading.shown.connect(self._page_shown)
        reading.external_followed.connect(self.show_address)
        reading.anchor_followed.connect(self._go_within)
        reading.picture_followed.connect(self.enlarge)
        reading.said.connect(window.status.say)
        reading.repair_wanted.connect(window.repair)
        reading.progressed.connect(window.status.show_reading)
        reading.read_through.connect(lambda key: window.marking.set_read([key], read=True))
        reading.note_bar.written.connect(window.marking.set_note)
        reading.browser.followed_apart.connect(self._open_apart)
        reading.browser.menu_wanted.connect(self._open_menu)

    def _connect_over(self) -> None:
        window = self._window
        window.gallery.closed.connect(window.enter_page)  # which is shown where another pane took its place
        window.headings.chosen.connect(self._go_to_heading)
        window.marking.marked.connect(self._marked)
        window.marking.noted.connect(window.reading.note_bar.show_note)
        window.marking.unkept.connect(window.status.say)
        window.navigator.changed.connect(self._show_ways)
        window.navigator.returned.connect(self._return)

    def _page_shown(self, prepared: Prepared | None) -> None:
        window = self._window
        self._show_star()
        window.bar.contents.setEnabled(prepared is not None and len(prepared.page.headings) >= FEWEST)
        key = prepared.row.key if prepared and prepared.row else 0
        if key and key != self._opened:  # a page made anew in another size or look is not opened again
            window.marking.opened(key)
        self._opened = key

    def _show_ways(self, _visit: Visit) -> None:
        window = self._window
        window.bar.back.setEnabled(window.navigator.can_go_back)
        window.bar.forward.setEnabled(window.navigator.can_go_forward)

    def enlarge(self, media: str) -> None:
        """Show a picture of the page over the whole window."""
        prepared = self._window.reading.prepared
        if prepared is not None:
            self._window.gallery.open_at(prepared.page.figures, media, prepared.publication)

    def _go_to_heading(self, anchor: str) -> None:
        self._window.enter_page()
        self._go_within(anchor)

    def _go_within(self, anchor: str) -> None:
        """A step of the way: it can be gone back."""
        browser = self._window.reading.browser
        if browser.has_anchor(anchor):
            self._window.navigator.go_within(anchor)
            browser.go_to_anchor(anchor)

    def _return(self, visit: Visit) -> None:
        reading = self._window.reading
        if reading.prepared is not None and visit.fraction is not None:
            reading.return_to(visit.fraction)

    def _show_star(self) -> None:
        row = self._window.reading.row
        self._window.bar.star.show_star(starred=bool(row and row.starred), possible=row is not None)

    def _marked(self, keys: Collection[int], status: Mapping[str, bool]) -> None:
        self._window.reading.mark(keys, status)
        self._show_star()

    def show_address(self, address: str) -> None:
        """Show an address outside whole, to copy or to hand on."""
        offered = self._window.state.offer_browser
        ExternalAddress(address, self._window.look, self._window, offers_browser=offered).open()

    def _open_apart(self, link: Link) -> None:
        """A link to an article opens in a window of its own; any other as ever."""
        if link.kind is LinkKind.ARTICLE:
            self._window.open_apart(self._window.reading.identity(link))
        else:
            self._window.reading.follow(link)

    def _open_menu(self, pointed: Pointed) -> None:
        open_menu(self._window, self, pointed)
