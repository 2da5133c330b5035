"""The list itself. Moving the current row opens an article.

It is a table of one column, because Qt's list view asks the model 100,000 times for 100,000 rows, and again at every change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from reader.ui.article_list.delegate import ArticleDelegate
from reader.ui.mouse import is_step
from reader.ui.words import text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from reader.ui.article_list.model import ArticleListModel
    from reader.ui.article_list.thumbnails import Thumbnails
    from reader.ui.theme import Look


class ArticleListView(QTableView):
    """Tells which article was chosen or opened, and which rows are seen."""

    chosen = Signal(int)
    entered_article = Signal()
    seen = Signal(int, int)

    def __init__(self, model: ArticleListModel, look: Look, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._articles = model
        self._quiet = False
        self._delegate = ArticleDelegate(look, thumbnails)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._dress()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell_seen)
        self.verticalScrollBar().valueChanged.connect(
            lambda _value: self._soon.start()
        )  # or it would be the ms to wait
        thumbnails.arrived.connect(self.viewport().update)
        model.modelReset.connect(self._delegate.forget)
        model.modelReset.connect(self._soon.start)

    def _dress(self) -> None:
        self.setAccessibleName(text("Articles"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(240)
        self._size_rows()

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._delegate.set_look(look)
        self._size_rows()
        self.viewport().update()

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

    def show_first(self, place: int) -> None:
        """Put a row at the top."""
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place * self._delegate.height)

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
        """The place of the selected row; -1 for none."""
        return self.currentIndex().row()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        key = self._articles.key(current.row()) if current.isValid() else 0
        if key and not self._quiet:
            self.chosen.emit(key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if is_step(event):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self.entered_article.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.chosen.emit(self._articles.key(self.currentIndex().row()))
            self.entered_article.emit()
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            last = self._articles.rowCount() - 1
            self.setCurrentIndex(self._articles.index(0 if event.key() == Qt.Key.Key_Home else last))
        else:
            super().keyPressEvent(event)
