"""Articles that a reader filed under a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection and how many articles it holds."""

    id: int
    title: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Filed:
    """An article as a collection keeps it, whatever edition is here: and when it was filed (ISO 8601, UTC)."""

    publication: str
    id: str
    added_at: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A collection that was removed, with all that brings it back as it was."""

    collection: Collection
    position: int
    created_at: str
    filed: tuple[Filed, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """A collection, and how many of some articles it holds."""

    collection: Collection
    held: int = 0
