"""Shows a visit in the three panes, and follows what is chosen in them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.library import document, read
from reader.model.listing import DOCUMENTS, Node, NodeKind, Sort
from reader.ui.list_choices import ListChoices
from reader.ui.navigation.model import kind_title
from reader.ui.navigator import Place, Visit
from reader.ui.panes import Pane
from reader.ui.words import language_name, text

if TYPE_CHECKING:
    from reader.ui.article_list import ArticleListPane
    from reader.ui.article_list.contents import Contents
    from reader.ui.explore import Explore
    from reader.ui.jobs import Lane
    from reader.ui.navigation import NavigationView
    from reader.ui.navigator import Navigator
    from reader.ui.panes import Panes
    from reader.ui.state import WindowState

#: Lists that may have no row in the navigation: a collection that is gone, or what is new where all is.
_TITLES = {NodeKind.COLLECTION: "Collections", NodeKind.NEW: "New in this edition"}


class Visits(QObject):
    """Between the navigator and the panes. ``unknown`` tells an error about an article that is not here."""

    unknown = Signal(object)

    def __init__(
        self,
        navigator: Navigator,
        lane: Lane,
        state: WindowState,
        panes: Panes,
        navigation: NavigationView,
        articles: ArticleListPane,
        explore: Explore,
    ) -> None:
        super().__init__()
        self._navigator, self._lane = navigator, lane
        self._panes, self._navigation, self._articles = panes, navigation, articles
        self._explore, self._reading = explore, explore.reading
        self._choices = ListChoices(state, navigation.tree.holds)
        self._shown: tuple[Node, Sort, bool] | None = None
        self._wants_first = False
        self._connect()

    def _connect(self) -> None:
        self._navigator.leaving.connect(self._remember)
        self._navigator.changed.connect(self._show)
        self._navigation.chosen.connect(self._select_node)
        self._navigation.entered_node.connect(self.open_node)
        self._navigation.shown.connect(self._show_title)
        self._navigation.shown.connect(self._settle)
        self._articles.chosen.connect(self._navigator.open_article)
        self._articles.entered_article.connect(lambda: self._panes.reveal(Pane.READING))
        self._articles.entered_article.connect(self._reading.found.go_to_first)
        self._articles.sort_chosen.connect(self._sort)
        self._articles.shown.connect(self._list_shown)
        self._reading.node_followed.connect(self._follow_node)
        self._reading.document_followed.connect(self._navigator.open_document)

    def start(self, visit: Visit | None) -> None:
        """Begin where the reader was; without that, with the newest article."""
        self._wants_first = visit is None or not visit.shows_page
        self._navigator.restore(visit or self._navigator.visit)

    def start_at(self, node: Node) -> None:
        """Begin at a list or a document."""
        if node.kind in DOCUMENTS:
            self.start(Visit(Place(document=node)))
            return
        self.start(Visit(Place(node)))
        self._ask_introduction(node)

    def open_node(self, node: Node) -> None:
        """Go to a list or a document, and see it where there is room for one pane only."""
        self._select_node(node)
        self._panes.reveal(Pane.READING if node.kind in DOCUMENTS else Pane.LIST)

    def _follow_node(self, node: Node) -> None:
        """Open a list that a page leads to; where it is beside the page already, go to it."""
        if node == self._navigator.place.node:
            self._panes.enter(Pane.LIST)
        else:
            self.open_node(node)

    def _select_node(self, node: Node) -> None:
        """Show a list or a document where it is seen; a list that is introduced shows its introduction."""
        self._navigator.open_node(node)
        if node.kind not in DOCUMENTS:
            self._ask_introduction(node)

    def _ask_introduction(self, node: Node) -> None:
        self._lane.ask(
            "introduction", lambda library: document.has_introduction(library, node), partial(self._introduce, node)
        )

    def _introduce(self, node: Node, introduced: bool) -> None:
        place = self._navigator.place
        if introduced and place.node == node:
            self._wants_first = False
            self._navigator.go(replace(place, article=0, document=node, anchor=""), instead=True)

    def open_article(self, identity: str, *, instead: bool = False) -> None:
        """Open an article by ``id`` or ``publication/id``; ``instead`` of the present visit, or after it."""
        self._wants_first = False
        opened = partial(self._opened, instead=instead)
        self._lane.ask("follow", lambda library: read.key_of(library, identity), opened, self.unknown.emit)

    def _opened(self, key: int, *, instead: bool) -> None:
        self._navigator.open_article(key, instead=instead)
        self._panes.reveal(Pane.READING)

    def refresh(self) -> None:
        """Ask for the list anew and stay where it is."""
        shown = self._shown or self._chosen_for(self._navigator.place.node)
        self._articles.show_node(*shown, select=self._navigator.place.article, keep=True)

    def _remember(self, visit: Visit) -> None:
        visit.row = self._articles.view.above()
        visit.fraction = self._reading.browser.fraction()

    def _show(self, visit: Visit) -> None:
        place = visit.place
        self._navigation.select(self._navigated(place))
        wanted = self._chosen_for(place.node)
        if wanted != self._shown:
            self._shown = wanted
            self._articles.show_node(*wanted, select=place.article, row=visit.row)
        else:
            self._articles.select(place.article)
        self._show_title()
        found = self._articles.contents
        terms = () if not place.is_search else found.terms if place.node == found.node else None
        pictured = self._explore.show_document(place.document)
        self._reading.show_place(Place(place.node) if pictured else place, visit.fraction, terms)

    @staticmethod
    def _navigated(place: Place) -> Node:
        if place.document is not None and place.document.kind in DOCUMENTS:
            return place.document
        return place.node

    def _chosen_for(self, node: Node) -> tuple[Node, Sort, bool]:
        return node, self._choices.sort_of(node), self._choices.hides_read(node)

    def _sort(self, sort: Sort) -> None:
        self._choices.set_sort(self._navigator.place.node, sort)
        self._show_from_top()

    def toggle_read(self) -> None:
        """Hide what was read of the list, or show it again."""
        self._choices.toggle_read(self._navigator.place.node)
        self._show_from_top()

    def _show_from_top(self) -> None:
        self._navigator.visit.row = 0
        self._show(self._navigator.visit)

    def _settle(self) -> None:
        """The navigation knows which searches are kept."""
        if self._shown is not None:
            node, sort, _hides = self._shown
            self._choices.settle(node, sort)

    def sort_anew(self) -> None:
        """The orders that were chosen may have been forgotten: show the list in its own."""
        self._show(self._navigator.visit)

    def _show_title(self) -> None:
        node = self._navigator.place.node
        index = self._navigation.tree.find(node)
        title = self._navigation.tree.branch(index).title if index.isValid() else _bare_title(node)
        self._articles.set_title(title)

    def _list_shown(self, contents: Contents) -> None:
        key = self._articles.articles.key(0)
        if self._wants_first and key:
            self._wants_first = False
            self._navigator.go(Place(contents.node, key), instead=True)
        place = self._navigator.place
        if place.is_search and place.article:
            self._reading.show_place(place, None, contents.terms if self._is_hit(place.article) else ())

    def _is_hit(self, key: int) -> bool:
        return self._articles.articles.place(key) >= 0


def _bare_title(node: Node) -> str:
    if node.kind is NodeKind.LANGUAGE:
        return language_name(node.id)
    if node.kind in _TITLES:
        return text(_TITLES[node.kind])
    return node.id or kind_title(node.kind)
