"""What a reader marks and writes on the article that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.article_list.selection import only
from reader.ui.commands.group import PageGroup
from reader.ui.several import Several

if TYPE_CHECKING:
    from reader.model.article import ArticleRow


class PageMarks(PageGroup):
    """What a reader marks and writes on the article that is read."""

    def toggle_star(self) -> None:
        """Star the article, or take the star away."""
        row = self._row()
        if row is not None:
            self._one.toggle_starred(only(row))

    def toggle_read(self) -> None:
        """Mark the article as read or unread."""
        row = self._row()
        if row is not None:
            self._window.reading.clock.stop()
            self._one.toggle_read(only(row))

    def _row(self) -> ArticleRow | None:
        return self._window.reading.row

    @property
    def _one(self) -> Several:
        """Marks one article: that is seen, so nothing is said of it."""
        return Several(self._window.marking, self._window.undoing.keep)

    def note(self) -> None:
        """Write a note on the article."""
        if self._window.reading.row is not None:
            self._window.reveal_page()
            self._window.reading.note_bar.open_bar()

    def undo(self) -> None:
        """Take back what was done last."""
        self._window.status.undo()
