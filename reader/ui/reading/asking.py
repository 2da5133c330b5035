"""What the reading pane asks of its lane: a page, then what belongs to it; and what the pane tells it to keep."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reader.library import mark
from reader.ui.reading import copying, paper
from reader.ui.reading import prepared as lane_work
from reader.ui.reading.made import MadePages

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from reader.errors import PackhorseError
    from reader.library import Library
    from reader.model.listing import Node
    from reader.model.page import Page
    from reader.model.page_style import PageStyle
    from reader.ui.jobs import Lane
    from reader.ui.lane_share import LaneShare
    from reader.ui.navigator import Place
    from reader.ui.reading.browser import Browser
    from reader.ui.reading.paper import Sheet
    from reader.ui.reading.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall be shown: a place, how far down (None: where it was left), and a search's words to mark."""

    place: Place
    fraction: float | None
    terms: tuple[str, ...]

    @property
    def target(self) -> tuple[int, Node | None, str]:
        """Which page: the same for two wishes that differ in words or height alone."""
        return self.place.article, self.place.document, self.place.beside

    @property
    def opens_article(self) -> bool:
        """Whether it is an article by itself, with nothing beside it."""
        return self.place.document is None and not self.place.beside


class Asking:
    """Asks in the style of the window and for the room that the browser has; the last page that was asked for wins."""

    def __init__(self, lane: Lane | LaneShare, browser: Browser, style: Callable[[int, bool], PageStyle]) -> None:
        self._lane, self._browser, self._style = lane, browser, style
        self._made = MadePages()
        self._room = 0

    def page(
        self,
        wish: Wish,
        done: Callable[[Prepared, PageStyle], None],
        failed: Callable[[PackhorseError], None],
        *,
        later: bool = False,
    ) -> None:
        """Ask for a page; ``done`` gets it with the style in which it was made. ``later``: when nobody waits for anything else."""
        self._room = self._browser.room()
        style, wide = self._style(self._room, False), self._style(self._room, True)
        density, place = self._browser.devicePixelRatioF(), wish.place
        if place.document is not None:
            work = partial(lane_work.prepare_document, node=place.document, style=style, density=density)
        else:
            work = partial(
                lane_work.prepare_article,
                key=place.article,
                style=style,
                terms=wish.terms,
                density=density,
                beside=(place.beside, wide) if place.beside else None,
                made=self._made,
            )
        self._lane.ask(
            "page", work, lambda found: done(found, wide if found.page.beside else style), failed, later=later
        )

    def fits(self, prepared: Prepared) -> bool:
        """Whether a page would be made the same for the room that there is now."""
        beside, language = bool(prepared.page.beside), prepared.page.language
        now, then = (self._style(room, beside).for_language(language) for room in (self._browser.room(), self._room))
        return now == then

    def pictures(self, prepared: Prepared, done: Callable[[str, QImage | None], None]) -> None:
        """Ask for the pictures that are not with the page yet."""
        for address, width in prepared.waiting:
            work = partial(lane_work.load_picture, publication=prepared.publication, address=address, width=width)
            self._lane.ask(f"picture {address}", work, partial(done, address))

    def further(self, prepared: Prepared, done: Callable[[Page | None], None]) -> None:
        """Ask for the stories to go on to, when nobody waits for anything else."""
        if prepared.row is not None:
            style = self._style(self._room, bool(prepared.page.beside))
            work = partial(lane_work.prepare_further, key=prepared.row.key, style=style)
            self._lane.ask("further", work, done, later=True)

    def ahead(self, key: int, terms: tuple[str, ...]) -> None:
        """Have the page of an article made that may be wanted next."""
        work = partial(
            lane_work.prepare_ahead,
            key=key,
            style=self._style(self._room, False),
            terms=terms,
            density=self._browser.devicePixelRatioF(),
            made=self._made,
        )
        self._lane.ask("ahead", work, later=True)

    def cited(self, key: int, paragraphs: tuple[int, int], done: Callable[[str], None]) -> None:
        """Ask how paragraphs of an article, first and last, are cited."""
        self._lane.ask("citation", partial(copying.cited, key=key, paragraphs=paragraphs), done)

    def keep_position(self, key: int, fraction: float) -> None:
        """Keep how far an article is read."""
        work = partial(mark.set_position, key=key, position=min(1.0, fraction))
        self._lane.ask(f"position {key}", work, later=True)

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._lane.forget("page")
        self.forget_further()

    def forget_further(self) -> None:
        """Stories to go on to are not wanted: another page is shown."""
        self._lane.forget("further")

    def sheet_work(self, wish: Wish) -> Callable[[Library], Sheet]:
        """What prepares a page for paper in a lane."""
        return partial(paper.prepare_sheet, place=wish.place, style=paper.paper_style(self._style(0, False)))
