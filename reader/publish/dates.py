"""Read a day as people and site generators write it."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_NAME = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")


def read_day(text: str) -> str | None:
    """The ISO day that a text begins with or spells out, or None. A time and its zone are passed over.

    Days and months by numbers alone are read year first, or day first with dots; ``05/07/2014`` could be two days.
    """
    text = text.strip()
    if match := _YEAR_FIRST.match(text) or _TOGETHER.match(text):
        return _day(match[1], match[2], match[3])
    if match := _DOTTED.match(text):
        return _day(match[3], match[2], match[1])
    if match := _MONTH_FIRST.match(text):
        return _day(match[3], _month(match[1]), match[2])
    if match := _DAY_FIRST.match(text):
        return _day(match[3], _month(match[2]), match[1])
    parsed = parsedate(text)
    return _day(*parsed[:3]) if parsed else None


def day_in_name(stem: str) -> str:
    """The day that a file's name begins with (``2014-11-05-title``), or empty."""
    match = _IN_NAME.match(stem)
    return (match and _day(match[1], match[2], match[3])) or ""


def _month(name: str) -> int:
    short = name[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _day(year: str | int, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
