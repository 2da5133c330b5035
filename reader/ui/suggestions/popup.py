"""The list under the search box. It never takes the focus: the box keeps the keys and tells what to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.search import SuggestionKind
from reader.ui.spoken import announce_rows
from reader.ui.suggestions.delegate import SuggestionDelegate
from reader.ui.suggestions.model import Role, SuggestionModel
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.search import Suggestion
    from reader.ui.theme import Look

_LEAST_WIDTH, _AIR = 400, 4


class SuggestionPopup(QFrame):
    """Tells what was clicked, and that the reader wants to know how to search."""

    spoken_role = QAccessible.Role.Grouping

    taken = Signal(object)
    help_wanted = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window, objectName="popover")
        self._window = window
        self.setAccessibleName(text("Suggestions"))
        self.suggestions = SuggestionModel()
        self._delegate = SuggestionDelegate(look)
        self.list = QListView()
        self.list.setModel(self.suggestions)
        self.list.setItemDelegate(self._delegate)
        self._help = QToolButton(text=text("How to search"))
        self._keys = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._keys.setProperty("soft", True)
        self._dress()
        self._arrange()
        self.set_look(look)
        self.list.clicked.connect(self._clicked)
        self._help.clicked.connect(self.help_wanted)
        self.hide()

    def _dress(self) -> None:
        for part in (self, self.list, self._help):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(text("Suggestions"))
        announce_rows(self.list)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.entered.connect(self.list.setCurrentIndex)

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.list, 1)
        self._foot = QHBoxLayout()
        self._column.addLayout(self._foot)
        self._foot.addWidget(self._help)
        self._foot.addStretch(1)
        self._foot.addWidget(self._keys)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._delegate.set_look(look)
        px = look.px
        self._column.setContentsMargins(1, px(6), 1, px(4))
        self._foot.setContentsMargins(px(13), px(2), px(13), 0)
        self._help.setFont(look.sans(11.5))
        self._keys.setFont(look.sans(11.5))
        self._help.setStyleSheet(f"QToolButton {{ color: {look.theme.accent}; padding: {px(2)}px 0; }}")

    def show_suggestions(self, found: Sequence[Suggestion], field: QWidget) -> None:
        """Show these below the search box, none of them chosen; hide where there are none."""
        self.suggestions.show(found)
        self.list.setCurrentIndex(QModelIndex())
        if not found:
            self.hide()
            return
        rows = [self.suggestions.index(row).data(Role.CHOICE) for row in range(len(found))]
        self._delegate.fit({one.kind for one in rows})
        earlier = SuggestionKind.HISTORY in self.suggestions.kinds()
        self._keys.setText(text("Tab completes · Del forgets") if earlier else text("Tab completes"))
        self._place(field)
        self.show()
        self.raise_()

    def _place(self, field: QWidget) -> None:
        """As wide as the box, or wider where that is narrow, and within the window."""
        window = self._window
        corner = field.mapTo(window, QPoint(0, field.height()))
        width = min(max(field.width(), self._look.px(_LEAST_WIDTH)), window.width() - 2 * _AIR)
        left = corner.x() + (field.width() - width if self.isRightToLeft() else 0)
        left = min(max(left, _AIR), window.width() - width - _AIR)
        margins = self._column.contentsMargins()
        foot = self._foot.sizeHint().height() + margins.top() + margins.bottom()
        height = self._delegate.height * self.suggestions.rowCount() + foot + 2
        self.setGeometry(QRect(left, corner.y() + _AIR, width, min(height, window.height() - corner.y() - 3 * _AIR)))

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) row; beyond the ends none, which is what was typed."""
        rows = self.suggestions.rowCount() + 1
        row = (self.list.currentIndex().row() + 1 + by) % rows - 1
        self.list.setCurrentIndex(self.suggestions.index(row) if row >= 0 else QModelIndex())

    @property
    def chosen(self) -> Suggestion | None:
        """The suggestion that is chosen, if any."""
        return self.suggestions.suggestion(self.list.currentIndex().row())

    def _clicked(self, index: QModelIndex) -> None:
        self.taken.emit(self.suggestions.suggestion(index.row()))
