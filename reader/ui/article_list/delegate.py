"""Paints a row: unread dot, meta line, title, standfirst or snippet, thumbnail. Every row has the same height."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.article_list.model import Role
from reader.ui.article_list.row_text import RowText, lay_out

if TYPE_CHECKING:
    from reader.model.article import ArticleRow
    from reader.ui.article_list.thumbnails import Thumbnails
    from reader.ui.theme import Look

HEIGHT = 120
_START, _END, _TOP, _THUMB, _GAP = 24, 22, 13, 68, 18
_MOST_LAID_OUT = 300


class ArticleDelegate(QStyledItemDelegate):
    """Keeps the last few hundred rows laid out, so that scrolling only draws."""

    def __init__(self, look: Look, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._laid_out: OrderedDict[tuple[int, int], RowText] = OrderedDict()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._mark = QTextCharFormat()
        self._mark.setBackground(look.colour("mark"))
        self._mark.setForeground(look.colour("mark_ink"))
        self.forget()

    def forget(self) -> None:
        """Lay everything out anew: the list is another one."""
        self._laid_out.clear()

    @property
    def height(self) -> int:
        """The height of every row."""
        return self._look.px(HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        row: ArticleRow | None = index.data(Role.ROW)
        if row is None:
            self._paint_waiting(painter, option)
        else:
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        px, look = self._look.px, self._look
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.colour("selected"))
        else:
            inside = option.rect.adjusted(px(_START), 0, -px(14), 0)
            painter.setPen(QPen(look.colour("rule"), 1))
            painter.drawLine(inside.bottomLeft(), inside.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            bar = QRect(option.rect.left(), option.rect.top(), px(3), option.rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, bar), look.colour("accent"))

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: ArticleRow) -> None:
        px, look = self._look.px, self._look
        pixels = round(px(_THUMB) * painter.device().devicePixelRatio())
        has_thumb = bool(row.thumb) and not self._thumbnails.is_absent(row.publication, row.thumb, pixels)
        column = option.rect.adjusted(px(_START), px(_TOP), -px(_END), 0)
        if has_thumb:
            self._paint_thumb(painter, option, row, pixels)
            column.setRight(column.right() - px(_THUMB + _GAP))
        column = QStyle.visualRect(option.direction, option.rect, column)
        laid = self._lay_out(row, column.width())
        self._paint_signs(painter, option, row)
        painter.setPen(look.colour("soft"))
        y = laid.meta.draw(painter, column.x(), column.y()) + px(1)
        painter.setPen(look.colour("ink"))
        y = laid.title.draw(painter, column.x(), y) + px(2)
        painter.setPen(look.colour("soft"))
        laid.summary.draw(painter, column.x(), y)

    def _paint_signs(self, painter: QPainter, option: QStyleOptionViewItem, row: ArticleRow) -> None:
        """A dot when unread; a star when starred. Both are said in words to screen readers."""
        px, look = self._look.px, self._look
        middle = QRect(option.rect.left(), option.rect.top() + px(_TOP), px(_START), px(16))
        middle = QStyle.visualRect(option.direction, option.rect, middle)
        if not row.read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(QPointF(middle.center()) + QPointF(px(1), px(1)), px(3), px(3))
        if row.starred:
            painter.setPen(look.colour("accent"))
            painter.setFont(look.sans(12))
            painter.drawText(middle.translated(0, px(20)), Qt.AlignmentFlag.AlignCenter, "★")

    def _paint_thumb(self, painter: QPainter, option: QStyleOptionViewItem, row: ArticleRow, pixels: int) -> None:
        px = self._look.px
        side = px(_THUMB)
        place = QRect(option.rect.right() - px(_END) - side, option.rect.top() + px(16), side, side)
        place = QStyle.visualRect(option.direction, option.rect, place)
        picture = self._thumbnails.get(row.publication, row.thumb, pixels)
        if picture is not None:
            painter.drawPixmap(place, picture)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("chip"))
        painter.drawRoundedRect(place, px(5), px(5))

    def _paint_waiting(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        px = self._look.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("chip"))
        for top, share in ((16, 0.3), (36, 0.7), (58, 0.5)):
            bar = QRect(
                option.rect.left() + px(_START), option.rect.top() + px(top), round(option.rect.width() * share), px(10)
            )
            painter.drawRoundedRect(QStyle.visualRect(option.direction, option.rect, bar), px(4), px(4))

    def _lay_out(self, row: ArticleRow, width: int) -> RowText:
        found = self._laid_out.get((row.key, width))
        if found is None:
            found = self._laid_out[row.key, width] = lay_out(row, self._look, width, self._mark)
            if len(self._laid_out) > _MOST_LAID_OUT:
                self._laid_out.popitem(last=False)
        return found
