"""Days, months, years and spans of them in a query."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from reader.search.query.syntax import Days
from reader.search.text.days import UNDATED

_FIRST, _LAST = UNDATED + 1, date.max.toordinal()
_DATE = re.compile(r"([0-9]{4})(?:[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?)?)?[-/.年月]?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_UNTIL = re.compile(r"\.{2,}|[…–—]|(?<=[0-9]{4})-(?=[0-9]{4}(?![0-9]))")
_BEGUN = re.compile(r"[0-9]{0,3}[-/]?")


def days(relation: str, text: str) -> Days | None:
    """The days that ``before``, ``after`` or ``on`` a year, month, day or a span of them mean, or nothing if it is none.

    The three divide all dated articles between them: ``before:2019`` ends in 2018, ``after:2019`` begins in 2020. A span
    (``2018..2020``) may be open at one end.
    """
    span = _span(_with_plain_digits(text))
    if span is None:
        return None
    first, last = span
    if relation == "before":
        return Days(_FIRST, first - 1)
    return Days(last + 1, _LAST) if relation == "after" else Days(first, last)


def begun(text: str) -> bool:
    """Whether this is no date yet but the beginning of one, as it is while one types."""
    return all(_BEGUN.fullmatch(part) for part in _UNTIL.split(_with_plain_digits(text), maxsplit=1))


def _span(text: str) -> tuple[int, int] | None:
    parts = _UNTIL.split(text, maxsplit=1)
    ends = [_period(part.strip()) for part in parts]
    open_ended = len(parts) > 1 and any(ends)
    if not all(end or (open_ended and _BEGUN.fullmatch(part)) for end, part in zip(ends, parts, strict=True)):
        return None
    first, last = ends[0] or (_FIRST, _FIRST), ends[-1] or (_LAST, _LAST)
    return min(first[0], last[0]), max(first[1], last[1])


def _period(text: str) -> tuple[int, int] | None:
    """The first and the last day of a year, month or day."""
    if match := _DATE.fullmatch(text):
        year, month, day = (int(part) if part else 0 for part in match.groups())
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return first.toordinal(), (first if day else _end(first, whole_year=not month)).toordinal()


def _end(first: date, *, whole_year: bool) -> date:
    if whole_year:
        return date(first.year, 12, 31)
    if first >= date(9999, 12, 1):
        return date.max
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _with_plain_digits(text: str) -> str:
    """Digits of any script as ASCII digits."""
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text.strip())
