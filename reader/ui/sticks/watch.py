"""Notices sticks that are plugged in while the window is seen, and tells once of each edition that one of them brings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library import sticks as verb
from reader.ui.sticks import mounts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reader.errors import PackhorseError
    from reader.library import Library
    from reader.model.change import Offer
    from reader.model.stick import FoundBundle, Stick
    from reader.ui.jobs import Lane
    from reader.ui.state import WindowState

EVERY_MS = 3000
_TOPIC = "sticks"
_MOST_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class StickNews:
    """Something new on a stick: whose, and where."""

    stick: Stick
    path: Path
    offer: Offer

    @property
    def mark(self) -> str:
        """Tells this edition on this stick from all others."""
        return f"{self.stick.identity}:{self.offer.publication}:{self.offer.to_serial}"


class StickWatch(QObject):
    """Looks every few seconds, in the lane, when that has nothing else to do and somebody sees the window.

    ``news`` tells of an edition; ``changed`` tells which sticks are there when one came or went. A stick that holds
    nothing new, nothing of ours, or something damaged is passed over in silence.
    """

    news = Signal(object)
    changed = Signal(object)

    def __init__(self, window: QWidget, lane: Lane, state: WindowState) -> None:
        super().__init__(window)
        self._window, self._lane, self._state = window, lane, state
        self._there: tuple[Stick, ...] = ()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._timer.start()

    def look(self) -> None:
        """Look once, if it is wanted and can be seen."""
        seen = self._window.isVisible() and not self._window.isMinimized()
        if seen and self._state.stick_notices and not self._lane.busy:
            ask = partial(_look, there=self._there)
            self._lane.ask(_TOPIC, ask, self._answered, _say_nothing, later=True)

    def _answered(self, answer: tuple[tuple[Stick, ...], tuple[FoundBundle, ...]]) -> None:
        if not self._state.stick_notices:
            return
        there, bundles = answer
        if there != self._there:
            self._there = there
            self.changed.emit(there)
        news = (StickNews(one.stick, one.path, offer) for one in bundles for offer in one.offers)
        fresh = [one for one in news if verb.brings_news(one.offer) and one.mark not in self._state.stick_offers]
        if fresh:
            self.news.emit(tuple(fresh))

    def told(self, news: Sequence[StickNews]) -> None:
        """A person has been told of these: never again."""
        marks = (*self._state.stick_offers, *(one.mark for one in news))
        self._state.stick_offers = list(dict.fromkeys(marks))[-_MOST_REMEMBERED:]

    def forget(self, publication: str) -> None:
        """A sync of this publication broke off: a stick that can end it is worth telling of again."""
        offers = self._state.stick_offers
        self._state.stick_offers = [mark for mark in offers if f":{publication}:" not in mark]


def _look(library: Library, there: tuple[Stick, ...]) -> tuple[tuple[Stick, ...], tuple[FoundBundle, ...]]:
    """Which sticks are there now, and the bundles on those that were not there before."""
    now = mounts.plugged()
    came = tuple(stick for stick in now if stick not in there)
    return now, verb.look(library, came) if came else ()


def _say_nothing(_error: PackhorseError) -> None:
    """Nobody asked, so nobody is told that it could not be answered."""
