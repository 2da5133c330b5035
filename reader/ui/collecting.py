"""Wiring of what belongs to collections: the panel, the line over the page, rows of the navigation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.library import collections
from reader.model.listing import LATEST, Node, NodeKind
from reader.ui.filing import Filing, FilingPanel
from reader.ui.panes import Pane
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from reader.model.collection import Holding
    from reader.ui.filing.filing import Keys
    from reader.ui.main_window import MainWindow
    from reader.ui.navigation.order import Move


class Collecting(QObject):
    """Says which signal of which part goes where, as the window does for all others."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.filing = filing = Filing(window.quick, self)
        filing.said.connect(window.status.say)
        filing.undoable.connect(window.status.say)
        filing.changed.connect(self._refresh)
        filing.removed.connect(self._leave)
        window.reading.filed.opened.connect(window.open_node)
        window.navigation.renamed.connect(self._rename)
        window.navigation.removed.connect(self._remove)
        window.navigation.tree.moved.connect(self._reorder)
        window.navigation.citations_wanted.connect(self.copy_citations)

    def open_panel(self) -> None:
        """Let the reader choose collections for the article, or for the selected rows of the list."""
        keys = self.keys()
        if not keys:
            self._window.status.say(text("Choose an article first, then file it."))
            return
        self.filing.ask_holding(keys, partial(self._show_panel, keys))

    def keys(self) -> Keys:
        """Selected rows, where the list has several and the reader is in it; else the article that is read."""
        window = self._window
        selected = window.articles.selected_keys()
        if len(selected) > 1 and window.panes.focused() is Pane.LIST:
            return tuple(selected)
        return (window.reading.row.key,) if window.reading.row is not None else ()

    def _show_panel(self, keys: Keys, holdings: tuple[Holding, ...]) -> None:
        window, row = self._window, self._window.reading.row
        what = f"“{row.title}”" if len(keys) == 1 and row else counted(len(keys), "article", "articles")
        panel = FilingPanel(what, len(keys), window.look, window)
        panel.wanted.connect(lambda one: self.filing.add(one, keys))
        panel.unwanted.connect(lambda one: self.filing.take_out(one, keys))
        panel.named.connect(lambda title: self.filing.file_new(title, keys))
        asked = partial(self.filing.ask_holding, keys, panel.show_holdings)
        self.filing.changed.connect(asked)
        panel.finished.connect(lambda _result: self.filing.changed.disconnect(asked))
        panel.finished.connect(self.filing.forget_holding)
        panel.show_holdings(holdings)

    def take_out(self, keys: Keys) -> bool:
        """Take articles out of the collection that is shown. Answers whether one is."""
        node = self._window.navigator.place.node
        if not _is_collection(node):
            return False
        self.filing.take_out_of(int(node.id), keys)
        return True

    def copy_citations(self, node: Node) -> None:
        """Copy a citation for each article of a collection."""
        if _is_collection(node):
            self.filing.copy_citations(int(node.id))
        else:
            self._window.status.say(text("Open a collection first, then copy its citations."))

    def _rename(self, node: Node, title: str) -> None:
        if _is_collection(node):
            self.filing.rename(int(node.id), title)

    def _remove(self, node: Node) -> None:
        if _is_collection(node):
            self.filing.remove(int(node.id))

    def _reorder(self, move: Move) -> None:
        if _is_collection(move.after[0]):
            self.filing.reorder(move)

    def _leave(self, identity: int) -> None:
        """A collection is gone: where it was shown, show its neighbour instead."""
        window, node = self._window, Node(NodeKind.COLLECTION, str(identity))
        if window.navigator.place.node == node:
            others = [one.node for one in window.navigation.tree.branches() if one.node and _is_collection(one.node)]
            at = others.index(node) if node in others else 0
            rest = [one for one in others if one != node]
            window.navigator.open_node(rest[min(at, len(rest) - 1)] if rest else LATEST)

    def _refresh(self) -> None:
        window = self._window
        window.navigation.refresh(later=True)
        if window.navigator.place.node.kind is NodeKind.COLLECTION:
            window.visits.refresh()
        row = window.reading.row
        if row is not None:
            window.quick.ask("filed", partial(collections.of_article, key=row.key), partial(self._show_filed, row.key))

    def _show_filed(self, key: int, found: tuple[tuple[int, str], ...]) -> None:
        row = self._window.reading.row
        if row is not None and row.key == key:
            self._window.reading.filed.show_collections(found)


def _is_collection(node: Node) -> bool:
    return node.kind is NodeKind.COLLECTION and node.id.isdecimal()
