"""The menu of a row: of a kept search or a collection what the reader can do with it, of any other list marking it as read.

A publication is removed from its heading, or from the row of all its articles, which keys come to, too.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu

from reader.model.listing import DOCUMENTS, NodeKind
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.navigation.model import Index
    from reader.ui.navigation.own_rows import Action
    from reader.ui.navigation.view import NavigationView


class RowMenu(QObject):
    """Opens on rows that something can be done with."""

    def __init__(self, view: NavigationView) -> None:
        super().__init__(view)
        self._view = view

    def open(self, index: Index, at: QPoint) -> bool:
        """Show what can be done with a row. ``at`` is on the view's viewport. Answers whether there is anything."""
        kept = QPersistentModelIndex(index)
        actions = list(self._view.own.actions(kept) if self._view.own.holds(index) else self._of_list(kept))
        if not actions:
            return False
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self._view.tree.branch(index).title)
        for words, key, action in actions:
            menu.addAction(f"{words}\t{key}" if key else words, action)
        menu.popup(self._view.viewport().mapToGlobal(at))
        menu.setActiveAction(menu.actions()[0])
        return True

    def _of_list(self, index: QPersistentModelIndex) -> Iterator[Action]:
        branch = self._view.tree.branch(index)
        if branch.node is not None and branch.node.kind not in DOCUMENTS:
            yield text("Open"), "", partial(self._view.entered_node.emit, branch.node)
            if branch.unread:
                yield text("Mark all as read"), "", partial(self._view.read_wanted.emit, branch.node)
        whole = branch.node.publication if branch.node is not None and branch.node.kind is NodeKind.LATEST else ""
        if publication := branch.publication or whole:
            yield text("Remove this publication …"), "", partial(self._view.removal_wanted.emit, publication)
