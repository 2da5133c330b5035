"""What stands over the first article of a day."""

from __future__ import annotations

from reader.ui.words import days_old, long_date, text


def day_words(iso: str) -> str:
    """``Today``, ``Yesterday``, or the day."""
    near: dict[int | None, str] = {0: text("Today"), 1: text("Yesterday")}
    return near.get(days_old(iso) if iso else None) or long_date(iso) or text("Without a date")
