"""Articles in windows of their own."""

from __future__ import annotations

from reader.model.link import LinkKind
from reader.ui.commands.group import Group, Key, PageGroup

KEYS = (Key(("Ctrl+Return", "Shift+Return", "Ctrl+Enter"), "Open in a window of its own", "open_in_window"),)


class LinkApart(PageGroup):
    """The article that a link leads to."""

    def open_in_window(self) -> None:
        """Open the article that the chosen link leads to in a window of its own."""
        self._open_link()

    def _open_link(self) -> bool:
        reading = self._window.reading
        link = reading.browser.focused_link() if reading.browser.hasFocus() else None
        if link is None or link.kind is not LinkKind.ARTICLE:
            return False
        self._window.open_apart(reading.identity(link))
        return True


class Apart(Group, LinkApart):
    """Articles in windows of their own."""

    def open_in_window(self) -> None:
        """Open the link that Tab went to, else the article that is read or chosen, in a window of its own."""
        if not self._open_link():
            self._window.article_windows.open(self._chosen())

    def _chosen(self) -> int:
        articles, row = self._window.articles, self._window.reading.row
        listed = articles.articles.key(articles.view.selected()) if articles.view.hasFocus() else 0
        return listed or (row.key if row is not None else 0)
