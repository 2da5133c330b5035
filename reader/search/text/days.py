"""Days as numbers."""

from __future__ import annotations

from datetime import date

UNDATED = 0


def day_number(day: str) -> int:
    """The number of an ISO 8601 day in the proleptic Gregorian calendar, or ``UNDATED``."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return UNDATED
