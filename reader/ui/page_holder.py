"""The main window as a window in which a page is read (see ``reader.ui.page_window``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.page_window import PageWindow
from reader.ui.panes import Pane
from reader.ui.words import language, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.publication import PublicationInfo
    from reader.ui.article_window import ArticleWindows
    from reader.ui.panes import Panes
    from reader.ui.reading import ReadingPane
    from reader.ui.top_bar import TopBar


class PageHolder(PageWindow):
    """What commands on a page, and windows of articles, need of the main window."""

    panes: Panes
    bar: TopBar
    publications: Sequence[PublicationInfo]
    article_windows: ArticleWindows

    def reveal_page(self) -> None:
        """Show the page where there is room for one pane only."""
        self.panes.reveal(Pane.READING)

    def enter_page(self) -> None:
        """Give the page the focus."""
        self.panes.enter(Pane.READING)

    def publication_title(self) -> str:
        """The title of the publication that the page is from."""
        info = self.publication_of(self.reading)
        return info.title(language()) if info else text("Packhorse")

    def publication_of(self, reading: ReadingPane) -> PublicationInfo | None:
        """The publication of the page that is shown there; the first one where there is no page."""
        shown = reading.prepared.publication if reading.prepared else ""
        found = next((one for one in self.publications if one.id == shown), None)
        return found or (self.publications[0] if self.publications else None)

    def open_apart(self, identity: str) -> None:
        """Open an article (``publication/id``) in a window of its own."""
        self.article_windows.open_identity(identity)

    def search_for(self, words: str) -> None:
        """Search the library for these words, and see what is found."""
        self.come_forward()
        self.bar.show_query(words)
        self.navigator.search(words)
        self.panes.enter(Pane.LIST)

    def come_forward(self) -> None:
        """Bring this window before all others."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
