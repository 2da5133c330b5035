"""Paints a row: unread dot, meta line, title, standfirst or snippet, thumbnail. Every row has the same height.

So has one with a day over it: the day takes the place of a line of the title and summary. What rows hold would otherwise have to
be known of all rows above to tell where one stands.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.article_list.model import Role
from reader.ui.article_list.row_text import RowText, lay_out
from reader.ui.theme.icons import icon

if TYPE_CHECKING:
    from reader.model.article import ArticleRow
    from reader.ui.article_list.thumbnails import Thumbnails
    from reader.ui.theme import Look

HEIGHT = 120
_START, _END, _TOP, _THUMB, _GAP = 24, 22, 13, 68, 18
_BEFORE_TITLE, _BEFORE_SUMMARY, _BEFORE_ALSO = 1, 2, 2
_PENCIL = 13
_DAY, _LOWER = 22, 18
"""How high a day is, and by how much a row's texts are lower under it: its own margin is part of that."""
_MOST_LAID_OUT = 300


class ArticleDelegate(QStyledItemDelegate):
    """Keeps the last few hundred rows laid out, so that scrolling only draws."""

    def __init__(self, look: Look, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self.dated, self.noted = True, False
        self._laid_out: OrderedDict[tuple[object, ...], RowText] = OrderedDict()
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
        row: ArticleRow | None = index.data(Role.ROW)
        day: str = index.data(Role.DAY)
        whole = QRect(option.rect)
        if day:
            self._paint_day(painter, option, day)
        self._paint_ground(painter, _lowered(option, whole, self._look.px(_DAY) if day else 0))
        option = _lowered(option, whole, self._look.px(_LOWER) if day else 0)
        if row is None:
            self._paint_waiting(painter, option)
        else:
            self._paint_row(painter, option, row, lines=3 if day else 4)
        painter.restore()

    def _paint_day(self, painter: QPainter, option: QStyleOptionViewItem, day: str) -> None:
        px, look = self._look.px, self._look
        strip = QRect(option.rect)
        strip.setHeight(px(_DAY))
        painter.fillRect(strip, look.colour("paper"))  # the table has painted the selection under the whole row
        painter.setPen(look.colour("soft"))
        painter.setFont(look.small_capitals(10.5))
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        words = QStyle.visualRect(option.direction, strip, strip.adjusted(px(_START), px(3), -px(_END), 0))
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, day)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        px, look = self._look.px, self._look
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.colour("selected"))
            painter.setPen(QPen(look.colour("paper"), 1))  # between this row and the next, where that is selected too
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        else:
            inside = option.rect.adjusted(px(_START), 0, -px(14), 0)
            painter.setPen(QPen(look.colour("rule"), 1))
            painter.drawLine(inside.bottomLeft(), inside.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            bar = QRect(option.rect.left(), option.rect.top(), px(3), option.rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, bar), look.colour("accent"))

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: ArticleRow, *, lines: int) -> None:
        px, look = self._look.px, self._look
        pixels = round(px(_THUMB) * painter.device().devicePixelRatio())
        if self._has_thumb(row, pixels):
            self._paint_thumb(painter, option, row, pixels)
        column = self._column(option, row, pixels)
        laid = self._lay_out(row, column.width(), lines)
        self._paint_signs(painter, option, row)
        painter.setPen(look.colour("soft"))
        y = laid.meta.draw(painter, column.x(), column.y()) + px(_BEFORE_TITLE)
        painter.setPen(look.colour("ink"))
        y = laid.title.draw(painter, column.x(), y) + px(_BEFORE_SUMMARY)
        painter.setPen(look.colour("soft"))
        y = laid.summary.draw(painter, column.x(), y) + px(_BEFORE_ALSO)
        if laid.also:
            laid.also.draw(painter, column.x(), y)

    def _has_thumb(self, row: ArticleRow, pixels: int) -> bool:
        return bool(row.thumb) and not self._thumbnails.is_absent(row.publication, row.thumb, pixels)

    def _column(self, option: QStyleOptionViewItem, row: ArticleRow, pixels: int) -> QRect:
        """Where a row's texts stand."""
        px = self._look.px
        thumb = px(_THUMB + _GAP) if self._has_thumb(row, pixels) else 0
        column = option.rect.adjusted(px(_START), px(_TOP), -px(_END) - thumb, 0)
        return QStyle.visualRect(option.direction, option.rect, column)

    def translation_at(self, option: QStyleOptionViewItem, index: QModelIndex, at: QPoint) -> int:
        """The key of the translation whose name is at a point of the view, in the row there; 0 for none."""
        row: ArticleRow | None = index.data(Role.ROW)
        if row is None or not row.also:
            return 0
        day: str = index.data(Role.DAY)
        option = _lowered(option, QRect(option.rect), self._look.px(_LOWER) if day else 0)
        pixels = round(self._look.px(_THUMB) * option.widget.devicePixelRatio())
        column = self._column(option, row, pixels)
        laid = self._lay_out(row, column.width(), 3 if day else 4)
        above = laid.meta.height + laid.title.height + laid.summary.height + self._gaps()
        return laid.translation_at(at.x() - column.x(), at.y() - column.y() - above)

    def _gaps(self) -> int:
        """Between the blocks of a row with translations, all together."""
        return sum(map(self._look.px, (_BEFORE_TITLE, _BEFORE_SUMMARY, _BEFORE_ALSO)))

    def _paint_signs(self, painter: QPainter, option: QStyleOptionViewItem, row: ArticleRow) -> None:
        """A dot when unread, a star when starred, a pencil at a note. All are said in words to screen readers."""
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
        if row.note:
            pencil = icon("note", look.theme.soft, px(_PENCIL))
            place = QRect(0, 0, px(_PENCIL), px(_PENCIL))
            place.moveCenter(middle.translated(px(1), px(40 if row.starred else 20)).center())
            pencil.paint(painter, place)

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

    def _lay_out(self, row: ArticleRow, width: int, lines: int) -> RowText:
        said = (row.snippet, row.marks, row.note)  # a hit's passage comes after the hit
        form = (row.key, said, width, self.dated, self.noted, lines)
        found = self._laid_out.get(form)
        if found is None:
            found = lay_out(row, self._look, width, self._mark, dated=self.dated, lines=lines, noted=self.noted)
            self._laid_out[form] = found
            if len(self._laid_out) > _MOST_LAID_OUT:
                self._laid_out.popitem(last=False)
        return found


def _lowered(option: QStyleOptionViewItem, whole: QRect, by: int) -> QStyleOptionViewItem:
    """The option for what is left of a row below so many pixels."""
    option.rect = whole.adjusted(0, by, 0, 0)
    return option
