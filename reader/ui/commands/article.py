"""The commands of an article's own window: those of the main window that need no more than a page, under the same keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.apart import LinkApart
from reader.ui.commands.group import Key
from reader.ui.commands.page import PageCommands
from reader.ui.commands.page_marks import PageMarks
from reader.ui.commands.turning import Turning
from reader.ui.key_help import KeyHelp

if TYPE_CHECKING:
    from reader.ui.article_window.window import ArticleWindow


class ArticleCommands(PageCommands, PageMarks, Turning, LinkApart):
    """What can be done with an article in its own window."""

    _window: ArticleWindow

    def __init__(self, window: ArticleWindow) -> None:
        super().__init__(window)
        self.own = (Key(("Ctrl+W",), "Close this window", "close"),)

    def search(self) -> None:
        """Search the library, in the main window."""
        self._window.main.come_forward()
        self._window.main.commands.search()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        window = self._window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def escape(self) -> None:
        """Leave what was entered last: the find bar, full screen, the window."""
        window = self._window
        if window.reading.leave_bar():
            return
        window.showNormal() if window.isFullScreen() else window.close()

    def help(self) -> None:
        """Show the list of keys."""
        window = self._window
        groups = [(name, [key for key in keys if hasattr(self, key.command)]) for name, keys in window.keymap.groups]
        groups[-1][1].extend(self.own)
        dialog = KeyHelp([group for group in groups if group[1]], window.look, window)
        dialog.change_wanted.connect(self._change_keys)
        dialog.open()

    def _change_keys(self) -> None:
        self._window.main.come_forward()
        self._window.main.preferring.open_keys()

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def quit(self) -> None:
        """End everything."""
        self._window.main.close()
