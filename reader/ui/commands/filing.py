"""What the library keeps for its reader, and no longer: collections, kept searches, and the history."""

from __future__ import annotations

from reader.ui.commands.group import Group, Key
from reader.ui.words import text

KEYS = (
    Key(("B",), "File in a collection", "file"),
    Key((), "Take out of this list", "take_out"),
    Key((), "Copy the citations of this collection", "copy_citations"),
    Key(("Alt+Up",), "Move a collection or a kept search up", "move_up"),
    Key(("Alt+Down",), "Move a collection or a kept search down", "move_down"),
    Key((), "Forget what was opened", "forget_opened"),
    Key(("Ctrl+Shift+Del",), "Keep nothing of what was read", "keep_nothing"),
)


class FilingCommands(Group):
    """What the library keeps for its reader, and no longer: collections, kept searches, and the history."""

    def file(self) -> None:
        """Choose collections for the article, or for the selected rows of the list."""
        self._window.collecting.open_panel()

    def take_out(self) -> None:
        """Take the article out of the collection or history that is shown."""
        self._window.taking.take_out()

    def copy_citations(self) -> None:
        """Copy a citation for each article of the collection that is shown."""
        self._window.collecting.copy_citations(self._window.navigator.place.node)

    def move_up(self) -> None:
        """Move the collection or kept search that is selected in the navigation up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move it down."""
        self._move(1)

    def _move(self, by: int) -> None:
        if not self._window.navigation.move_current(by):
            self._window.status.say(text("Choose a collection or a kept search in the navigation, then move it."))

    def keep_nothing(self) -> None:
        """Ask, then erase whatever tells what was read and searched for."""
        self._window.keeping_nothing.ask()

    def forget_opened(self) -> None:
        """Ask, then forget which articles were opened."""
        self._window.taking.forgetting.ask()
