"""The article's headings in a small list: where one is, and where one could go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.page import Heading
    from reader.ui.theme import Look

FEWEST = 2
"""An article with fewer headings needs no list of them."""

_WIDTH, _HEIGHT, _STEP = 340, 460, 16
_ANCHOR = Qt.ItemDataRole.UserRole


class HeadingsPopover(QFrame):
    """Enter or a click goes there, Esc leaves. The heading that is being read is chosen when it opens."""

    spoken_role = QAccessible.Role.Dialog

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup, objectName="popover")
        self.setAccessibleName(text("Contents"))
        self._title = QLabel(text("Contents"))
        self._title.setProperty("soft", True)
        self.list = QListWidget(frameShape=QFrame.Shape.NoFrame)
        self.list.setAccessibleName(text("Contents"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(self.list)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        px = look.px
        self.layout().setContentsMargins(px(14), px(12), px(14), px(12))
        self.layout().setSpacing(px(6))
        self._title.setFont(look.small_capitals())
        self.list.setFont(look.serif(14))
        self.list.setStyleSheet(
            f"QListWidget {{ background: {look.theme.paper}; outline: none; }}"
            f"QListWidget::item {{ padding: {px(4)}px {px(6)}px; border-radius: {px(4)}px; color: {look.theme.ink}; }}"
            f"QListWidget::item:selected {{ background: {look.theme.selected}; color: {look.theme.ink}; }}"
        )

    def open_under(
        self, button: QWidget, title: str, headings: Sequence[Heading], current: str, *, right_to_left: bool
    ) -> None:
        """Show the title and the headings below a button of the bar; ``current`` is the anchor of the one being read."""
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        self.list.clear()
        self._add(title, "", 0)
        for heading in headings:
            self._add(heading.title, heading.anchor, heading.level - 1)
        anchors = ["", *(one.anchor for one in headings)]
        self.list.setCurrentRow(anchors.index(current) if current in anchors else 0)
        self._place(button)
        self.show()
        self.list.setFocus()

    def _add(self, title: str, anchor: str, depth: int) -> None:
        item = QListWidgetItem("\u2003" * max(0, depth - 1) + title)
        item.setData(_ANCHOR, anchor)
        font = self._look.serif(14)
        font.setBold(depth == 0)
        item.setFont(font)
        self.list.addItem(item)

    def _place(self, button: QWidget) -> None:
        px, window = self._look.px, button.window()
        width = min(px(_WIDTH), window.width() - _STEP)
        self.resize(width, px(_HEIGHT))
        self.layout().activate()
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        around = self.height() - self.list.height()
        self.resize(width, min(rows + around + px(8), px(_HEIGHT), window.height() - px(80)))
        corner = button.mapToGlobal(QPoint(button.width() - width, button.height() + 4))
        first = window.mapToGlobal(QPoint(0, 0)).x() + 4
        self.move(max(first, min(corner.x(), first + window.width() - width - 8)), corner.y())

    def _go(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(item.data(_ANCHOR))
