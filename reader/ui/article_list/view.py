"""The list itself. Moving the current row opens an article.

It is a table of one column, because Qt's list view asks the model 100,000 times for 100,000 rows, and again at every change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
)

from reader.ui.article_list.delegate import ArticleDelegate
from reader.ui.article_list.selection import size
from reader.ui.focus import RowFocusEdge
from reader.ui.mouse import is_step
from reader.ui.spoken_list import SpokenList
from reader.ui.words import text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from reader.ui.article_list.model import ArticleListModel
    from reader.ui.article_list.selection import Ranges
    from reader.ui.article_list.thumbnails import Thumbnails
    from reader.ui.theme import Look

_SELECTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class ArticleListView(RowFocusEdge, SpokenList, QTableView):
    """Tells which article was chosen or opened, how many rows are selected, where a menu is wanted, and which rows are seen."""

    chosen = Signal(int)
    entered_article = Signal()
    opened_apart = Signal(int)
    seen = Signal(int, int)
    selected_more = Signal(int)
    menu_wanted = Signal(QPoint)
    copy_wanted = Signal()

    def __init__(self, model: ArticleListModel, look: Look, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._articles = model
        self._quiet = False
        self._look = look
        self._pressed = 0
        self._delegate = ArticleDelegate(look, thumbnails)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._dress()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell_seen)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._soon.start())  # or it would start so late
        thumbnails.arrived.connect(self.viewport().update)
        model.modelReset.connect(self._delegate.forget)
        model.modelReset.connect(self._soon.start)

    def _dress(self) -> None:
        self.setAccessibleName(text("Articles"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(240)
        self.setMouseTracking(True)
        self._size_rows()

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._delegate.set_look(look)
        self._size_rows()
        self.viewport().update()

    def show_dates(self, *, dated: bool) -> None:
        """Show the date in each row, or not: it may stand over the first of each day."""
        self._delegate.dated = dated
        self.viewport().update()

    def show_notes(self, *, noted: bool) -> None:
        """Show the reader's notes in place of standfirsts, or not."""
        self._delegate.noted = noted

    def _size_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.height)
        self.verticalScrollBar().setSingleStep(self._delegate.height // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def _tell_seen(self) -> None:
        first = self.first_seen()
        self.seen.emit(first, first + self.viewport().height() // self._delegate.height + 2)

    def first_seen(self) -> int:
        """The place of the row at the top."""
        return self.verticalScrollBar().value() // self._delegate.height

    def above(self) -> float:
        """How many rows are above what is seen, the part of one too."""
        return self.verticalScrollBar().value() / self._delegate.height

    def show_first(self, place: float) -> None:
        """Put a row at the top, or what is between two."""
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(round(place * self._delegate.height))

    def select(self, place: int, *, scroll: bool = True) -> None:
        """Show a row as selected without telling anyone; -1 selects none."""
        self._quiet = True
        index = self._articles.index(place) if place >= 0 else QModelIndex()
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if scroll:
                self.scrollTo(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def selected(self) -> int:
        """The place of the current row; -1 for none."""
        return self.currentIndex().row()

    def ranges(self) -> Ranges:
        """Runs of selected rows, from above to below."""
        return tuple(sorted((one.top(), one.bottom()) for one in self.selectionModel().selection()))

    def restore(self, ranges: Ranges) -> None:
        """Select these rows again, beside the current one."""
        selection = QItemSelection()
        for first, last in ranges:
            selection.select(self._articles.index(first), self._articles.index(last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selected_more.emit(size(self.ranges()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mere focus opens nothing: Qt would choose the first row where none is."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QAbstractScrollArea.focusInEvent(self, event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the window's keys. Qt would read the titles of all rows for one that begins so."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go through rows; a table means columns."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._articles.rowCount() - 1,
        }
        return self._articles.index(ends[action]) if action in ends else super().moveCursor(action, modifiers)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        key = self._articles.key(current.row()) if current.isValid() else 0
        if key and not self._quiet:
            self.chosen.emit(key)

    def _translation_at(self, at: QPoint) -> int:
        """The key of the translation whose name is at a point; 0 for none."""
        index = self.indexAt(at)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self._delegate.translation_at(option, index, at) if index.isValid() else 0

    def open_translation(self, key: int) -> None:
        """Open an article that is folded under the current row, and go to it."""
        self.chosen.emit(key)
        self.entered_article.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at_name = not event.buttons() and self._translation_at(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if at_name else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at, plain = event.position().toPoint(), not event.modifiers() & _SELECTING
        self._pressed = self._translation_at(at) if plain and event.button() is Qt.MouseButton.LeftButton else 0
        if is_step(event):
            event.ignore()
        elif self._pressed:
            self.select(self.indexAt(at).row(), scroll=False)
        elif event.button() is not Qt.MouseButton.MiddleButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index, pressed, self._pressed = self.indexAt(at), self._pressed, 0
        if pressed:
            self.open_translation(pressed) if pressed == self._translation_at(at) else None
            return
        if event.button() is Qt.MouseButton.MiddleButton and index.isValid():
            self.opened_apart.emit(self._translation_at(at) or self._articles.key(index.row()))
        if event.button() is not Qt.MouseButton.LeftButton or event.modifiers() & _SELECTING:
            return
        if index.isValid():
            self.entered_article.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._articles.rowCount():
            self.enter()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """Open the current row's article, or the first where none is current, and go to it."""
        if not self.currentIndex().isValid():
            self.select(0)
        self.chosen.emit(self._articles.key(self.currentIndex().row()))
        self.entered_article.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the mouse, which has selected what lies under it; or below the current row, which may be out of sight."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if by_key and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        at = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        if self.indexAt(at).isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))
