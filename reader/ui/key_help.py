"""The list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui.dressed_dialog import DressedDialog
from reader.ui.key_names import key_name
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.ui.commands import Key
    from reader.ui.theme import Look

    Groups = Sequence[tuple[str, Sequence[Key]]]

_END = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
_COLUMN = 330
_MOST_KEYS = 2
"""Beside a command; the preferences show all of them."""
_SIZE = (880, 680)


class _Sheet(QScrollArea):
    """What is read and scrolled by keys."""

    spoken_role = QAccessible.Role.Document


class KeyHelp(DressedDialog):
    """Commands below the headings of their groups, each with its keys; in two columns where there is room."""

    change_wanted = Signal()

    def __init__(self, groups: Groups, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look, self._groups = look, groups
        self.setWindowTitle(text("Keys"))
        self._add_area()
        self._area.setWidget(self._make_page())
        self._fit_parent(parent)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes; what is read stays where it is."""
        bar, on_button = self._area.verticalScrollBar(), self.change.hasFocus()
        share = bar.value() / max(1, bar.maximum())
        self._look = look
        self._area.setWidget(self._make_page())
        self._turn()
        self._area.widget().show()
        bar.setValue(round(share * bar.maximum()))
        (self.change if on_button else self._area).setFocus()

    def _make_page(self) -> QWidget:
        look, page = self._look, QWidget(objectName="page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(look.px(28), look.px(18), look.px(28), look.px(24))
        column.setSpacing(look.px(12))
        self._add_head(column)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(look.px(44))
        column.addLayout(self._columns)
        for each in _halves(self._groups):
            self._add_column(each)
        column.addStretch(1)
        return page

    def _add_head(self, column: QVBoxLayout) -> None:
        title = QLabel(text("Keys"))
        title.setFont(self._look.serif(20, QFont.Weight.DemiBold))
        self.change = QPushButton(text("Change keys …"), autoDefault=False)
        self.change.clicked.connect(self._change)
        line = QHBoxLayout()
        column.addLayout(line)
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(self.change)

    def _add_area(self) -> None:
        self._area = _Sheet(objectName="sheet", widgetResizable=True, frameShape=QFrame.Shape.StyledPanel)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(text("Keys"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._area.setFocus()

    def _fit_parent(self, parent: QWidget) -> None:
        room = parent.window().size()
        self.resize(min(self._look.px(_SIZE[0]), room.width() - 24), min(self._look.px(_SIZE[1]), room.height() - 24))

    def _add_column(self, groups: Groups) -> None:
        column = QVBoxLayout()
        self._columns.addLayout(column, 1)
        column.setSpacing(self._look.px(7))
        for name, keys in groups:
            column.addWidget(self._make_heading(text(name)))
            self._add_rows(column, keys)
            column.addSpacing(self._look.px(14))
        column.addStretch(1)

    def _make_heading(self, words: str) -> QLabel:
        heading = QLabel(words)
        heading.setFont(self._look.small_capitals())
        heading.setProperty("soft", True)
        heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return heading

    def _add_rows(self, column: QVBoxLayout, keys: Sequence[Key]) -> None:
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setVerticalSpacing(self._look.px(5))
        grid.setColumnStretch(0, 1)
        for row, key in enumerate(keys):
            grid.addWidget(QLabel(text(key.words), wordWrap=True), row, 0)
            grid.addWidget(self._make_keys(key.keys), row, 1, _END)

    def _make_keys(self, keys: Sequence[str]) -> QWidget:
        """Side by side at the end, only as wide as they are."""
        box = QWidget()
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.px(4))
        line.addStretch(1)
        for key in keys[:_MOST_KEYS]:
            label = QLabel(key_name(key))
            label.setProperty("key", True)
            label.setFont(self._look.mono(12))
            line.addWidget(label)
        return box

    def _change(self) -> None:
        self.accept()
        self.change_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Side by side, or one below the other."""
        wide = self.width() >= self._look.px(2 * _COLUMN)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(self._look.px(44 if wide else 0))


def _halves(groups: Groups) -> tuple[Groups, Groups]:
    """Two columns of nearly the same height; a heading counts as two rows."""
    heights = [2 + len(keys) for _name, keys in groups]
    cut = min(range(len(groups) + 1), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
    return groups[:cut], groups[cut:]
