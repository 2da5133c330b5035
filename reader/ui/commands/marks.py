"""What a reader marks and writes: stars, read or unread, notes."""

from __future__ import annotations

from functools import partial

from reader.ui.article_list.contents import unread_keys
from reader.ui.commands.group import Group, Key
from reader.ui.commands.page_marks import PageMarks
from reader.ui.words import counted, text

KEYS = (
    Key(("S", "Ctrl+D"), "Star, or take the star away", "toggle_star"),
    Key(("M",), "Read or unread", "toggle_read"),
    Key(("E",), "Note on the article", "note"),
    Key(("Shift+A",), "Mark all as read", "mark_all_read"),
    Key(("Ctrl+Z",), "Undo", "undo"),
)


class Marks(Group, PageMarks):
    """What a reader marks and writes: stars, read or unread, notes."""

    def mark_all_read(self) -> None:
        """Mark the whole list as read; the status line offers to undo it."""
        contents = self._window.articles.contents
        self._window.quick.ask("", lambda library: unread_keys(library, contents), self._mark_read)

    def _mark_read(self, keys: tuple[int, ...]) -> None:
        if not keys:
            self._window.status.say(text("Everything here is read already."))
            return
        marking = self._window.marking
        marking.set_read(keys, read=True)
        words = text("{articles} marked as read.", articles=counted(len(keys), "article", "articles"))
        self._window.status.say(words, partial(marking.set_read, keys, read=False))

    def undo(self) -> None:
        """Take back what the status line offers to."""
        self._window.status.undo()
