"""The right pane: asks the lane for a page and shows it, with the find bar above."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.ui.empty_page import EmptyPage
from reader.ui.faults import can_mend, explain
from reader.ui.focus import FocusHome
from reader.ui.reading import copying, following
from reader.ui.reading.asking import Asking, Wish
from reader.ui.reading.browser import Browser
from reader.ui.reading.filed_line import FiledLine
from reader.ui.reading.find_bar import FindBar
from reader.ui.reading.found import Found
from reader.ui.reading.note_bar import NoteBar
from reader.ui.reading.passage import passage, share
from reader.ui.reading.progress import ProgressLine, left_words
from reader.ui.reading.reading_clock import ReadingClock
from reader.ui.shortcuts import how_to_go
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from PySide6.QtGui import QImage

    from reader.errors import PackhorseError
    from reader.library import Library
    from reader.model.article import ArticleRow
    from reader.model.link import Link
    from reader.model.page import Page
    from reader.model.page_style import PageStyle
    from reader.ui.jobs import Lane
    from reader.ui.lane_share import LaneShare
    from reader.ui.navigator import Place
    from reader.ui.reading.paper import Sheet
    from reader.ui.reading.prepared import Prepared
    from reader.ui.theme import Look

_RESIZE_MS = 120
_STAYS_MS = 150
"""Who goes from article to article is not made to wait for the stories that would go on from each."""


class ReadingPane(FocusHome, QWidget):
    """Shows a place's article or document. Links of ours are told, never followed here."""

    article_followed = Signal(str)
    anchor_followed = Signal(str)
    node_followed = Signal(object)
    document_followed = Signal(object, str)
    external_followed = Signal(str)
    picture_followed = Signal(str)
    beside_followed = Signal(str)
    shown = Signal(object)
    settled = Signal()
    read_through = Signal(int)
    progressed = Signal(str)
    said = Signal(str)
    repair_wanted = Signal()

    def __init__(self, lane: Lane | LaneShare, look: Look, style: Callable[[int, bool], PageStyle]) -> None:
        super().__init__()
        self._wish: Wish | None = None
        self._shown: Wish | None = None
        self._arriving = False
        self._keys = ("", "", "")
        self.prepared: Prepared | None = None
        self.browser = Browser(look)
        self._asking = Asking(lane, self.browser, style)
        self.find_bar = FindBar(self.browser, look)
        self.found = Found(self.browser, look)
        self.note_bar = NoteBar(look)
        self.filed = FiledLine(look)
        self.progress = ProgressLine(look)
        self.empty = EmptyPage(look)
        self.clock = ReadingClock(self.browser)
        self._resized = QTimer(self, singleShot=True, interval=_RESIZE_MS)
        self._stays = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._arrange()
        self._connect()
        self.show_nothing()

    def _arrange(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.browser)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.filed)
        column.addWidget(self.note_bar)
        column.addWidget(self.progress)
        column.addWidget(self._stack, 1)

    @property
    def home(self) -> QWidget:
        """What takes the pane's focus: the page, or what is said where there is none; the page takes it over."""
        return self._stack.currentWidget() or self.browser

    def _connect(self) -> None:
        self.browser.followed.connect(self.follow)
        self.browser.width_changed.connect(self._resized.start)
        self.browser.verticalScrollBar().actionTriggered.connect(
            lambda _action: QTimer.singleShot(0, self, lambda: self.clock.scrolled(self.browser.progress()))
        )
        for changed in (self.browser.verticalScrollBar().valueChanged, self.browser.verticalScrollBar().rangeChanged):
            changed.connect(self._scrolled)
        self._resized.timeout.connect(self._fit_pictures)
        self._resized.timeout.connect(self.settled)
        self._stays.timeout.connect(self._ask_further)
        self._stays.timeout.connect(self.settled)
        for bar in (self.find_bar, self.note_bar):
            bar.closed.connect(self._enter_page)
        self.shown.connect(self.note_bar.show_prepared)
        self.shown.connect(self.filed.show_prepared)
        self.find_bar.closed.connect(self.found.paint)
        self.found.changed.connect(self._scrolled)
        self.clock.read.connect(self.read_through)

    def _enter_page(self) -> None:
        """A bar over the page has gone: the page has the focus, unless another pane stands in its place."""
        if self.isVisible():
            self.browser.setFocus()

    @property
    def row(self) -> ArticleRow | None:
        """The article that is shown; None for a document or nothing."""
        return self.prepared.row if self.prepared else None

    @property
    def heading(self) -> str:
        """The anchor of the heading that is being read; empty before the first."""
        page = self.prepared.page if self.prepared else None
        return self.browser.last_above([one.anchor for one in page.headings]) if page else ""

    def leave_bar(self) -> bool:
        """Close what lies over the page: a note's card, the find bar. Answers whether there was one."""
        if self.browser.note.isVisible():
            self.browser.note.dismiss()
        elif not self.find_bar.isHidden():
            self.find_bar.close_bar()
        else:
            return False
        return True

    @property
    def unsettled(self) -> bool:
        """Whether the page may still be made anew for another width, or get more at its end."""
        return self._resized.isActive() or self._stays.isActive()

    def mark(self, keys: Collection[int], status: Mapping[str, bool]) -> None:
        """The shown article may have been marked."""
        row = self.row
        if self.prepared is not None and row is not None and row.key in keys:
            self.prepared = replace(self.prepared, row=replace(row, **status))  # type: ignore[arg-type]  # names are the row's own

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes; the page is made anew where it was."""
        self.browser.set_look(look)
        self.find_bar.set_look(look)
        self.note_bar.set_look(look)
        self.filed.set_look(look)
        self.found.set_look(look)
        self.progress.set_look(look)
        self.empty.set_look(look)
        self.restyle()

    def restyle(self) -> None:
        """Make the page anew in another style, and stay where it was; one that failed is tried again."""
        if self._wish:
            self._ask(replace(self._wish, fraction=self.browser.fraction()) if self.prepared else self._wish)

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self.prepared, self._wish = None, None
        self._asking.forget()
        self._stays.stop()
        self.clock.stop()
        self.note_bar.show_prepared(None)
        self.filed.show_prepared(None)
        self._show_progress()
        self._say_nothing()
        self._stack.setCurrentWidget(self.empty)

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Name the keys in force where nothing is shown; ``key`` knows that of a command."""
        self._keys = key("next_article"), key("previous_article"), key("page_down")
        if self._wish is None:
            self._say_nothing()

    def _say_nothing(self) -> None:
        self.empty.say(text("Choose an article"), how_to_go(*self._keys))

    def show_place(self, place: Place, fraction: float | None = None, terms: tuple[str, ...] | None = ()) -> None:
        """Show a place's article or document; ``fraction`` None: where it was left.

        ``terms`` are marked. None: they will be told; until then the page that is shown keeps its marks.
        """
        if not place.article and place.document is None:
            self.show_nothing()
            return
        wish, before = Wish(place, fraction, terms or ()), self._wish
        if before is None or wish.target != before.target:
            self._ask(wish)
        elif self.prepared is not None and terms in {None, before.terms}:
            if place.anchor and place.anchor != before.place.anchor:
                self.browser.go_to_anchor(place.anchor)
            self._wish = replace(wish, terms=before.terms)
        else:
            here = self.prepared is not None and self._shown is not None and self._shown.target == wish.target
            if fraction is None:  # while a search is typed the page stays where it is, or was to be opened
                wish = replace(wish, fraction=self.browser.fraction() if here else before.fraction)
            self._ask(wish, later=here)

    def return_to(self, fraction: float) -> None:
        """Go back to a place of the page that is shown."""
        self.browser.verticalScrollBar().setValue(0)
        self.browser.scroll_to(fraction)

    def _ask(self, wish: Wish, *, later: bool = False) -> None:
        """Ask for a page; ``later``, after what the reader waits for, when it is here already but for its marks."""
        self.remember_position()
        self._wish = wish
        self._asking.page(wish, partial(self._show, wish), self._fail, later=later)

    def _show(self, wish: Wish, prepared: Prepared, style: PageStyle) -> None:
        shown, had_page = self._shown, self.prepared is not None
        again = had_page and shown is not None and (shown.target, shown.terms) == (wish.target, wish.terms)
        self.prepared, self._shown, self._arriving = prepared, wish, True
        pictures = {address: image for address, image in (prepared.pictures or {}).items() if image is not None}
        self.browser.show_page(prepared.page, pictures, style)
        self._stack.setCurrentWidget(self.browser)
        self.found.look_for(style.theme.mark if wish.terms else "", again=again)
        self._go_to_place(wish, prepared)
        self._asking.pictures(prepared, partial(self._add_picture, prepared))
        self._arriving = False
        self._asking.forget_further()
        self._stays.start()
        self.find_bar.page_changed(again=again)
        self._show_progress()
        if prepared.row is not None and not prepared.row.read:
            self.clock.start(prepared.row.key)
        else:
            self.clock.stop()
        self.shown.emit(prepared)

    def _go_to_place(self, wish: Wish, prepared: Prepared) -> None:
        """To where it was, to an anchor, to the first place that was found, or to where it was left."""
        if wish.fraction is not None:
            self.browser.scroll_to(wish.fraction)
        elif wish.place.anchor:
            self.browser.go_to_anchor(wish.place.anchor)
        elif self.found:
            self.found.go_to_first()
        else:
            self.browser.scroll_to(prepared.position)

    def copy_cited(self) -> None:
        """Copy the selected words with where they stand; without any, where the top of the screen stands."""
        row = self.row
        if row is None:
            return
        cited = passage(self.browser)
        key = self.prepared.other if cited.other and self.prepared else row.key
        self._asking.cited(key, cited.paragraphs, partial(self._put, cited.words))

    def _put(self, passage: str, line: str) -> None:
        copying.put(passage, line)
        self.said.emit(text("Copied with its citation."))

    def _scrolled(self) -> None:
        if not self._arriving:  # while a page is put in its place, its bar moves several times
            self._show_progress()

    def _show_progress(self) -> None:
        """Of an article only: a document is not read from its top to its end."""
        row = self.row
        share = self.browser.progress() if row is not None else 0.0
        self.progress.show_share(share, right_to_left=bool(self.prepared and self.prepared.page.right_to_left))
        words = (self.found.words(), left_words(share, row.minutes)) if row is not None else ()
        self.progressed.emit(" · ".join(filter(None, words)))

    def _ask_further(self) -> None:
        """Stories to go on to are looked up when the article is already there to be read."""
        if self.prepared is not None:
            self._asking.further(self.prepared, partial(self._add_further, self.prepared))

    def prepare_ahead(self, key: int) -> None:
        """Make the page of an article that may be wanted next, while this one is read."""
        if key and self._wish is not None and self._wish.opens_article:
            self._asking.ahead(key, self._wish.terms)

    def _add_further(self, prepared: Prepared, page: Page | None) -> None:
        if page is not None and self.prepared is not None and self.prepared.page is prepared.page:
            self.browser.add_after(page)
            self.find_bar.page_grew()

    def _add_picture(self, prepared: Prepared, address: str, image: QImage | None) -> None:
        if self.prepared is not None and self.prepared.page is prepared.page and image is not None:
            self.browser.add_picture(address, image)

    def _fail(self, error: PackhorseError) -> None:
        self.prepared = None
        self.clock.stop()
        mend = [(text("Repair the library"), self.repair_wanted.emit)] if can_mend(error) else []
        self.empty.say(*explain(error), mend)
        self._show_progress()
        self._stack.setCurrentWidget(self.empty)
        self.shown.emit(None)

    def _fit_pictures(self) -> None:
        """Pictures have the column's width: make the page anew when that has changed."""
        if self.prepared and not self._asking.fits(self.prepared):
            self.restyle()

    def remember_position(self) -> None:
        """Keep how far the article is read."""
        row = self.row
        if row is not None and not self.found.only_looked_up:
            self._asking.keep_position(row.key, share(self.browser))

    def identity(self, link: Link) -> str:
        """Which article a link of this page leads to: its id with its publication's."""
        return following.identity(self, link)

    def follow(self, link: Link) -> None:
        """Tell where a link leads."""
        following.follow(self, link)

    def sheet_work(self) -> Callable[[Library], Sheet] | None:
        """What prepares the shown page for paper in a lane; None where there is no page."""
        return self._asking.sheet_work(self._wish) if self._wish else None
