"""A view of rows told as what it is to a reader: a list of items. Qt tells of a table's cells, two for each row with its hidden headers.

Each row that is asked for is an object of its own below the view, because Qt keeps what it was told of an object just as long as that lives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleSelectionInterface,
)
from PySide6.QtWidgets import QAbstractItemView, QAccessibleWidget
from shiboken6 import VoidPtr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent

    Index = QModelIndex | QPersistentModelIndex
    Interface = QAccessibleInterface | None

_Event, _Text, _Kind = QAccessible.Event, QAccessible.Text, QAccessible.InterfaceType
_Flag = QItemSelectionModel.SelectionFlag
_WORDS = {
    _Text.Name: Qt.ItemDataRole.AccessibleTextRole,
    _Text.Description: Qt.ItemDataRole.AccessibleDescriptionRole,
}


class SpokenRow(QObject):
    """A row of a view, by its place: it tells of whatever stands there now."""

    def __init__(self, view: QAbstractItemView, place: int) -> None:
        super().__init__(view)
        self.view, self.place = view, place

    @property
    def index(self) -> QModelIndex:
        """The model's index; not valid when the list has become shorter."""
        return self.view.model().index(self.place, 0)

    @staticmethod
    def spoken_by(row: SpokenRow) -> QAccessibleInterface:
        """What tells of it."""
        return _ListItem(row)


