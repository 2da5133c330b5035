"""The tree itself. Moving the current row selects a node, Enter or a click goes there; headings are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from reader.library import browse
from reader.model.listing import NodeKind
from reader.ui.focus import RowFocusEdge
from reader.ui.mouse import is_step
from reader.ui.navigation.delegate import NavigationDelegate
from reader.ui.navigation.model import rows_of
from reader.ui.navigation.order import OrderedModel
from reader.ui.navigation.own_rows import OwnRows
from reader.ui.navigation.row_menu import RowMenu
from reader.ui.words import language, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from reader.library import Library
    from reader.model.listing import Node
    from reader.ui.jobs import Lane
    from reader.ui.navigation.model import Branch
    from reader.ui.theme import Look

_LISTED_IN_ORDER = frozenset({NodeKind.SECTION})


class NavigationView(RowFocusEdge, QTreeView):
    """Shows the groups, tells which node was chosen, and which one was entered."""

    chosen = Signal(object)
    entered_node = Signal(object)
    folders_changed = Signal()
    shown = Signal()
    renamed = Signal(object, str)
    removed = Signal(object)
    citations_wanted = Signal(object)
    read_wanted = Signal(object)
    removal_wanted = Signal(str)

    def __init__(self, lane: Lane, look: Look, opened: Iterable[str] = ()) -> None:
        super().__init__()
        self._lane = lane
        self._opened = set(opened)
        self._node: Node | None = None
        self._quiet = False
        self.tree = OrderedModel()
        self.own = OwnRows(self)
        self._menu = RowMenu(self)
        self._look = look
        self._delegate = NavigationDelegate(look)
        self.setModel(self.tree)
        self.setItemDelegate(self._delegate)
        self._dress()
        self.expanded.connect(lambda index: self._remember(index, is_open=True))
        self.collapsed.connect(lambda index: self._remember(index, is_open=False))

    def _dress(self) -> None:
        self.setAccessibleName(text("Navigation"))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("navigation")
        self.setMinimumWidth(160)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._delegate.set_look(look)
        self.setIndentation(0)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def refresh(self, *, later: bool = False) -> None:
        """Ask for the groups anew."""
        self._lane.ask("navigation", _rows, self._show, later=later)

    def _show(self, rows: Sequence[Branch]) -> None:
        position = self.verticalScrollBar().value()
        if self.tree.show(rows):
            for branch in self.tree.branches():
                if branch.children:  # of a thousand tags none is asked
                    self.setExpanded(self.tree.index_of(branch), branch.heading or self._is_open(branch.path))
            self.select(self._node)
            self.verticalScrollBar().setValue(position)
        self.shown.emit()

    def _is_open(self, path: str) -> bool:
        return path in self._opened or (
            path.partition("/")[2].startswith("section:") and f"-{path}" not in self._opened
        )

    def _remember(self, index: QModelIndex, *, is_open: bool) -> None:
        branch = self.tree.branch(index)
        if branch.heading:
            return
        self._opened -= {branch.path, f"-{branch.path}"}
        if is_open != self._is_open(branch.path):  # what is as at first is nobody's doing
            self._opened.add(branch.path if is_open else f"-{branch.path}")
        self.folders_changed.emit()

    def opened(self) -> list[str]:
        """Paths of folders that were opened, and of sections that were closed, to remember."""
        return sorted(self._opened)

    def forget_opened(self, publication: str = "") -> None:
        """Let folders be open as at first; those of one publication, or all."""
        begins = (f"{publication}/", f"-{publication}/") if publication else ("",)
        self._opened = {path for path in self._opened if not path.startswith(begins)}
        self.blockSignals(True)
        for branch in self.tree.branches():
            if branch.children:
                self.setExpanded(self.tree.index_of(branch), branch.heading or self._is_open(branch.path))
        self.blockSignals(False)

    def select(self, node: Node | None) -> None:
        """Show a node as selected, without telling anyone. Its folder opens."""
        self._node = node
        index = self.tree.find(node) if node else QModelIndex()
        self._quiet = True
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        self._quiet = False

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        branch = self.tree.branch(current)
        if not self._quiet and current.isValid() and branch.node is not None:
            self._node = branch.node
            self.chosen.emit(branch.node)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if is_step(event):
            event.ignore()
        elif event.button() is not Qt.MouseButton.RightButton:  # which is for the menu, and opens no other list
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        branch = self.tree.branch(index)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid() or branch.heading:
            return
        if branch.node is None or self._is_on_arrow(event):
            self.setExpanded(index, not self.isExpanded(index))
        elif branch.node == self._node:
            self.entered_node.emit(branch.node)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        branch = self.tree.branch(index)
        if self.own.press(event.key(), index):
            return
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or not index.isValid():
            super().keyPressEvent(event)
        elif branch.node is None:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.entered_node.emit(branch.node)

    def move_current(self, by: int) -> bool:
        """Move the selected row so many places lower (higher where negative). Answers whether it is one of the reader's own."""
        index = self.currentIndex()
        if not self.own.holds(index):
            return False
        self.own.move(by, index)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if by_key:
            self.scrollTo(index)
        row, mirrored = self.visualRect(index), self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        below = row.bottomRight() if mirrored else row.bottomLeft()
        if not self._menu.open(index, below if by_key else event.pos()):
            super().contextMenuEvent(event)

    def _is_on_arrow(self, event: QMouseEvent) -> bool:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.viewport().width() - event.position().x() if mirrored else event.position().x()
        return x < self.fontMetrics().height() * 1.4

    def step_into(self) -> bool:
        """Open the current folder. Answers whether it was one that was closed."""
        index = self.currentIndex()
        if not self.tree.branch(index).children or self.isExpanded(index):
            return False
        self.expand(index)
        return True

    def step_out(self) -> bool:
        """Close the current folder, or go up to it. Answers whether there was anything to do."""
        index = self.currentIndex()
        branch = self.tree.branch(index)
        if branch.children and self.isExpanded(index):
            self.collapse(index)
            return True
        return False

    def neighbour(self, by: int) -> Node | None:
        """The section after (1) or before (-1) the selected one, among rows that can be seen or not."""
        sections = [one.node for one in self.tree.branches() if one.node and one.node.kind in _LISTED_IN_ORDER]
        if not sections:
            return None
        at = sections.index(self._node) + by if self._node in sections else (0 if by > 0 else len(sections) - 1)
        return sections[at % len(sections)]


def _rows(library: Library) -> Sequence[Branch]:
    return rows_of(browse.navigation(library, language()))
