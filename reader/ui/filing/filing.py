"""The reader's collections as the window changes them. All of it happens in the lane."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.library import collections
from reader.library.bibliography import bibliography
from reader.ui.navigation.order import move_words
from reader.ui.reading.copying import citation_labels
from reader.ui.words import counted, language, text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library import Library
    from reader.model.collection import Collection, Filed, Holding, Removed
    from reader.model.listing import Node
    from reader.ui.jobs import Lane
    from reader.ui.navigation.order import Move

Keys = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a collection: articles filed in it, or taken out with what puts them back."""

    collection: Collection
    added: Keys = ()
    taken: tuple[Filed, ...] = ()


class Filing(QObject):
    """Files and takes out, renames and removes.

    ``said`` is for the status line, ``undoable`` with a way back; ``changed`` tells that a collection is not as it was;
    ``removed`` which one is gone.
    """

    said = Signal(str)
    undoable = Signal(str, object)
    changed = Signal()
    removed = Signal(int)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane

    def ask_holding(self, keys: Keys, show: Callable[[tuple[Holding, ...]], None]) -> None:
        """Ask which collections there are, and how many of these articles each holds."""
        self._lane.ask("holding", partial(collections.holding, keys=keys), show)

    def forget_holding(self) -> None:
        """Nobody waits for that answer any more."""
        self._lane.forget("holding")

    def file_new(self, title: str, keys: Keys) -> None:
        """File articles in a collection of this title, made where there is none."""
        self._lane.ask("", partial(_file_new, title=title, keys=keys), self._done)

    def add(self, collection: Collection, keys: Keys) -> None:
        """File articles."""
        self._lane.ask("", partial(_add, collection=collection, keys=keys), self._done)

    def take_out(self, collection: Collection, keys: Keys) -> None:
        """Take articles out."""
        self._lane.ask("", partial(_take_out, collection=collection, keys=keys), self._done)

    def take_out_of(self, identity: int, keys: Keys) -> None:
        """Take articles out of the collection with this number."""
        self._lane.ask("", lambda library: _take_out(library, collections.get(library, identity), keys), self._done)

    def _done(self, change: Change) -> None:
        identity = change.collection.id
        if change.added:
            undo = partial(collections.take_out, identity=identity, keys=change.added)
            self.undoable.emit(_added_words(change), partial(self._undo, undo))
        elif change.taken:
            back = partial(collections.put_back, identity=identity, filed=change.taken)
            self.undoable.emit(_taken_words(change), partial(self._undo, back))
        self.changed.emit()

    def _undo(self, work: Callable[[Library], object]) -> None:
        self._lane.ask("", work, lambda _answer: self.changed.emit())

    def rename(self, identity: int, title: str) -> None:
        """Give a collection another title."""
        work = partial(collections.rename, identity=identity, title=title)
        self._lane.ask("", work, lambda _none: self.changed.emit())

    def remove(self, identity: int) -> None:
        """Remove a collection; this can be undone."""
        self._lane.ask("", partial(collections.remove, identity=identity), self._removed)

    def _removed(self, removed: Removed) -> None:
        words = text("The collection “{title}” is removed; its articles stay.", title=removed.collection.title)
        self.removed.emit(removed.collection.id)
        self.undoable.emit(words, partial(self._undo, partial(collections.restore, removed=removed)))
        self.changed.emit()

    def reorder(self, move: Move) -> None:
        """Keep the collections in the order that the reader gave them; this can be undone."""
        self._lane.ask("", _order(move.after), lambda _none: self._reordered(move))

    def _reordered(self, move: Move) -> None:
        self.undoable.emit(move_words(move), partial(self._undo, _order(move.before)))
        self.changed.emit()

    def copy_citations(self, identity: int) -> None:
        """Copy a citation for each article of a collection."""
        self._lane.ask("", partial(_citations, identity=identity), self._copied)

    def _copied(self, told: tuple[Collection, str]) -> None:
        one, words = told
        QGuiApplication.clipboard().setText(words)
        count = counted(one.count, "citation", "citations")
        self.said.emit(text("{citations} of “{title}” copied.", citations=count, title=one.title))


def _order(nodes: Sequence[Node]) -> Callable[[Library], None]:
    return partial(collections.reorder, identities=[int(node.id) for node in nodes])


def _added_words(change: Change) -> str:
    title, count = change.collection.title, len(change.added)
    if count == 1:
        return text("Filed in “{title}”.", title=title)
    return text("{articles} filed in “{title}”.", articles=counted(count, "article", "articles"), title=title)


def _taken_words(change: Change) -> str:
    title, count = change.collection.title, len(change.taken)
    if count == 1:
        return text("Taken out of “{title}”.", title=title)
    return text("{articles} taken out of “{title}”.", articles=counted(count, "article", "articles"), title=title)


def _file_new(library: Library, title: str, keys: Keys) -> Change:
    return _add(library, collections.create(library, title), keys)


def _add(library: Library, collection: Collection, keys: Keys) -> Change:
    return Change(collection, added=collections.add(library, collection.id, keys))


def _take_out(library: Library, collection: Collection, keys: Keys) -> Change:
    return Change(collection, taken=collections.take_out(library, collection.id, keys))


def _citations(library: Library, identity: int) -> tuple[Collection, str]:
    one = collections.get(library, identity)
    return one, bibliography(library, one, citation_labels(), language=language())
