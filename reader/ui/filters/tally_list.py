"""A list of names with their numbers and a bar each: what a picture shows by colour, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.focus import paint_ring
from reader.ui.words import counted, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.theme import Look

_ROLE = Qt.ItemDataRole.UserRole
_PRESS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class Tally:
    """A row: the value it filters by, its name and number, and whether the filter asks for it."""

    value: str
    label: str
    count: int
    chosen: bool = False


class TallyList(QListWidget):
    """Tells which row was pressed, and which one the cursor is on."""

    pressed_value = Signal(str)
    reached = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._shown: tuple[Tally, ...] = ()
        self._quiet = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._painter = _TallyDelegate(look)
        self.setItemDelegate(self._painter)
        self.itemClicked.connect(self._press)
        self.currentItemChanged.connect(self._reach)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._painter.look = look
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_tallies(self, tallies: Sequence[Tally]) -> None:
        """Show these rows; the cursor stays with its value. Who is not in the list sees it from its top."""
        if tuple(tallies) == self._shown:
            return
        before = self.value()
        self._shown = tuple(tallies)
        self._painter.most = max((one.count for one in tallies), default=0) or 1
        self._quiet = True
        self.clear()
        for one in tallies:
            self.addItem(_item(one))
        self.go_to(before)
        self._quiet = False
        if not (self.hasFocus() and self.currentItem() is not None):
            self.scrollToTop()

    def value(self) -> str:
        """The value under the cursor; empty for none."""
        item = self.currentItem()
        return item.data(_ROLE).value if item is not None else ""

    def go_to(self, value: str) -> None:
        """Put the cursor on a value without telling anyone."""
        quiet, self._quiet = self._quiet, True
        at = next((place for place, one in enumerate(self._shown) if one.value == value), -1)
        self.setCurrentRow(at)
        self._quiet = quiet

    def _press(self, item: QListWidgetItem) -> None:
        self.pressed_value.emit(item.data(_ROLE).value)

    def _reach(self, item: QListWidgetItem | None) -> None:
        if not self._quiet and item is not None:
            self.reached.emit(item.data(_ROLE).value)

    def event(self, event: QEvent) -> bool:
        """Space and Enter press a row here, before they page through the article."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _PRESS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESS:
            if self.currentItem() is not None:
                self._press(self.currentItem())
        else:
            super().keyPressEvent(event)


def _item(one: Tally) -> QListWidgetItem:
    item = QListWidgetItem(one.label)
    item.setData(_ROLE, one)
    spoken = f"{one.label}, {counted(one.count, 'article', 'articles')}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken}, {text('in the filter')}" if one.chosen else spoken)
    item.setToolTip(one.label)
    return item


class _TallyDelegate(QStyledItemDelegate):
    """Name at the start, number at the end, a bar below; what the filter asks for in accent, with a tick."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.most = 1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.look.px(120), self.look.px(34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        one: Tally = index.data(_ROLE)
        px, look = self.look.px, self.look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        room = option.rect.adjusted(px(4), px(3), -px(5), 0)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        start, end = (end, start) if mirrored else (start, end)
        line = QRect(room.x(), room.y(), room.width(), px(19)).adjusted(0, 0, 0, 0)
        flat = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(look.sans(13, QFont.Weight.DemiBold if one.chosen else QFont.Weight.Normal))
        words = number(one.count)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(look.colour("soft"))
        painter.drawText(line, end | flat, words)
        gap = width + px(8)
        line.adjust(gap if mirrored else 0, 0, 0 if mirrored else -gap, 0)
        painter.setPen(look.colour("accent" if one.chosen else "ink"))
        name = f"✓ {one.label}" if one.chosen else one.label
        painter.drawText(
            line, start | flat, painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, line.width())
        )
        self._paint_bar(painter, room, one, mirrored=mirrored)
        painter.restore()

    def _paint_bar(self, painter: QPainter, room: QRect, one: Tally, *, mirrored: bool) -> None:
        px = self.look.px
        length = max(px(3), round(room.width() * one.count / self.most)) if one.count else 0
        left = room.right() + 1 - length if mirrored else room.left()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("accent" if one.chosen else "soft"))
        painter.setOpacity(1.0 if one.chosen else 0.45)
        painter.drawRoundedRect(QRect(left, room.top() + px(22), length, px(3)), 1, 1)
        painter.setOpacity(1.0)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        px, look = self.look.px, self.look
        ground = option.rect.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("chip"))
            painter.drawRoundedRect(ground, px(4), px(4))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(look.colour("selected"))
            painter.drawRoundedRect(ground, px(4), px(4))
            paint_ring(painter, ground, look, px(4))
