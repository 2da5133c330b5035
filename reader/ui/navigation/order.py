"""Rows that are the reader's own, kept searches and collections, in the reader's own order: moved among their like, by keys or by drag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal

from reader.model.listing import NodeKind
from reader.ui.navigation.model import NavigationModel
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.listing import Node
    from reader.ui.navigation.model import Branch, Index

_OWN = frozenset({NodeKind.SEARCH, NodeKind.COLLECTION})
_DRAGGABLE, _DROPPABLE = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsDropEnabled
_DRAGGED = "application/x-packhorse-row"


@dataclass(frozen=True, slots=True)
class Move:
    """A row was moved: to which place, counted from 1, and the order of all its like before and after."""

    title: str
    place: int
    before: tuple[Node, ...]
    after: tuple[Node, ...]


def move_words(move: Move) -> str:
    """Where a row is now, for the status line."""
    return text("“{title}” is now {place} of {count}.", title=move.title, place=move.place, count=len(move.after))


def is_own(branch: Branch) -> bool:
    """Whether a row is a kept search or a collection."""
    return branch.node is not None and branch.node.kind in _OWN and bool(branch.node.id)


class OrderedModel(NavigationModel):
    """The tree, in which rows of the reader's own can be moved. ``moved`` tells a ``Move``, for the library to keep."""

    moved = Signal(object)

    def move(self, branch: Branch, to: int) -> None:
        """Put a row at a place among its like, counted from 0; no farther than to either end."""
        above = branch.parent
        assert above is not None
        to = max(0, min(to, len(above.children) - 1))
        if to != branch.row:
            before = _nodes(above)
            self.put(branch, to)
            self.moved.emit(Move(branch.title, to + 1, before, _nodes(above)))

    # Drag: Qt asks the model what may be taken where

    def flags(self, index: Index) -> Qt.ItemFlag:
        branch, flags = self.branch(index), super().flags(index)
        if is_own(branch):
            return flags | _DRAGGABLE
        return flags | _DROPPABLE if any(map(is_own, branch.children)) else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_DRAGGED, "".join(self.branch(one).path for one in indexes[:1]).encode())
        return data

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        branch = self._dragged(data)
        return row >= 0 and branch is not None and branch.parent is self.branch(parent)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        branch = self._dragged(data)
        if branch is not None and self.canDropMimeData(data, action, row, column, parent):
            self.move(branch, row - (row > branch.row))
        return False  # or the view would take the row away where it was

    def _dragged(self, data: QMimeData) -> Branch | None:
        path = bytes(data.data(_DRAGGED).data()).decode(errors="replace")
        return next((one for one in self.branches() if one.path == path and is_own(one)), None)


def _nodes(above: Branch) -> tuple[Node, ...]:
    return tuple(child.node for child in above.children if child.node is not None)
