"""What happened: progress while it happens, and the set of changes afterwards, so that only those are shown anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.model.publication import Localized, Trust

if TYPE_CHECKING:
    from reader.model.edition import SegmentInfo


class Stage(StrEnum):
    """Where long work is."""

    DISCOVER = "discover"
    PLAN = "plan"
    FETCH_TEXT = "fetch-text"
    ACTIVATE = "activate"
    FETCH_MEDIA = "fetch-media"
    INDEX = "index"
    SWEEP = "sweep"
    PACK = "pack"
    VERIFY = "verify"
    PRINT = "print"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far long work is. ``done`` and ``total`` count ``unit`` (``bytes``, ``articles``, ``pages``, ``parts``); ``total`` 0: not known."""

    stage: Stage
    done: int = 0
    total: int = 0
    unit: str = "bytes"


Report = Callable[[Progress], None]
"""Called with progress, from the worker's own thread. It may raise ``errors.Cancelled`` to stop the work cleanly."""


def silent(_progress: Progress) -> None:
    """Report to nobody."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a source would bring, shown before anything is fetched. ``tiers``: sizes of pictures as last chosen.

    ``segments`` are all that can be had here, text first, then pictures from the smallest size up. ``text_bytes`` counts the
    dictionaries that text needs, too. ``namesakes``: fingerprints of other publications here that bear the same title; ``former_namesakes`` of such that were removed.
    """

    publication: str
    titles: Localized
    language: str
    fingerprint: str
    trust: Trust | None
    from_serial: int
    to_serial: int
    published: str
    added: int
    updated: int
    withdrawn: int
    languages: tuple[str, ...]
    text_bytes: int
    media_bytes: tuple[tuple[str, int], ...]
    requests: int
    free_bytes: int
    tiers: tuple[str, ...] = ()
    segments: tuple[SegmentInfo, ...] = ()
    namesakes: tuple[str, ...] = ()
    former_namesakes: tuple[str, ...] = ()

    @property
    def least_bytes(self) -> int:
        """What has to come, however little is wanted."""
        text = [info for info in self.segments if info.kind == "text"]
        optional = sum(info.bytes for info in text if info.language and not info.required)
        return self.text_bytes - optional


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What a sync changed, as keys of the store, so that the window refreshes only that.

    ``absent`` counts segments that were wanted but are not at this source; another source may bring them.
    """

    publication: str
    from_serial: int
    to_serial: int
    added: tuple[int, ...] = ()
    updated: tuple[int, ...] = ()
    withdrawn: tuple[int, ...] = ()
    bytes: int = 0
    requests: int = 0
    trust: Trust = Trust.FIRST_USE
    absent: int = 0
    things_changed: bool = False
    media_changed: bool = False
