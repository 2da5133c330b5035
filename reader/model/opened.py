"""What a history knows of an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """When an article was opened last (ISO 8601, UTC), how often, and how far it was read."""

    publication: str
    id: str
    at: str
    openings: int
    position: float
