"""What a reader chose for each list: its order, and whether read articles are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.listing import Node, NodeKind, Sort
from reader.ui.article_list.contents import default_sort

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.state import WindowState

_SEARCHES = str(NodeKind.SEARCH)


class ListChoices:
    """Keeps them in the window's state. ``is_kept`` tells whether a search stands in the navigation."""

    def __init__(self, state: WindowState, is_kept: Callable[[Node], bool]) -> None:
        self._state, self._is_kept = state, is_kept

    def sort_of(self, node: Node) -> Sort:
        """The order of a list. A kept search has its own, once it was chosen; all others have one together."""
        sorts = self._state.sorts
        remembered = sorts.get(_own(node)) or (sorts.get(_SEARCHES) if node.kind is NodeKind.SEARCH else "")
        return Sort(remembered) if remembered in set(Sort) else default_sort(node)

    def set_sort(self, node: Node, sort: Sort) -> None:
        """Order a list so from now on."""
        shared = node.kind is NodeKind.SEARCH and not self._is_kept(node)
        self._state.sorts[_SEARCHES if shared else _own(node)] = str(sort)

    def settle(self, node: Node, sort: Sort) -> None:
        """A search that is kept stays as it is ordered; one that is kept no longer goes with the others again."""
        if node.kind is not NodeKind.SEARCH:
            return
        if self._is_kept(node):
            self._state.sorts.setdefault(_own(node), str(sort))
        else:
            self._state.sorts.pop(_own(node), None)

    def hides_read(self, node: Node) -> bool:
        """Whether a list shows unread articles only. A search says so in its own words."""
        return _own(node) in self._state.hide_read

    def toggle_read(self, node: Node) -> None:
        """Hide what was read of a list, or show it again."""
        name, names = _own(node), self._state.hide_read
        self._state.hide_read = [one for one in names if one != name] if name in names else [*names, name]


def _own(node: Node) -> str:
    return f"{node.publication}/{node}"
