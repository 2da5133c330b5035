"""What can be done with rows of the reader's own: another title, another place, keep no longer; by keys and from their menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPersistentModelIndex, QRect, Qt

from reader.model.listing import NodeKind
from reader.ui.key_names import key_name
from reader.ui.navigation.order import is_own
from reader.ui.navigation.renaming import Renaming
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.ui.navigation.model import Index
    from reader.ui.navigation.view import NavigationView

    Action = tuple[str, str, Callable[[], object]]
    """What it says, the key beside it (or none), and what it does."""


class OwnRows(QObject):
    """Kept searches and collections in the tree of a view."""

    def __init__(self, view: NavigationView) -> None:
        super().__init__(view)
        self._view = view
        self._keys = {Qt.Key.Key_F2: self.rename, Qt.Key.Key_Delete: self.remove}
        self._name: Callable[[str], str] = lambda _command: ""

    def show_keys(self, name: Callable[[str], str]) -> None:
        """Say the keys of commands in the menu as ``name`` says them."""
        self._name = name

    def holds(self, index: Index) -> bool:
        """Whether there is a row of the reader's own."""
        return is_own(self._view.tree.branch(index))

    def press(self, key: int, index: Index) -> bool:
        """Do what a key does with a row. Answers whether it does anything."""
        action = self._keys.get(Qt.Key(key))
        if action is None or not self.holds(index):
            return False
        action(index)
        return True

    def rename(self, index: Index) -> None:
        """Type another title, over the row."""
        view, branch = self._view, self._view.tree.branch(index)
        node = branch.node
        if node is not None:
            view.scrollTo(index)
            row, side = view.visualRect(index), view.fontMetrics().height() // 3
            place = QRect(side, row.top(), view.viewport().width() - 2 * side, row.height())
            is_search = node.kind is NodeKind.SEARCH
            name = text("Title of the search") if is_search else text("Title of the collection")
            field = Renaming(branch.title, name, place, view.viewport())
            field.renamed.connect(lambda title: view.renamed.emit(node, title))

    def remove(self, index: Index) -> None:
        """Keep it no longer."""
        node = self._view.tree.branch(index).node
        if node is not None:
            self._view.removed.emit(node)

    def move(self, by: int, index: Index) -> None:
        """Put it so many places lower (higher where negative) among its like."""
        branch = self._view.tree.branch(index)
        self._view.tree.move(branch, branch.row + by)
        self._view.scrollTo(index)

    def actions(self, index: QPersistentModelIndex) -> Iterator[Action]:
        """What can be done with a row, for a menu."""
        branch = self._view.tree.branch(index)
        yield text("Rename"), key_name("F2"), partial(self.rename, index)
        if branch.row:
            yield text("Move up"), self._name("move_up"), partial(self.move, -1, index)
        if branch.parent is not None and branch is not branch.parent.children[-1]:
            yield text("Move down"), self._name("move_down"), partial(self.move, 1, index)
        yield text("Keep no longer"), key_name("Del"), partial(self.remove, index)
        if branch.node is not None and branch.node.kind is NodeKind.COLLECTION:
            yield text("Copy the citations"), "", partial(self._view.citations_wanted.emit, branch.node)
