"""Paints a row of the tree: title at the start, at the end how many are unread, of how many; headings in small capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model.listing import NodeKind
from reader.ui.focus import paint_ring
from reader.ui.navigation.model import Branch, Role
from reader.ui.words import number, text

if TYPE_CHECKING:
    from reader.ui.theme import Look

_OF = "\u2009/\u2009"
_COUNTS_UNREAD = frozenset({NodeKind.UNREAD})
_UNCOUNTED = frozenset({NodeKind.LATEST, NodeKind.HISTORY, NodeKind.MOST_READ, NodeKind.MOST_OPENED})


class NavigationDelegate(QStyledItemDelegate):
    """Fast and plain: fonts are made once a look."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._font = look.sans()
        self._bold = look.sans(weight=QFont.Weight.DemiBold)
        self._heading = look.small_capitals()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        branch: Branch = index.data(Role.BRANCH)
        return QSize(self._look.px(120), self._look.px(28 if branch.heading and branch.row else 25))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        branch: Branch = index.data(Role.BRANCH)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if branch.heading:
            self._paint_heading(painter, option, branch)
        else:
            self._paint_row(painter, option, branch)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, branch: Branch) -> None:
        painter.setFont(self._heading)
        painter.setPen(self._look.colour("soft"))
        place = self._placed(option, self._look.px(11), self._look.px(8))
        painter.drawText(
            place.adjusted(0, 0, 0, -self._look.px(3)), _start(option) | Qt.AlignmentFlag.AlignBottom, branch.title
        )

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, branch: Branch) -> None:
        px, look = self._look.px, self._look
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, selected=selected)
        depth = _depth(branch)
        place = self._placed(option, px(10 + 13 * depth), px(12))
        bold = bool(branch.node and branch.unread and selected)
        font = self._bold if bold else self._font
        parts = self.numbers(branch, place.width() - px(8) - QFontMetrics(font).horizontalAdvance(branch.label))
        room = self._paint_numbers(painter, option, place, parts, selected=selected)
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        title = QFontMetrics(painter.font()).elidedText(branch.label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _start(option) | Qt.AlignmentFlag.AlignVCenter, title)
        if branch.children:
            self._paint_arrow(painter, option, place)

    def numbers(self, branch: Branch, room: int) -> tuple[str, str]:
        """How many are unread, and after it of how many, in so many pixels beside the whole title.

        The second is nothing where it says no more than the first, or where both have no room; the first where all is read.
        """
        unread, total = _numbers(branch)
        if unread and total and self._width(unread, f"{_OF}{total}") > room:
            return unread, ""
        return unread, f"{_OF}{total}" if unread and total else total

    def _width(self, unread: str, total: str) -> int:
        return QFontMetrics(self._bold).horizontalAdvance(unread) + QFontMetrics(self._font).horizontalAdvance(total)

    def _paint_numbers(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, parts: tuple[str, str], *, selected: bool
    ) -> QRect:
        """From the row's end: the total, before it what is unread, stronger. Answers the room that is left."""
        left = place
        for words, font, strong in ((parts[1], self._font, selected), (parts[0], self._bold, True)):
            painter.setFont(font)
            painter.setPen(self._look.colour("ink" if strong else "soft"))
            painter.drawText(left, _end(option) | Qt.AlignmentFlag.AlignVCenter, words)
            left = self._without_end(option, left, QFontMetrics(font).horizontalAdvance(words))
        return self._without_end(option, left, self._look.px(8))

    @staticmethod
    def _without_end(option: QStyleOptionViewItem, place: QRect, width: int) -> QRect:
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        return place.adjusted(width, 0, 0, 0) if mirrored else place.adjusted(0, 0, -width, 0)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
        px, look = self._look.px, self._look
        ground = option.rect.adjusted(0, 0, 0, 0)
        ground.setLeft(px(6))
        ground.setRight(option.widget.viewport().width() - px(6) if option.widget else option.rect.right())  # type: ignore[attr-defined]  # a view has a viewport
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:
            painter.setBrush(look.colour("selected"))
            painter.drawRoundedRect(ground, px(4), px(4))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("chip"))
            painter.drawRoundedRect(ground, px(4), px(4))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, ground, look, px(4))

    def _paint_arrow(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect) -> None:
        """A small triangle in the margin: it points along the text when closed, down when open."""
        half = self._look.px(3)
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        x = place.right() + self._look.px(8) if right_to_left else place.left() - self._look.px(8)
        y = place.center().y() + 1
        if option.state & QStyle.StateFlag.State_Open:
            points = [QPointF(x - half, y - half / 2), QPointF(x + half, y - half / 2), QPointF(x, y + half)]
        else:
            way = -1 if right_to_left else 1
            points = [
                QPointF(x - way * half / 2, y - half),
                QPointF(x - way * half / 2, y + half),
                QPointF(x + way * half, y),
            ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("soft"))
        painter.drawPolygon(QPolygonF(points))

    def _placed(self, option: QStyleOptionViewItem, start: int, end: int) -> QRect:
        whole = QRect(0, option.rect.top(), option.widget.viewport().width(), option.rect.height())  # type: ignore[attr-defined]  # a view has a viewport
        return QStyle.visualRect(option.direction, whole, whole.adjusted(start, 0, -end, 0))


def _numbers(branch: Branch) -> tuple[str, str]:
    """How many of a row's articles are unread, and how many there are, where that is another number."""
    node, count = branch.node, number(branch.count) if branch.count else ""
    if node is None:
        return "", number(branch.count)
    if node.kind in _UNCOUNTED and not node.publication:
        return "", ""
    if node.kind is NodeKind.SEARCH and branch.unread:
        return "", text("{count} new", count=number(branch.unread))
    if node.kind in _COUNTS_UNREAD or not branch.unread:
        return "", count
    return number(branch.unread), count if branch.count != branch.unread else ""


def _depth(branch: Branch) -> int:
    """0 for a heading, 1 for a row below it."""
    depth = -1
    while branch.parent is not None:
        depth, branch = depth + 1, branch.parent
    return depth


def _start(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    return _side(mirrored=option.direction == Qt.LayoutDirection.RightToLeft)


def _end(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    return _side(mirrored=option.direction == Qt.LayoutDirection.LeftToRight)


def _side(*, mirrored: bool) -> Qt.AlignmentFlag:
    """Absolute, for the painter of a mirrored window would mirror it once more."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
