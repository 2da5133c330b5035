"""Filing articles in collections of one's own."""

from __future__ import annotations

from reader.ui.commands.group import Group, Key

KEYS = (
    Key(("B",), "File in a collection", "file"),
    Key((), "Take out of this collection", "take_out"),
    Key((), "Copy the citations of this collection", "copy_citations"),
)


class FilingCommands(Group):
    """Filing articles in collections of one's own."""

    def file(self) -> None:
        """Choose collections for the article, or for the selected rows of the list."""
        self._window.collecting.open_panel()

    def take_out(self) -> None:
        """Take the article out of the collection that is shown."""
        self._window.collecting.take_out()

    def copy_citations(self) -> None:
        """Copy a citation for each article of the collection that is shown."""
        self._window.collecting.copy_citations(self._window.navigator.place.node)
