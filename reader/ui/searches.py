"""Searches that the reader keeps, and the history of those that were used. All of it happens in the lane."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.library import searches
from reader.ui.navigation.order import move_words
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library import Library
    from reader.model.listing import Node
    from reader.model.search import SavedSearch
    from reader.ui.jobs import Lane
    from reader.ui.navigation.order import Move
    from reader.ui.navigator import Navigator


class Searches(QObject):
    """Keeps and remembers the search that is shown.

    ``said`` is for the status line, ``undoable`` with a way back; ``kept`` asks for counts anew; ``history_known`` tells
    whether searches are remembered.
    """

    said = Signal(str)
    undoable = Signal(str, object)
    kept = Signal()
    history_known = Signal(bool)

    def __init__(self, lane: Lane, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._lane = lane
        self._navigator = navigator
        self._remembered = ""

    def toggle(self) -> None:
        """Keep the search that is shown, or no longer."""
        words = self._words()
        if words:
            self._lane.ask("", partial(searches.toggle, text=words), self._toggled)
        else:
            self.said.emit(text("Search for something first, then keep it."))

    def _toggled(self, kept: bool) -> None:
        self.said.emit(text("The search is kept in the navigation.") if kept else text("The search is kept no longer."))
        self.kept.emit()

    def rename(self, words: str, title: str) -> None:
        """Give a kept search another title."""
        self._lane.ask("", partial(searches.save, text=words, title=title), lambda _kept: self.kept.emit())

    def remove(self, words: str) -> None:
        """Keep a search no longer; this can be undone."""
        self._lane.ask("", partial(_removed, text=words), self._removed)

    def _removed(self, held: SavedSearch | None) -> None:
        if held is not None:
            undo = partial(self.rename, held.text, held.title)
            self.undoable.emit(text("“{title}” is kept no longer.", title=held.title), undo)
        self.kept.emit()

    def reorder(self, move: Move) -> None:
        """Keep the searches in the order that the reader gave them; this can be undone."""
        self._lane.ask("", partial(_reorder, order=move.after), lambda _none: self._reordered(move))

    def _reordered(self, move: Move) -> None:
        self.undoable.emit(
            move_words(move), partial(self._lane.ask, "", partial(_reorder, order=move.before), self._back)
        )
        self.kept.emit()

    def _back(self, _none: object) -> None:
        self.kept.emit()

    def used(self) -> None:
        """A hit of the search was opened, or Enter was pressed: it belongs to the history."""
        words = self._words()
        if words and words != self._remembered:
            self._remembered = words
            self._lane.ask("", partial(searches.remember, text=words), later=True)

    def forget_used(self) -> None:
        """The search that is shown was not used, as far as anyone knows."""
        self._remembered = ""

    def clear_history(self) -> None:
        """Forget all searches that were used."""
        self._remembered = ""
        self._lane.ask("", searches.clear, lambda _none: self.said.emit(text("The history of searches is empty.")))

    def ask_history(self) -> None:
        """Ask whether searches are remembered."""
        self._lane.ask("history", searches.keeps_history, self.history_known.emit)

    def switch_history(self) -> None:
        """Keep a history of searches no longer, or again. What was kept is forgotten at once."""
        self._lane.ask("history", searches.keeps_history, lambda keeps: self.set_history(keeps=not keeps))

    def set_history(self, *, keeps: bool) -> None:
        """Remember searches from now on, or none; what was kept is forgotten then."""
        self._lane.ask("", partial(searches.set_keeps_history, keeps=keeps), lambda _none: self._switched(keeps))

    def _switched(self, keeps: bool) -> None:
        self._remembered = ""
        words = text("Searches are remembered from now on.") if keeps else text("Searches are remembered no longer.")
        self.said.emit(words)
        self.history_known.emit(keeps)

    def _words(self) -> str:
        place = self._navigator.place
        return place.node.id.strip() if place.is_search else ""


def _reorder(library: Library, order: Sequence[Node]) -> None:
    numbers = {one.text: one.id for one in searches.saved(library)}
    searches.reorder(library, [numbers[node.id] for node in order if node.id in numbers])


def _removed(library: Library, text: str) -> SavedSearch | None:
    held = searches.called(library, text)
    if held is not None:
        searches.remove(library, held.id)
    return held
