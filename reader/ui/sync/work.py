"""What the slow lane does for the panel, and the sentences about it. No widgets."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.library import receive
from reader.model.article import Tier
from reader.model.change import Progress, Stage
from reader.model.publication import Trust, localized
from reader.ui.words import counted, days_old, language, long_date, size, text

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library import Library
    from reader.model.change import ChangeSet, Offer
    from reader.ui.jobs import Task

_A_MINUTE = 60
_STAGES = {
    Stage.DISCOVER: "Looking at the source",
    Stage.PLAN: "Planning",
    Stage.FETCH_TEXT: "Fetching text",
    Stage.ACTIVATE: "Reading it in",
    Stage.FETCH_MEDIA: "Fetching pictures",
    Stage.SWEEP: "Tidying up",
    Stage.DONE: "Done",
}


def look(library: Library, path: Path) -> tuple[Offer, ...]:
    """What each publication at the source would bring."""
    return tuple(offer for offer, _plan in receive.offers(library, path))


def bring(
    library: Library, path: Path, tiers: tuple[Tier, ...], publication: str, fingerprint: str, task: Task
) -> ChangeSet:
    """Sync one publication with these sizes of pictures."""
    allowance = receive.Allowance(tiers=tiers)
    return receive.sync(library, path, allowance, task.report, fingerprint, publication)[0]


def source_name(path: Path) -> str:
    """The source as people call it: Stick “TEA TIN”, Folder “may”, “review.zip”."""
    name = path.name or str(path)
    if path.is_mount():
        return text("Stick “{name}”", name=name)
    return text("Folder “{name}”", name=name) if path.is_dir() else f"“{name}”"


def headline(offer: Offer, path: Path) -> str:
    """Who brings what."""
    return text(
        "{source} brings {title}, edition {serial}",
        source=source_name(path),
        title=localized(offer.titles, language(), offer.publication),
        serial=offer.to_serial,
    )


def age(offer: Offer) -> str:
    """When it was published, how old that is, what is here."""
    days = days_old(offer.published)
    parts = [
        text("Published {date}", date=long_date(offer.published)) if long_date(offer.published) else "",
        text("today") if days == 0 else (counted(days, "day old", "days old") if days else ""),
        text("you have edition {serial}", serial=offer.from_serial) if offer.from_serial else text("new to you"),
    ]
    return " · ".join(part for part in parts if part)


def trust_words(offer: Offer) -> tuple[bool, str]:
    """Whether it is known to be genuine, and what is known."""
    title = localized(offer.titles, language(), offer.publication)
    if offer.trust is Trust.BUILT_IN:
        return True, text("✓  Genuine. Signed by {title}, whose key came with Packhorse.", title=title)
    if offer.trust is Trust.CHECKED:
        return True, text("✓  Genuine. Signed by {title}, whose fingerprint you checked.", title=title)
    if offer.trust is Trust.FIRST_USE:
        return False, text(
            "Signed with the same key as before. Nobody has compared that key with paper yet: its fingerprint is"
        )
    return False, text(
        "You meet {title} for the first time. The signature is whole, but only the publisher can tell you whether this is"
        " their key. Compare this fingerprint with the one that they print:",
        title=title,
    )


def bytes_wanted(offer: Offer, tiers: tuple[Tier, ...]) -> int:
    """How much would be fetched."""
    return offer.text_bytes + sum(count for tier, count in offer.media_bytes if tier in tiers)


def is_up_to_date(offer: Offer) -> bool:
    """Whether the source brings nothing that is not here."""
    return offer.from_serial == offer.to_serial and not bytes_wanted(offer, tuple(Tier))


@dataclass(slots=True)
class Pace:
    """Turns progress into words, with the time left from the pace so far."""

    _stage: Stage | None = None
    _since: float = 0.0
    _from: int = 0
    text_is_here: bool = field(default=False)

    def words(self, progress: Progress) -> str:
        """What is being done, how much of it, how long still."""
        now = time.monotonic()
        if progress.stage is not self._stage:
            self._stage, self._since, self._from = progress.stage, now, progress.done
        self.text_is_here = self.text_is_here or progress.stage in {Stage.FETCH_MEDIA, Stage.SWEEP, Stage.DONE}
        parts = [
            text("Text is here and can be read") if self.text_is_here else "",
            self._amount(progress),
            self._left(progress, now),
        ]
        return " · ".join(part for part in parts if part)

    def _amount(self, progress: Progress) -> str:
        name = text(_STAGES.get(progress.stage, "Working"))
        if not progress.total or progress.unit != "bytes":
            return name
        return text("{what}: {done} of {total}", what=name, done=size(progress.done), total=size(progress.total))

    def _left(self, progress: Progress, now: float) -> str:
        gone, made = now - self._since, progress.done - self._from
        if gone < 1 or made <= 0 or progress.total <= progress.done:
            return ""
        seconds = round((progress.total - progress.done) * gone / made)
        if seconds < _A_MINUTE:
            return counted(max(1, seconds), "second left", "seconds left")
        return counted(round(seconds / _A_MINUTE), "minute left", "minutes left")


def summary(change: ChangeSet) -> str:
    """What came."""
    parts = [
        counted(len(change.added), "new article", "new articles"),
        text("{count} changed", count=len(change.updated)) if change.updated else "",
        text("{count} withdrawn", count=len(change.withdrawn)) if change.withdrawn else "",
        size(change.bytes),
    ]
    return " · ".join(part for part in parts if part)
