"""Forgetting what was opened: all of it, after being asked; or a row of the history, with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from reader.library import mark
from reader.model.listing import NodeKind
from reader.ui.sync.tick_box import TickBox
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.opened import Opened
    from reader.ui.main_window import MainWindow
    from reader.ui.theme import Look

#: Lists of what was opened.
HISTORIES = frozenset({NodeKind.HISTORY, NodeKind.MOST_OPENED})


class Forgetting(QObject):
    """Changes the library in the lane, then what is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask whether everything that was opened shall be forgotten."""
        dialog = ForgetDialog(self._window.look, self._window)
        dialog.confirmed.connect(lambda read: self.forget_all(read=read))
        dialog.open()

    def forget_all(self, *, read: bool) -> None:
        """Forget the history for good, and the way back through it; ``read`` also which articles are marked as read."""
        work = partial(mark.clear_history, read=read)
        self._window.quick.ask("", work, lambda _none: self._forgot(read=read), later=True)

    def _forgot(self, *, read: bool) -> None:
        window = self._window
        window.navigator.restore(window.navigator.visit)
        window.status.say(text("What was opened is forgotten."))
        self._refresh(all_lists=read)

    def take_out(self, keys: Sequence[int]) -> None:
        """Take articles out of the history; the status line offers to undo it."""
        self._window.quick.ask("", partial(mark.take_out_of_history, keys=keys), self._taken, later=True)

    def _taken(self, taken: tuple[Opened, ...]) -> None:
        words = text("{articles} taken out of the history.", articles=counted(len(taken), "article", "articles"))
        self._window.status.say(words, partial(self._put_back, taken))
        self._refresh()

    def _put_back(self, taken: tuple[Opened, ...]) -> None:
        work = partial(mark.put_back_in_history, opened=taken)
        self._window.quick.ask("", work, lambda _none: self._refresh())

    def _refresh(self, *, all_lists: bool = False) -> None:
        window = self._window
        window.recount() if all_lists else window.navigation.refresh(later=True)
        if all_lists or window.navigator.place.node.kind in HISTORIES:
            window.visits.refresh()


class ForgetDialog(QDialog):
    """``confirmed`` tells whether marks of what is read shall go too."""

    confirmed = Signal(bool)

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("Forget what was opened"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[look.px(24)] * 4)
        self._column.setSpacing(look.px(12))
        self._say(look)
        self.read = TickBox(text("Also forget which articles are read"), look)
        self._column.addWidget(self.read)
        self.buttons = QDialogButtonBox()
        forget = self.buttons.addButton(text("Forget"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep = self.buttons.addButton(text("Keep"), QDialogButtonBox.ButtonRole.RejectRole)
        keep.setDefault(True)
        forget.setAutoDefault(False)
        self.buttons.accepted.connect(self._confirm)
        self.buttons.rejected.connect(self.reject)
        self._column.addWidget(self.buttons)
        self.setFixedWidth(min(look.px(480), window.width() - 32))
        keep.setFocus()

    def _say(self, look: Look) -> None:
        title = QLabel(text("Forget what was opened?"), wordWrap=True)
        title.setFont(look.serif(15, QFont.Weight.DemiBold))
        words = (
            text(
                "The history, your most read, and how far each article was read are erased. Stars, notes and collections"
                " stay. This cannot be undone."
            ),
            text("What the system or the disk has copied elsewhere is out of our reach."),
        )
        self._column.addWidget(title)
        for one in words:
            label = QLabel(one, wordWrap=True)
            label.setProperty("soft", True)
            self._column.addWidget(label)

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self.read.isChecked())
