"""Searching the library."""

from __future__ import annotations

from reader.model.listing import Node, NodeKind
from reader.ui.commands.group import Group, Key
from reader.ui.panes import Pane
from reader.ui.scope import open_menu

KEYS = (
    Key(("/", "Ctrl+L"), "Search the library", "search"),
    Key(("F",), "Filters of the search", "filters"),
    Key(("Ctrl+Shift+F",), "Where to search", "scope"),
    Key(("Ctrl+S",), "Keep this search, or no longer", "keep_search"),
    Key(("Shift+F1",), "How to search", "search_help"),
    Key((), "Forget all searches", "clear_searches"),
    Key((), "Remember searches, or no longer", "switch_history"),
)


class SearchCommands(Group):
    """Searching the library."""

    def search(self) -> None:
        """Type a search."""
        self._window.bar.search.begin()

    def filters(self) -> None:
        """Go to the filters of the search."""
        window = self._window
        window.panes.reveal(Pane.LIST)
        window.articles.header.set_open(is_open=True)
        window.articles.results.focus_first()

    def scope(self) -> None:
        """Choose where to search."""
        self._window.completing.close()
        open_menu(self._window)

    def keep_search(self) -> None:
        """Keep the search that is shown in the navigation, or no longer."""
        self._window.searches.toggle()

    def search_help(self) -> None:
        """Show how to search, with examples from this library."""
        self._window.open_node(Node(NodeKind.SEARCH_HELP))

    def clear_searches(self) -> None:
        """Forget all searches that were used."""
        self._window.searches.clear_history()

    def switch_history(self) -> None:
        """Remember searches, or no longer."""
        self._window.searches.switch_history()
