"""The middle pane: header above, list or an empty page below; it asks the lane for what it shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.model.listing import NodeKind, Sort
from reader.ui.article_list import contents as fetch
from reader.ui.article_list import selection
from reader.ui.article_list.header import Header
from reader.ui.article_list.model import ArticleListModel
from reader.ui.article_list.selection import size
from reader.ui.article_list.thumbnails import Thumbnails
from reader.ui.article_list.view import ArticleListView
from reader.ui.empty_page import EmptyPage
from reader.ui.filters import Results
from reader.ui.focus import FocusHome
from reader.ui.words import isolated, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.model.article import ArticleRow
    from reader.model.listing import Node
    from reader.ui.article_list.contents import Contents
    from reader.ui.article_list.selection import Chosen
    from reader.ui.jobs import Lane
    from reader.ui.theme import Look

_EMPTY = {
    NodeKind.UNREAD: ("Everything is read", "Bring the next edition with Sync, or go back to Latest."),
    NodeKind.STARRED: ("No stars yet", "Press S, or the star above, to keep an article here."),
    NodeKind.HISTORY: ("Nothing was opened yet", "Articles that you open are listed here, newest first."),
    NodeKind.SEARCH: ("Nothing found", "Try fewer or other words, or part of one with a star: cour*."),
    NodeKind.COLLECTION: ("Nothing is filed here yet", "Press B at an article to file it in a collection of your own."),
    NodeKind.NEW: ("Nothing new", "What the next edition brings will be listed here."),
    NodeKind.MOST_READ: ("No list of most read", "This publication does not bring one."),
}


_MOST_LOOSER = 3


def _without(name: str) -> str:
    return text("Remove filter: {filter}", filter=isolated(name)) if name else text("Clear all")


class ArticleListPane(FocusHome, QWidget):
    """Shows a node in an order; tells which article was chosen, and of which ones (``Chosen``) a menu is wanted.

    ``shown`` tells of a list that is there, ``settled`` of one that is painted.
    """

    chosen = Signal(int)
    entered_article = Signal()
    sort_chosen = Signal(object)
    shown = Signal(object)
    settled = Signal(object)
    menu_wanted = Signal(object, QPoint)
    read_wanted = Signal()

    def __init__(self, lane: Lane, look: Look) -> None:
        super().__init__()
        self._lane = lane
        self._title = ""
        self._wanted: tuple[int, float, bool] = (0, 0, False)
        self.articles = ArticleListModel()
        self.thumbnails = Thumbnails(lane)
        self.header = Header(look)
        self.results = Results(look)
        self.view = ArticleListView(self.articles, look, self.thumbnails)
        self.empty = EmptyPage(look)
        self._arrange()
        self.view.chosen.connect(self.chosen)
        self.view.entered_article.connect(self.entered_article)
        self.view.seen.connect(self._fetch)
        self.view.selected_more.connect(self.header.show_selected)
        self.view.menu_wanted.connect(lambda at: self.ask_chosen(lambda chosen: self.menu_wanted.emit(chosen, at)))
        self.header.sorted_by.connect(self.sort_chosen)
        self.header.folded.connect(lambda is_open: self.results.set_open(is_open=is_open))

    def _arrange(self) -> None:
        self._below = QStackedWidget()
        self._below.addWidget(self.view)
        self._below.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.results)
        column.addWidget(self._below, 1)

    @property
    def home(self) -> QWidget:
        """What takes the pane's focus: the list, or what is said where it is empty."""
        return self._below.currentWidget() or self.view

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self.header.set_look(look)
        self.results.set_look(look)
        self.view.set_look(look)
        self.empty.set_look(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.results.fit_into(self.height())

    @property
    def contents(self) -> Contents:
        """The list that is shown."""
        return self.articles.contents

    def show_node(
        self, node: Node, sort: Sort, unread_only: bool, *, select: int = 0, row: float = 0, keep: bool = False
    ) -> None:
        """Ask for a list. Then select the key ``select`` and put row ``row`` on top, or what is between two; ``keep`` stays where it is."""
        self._wanted = (select, row, keep)
        self._drop_rest()
        self._lane.ask("list", lambda library: fetch.open_list(library, node, sort, unread_only, select), self._show)

    def _show(self, contents: Contents) -> None:
        select, row, keep = self._wanted
        self._lane.forget("rows")
        row = self.view.above() if keep else row
        several = self.selected_keys() if keep and self.selected_count() > 1 else ()
        self.articles.show(contents)
        self.header.show_selected(0)
        self.header.show_contents(contents, self._title)
        self.view.show_dates(dated=not self.articles.is_grouped)
        self.view.show_notes(noted=contents.node.kind is NodeKind.NOTES)
        if not contents.total:
            self._say_empty(contents)
        self._turn(self.view if contents.total else self.empty)
        self.view.select(self.articles.place(select), scroll=False)
        self.view.show_first(row)
        if not row and not keep:
            self.view.select(self.articles.place(select))
        self.view.restore(selection.ranges_of(self.articles.places(several) if several else ()))
        self.shown.emit(contents)
        QTimer.singleShot(0, self, partial(self._settle, contents))

    def _turn(self, face: QWidget) -> None:
        """The focus goes along; Qt would leave it with nobody, or pass it on to another pane."""
        focused = self.window().focusWidget()  # also while a dialog over the window has it
        had_focus = focused is not None and self._below.isAncestorOf(focused)
        if self._below.currentWidget() is not face:
            self._below.setCurrentWidget(face)
            self.home.setFocus() if had_focus else None

    def _settle(self, contents: Contents) -> None:
        """The rows are painted: now the lane may go on, which would have held that up."""
        if contents.first is self.contents.first:  # no other list was shown meanwhile
            self._ask_passages(contents)
            self.settled.emit(contents)
            self._ask_keys(contents)

    def set_by_day(self, *, by_day: bool) -> None:
        """Put days over the articles of lists by date, or no longer."""
        self.articles.by_day = by_day
        self.header.show_by_day(by_day=by_day)
        self.view.show_dates(dated=not self.articles.is_grouped)

    def _say_empty(self, contents: Contents) -> None:
        if contents.all_read:
            self.empty.say(text("All read here"), "", [(text("Show them"), self.read_wanted.emit)])
            return
        if contents.is_unindexed:
            what = text("The search index is still being built.")
            self.empty.say(
                text("Nothing found yet"), what + " " + text("What it finds is shown here by itself, once it is ready.")
            )
            return
        what, following = _EMPTY.get(contents.node.kind, ("Nothing here yet", "Choose another list at the left."))
        looser = [(_without(name), self._search(words)) for name, words in contents.looser[:_MOST_LOOSER]]
        self.empty.say(text(what), text("The filters leave nothing over.") if looser else text(following), looser)

    def _search(self, words: str) -> Callable[[], None]:
        return partial(self.results.meant_chosen.emit, words)

    def _ask_passages(self, contents: Contents) -> None:
        """Passages of the first rows, a few at a time; what else a search wants comes after them."""
        starts = range(0, len(contents.first), fetch.PASSAGES) if contents.wants_passages else ()
        for start in starts:
            work = partial(fetch.load_passages, contents=contents, start=start)
            self._lane.ask(f"passages {start}", work, self.articles.complete)

    def _drop_rest(self) -> None:
        """Nobody waits any more for what belongs to the list before."""
        self._lane.forget("keys")
        for start in range(0, fetch.PAGE, fetch.PASSAGES):
            self._lane.forget(f"passages {start}")

    def _ask_keys(self, contents: Contents) -> None:
        """Keys of a search that has more than a page, when nobody waits for anything else."""
        if contents.total and not contents.keys:
            self._lane.ask("keys", lambda library: fetch.list_keys(library, contents), self.articles.know, later=True)

    # What is selected

    def selected_keys(self) -> Sequence[int]:
        """Keys of the selected rows in order, fetched or not.

        Of a search with more than one page they come a moment after its first page; until then only those at hand are
        told. ``ask_chosen`` waits for them.
        """
        ranges = self.view.ranges()
        known = self.articles.keys(ranges)
        if known is not None:
            return known
        return [key for key, place in self.articles.at_hand() if any(a <= place <= b for a, b in ranges)]

    def selected_count(self) -> int:
        """How many rows are selected."""
        return size(self.view.ranges())

    def selected_row(self) -> ArticleRow | None:
        """The only row that is selected, if it is here."""
        ranges = self.view.ranges()
        return self.articles.row(ranges[0][0]) if size(ranges) == 1 else None

    def ask_chosen(self, done: Callable[[Chosen], None]) -> None:
        """Tell what is selected, at once where it is one row that is here."""
        contents, ranges = self.contents, self.view.ranges()
        if (row := self.selected_row()) is not None:
            done(selection.only(row))
        elif (keys := self.articles.keys(ranges)) is not None:
            self._lane.ask("", lambda library: selection.look_up(library, keys), done)
        else:
            self._lane.ask("", lambda library: selection.look_up_ranges(library, contents, ranges), done)

    def set_title(self, title: str) -> None:
        """Name the list as the navigation does."""
        self._title = title
        self.header.show_title(title, self.contents.node)

    def select(self, key: int) -> None:
        """Select an article when it is in the list."""
        place = self.articles.place(key)
        if place != self.view.selected():
            self.view.select(place)

    def after(self, key: int) -> int:
        """The article below this one in the list; 0 where there is none, or its key has not come yet."""
        place = self.articles.place(key)
        return self.articles.key(place + 1) if place >= 0 else 0

    def open_translation(self, opened: int) -> bool:
        """Open the next article of those folded under the current row, the row's own after the last. Answers whether there are any."""
        row = self.articles.row(self.view.selected()) if self.view.selected() >= 0 else None
        if row is None or not row.also:
            return False
        keys = [row.key, *(one.key for one in row.also)]
        place = keys.index(opened) if opened in keys else 0
        self.view.open_translation(keys[(place + 1) % len(keys)])
        return True

    def step(self, by: int) -> None:
        """Choose the next (1) or the previous (-1) article."""
        selected = self.view.selected()
        place = selected + by if selected >= 0 else self.view.first_seen()
        self._choose(place)

    def step_unread(self, by: int) -> None:
        """Choose the next or previous unread article, wherever it is in the list."""
        selected = self.view.selected()
        start = selected + by if selected >= 0 else (0 if by > 0 else self.contents.total - 1)
        contents = self.contents
        self._lane.ask("unread", lambda library: fetch.next_unread(library, contents, start, by), self._choose)

    def _choose(self, place: int | None) -> None:
        key = self.articles.key(place) if place is not None else 0
        if key and place is not None:
            self.view.select(place)
            self.chosen.emit(key)

    def _fetch(self, first: int, last: int) -> None:
        pages = self.articles.missing(first, last)
        if pages:
            contents = self.contents
            self._lane.ask("rows", lambda library: fetch.load_pages(library, contents, pages), self._bring)

    def _bring(self, pages: Mapping[int, fetch.Rows]) -> None:
        self.articles.bring(pages)
        self.view.viewport().update()
