"""What a reader marks and writes: stars, read or unread, notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from reader.library import browse
from reader.ui.article_list.contents import unread_keys
from reader.ui.article_list.selection import only
from reader.ui.commands.group import Group, Key
from reader.ui.commands.page_marks import PageMarks
from reader.ui.reading.copying import MOST_LINES, lines
from reader.ui.words import counted, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.article import ArticleRow
    from reader.model.listing import Node
    from reader.ui.article_list.selection import Chosen, Ranges

KEYS = (
    Key(("S", "Ctrl+D"), "Star, or take the star away", "toggle_star"),
    Key(("M",), "Read or unread", "toggle_read"),
    Key(("E",), "Note on the article", "note"),
    Key(("Shift+A",), "Mark all as read", "mark_all_read"),
    Key(("Shift+J",), "Mark all below as read", "mark_below_read"),
    Key(("Shift+K",), "Mark all above as read", "mark_above_read"),
    Key((), "Copy titles with citations", "copy_titles"),
    Key(("Ctrl+Z",), "Undo", "undo"),
)


class Marks(Group, PageMarks):
    """What a reader marks and writes: stars, read or unread, notes."""

    def toggle_star(self) -> None:
        """Star what is selected, or take the stars away."""
        if self._window.articles.selected_count() > 1:
            self._window.articles.ask_chosen(self._window.lists.several.toggle_starred)
        else:
            super().toggle_star()

    def toggle_read(self) -> None:
        """Mark what is selected as read or unread."""
        if self._window.articles.selected_count() > 1:
            self._window.reading.clock.stop()
            self._window.articles.ask_chosen(self._window.lists.several.toggle_read)
        else:
            super().toggle_read()

    def _row(self) -> ArticleRow | None:
        """The selected row; or the article that is read, which may have been reached by a link."""
        return self._window.articles.selected_row() or self._window.reading.row

    def mark_all_read(self) -> None:
        """Mark the whole list as read; the status line offers to undo it."""
        self._mark_rows_read(0, None)

    def mark_list_read(self, node: Node) -> None:
        """Mark all of another list as read, as its row in the navigation counts it."""
        self._window.quick.ask("", lambda library: browse.unread_keys(library, node), self._mark_read)

    def mark_below_read(self) -> None:
        """Mark what stands below the selected rows as read: what is older, where the newest is first."""
        ranges = self._selected_ranges()
        if ranges:
            self._mark_rows_read(ranges[-1][1] + 1, None)

    def mark_above_read(self) -> None:
        """Mark what stands above the selected rows as read."""
        ranges = self._selected_ranges()
        if ranges:
            self._mark_rows_read(0, ranges[0][0])

    def _selected_ranges(self) -> Ranges:
        ranges = self._window.articles.view.ranges()
        if not ranges:
            self._window.status.say(text("Select an article of the list first."))
        return ranges

    def _mark_rows_read(self, first: int, last: int | None) -> None:
        contents = self._window.articles.contents
        self._window.quick.ask("", lambda library: unread_keys(library, contents, first, last), self._mark_read)

    def _mark_read(self, keys: Sequence[int]) -> None:
        if keys:
            self._window.lists.several.set_read(keys, read=True)
        elif self._window.articles.contents.total:  # a list that is still to come has none that is read
            self._window.status.say(text("Everything here is read already."))

    def copy_titles(self) -> None:
        """Copy titles of what is selected, or of the article that is read, each in a line that says where it stands."""
        if self._window.articles.selected_count():
            self._window.articles.ask_chosen(self._copy_titles)
        else:
            self._copy_titles(only(self._window.reading.row))

    def _copy_titles(self, chosen: Chosen) -> None:
        if len(chosen.keys) > MOST_LINES:
            self._window.status.say(text("Select at most {count} articles to copy.", count=number(MOST_LINES)))
        elif chosen.keys:
            copied = partial(self._copied, len(chosen.keys))
            self._window.quick.ask("", lambda library: lines(library, chosen.keys), copied)

    def _copied(self, count: int, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._window.status.say(text("{citations} copied.", citations=counted(count, "citation", "citations")))
