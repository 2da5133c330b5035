"""Wiring of what belongs to searching: the box and its suggestions, kept searches in the navigation, the history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.library import searches
from reader.model.listing import NodeKind
from reader.ui.panes import Pane

if TYPE_CHECKING:
    from reader.model.listing import Node
    from reader.ui.main_window import MainWindow
    from reader.ui.navigation.order import Move
    from reader.ui.navigator import Visit


class Searching(QObject):
    """Says which signal of which part goes where, as the window does for all others."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._connect_box()
        self._connect_kept()
        self._connect_history()

    def _connect_box(self) -> None:
        window, completing = self._window, self._window.completing
        window.bar.typed.connect(self._search)
        window.bar.entered_list.connect(window.searches.used)
        window.articles.chosen.connect(lambda _key: window.searches.used())
        window.bar.where.clicked.connect(window.commands.scope)
        completing.searched.connect(self._search)
        completing.searched_in.connect(self._search)
        completing.article_chosen.connect(self.open_article)
        completing.help_wanted.connect(window.commands.search_help)

    def _connect_kept(self) -> None:
        window, kept = self._window, self._window.searches
        kept.said.connect(window.status.say)
        kept.undoable.connect(window.status.say)
        kept.kept.connect(window.recount)
        window.navigation.renamed.connect(self._rename)
        window.navigation.removed.connect(self._remove)
        window.navigation.tree.moved.connect(self._reorder)
        window.navigation.shown.connect(self._show_kept)
        window.articles.shown.connect(self._show_kept)
        window.articles.header.keep.clicked.connect(window.commands.keep_search)
        window.navigator.changed.connect(self._look_at_kept)

    def _connect_history(self) -> None:
        history, appearance = self._window.searches, self._window.appearance
        appearance.opened.connect(history.ask_history)
        appearance.history_wanted.connect(lambda keeps: history.set_history(keeps=keeps))
        appearance.history_cleared.connect(history.clear_history)
        history.history_known.connect(appearance.show_history)

    def _search(self, words: str, publication: str | None = None) -> None:
        window = self._window
        window.panes.reveal(Pane.LIST) if words else None
        window.bar.search.setFocus()
        window.navigator.search(words.strip(), publication)

    def open_article(self, key: int) -> None:
        """Open an article that was chosen by its title, and go to it."""
        self._window.navigator.open_article(key)
        self._window.panes.enter(Pane.READING)

    def _rename(self, node: Node, title: str) -> None:
        if node.kind is NodeKind.SEARCH:
            self._window.searches.rename(node, title)

    def _remove(self, node: Node) -> None:
        if node.kind is NodeKind.SEARCH:
            self._window.searches.remove(node)

    def _reorder(self, move: Move) -> None:
        if move.after[0].kind is NodeKind.SEARCH:
            self._window.searches.reorder(move)

    def _show_kept(self) -> None:
        window = self._window
        window.articles.header.show_kept(kept=window.navigation.tree.holds(window.navigator.place.node))

    def _look_at_kept(self, visit: Visit) -> None:
        """Hits of a kept search are new until it is opened."""
        node, tree = visit.place.node, self._window.navigation.tree
        index = tree.find(node)
        if node.kind is NodeKind.SEARCH and index.isValid() and tree.branch(index).unread:
            looked_at = partial(searches.opened, text=node.id, publication=node.publication)
            self._window.quick.ask("kept", looked_at, lambda _known: self._window.recount(), later=True)
