"""What a reader marks and writes on the article that is read."""

from __future__ import annotations

from reader.ui.commands.group import PageGroup


class PageMarks(PageGroup):
    """What a reader marks and writes on the article that is read."""

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
            self._window.reveal_page()
            self._window.reading.note_bar.open_bar()
