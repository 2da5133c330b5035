"""Paints a suggestion: the kind at the start of its group, what it is, and how many articles have it at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.suggestions.model import Choice, Role
from reader.ui.words import number

if TYPE_CHECKING:
    from reader.ui.theme import Look

_HEIGHT, _SIDE, _GAP, _KIND = 27, 14, 10, 64
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class SuggestionDelegate(QStyledItemDelegate):
    """Kinds stand in a column of their own, as wide as the widest of them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._column = 0
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._font, self._small = look.sans(13), look.sans(11.5)

    def fit(self, kinds: set[str]) -> None:
        """Make room for these kinds' names."""
        metrics = QFontMetrics(self._small)
        self._column = max([self._look.px(_KIND), *(metrics.horizontalAdvance(kind) for kind in kinds)])

    @property
    def height(self) -> int:
        """The height of a row."""
        return self._look.px(_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice: Choice = index.data(Role.CHOICE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, choice, first=not index.row())
        inside = option.rect.adjusted(self._look.px(_SIDE), 0, -self._look.px(_SIDE), 0)
        count = number(choice.suggestion.count) if choice.suggestion.count else ""
        if choice.begins:
            self._write(painter, option, self._part(inside, 0, self._column), choice.kind)
        start = self._column + self._look.px(_GAP)
        width = QFontMetrics(self._small).horizontalAdvance(count)
        self._write(painter, option, self._part(inside, inside.width() - width - 1, width + 1), count)
        painter.setFont(self._font)
        painter.setPen(self._look.colour("ink"))
        room = self._part(inside, start, inside.width() - start - (width + self._look.px(_GAP) if width else 0))
        shown = QFontMetrics(self._font).elidedText(choice.label, Qt.TextElideMode.ElideRight, room.width())
        # The words run their own way, at the side where the window's words begin; a publication after them the window's.
        painter.setLayoutDirection(option.direction if choice.suggestion.where else _direction(choice.label))
        painter.drawText(QStyle.visualRect(option.direction, option.rect, room), _near(option) | _MIDDLE, shown)
        painter.restore()

    @staticmethod
    def _part(inside: QRect, start: int, width: int) -> QRect:
        return QRect(inside.left() + start, inside.top(), width, inside.height())

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, words: str) -> None:
        painter.setFont(self._small)
        painter.setPen(self._look.colour("soft"))
        painter.drawText(QStyle.visualRect(option.direction, option.rect, room), _near(option) | _MIDDLE, words)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, choice: Choice, *, first: bool) -> None:
        px, look = self._look.px, self._look
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("selected"))
            painter.drawRoundedRect(option.rect.adjusted(px(5), 1, -px(5), -1), px(5), px(5))
        elif choice.begins and not first:
            painter.setPen(QPen(look.colour("rule"), 1))
            painter.drawLine(
                option.rect.left() + px(_SIDE), option.rect.top(), option.rect.right() - px(_SIDE), option.rect.top()
            )


def _direction(words: str) -> Qt.LayoutDirection:
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    return next((rtl if bidirectional(one) in {"R", "AL"} else ltr for one in words if one.isalpha()), ltr)


def _near(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    """The side where text begins, in the window's direction."""
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
