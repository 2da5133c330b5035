"""What a reader marks and writes: stars, read or unread, notes."""

from __future__ import annotations

from functools import partial

from reader.ui.article_list.contents import unread_keys
from reader.ui.commands.group import Group, Key
from reader.ui.panes import Pane
from reader.ui.words import counted, text

KEYS = (
    Key(("S", "Ctrl+D"), "Star, or take the star away", "toggle_star"),
    Key(("M",), "Read or unread", "toggle_read"),
    Key(("E",), "Note on the article", "note"),
    Key(("Shift+A",), "Mark all as read", "mark_all_read"),
    Key(("Ctrl+Z",), "Undo", "undo"),
)


class Marks(Group):
    """What a reader marks and writes: stars, read or unread, notes."""

    def toggle_star(self) -> None:
        """Star the article, or take the star away."""
        row = self._window.reading.row
        if row is not None:
            self._window.marking.set_starred([row.key], starred=not row.starred)

    def toggle_read(self) -> None:
        """Mark the article as read or unread."""
        row = self._window.reading.row
        if row is not None:
            self._window.reading.clock.stop()
            self._window.marking.set_read([row.key], read=not row.read)

    def note(self) -> None:
        """Write a note on the article."""
        if self._window.reading.row is not None:
            self._window.panes.reveal(Pane.READING)
            self._window.reading.note_bar.open_bar()

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
