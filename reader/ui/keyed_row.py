"""A row of a list with a key at its end, as menus have it; a row that cannot be chosen is a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.focus import paint_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from reader.ui.theme import Look

KEY = Qt.ItemDataRole.UserRole + 1
"""What a row's key is called."""


class KeyedRow(QStyledItemDelegate):
    """Words at the start, cut where there is no room; the key at the end, whole."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._font, self._small, self._heading = look.sans(), look.mono(12), look.small_capitals()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._look.px(160), self._look.px(28))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self._paint_words(painter, option, str(index.data()), 0, heading=True)
            painter.restore()
            return
        self._paint_ground(painter, option)
        key = str(index.data(KEY) or "")
        used = self._paint_key(painter, option, key) if key else 0
        self._paint_words(painter, option, str(index.data()), used)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        px = self._look.px
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("selected"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), px(5), px(5))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, option.rect.adjusted(1, 1, -1, -1), self._look, px(5))

    def _paint_key(self, painter: QPainter, option: QStyleOptionViewItem, key: str) -> int:
        """Answers the room it took."""
        room = option.rect.adjusted(self._look.px(8), 0, -self._look.px(8), 0)
        painter.setFont(self._small)
        painter.setPen(self._look.colour("soft"))
        end = Qt.AlignmentFlag.AlignLeft if _is_mirrored(option) else Qt.AlignmentFlag.AlignRight
        painter.drawText(room, end | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, key)
        return QFontMetrics(self._small).horizontalAdvance(key) + self._look.px(16)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, words: str, used: int, *, heading: bool = False
    ) -> None:
        side = self._look.px(8)
        mirrored = _is_mirrored(option)
        room = option.rect.adjusted(side + used * mirrored, 0, -side - used * (not mirrored), 0)
        font = self._heading if heading else self._font
        painter.setFont(font)
        painter.setPen(self._look.colour("soft" if heading else "ink"))
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, cut)


class CountedRow(KeyedRow):
    """With a number at the end, as the navigation has it."""

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._small = look.sans(12)


def _is_mirrored(option: QStyleOptionViewItem) -> bool:
    return option.direction == Qt.LayoutDirection.RightToLeft
