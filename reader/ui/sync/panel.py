"""The states of a sync on the card: look, offer, run, done, or what stopped it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.model.publication import localized
from reader.ui.jobs import Task
from reader.ui.news import is_news
from reader.ui.sync import work
from reader.ui.sync.found_page import FoundPage
from reader.ui.sync.offer_page import OfferPage
from reader.ui.sync.pace import Pace
from reader.ui.sync.stopped import StoppedCard
from reader.ui.sync.troubles import Kept
from reader.ui.words import counted, language, running, text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reader.errors import PackhorseError
    from reader.model.change import ChangeSet, Offer, Progress
    from reader.model.stick import FoundBundle, Stick
    from reader.ui.jobs import Lane
    from reader.ui.sync.work import Wish
    from reader.ui.theme import Look


class SyncPanel(StoppedCard):
    """Closing it while a sync runs lets the sync go on."""

    text_ready = Signal()
    finished = Signal(object)
    broken_off = Signal(str)
    progressed = Signal(str)
    settled = Signal()
    new_wanted = Signal()
    read_wanted = Signal(object)
    _progress = Signal(object)

    def __init__(self, lane: Lane, look: Look, parent: QWidget) -> None:
        super().__init__(lane, look, parent)
        self._lane = lane
        self._task: Task | None = None
        self._pace = Pace()
        self._rate = 0.0
        self._added: frozenset[int] = frozenset()
        self._page: OfferPage | None = None
        self._offers: tuple[Offer, ...] = ()
        self._choice.activated.connect(self._show_offer)
        self._progress.connect(self._show_progress)

    @property
    def running(self) -> bool:
        """Whether a sync is under way."""
        return self._task is not None

    # Looking

    def open_source(self, path: Path) -> None:
        """Look at a source and show what it offers."""
        if self.running:
            self._appear()
            return
        self._path, self._wish, self._source = path, None, work.source_name(path)
        self._begin(self._source, text("Looking at what it brings …"))
        self._lane.ask("offers", partial(work.look, path=path), self._show_offers, self._show_error)

    def look_for_sticks(self) -> None:
        """Look for bundles on everything that is plugged in, and show them in a list."""
        if self.running:
            self._appear()
            return
        self._path, self._wish, self._source = None, None, ""
        self._begin(text("Sticks"), text("Looking for bundles …"))
        self._lane.ask("offers", work.look_around, self._show_found, self._show_error)

    def sticks_changed(self) -> None:
        """A stick came or went: a list that is shown is looked through again."""
        if self.isVisible() and isinstance(self._shown, FoundPage):
            self.look_for_sticks()

    def _begin(self, title: str, under: str) -> None:
        self._say(title, under)
        self._run_bar(None)
        self._set_buttons((text("Close"), self.close_panel))
        self._appear()

    def _say(self, title: str, under: str) -> None:
        self._page = None
        super()._say(title, under)

    def show_again(self) -> None:
        """Show the sync that runs."""
        self._appear()

    def close_panel(self) -> None:
        """Go away. A sync that runs goes on."""
        self._back.stop()
        self._lane.forget("offers")
        super().close_panel()

    def stop(self) -> None:
        """Cancel what runs: the window closes. The next sync goes on from there."""
        if self._task is not None:
            self._task.cancel()

    def _show_found(self, found: tuple[tuple[Stick, ...], tuple[FoundBundle, ...]]) -> None:
        sticks, bundles = found
        title = counted(len(bundles), "bundle found", "bundles found") if bundles else text("No bundle was found")
        self._say(title, text("Choose one to see whether it is genuine and what it brings.") if bundles else "")
        page = FoundPage(sticks, bundles, self._look)
        page.chosen.connect(self.open_source)
        self._show_page(page)
        again, close = (text("Look again"), self.look_for_sticks), (text("Close"), self.close_panel)
        self._set_buttons(again, close, self._another(text("Open something else …")))
        self._lead_to(page.rows[0] if page.rows else self._first)
        self.settled.emit()

    # The offer

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        self._choice.clear()
        self._choice.addItems([localized(offer.titles, language(), offer.publication) for offer in offers])
        self._show_offer(0)

    def _show_offer(self, place: int) -> None:
        assert self._path is not None
        offer = self._offers[place]
        self._say(work.headline(offer, self._source), work.age(offer))
        self._choice.setVisible(len(self._offers) > 1)
        self._page = OfferPage(offer, self._look, self._rate)
        self._show_page(self._page)
        if work.is_up_to_date(offer):
            self._now.setText(text("You have all of this already."))
            self._set_buttons((text("Close"), self.close_panel))
        else:
            choices = (text("Bring it in"), self._start), (text("Not now"), self.close_panel)
            self._set_buttons(*(reversed(choices) if work.is_doubtful(offer) else choices))
        self._lead_to(self._first)
        self.settled.emit()

    # The run

    def _start(self) -> None:
        assert self._page is not None
        assert self._path is not None
        page = self._page
        self._wish = work.Wish(self._path, page.offer, page.tiers, page.fingerprint, page.budget)
        page.freeze()
        self._choice.hide()
        self._run(self._wish, self._path)

    def _run(self, wish: Wish, path: Path) -> None:
        self._path = path
        self._task = Task(self._progress.emit)
        self._added = frozenset()
        self._pace = Pace(work.bytes_wanted(wish.offer, wish.tiers, wish.budget))
        self._run_bar(None)
        run = partial(work.bring, wish=wish, path=path, task=self._task)
        self._set_running_buttons()
        self._lane.ask("sync", run, self._show_done, self._show_error)

    def _set_running_buttons(self) -> None:
        """Pause and Go on have one place, so that a second press takes back the first; Stop stands far from both."""
        assert self._task is not None
        first = (text("Read now"), self._read) if self._pace.text_is_here else (text("Close"), self.close_panel)
        second = (text("Go on"), self._go_on) if self._task.paused else (text("Pause"), self._pause)
        self._set_buttons(first, second, (text("Stop"), self._cancel))

    def _show_progress(self, progress: Progress) -> None:
        if self._task is None:
            return
        had_text = self._pace.text_is_here
        words = self._pace.advance(progress)
        if not self._task.paused:
            self._now.setText(running(words))
            self.progressed.emit(words)
        self._run_bar(self._pace.fraction)
        if self._pace.text_is_here and not had_text:
            self._set_running_buttons()
            self.text_ready.emit()

    def _pause(self) -> None:
        if self._task is not None:
            self._task.pause()
            self._pace.pause()
            self._now.setText(text("Paused. What is here stays here."))
            self.progressed.emit(text("Paused"))
            self._set_running_buttons()

    def _go_on(self) -> None:
        if self._task is not None:
            self._task.go_on()
            self._now.setText(text("Going on …"))
            self._set_running_buttons()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    # The end

    def _show_done(self, change: ChangeSet) -> None:
        self._task = None
        self._rate = self._pace.rate or self._rate
        self._added = frozenset(change.added)
        assert self._wish is not None
        title = localized(self._wish.offer.titles, language())
        self._say(
            text("{title}, edition {serial}, is in the library", title=title, serial=change.to_serial),
            work.summary(change),
        )
        self._now.setText(running(self._and_then(change)))
        close = (text("Close"), self.close_panel)
        if is_news(change):
            self._set_buttons((text("Read now"), self._read), (text("What is new"), self._show_new), close)
        else:
            self._set_buttons((text("Read now"), self._read), close)
        self._lead_to(self._first)
        self.progressed.emit("")
        self.finished.emit(change)
        self.settled.emit()

    def _and_then(self, change: ChangeSet) -> str:
        """What is still to come, if anything is."""
        if change.absent:
            return text("{count} parts are not at this source. Another stick may have them.", count=change.absent)
        if self._wish is not None and work.leaves_some(self._wish):
            return text("Search finds it in a moment. The rest can come another time.")
        return text("Search finds it in a moment.") if change.added or change.updated else ""

    def _show_new(self) -> None:
        self.new_wanted.emit()
        self.close_panel()

    def _read(self) -> None:
        """Go and read what came, while the rest comes."""
        self.close_panel()
        if self._wish is not None:
            self.read_wanted.emit(self._added)

    # What stopped it

    def _show_error(self, error: PackhorseError) -> None:
        pace, started = self._pace, self._task is not None
        self._task = None
        had_before = self._wish is not None and self._wish.offer.from_serial > 0
        kept = Kept(started, had_before, pace.text_is_here, pace.done, pace.wanted) if started else Kept()
        self._show_trouble(error, kept)
        self.progressed.emit("")
        if started and self._wish is not None:
            self.broken_off.emit(self._wish.offer.publication)
        self.settled.emit()

    def _resume(self) -> None:
        """Go on with what was wished for; without a wish, look at the source again."""
        if self._path is None:
            self.look_for_sticks()
        elif self._wish is None:
            self.open_source(self._path)
        else:
            wish, path = self._wish, self._path
            self._say(work.headline(wish.offer, self._source), work.age(wish.offer))
            self._run(wish, path)

    def _look_again(self) -> None:
        """Show the offer again."""
        if self._path is not None:
            self.open_source(self._path)

    def _type_again(self) -> None:
        """Show the offer again, and what was typed."""
        if self._wish is not None:
            wish = self._wish
            self._show_offer(self._offers.index(wish.offer))
            assert self._page is not None
            self._page.type_again(wish.fingerprint)

    def ending(self) -> str:
        """How it ended, in one line."""
        return " · ".join(part for part in (self._title.text(), self._age.text()) if part)
