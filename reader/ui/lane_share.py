"""One window's share of a lane: its topics are its own, and nothing arrives once it is closed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.jobs import Done, Failed, Lane, Work


class LaneShare:
    """Asks the lane under topics that begin with its name, so that two windows do not drop each other's jobs."""

    def __init__(self, lane: Lane, name: str) -> None:
        self._lane, self._name = lane, name
        self._closed = False

    def ask(
        self, topic: str, work: Work, done: Done | None = None, failed: Failed | None = None, *, later: bool = False
    ) -> None:
        """As ``Lane.ask``."""
        self._lane.ask(self._own(topic), work, self._while_open(done), self._while_open(failed), later=later)

    def forget(self, topic: str) -> None:
        """As ``Lane.forget``."""
        self._lane.forget(self._own(topic))

    def close(self) -> None:
        """Work that was asked for is still done; nobody is told."""
        self._closed = True

    def _own(self, topic: str) -> str:
        return f"{self._name} {topic}" if topic else ""

    def _while_open(self, tell: Callable[..., None] | None) -> Callable[..., None] | None:
        return None if tell is None else partial(self._tell, tell)

    def _tell(self, tell: Callable[..., None], answer: object) -> None:
        if not self._closed:
            tell(answer)
