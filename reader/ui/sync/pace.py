"""How far a sync is: as words, as a part of the whole, and how long still, from the pace of the last seconds."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.model.change import Stage
from reader.ui.words import counted, number, size, text

if TYPE_CHECKING:
    from reader.model.change import Progress

_A_MINUTE = 60
_REMEMBERED_SECONDS = 8.0
_ENOUGH_SECONDS = 1.0
_USUAL_BYTES_A_SECOND = 4_000_000
"""What an old stick gives; used until this machine has shown its own pace."""
_STAGES = {
    Stage.DISCOVER: "Looking at the source",
    Stage.PLAN: "Planning",
    Stage.FETCH_TEXT: "Fetching text",
    Stage.ACTIVATE: "Reading it in",
    Stage.FETCH_MEDIA: "Fetching pictures",
    Stage.SWEEP: "Tidying up",
    Stage.DONE: "Done",
}
_AFTER_TEXT = {Stage.FETCH_MEDIA, Stage.SWEEP, Stage.DONE}


@dataclass(slots=True)
class Pace:
    """Of one run that wants ``wanted`` bytes; 0 when nobody knows."""

    wanted: int = 0
    done: int = 0
    text_is_here: bool = False
    _text_bytes: int = 0
    _steps: deque[tuple[float, int]] = field(default_factory=deque)

    def advance(self, progress: Progress) -> str:
        """Take a report; answers what is being done, how much of it, how long still."""
        self.text_is_here = self.text_is_here or progress.stage in _AFTER_TEXT
        if progress.stage is Stage.FETCH_TEXT:
            self.done = self._text_bytes = progress.done
        elif progress.stage is Stage.FETCH_MEDIA:
            self.done = self._text_bytes + progress.done
        self._remember()
        parts = [
            text("Text is here and can be read") if self.text_is_here else "",
            _amount(progress),
            self._left(),
        ]
        return " · ".join(part for part in parts if part)

    def pause(self) -> None:
        """Time that goes by from here on tells nothing about the pace."""
        self._steps.clear()

    @property
    def fraction(self) -> float | None:
        """How far the whole is, from 0 to 1; None when that is not known."""
        return min(1.0, self.done / self.wanted) if self.wanted and self.done else None

    @property
    def rate(self) -> float:
        """Bytes a second of late; 0 when too little was seen."""
        if not self._steps:
            return 0.0
        (start, first), (now, last) = self._steps[0], self._steps[-1]
        return (last - first) / (now - start) if now - start >= _ENOUGH_SECONDS else 0.0

    def _remember(self) -> None:
        now = time.monotonic()
        self._steps.append((now, self.done))
        while now - self._steps[0][0] > _REMEMBERED_SECONDS:
            self._steps.popleft()

    def _left(self) -> str:
        rate, missing = self.rate, self.wanted - self.done
        if rate <= 0 or missing <= 0:
            return ""
        seconds = round(missing / rate)
        if seconds < _A_MINUTE:
            return counted(max(1, seconds), "second left", "seconds left")
        return counted(round(seconds / _A_MINUTE), "minute left", "minutes left")


def _amount(progress: Progress) -> str:
    name = text(_STAGES.get(progress.stage, "Working"))
    if not progress.total:
        return name
    if progress.unit == "articles":
        total = counted(progress.total, "article", "articles")
        return text("{what}: {done} of {total}", what=name, done=number(progress.done), total=total)
    return text("{what}: {done} of {total}", what=name, done=size(progress.done), total=size(progress.total))


def estimate(count: int, rate: float = 0.0) -> str:
    """About how long so many bytes take, at a pace that was seen or at a stick's usual one."""
    seconds = round(count / (rate or _USUAL_BYTES_A_SECOND))
    if seconds <= 1:
        return text("about a second")
    if seconds < _A_MINUTE:
        return text("about {time}", time=counted(seconds, "second", "seconds"))
    return text("about {time}", time=counted(round(seconds / _A_MINUTE), "minute", "minutes"))
