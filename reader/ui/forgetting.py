"""Forgetting what was opened: all of it, after being asked; or a row of the history, with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.library import mark
from reader.model.listing import NodeKind
from reader.ui.erasing_dialog import ErasingDialog, Question
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.opened import Opened
    from reader.ui.main_window import MainWindow

#: Lists of what was opened.
HISTORIES = frozenset({NodeKind.HISTORY, NodeKind.MOST_OPENED})


class Forgetting(QObject):
    """Changes the library in the lane, then what is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask whether everything that was opened shall be forgotten."""
        question = Question(
            text("Forget what was opened"),
            text("Forget what was opened?"),
            text(
                "The history, your most read, and how far each article was read are erased. Stars, notes and collections"
                " stay. This cannot be undone."
            ),
            text("Also forget which articles are read"),
            text("Forget"),
        )
        dialog = ErasingDialog(question, self._window.look, self._window)
        dialog.confirmed.connect(lambda read: self.forget_all(read=read))
        dialog.open()

    def forget_all(self, *, read: bool) -> None:
        """Forget the history for good, and the way back through it; ``read`` also which articles are marked as read."""
        self._window.undoing.forget()
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
