"""What to fetch: pure. From what we have, what the edition wants and what the person allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import BundleError
from reader.model.article import Tier

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from reader.model.edition import DictionaryInfo, Edition, SegmentInfo

TIERS = (Tier.THUMB, Tier.STANDARD, Tier.FULL)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a person allows. No languages: all. ``tiers``: picture sizes, None: as last time. ``budget``: bytes, or None for no limit.

    ``since`` leaves out text segments whose newest article is older than this day; empty: none.
    """

    languages: frozenset[str] = frozenset()
    tiers: tuple[Tier, ...] | None = (Tier.THUMB, Tier.STANDARD)
    budget: int | None = None
    since: str = ""


@dataclass(frozen=True, slots=True)
class Have:
    """Digests of what is here: segments in the catalogue, dictionaries on disk."""

    segments: frozenset[str] = frozenset()
    dictionaries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """Segments to fetch, text first. ``absent`` counts wanted ones that the source does not have."""

    text: tuple[SegmentInfo, ...] = ()
    media: tuple[SegmentInfo, ...] = ()
    dictionaries: tuple[DictionaryInfo, ...] = ()
    absent: int = 0

    @property
    def bytes(self) -> int:
        """All bytes to fetch."""
        parts: Iterable[SegmentInfo | DictionaryInfo] = (*self.text, *self.media, *self.dictionaries)
        return sum(part.bytes for part in parts)

    @property
    def text_bytes(self) -> int:
        """Bytes of text and of the dictionaries it needs."""
        return self.bytes - sum(info.bytes for info in self.media)

    @property
    def requests(self) -> int:
        """Files to read."""
        return len(self.text) + len(self.media) + len(self.dictionaries)


def state_of(current: tuple[int, int, str] | None, edition: Edition, sha256: str) -> str:
    """How an edition stands to ours: ``first``, ``same`` or ``newer``.

    Raises:
        BundleError: ``edition-older`` (never back), ``edition-fork`` (two truths under one number, or a history that
            contradicts ours).
    """
    if current is None:
        return "first"
    epoch, serial, ours = current
    theirs = (edition.epoch, edition.serial)
    if theirs < (epoch, serial):
        raise BundleError("edition-older", theirs=edition.serial, ours=serial)
    told = sha256 if theirs == (epoch, serial) else edition.history.get(serial, ours)
    if told != ours:
        raise BundleError("edition-fork", serial=serial)
    return "same" if theirs == (epoch, serial) else "newer"


def plan(edition: Edition, have: Have, at_source: Collection[str], allowance: Allowance) -> Plan:
    """Choose segments. What is installed, or supersedes only what is, is not fetched again.

    Any subset of segments is a valid partial bundle: ``at_source`` names those that can be had here. A budget pays for
    the dictionaries first, and then as ``within`` says.
    """
    missing = [info for info in edition.segments if not _is_here(info, have.segments)]
    text = [info for info in missing if info.kind == "text" and _is_wanted(info, allowance)]
    media = [info for tier in TIERS if tier in (allowance.tiers or ()) for info in missing if info.tier == tier]
    absent = sum(1 for info in (*text, *media) if info.sha256 not in at_source)
    text = [info for info in text if info.sha256 in at_source]
    media = [info for info in media if info.sha256 in at_source]
    if allowance.budget is not None:
        dictionaries = sum(one.bytes for one in _needed(edition, have, text))
        text, media = within(text, media, allowance.budget - dictionaries)
    return Plan(tuple(text), tuple(media), _needed(edition, have, text), absent)


def _needed(edition: Edition, have: Have, text: Iterable[SegmentInfo]) -> tuple[DictionaryInfo, ...]:
    wanted = {info.dictionary for info in text} - {""}
    return tuple(one for one in edition.dictionaries if one.sha256 in wanted and one.sha256 not in have.dictionaries)


def _is_here(info: SegmentInfo, installed: Collection[str]) -> bool:
    return info.sha256 in installed or (bool(info.supersedes) and all(one in installed for one in info.supersedes))


def _is_wanted(info: SegmentInfo, allowance: Allowance) -> bool:
    if info.required or not info.language:
        return True
    if allowance.since and info.newest and info.newest < allowance.since:
        return False
    base = info.language.split("-")[0]
    return not allowance.languages or bool(allowance.languages & {info.language, base})


def within(
    text: Sequence[SegmentInfo], media: Sequence[SegmentInfo], budget: int
) -> tuple[list[SegmentInfo], list[SegmentInfo]]:
    """What so many bytes buy: required segments always, then text newest first, then pictures in the order given."""
    chosen = {info.sha256 for info in text if info.required or not info.language}
    left = budget - sum(info.bytes for info in text if info.sha256 in chosen)
    for info in (*reversed(text), *media):
        if info.sha256 not in chosen and info.bytes <= left:
            chosen.add(info.sha256)
            left -= info.bytes
    return [info for info in text if info.sha256 in chosen], [info for info in media if info.sha256 in chosen]
