"""What the slow lane does for the panel, and the sentences about it. No widgets."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library import receive, sticks
from reader.model.article import Tier
from reader.model.publication import Trust, localized
from reader.ui.sticks import mounts
from reader.ui.words import counted, days_old, language, long_date, size, text, unbroken

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library import Library
    from reader.model.change import ChangeSet, Offer
    from reader.model.stick import FoundBundle, Stick
    from reader.ui.jobs import Task


_MOST_DAYS = 99
_ROUND = tuple(first * 10**zeros for zeros in range(5, 10) for first in (1, 2, 5))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asked for: kept, so that it can go on from another source after this one is gone."""

    path: Path
    offer: Offer
    tiers: tuple[Tier, ...]
    fingerprint: str
    budget: int | None = None
    """All bytes that may come, in each run; None: no limit."""


def look_around(library: Library) -> tuple[tuple[Stick, ...], tuple[FoundBundle, ...]]:
    """Which sticks are there, and the bundles on them."""
    there = mounts.plugged()
    return there, sticks.look(library, there)


def find_again(library: Library, wish: Wish, seen: tuple[Stick, ...] | None) -> tuple[Path | None, tuple[Stick, ...]]:
    """Where a sync that broke off can go on, if anywhere; sticks that were ``seen`` without it are not looked at again."""
    there = mounts.plugged()
    fresh = there if seen is None else tuple(stick for stick in there if stick not in seen)
    return sticks.find_again(library, wish.offer.publication, wish.path, fresh), there


def look(library: Library, path: Path) -> tuple[Offer, ...]:
    """What each publication at the source would bring."""
    return tuple(offer for offer, _plan in receive.offers(library, path))


def bring(library: Library, wish: Wish, path: Path, task: Task) -> ChangeSet:
    """Sync one publication from ``path``, which may be another place than at first."""
    allowance = receive.Allowance(tiers=wish.tiers, budget=wish.budget)
    return receive.sync(library, path, allowance, task.report, wish.fingerprint, wish.offer.publication)[0]


def source_name(path: Path) -> str:
    """The source as people call it: Stick “TEA TIN”, Folder “may”, “review.zip”."""
    stick = mounts.stick_of(path)
    if stick is not None:
        return text("Stick “{name}”", name=stick.name or str(stick))
    name = path.name or str(path)
    is_folder = os.path.isdir(path)  # noqa: PTH112  (answers no on a disk that was pulled, where Path's raises)
    return text("Folder “{name}”", name=name) if is_folder else f"“{name}”"


def headline(offer: Offer, source: str) -> str:
    """Who brings what."""
    return text(
        "{source} brings {title}, edition {serial}",
        source=source,
        title=localized(offer.titles, language(), offer.publication),
        serial=offer.to_serial,
    )


def age(offer: Offer) -> str:
    """When it was published, how old that is, what is here."""
    date = unbroken(long_date(offer.published))
    parts = [
        text("Published {date}", date=date) if date else "",
        _days(days_old(offer.published)),
        text("you have edition {serial}", serial=offer.from_serial) if offer.from_serial else text("new to you"),
    ]
    return " · ".join(part for part in parts if part)


def _days(count: int | None) -> str:
    """How old; of what is older than people count in days, the date says it."""
    if count is None or count > _MOST_DAYS:
        return ""
    return counted(count, "day old", "days old") if count else text("today")


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
    if is_doubtful(offer) and offer.namesakes:
        return False, text(
            "Take care: you have {title} already, and this one is from somebody else. It is signed with another key than yours,"
            " {known}. Unless you expected a second magazine of this name, choose “Not now”. The fingerprint of this one is",
            title=title,
            known=", ".join(map(unbroken, offer.namesakes)),
        )
    if is_doubtful(offer):
        return False, text(
            "Take care: {title} was in your library before you removed it, and this one is from somebody else. It is signed with"
            " another key, {known}. Unless you know that yours was the wrong one, choose “Not now”. The fingerprint of this one is",
            title=title,
            known=", ".join(map(unbroken, offer.former_namesakes)),
        )
    return False, text(
        "You meet {title} for the first time. The signature is whole, but only the publisher can tell you whether this is"
        " their key. Compare this fingerprint with the one that they print:",
        title=title,
    )


def is_doubtful(offer: Offer) -> bool:
    """Whether it comes for the first time and bears the name of another that is here, or was."""
    return offer.trust is None and bool(offer.namesakes or offer.former_namesakes)


def bytes_wanted(offer: Offer, tiers: tuple[Tier, ...], budget: int | None = None) -> int:
    """How much would be fetched."""
    return sum(receive.bought(offer, tiers, budget).values())


def limits(offer: Offer) -> tuple[int, ...]:
    """Amounts that people have in mind (100 KB, 200 KB, 500 KB, 1 MB ...): each buys some text or picture more than the one before it, none buys all."""
    whole = bytes_wanted(offer, tuple(Tier))
    text_is_all_or_nothing = offer.least_bytes == offer.text_bytes
    found, before = [], offer.least_bytes - text_is_all_or_nothing
    for one in _ROUND:
        bought = bytes_wanted(offer, tuple(Tier), one)
        if offer.least_bytes <= one < whole and bought > before:
            found.append(one)
            before = bought
    return tuple(found)


def leaves_some(wish: Wish) -> bool:
    """Whether a limit keeps something from coming that was asked for."""
    return bytes_wanted(wish.offer, wish.tiers, wish.budget) < bytes_wanted(wish.offer, wish.tiers)


def is_up_to_date(offer: Offer) -> bool:
    """Whether the source brings nothing that is not here."""
    return offer.from_serial == offer.to_serial and not bytes_wanted(offer, tuple(Tier))


def summary(change: ChangeSet) -> str:
    """What came."""
    parts = [
        counted(len(change.added), "new article", "new articles") if change.added else "",
        text("{count} changed", count=len(change.updated)) if change.updated else "",
        text("{count} withdrawn", count=len(change.withdrawn)) if change.withdrawn else "",
    ]
    said = [part for part in parts if part] or [text("more pictures") if change.media_changed else text("nothing new")]
    return " · ".join([*said, size(change.bytes)])


def news(offer: Offer) -> str:
    """What is new in an offer, in a few words."""
    if offer.added:
        return counted(offer.added, "new article", "new articles")
    if offer.updated:
        return text("{count} changed", count=offer.updated)
    if offer.from_serial < offer.to_serial:
        return text("a newer edition")
    return text("more pictures") if sticks.brings_pictures(offer) else text("nothing new")
