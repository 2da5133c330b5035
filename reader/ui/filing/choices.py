"""The rows of the panel: a tick box, a title, how many articles it holds; and last, a collection still to be made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.focus import paint_ring
from reader.ui.words import counted, number, text

if TYPE_CHECKING:
    from reader.model.collection import Collection
    from reader.ui.theme import Look

CHOICE = Qt.ItemDataRole.UserRole
ROW = 30
"""How high a row is, as drawn beside 13-pixel text."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A collection with the state of its tick; without a collection, one to be made under ``title``."""

    title: str
    collection: Collection | None = None
    state: Qt.CheckState = Qt.CheckState.Unchecked

    @property
    def is_on(self) -> bool:
        """Whether all of the articles are in it."""
        return self.state is Qt.CheckState.Checked


def item(choice: Choice) -> QListWidgetItem:
    """The row for a choice."""
    made = QListWidgetItem(choice.title)
    made.setData(CHOICE, choice)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(choice))
    made.setToolTip(choice.title)
    return made


def spoken(choice: Choice) -> str:
    """A row for those who hear it."""
    if choice.collection is None:
        return new_words(choice)
    states = {
        Qt.CheckState.Checked: text("filed here"),
        Qt.CheckState.PartiallyChecked: text("some of them filed here"),
        Qt.CheckState.Unchecked: text("not filed here"),
    }
    return f"{choice.title}, {counted(choice.collection.count, 'article', 'articles')}, {states[choice.state]}"


def new_words(choice: Choice) -> str:
    """What the row of a collection to be made says."""
    return text("New collection “{title}”", title=choice.title)


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a row in the window's direction; nothing is said by colour alone."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._font = look.sans()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._look.px(120), self._look.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice: Choice = index.data(CHOICE)
        px, look = self._look.px, self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        painter.setFont(self._font)
        row = option.rect.adjusted(px(8), 0, -px(8), 0)
        box = QRect(row.left(), row.center().y() - px(7), px(15), px(15))
        self._paint_box(painter, QRectF(QStyle.visualRect(option.direction, row, box)), choice)
        count = number(choice.collection.count) if choice.collection else ""
        width = painter.fontMetrics().horizontalAdvance(count)
        painter.setPen(look.colour("soft"))
        painter.drawText(row, _side(option, end=True), count)
        words = choice.title if choice.collection else new_words(choice)
        room = QStyle.visualRect(option.direction, row, row.adjusted(px(26), 0, -width - px(8), 0))
        painter.setPen(look.colour("ink"))
        title = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _side(option, end=False), title)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """The row in hand has a frame too when the focus is in the list, not in the field above."""
        px, look = self._look.px, self._look
        ground = option.rect.adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(look.colour("selected"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(ground, px(4), px(4))
            if option.state & QStyle.StateFlag.State_HasFocus:
                paint_ring(painter, ground, look, px(4))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("chip"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(ground, px(4), px(4))

    def _paint_box(self, painter: QPainter, box: QRectF, choice: Choice) -> None:
        look, side = self._look, box.width()
        filled = choice.state is not Qt.CheckState.Unchecked
        ink = look.colour("accent" if filled else "soft")
        painter.setBrush(ink if filled else look.colour("paper"))
        painter.setPen(QPen(ink, 1.2))
        if choice.collection is not None:
            painter.drawRoundedRect(box, look.px(4), look.px(4))
        marks = _MARKS["new" if choice.collection is None else choice.state]
        pen = QPen(look.colour("paper" if filled else "soft"), look.px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for line in marks:
            painter.drawPolyline([QPointF(box.x() + side * x, box.y() + side * y) for x, y in line])


#: Lines in the box, in parts of its side: a tick, a dash for some, a plus for what is still to be made.
_MARKS = {
    Qt.CheckState.Checked: (((0.24, 0.52), (0.43, 0.72), (0.78, 0.3)),),
    Qt.CheckState.PartiallyChecked: (((0.25, 0.5), (0.75, 0.5)),),
    Qt.CheckState.Unchecked: (),
    "new": (((0.15, 0.5), (0.85, 0.5)), ((0.5, 0.15), (0.5, 0.85))),
}


def _side(option: QStyleOptionViewItem, *, end: bool) -> Qt.AlignmentFlag:
    """Absolute, for the painter of a mirrored window would mirror it once more."""
    right = end is (option.direction is Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
