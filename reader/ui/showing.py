"""Wiring of the page that is read in the main window: what the title and the lists tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.page_wiring import PageWiring

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reader.ui.main_window import MainWindow
    from reader.ui.reading.prepared import Prepared


class Showing(PageWiring):
    """As in every window; and what the main window has besides."""

    _window: MainWindow

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.marking.noted.connect(lambda key, note: window.articles.articles.mark([key], note=note.strip()))

    def _page_shown(self, prepared: Prepared | None) -> None:
        super()._page_shown(prepared)
        window = self._window
        window.show_publication()
        title = prepared.page.title if prepared else ""
        window.setWindowTitle(f"{title} — {window.bar.title.text()}" if title else window.bar.title.text())
        if prepared and prepared.row:
            window.reading.prepare_ahead(window.articles.after(prepared.row.key))

    def _marked(self, keys: Collection[int], status: Mapping[str, bool]) -> None:
        self._window.articles.articles.mark(keys, **status)
        super()._marked(keys, status)
