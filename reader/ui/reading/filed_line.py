"""Above the page: the collections that hold the article, each of which can be opened. There when there is one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.model.listing import Node, NodeKind
from reader.ui.filters.pills import Pill, PillRow
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.reading.prepared import Prepared
    from reader.ui.theme import Look


class FiledLine(QWidget):
    """``opened`` tells the collection that was pressed."""

    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(objectName="findbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: tuple[tuple[int, str], ...] = ()
        self._label = QLabel(text("Filed in"), textFormat=Qt.TextFormat.PlainText)
        self._label.setProperty("soft", True)
        self._pills = PillRow(look, text("Filed in"), most_lines=1)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._label)
        self._line.addWidget(self._pills, 1)
        self.set_look(look)
        self.hide()

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles of the collections that are shown."""
        return tuple(title for _identity, title in self._shown)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        px = look.px
        self._look = look
        self._line.setContentsMargins(px(32), px(5), px(16), px(5))
        self._line.setSpacing(px(8))
        self._label.setFont(look.sans(11.5))
        self._pills.set_look(look)

    def show_prepared(self, prepared: Prepared | None) -> None:
        """Another page is shown."""
        self.show_collections(prepared.collections if prepared is not None else ())

    def show_collections(self, found: Sequence[tuple[int, str]]) -> None:
        """Show these, by number and title."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        self._pills.fill([self._pill(identity, title) for identity, title in found])
        self.setVisible(bool(found))

    def _pill(self, identity: int, title: str) -> Pill:
        pill = Pill(title, self._look, quiet=True)
        pill.setAccessibleName(text("Filed in “{title}”", title=title))
        pill.clicked.connect(partial(self.opened.emit, Node(NodeKind.COLLECTION, str(identity))))
        return pill