class SpokenList:
    """A view of one column that is told of as a list. Mixed in before Qt's view."""

    @staticmethod
    def spoken_by(view: QAbstractItemView) -> QAccessibleInterface:
        """What tells of it."""
        return _List(view)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        QAbstractItemView.currentChanged(self, current, previous)  # type: ignore[arg-type]  # a table would tell of a cell
        if self.hasFocus():  # type: ignore[attr-defined]  # the view can
            self._tell(_Event.Focus, current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)  # type: ignore[arg-type]  # the same
        for event, rows in ((_Event.SelectionAdd, selected), (_Event.SelectionRemove, deselected)):
            self._tell(event, rows.first().top() if not rows.isEmpty() else -1)

    def dataChanged(self, topLeft: Index, bottomRight: Index, /, roles: Sequence[int] = ()) -> None:  # noqa: N803  (Qt's names)
        """A row that came, or was marked, has another name."""
        super().dataChanged(topLeft, bottomRight, roles)  # type: ignore[misc]  # the view can
        at = self.currentIndex().row()  # type: ignore[attr-defined]  # the same
        if topLeft.row() <= at <= bottomRight.row() and self.hasFocus():  # type: ignore[attr-defined]  # the same
            self._tell(_Event.NameChanged, at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """After Qt has told of the list itself, the row is told of."""
        super().focusInEvent(event)  # type: ignore[misc]  # the same
        if QAccessible.isActive():
            QTimer.singleShot(0, self, self._tell_current)  # type: ignore[call-overload]  # the same

    def _tell_current(self) -> None:
        if self.hasFocus():  # type: ignore[attr-defined]  # the same
            self._tell(_Event.Focus, self.currentIndex().row())  # type: ignore[attr-defined]  # the same

    def _tell(self, what: QAccessible.Event, place: int) -> None:
        if place >= 0 and QAccessible.isActive():
            event = QAccessibleEvent(self, what)  # type: ignore[call-overload]  # the same
            event.setChild(place)
            QAccessible.updateAccessibility(event)


def _or_null(interface: object) -> object:
    """PySide would give Qt the address of ``None``."""
    return VoidPtr(0) if interface is None else interface


class _List(QAccessibleWidget):
    """The list: its children are the rows, whether they are seen or not."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._rows: dict[int, SpokenRow] = {}
        self._selection = _Selection(view, self)
        view.model().modelReset.connect(self._forget)

    def _forget(self) -> None:
        for row in self._rows.values():
            row.deleteLater()
        self._rows = {}

    def childCount(self) -> int:
        return self._view.model().rowCount()

    def child(self, index: int) -> Interface:
        if not 0 <= index < self.childCount():
            return None
        if index not in self._rows:
            self._rows[index] = SpokenRow(self._view, index)
        return QAccessible.queryAccessibleInterface(self._rows[index])

    def childAt(self, x: int, y: int) -> Interface:
        return self.child(self._view.indexAt(self._view.viewport().mapFromGlobal(QPoint(x, y))).row())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        row = child.object()
        return row.place if isinstance(row, SpokenRow) and row.view is self._view else -1

    def focusChild(self) -> Interface:
        return self.child(self._view.currentIndex().row())

    def state(self) -> QAccessible.State:
        state = super().state()
        state.multiSelectable = state.extSelectable = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        return self._selection if kind == _Kind.SelectionInterface else _or_null(super().interface_cast(kind))


class _Selection(QAccessibleSelectionInterface):
    """What is selected in a list, and selecting from afar."""

    def __init__(self, view: QAbstractItemView, told: _List) -> None:
        super().__init__()
        self._view, self._told = view, told

    def _runs(self) -> list[range]:
        chosen = self._view.selectionModel().selection()
        return sorted((range(one.top(), one.bottom() + 1) for one in chosen), key=lambda run: run.start)

    def selectedItemCount(self) -> int:
        return sum(map(len, self._runs()))

    def selectedItem(self, index: int) -> Interface:
        for run in self._runs():
            if 0 <= index < len(run):
                return self._told.child(run[index])
            index -= len(run)
        return None

    def selectedItems(self) -> list[QAccessibleInterface]:
        found = [self._told.child(place) for run in self._runs() for place in run]
        return [one for one in found if one is not None]

    def isSelected(self, child: QAccessibleInterface) -> bool:
        return any(self._told.indexOfChild(child) in run for run in self._runs())

    def select(self, child: QAccessibleInterface) -> bool:
        return self._change(child, _Flag.Select)

    def unselect(self, child: QAccessibleInterface) -> bool:
        return self._change(child, _Flag.Deselect)

    def _change(self, child: QAccessibleInterface, how: QItemSelectionModel.SelectionFlag) -> bool:
        place = self._told.indexOfChild(child)
        if place >= 0:
            self._view.selectionModel().select(self._view.model().index(place, 0), how)
        return place >= 0

    def selectAll(self) -> bool:
        self._view.selectAll()
        return True

    def clear(self) -> bool:
        self._view.clearSelection()
        return True


class _ListItem(QAccessibleObject):
    """A row: its words, whether it is selected and has the focus; it can be gone to. Its place is that among the list's children."""

    def __init__(self, row: SpokenRow) -> None:
        super().__init__(row)
        self._row = row
        self._actions = _Actions(row)

    def isValid(self) -> bool:
        return super().isValid() and self._row.index.isValid()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def parent(self) -> Interface:
        return QAccessible.queryAccessibleInterface(self._row.view)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> Interface:
        return None

    def childAt(self, _x: int, _y: int) -> Interface:
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        return str(self._row.index.data(_WORDS[kind]) or "") if kind in _WORDS else ""

    def rect(self) -> QRect:
        seen = self._row.view.visualRect(self._row.index)
        return QRect(self._row.view.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def state(self) -> QAccessible.State:
        row, state = self._row, QAccessible.State()
        is_current = row.view.currentIndex() == row.index
        port = row.view.viewport()
        bits = {
            "selectable": True,
            "focusable": True,
            "multiSelectable": True,
            "selected": row.view.selectionModel().isSelected(row.index),
            "focused": is_current and row.view.hasFocus(),
            "active": is_current,
            "offscreen": not port.rect().intersects(row.view.visualRect(row.index)),
            "invisible": not row.view.isVisible(),
        }
        for name, value in bits.items():
            setattr(state, name, value)
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        return self._actions if kind == _Kind.ActionInterface else _or_null(super().interface_cast(kind))


class _Actions(QAccessibleActionInterface):
    """Going to a row, as by the arrows."""

    def __init__(self, row: SpokenRow) -> None:
        super().__init__()
        self._row = row

    def actionNames(self) -> list[str]:
        return [self.setFocusAction()]

    def doAction(self, name: str) -> None:
        if name == self.setFocusAction():
            self._row.view.setFocus()
            self._row.view.setCurrentIndex(self._row.index)

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []
