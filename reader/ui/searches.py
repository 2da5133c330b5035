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
        self._remembered: Node | None = None

    def toggle(self) -> None:
        """Keep the search that is shown, or no longer."""
        asked = self._asked()
        if asked is not None:
            work = partial(searches.toggle, text=asked.id, publication=asked.publication)
            self._lane.ask("", work, self._toggled)
        else:
            self.said.emit(text("Search for something first, then keep it."))

    def _toggled(self, kept: bool) -> None:
        self.said.emit(text("The search is kept in the navigation.") if kept else text("The search is kept no longer."))
        self.kept.emit()

    def rename(self, asked: Node, title: str) -> None:
        """Give a kept search another title, or keep it again under one."""
        work = partial(searches.save, text=asked.id, title=title, publication=asked.publication)
        self._lane.ask("", work, lambda _kept: self.kept.emit())

    def remove(self, asked: Node) -> None:
        """Keep a search no longer; this can be undone."""
        self._lane.ask("", partial(_removed, asked=asked), partial(self._removed, asked))

    def _removed(self, asked: Node, held: SavedSearch | None) -> None:
        if held is not None:
            undo = partial(self.rename, asked, held.title)
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
        asked = self._asked()
        if asked is not None and asked != self._remembered:
            self._remembered = asked
            work = partial(searches.remember, text=asked.id, publication=asked.publication)
            self._lane.ask("", work, later=True)

    def forget_used(self) -> None:
        """The search that is shown was not used, as far as anyone knows."""
        self._remembered = None

    def clear_history(self) -> None:
        """Forget all searches that were used."""
        self._remembered = None
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
        self._remembered = None
        words = text("Searches are remembered from now on.") if keeps else text("Searches are remembered no longer.")
        self.said.emit(words)
        self.history_known.emit(keeps)

    def _asked(self) -> Node | None:
        """The search that is shown, if one is."""
        place = self._navigator.place
        return place.node if place.is_search and place.node.id.strip() else None


def _reorder(library: Library, order: Sequence[Node]) -> None:
    numbers = {(one.text, one.publication): one.id for one in searches.saved(library)}
    asked = [(node.id, node.publication) for node in order]
    searches.reorder(library, [numbers[one] for one in asked if one in numbers])


def _removed(library: Library, asked: Node) -> SavedSearch | None:
    held = searches.called(library, asked.id, asked.publication)
    if held is not None:
        searches.remove(library, held.id)
    return held
