"""Going from article to article, from section to section, and back."""

from __future__ import annotations

from reader.model.listing import Node, NodeKind
from reader.ui.commands.group import Group, Key
from reader.ui.commands.turning import Turning
from reader.ui.go_to import GoTo
from reader.ui.go_to_entries import Command
from reader.ui.words import text

KEYS = (
    Key(("J",), "Next article", "next_article"),
    Key(("K",), "Previous article", "previous_article"),
    Key(("N",), "Next unread article", "next_unread"),
    Key(("P",), "Previous unread article", "previous_unread"),
    Key(("Space",), "Page down, then the next unread article", "page_down"),
    Key(("Shift+Space",), "Page up", "page_up"),
    Key(("]",), "Next section", "next_section"),
    Key(("[",), "Previous section", "previous_section"),
    Key(("Alt+Left", "Back"), "Back", "back"),
    Key(("Alt+Right", "Forward"), "Forward", "forward"),
    Key(("Ctrl+K",), "Go to anything", "go_to"),
)


class Going(Group, Turning):
    """Going from article to article, from section to section, and back."""

    def next_article(self) -> None:
        """Open the next article."""
        self._window.articles.step(1)

    def previous_article(self) -> None:
        """Open the previous article."""
        self._window.articles.step(-1)

    def next_unread(self) -> None:
        """Open the next unread article."""
        self._window.articles.step_unread(1)

    def previous_unread(self) -> None:
        """Open the previous unread article."""
        self._window.articles.step_unread(-1)

    def page_down(self) -> None:
        """Read on: a page down, and after the end the next unread article."""
        if not self._press_button() and not self._read_on():
            self.next_unread()

    def next_section(self) -> None:
        """Select the next section."""
        self._open_section(1)

    def previous_section(self) -> None:
        """Select the previous section."""
        self._open_section(-1)

    def _open_section(self, by: int) -> None:
        node = self._window.navigation.neighbour(by)
        if node is not None:
            self._window.open_node(node)

    def latest(self) -> None:
        """Select the newest articles."""
        self._window.open_node(Node(NodeKind.LATEST))

    def go_to(self) -> None:
        """Go to a section, tag, author, topic or command by its name."""
        name = self._window.keymap.name
        others = [key for key in self.keys if key.command != "go_to"]
        commands = [Command(text(key.words), getattr(self, key.command), name(key.command)) for key in others]
        GoTo(self._window, commands).open()
