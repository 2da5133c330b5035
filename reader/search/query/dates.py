"""Days, months and years in a query."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reader.search.query.syntax import Days
from reader.search.text.days import UNDATED

RELATIONS = frozenset({"before", "after", "on"})
_DATE = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?")


def days(relation: str, text: str) -> Days | None:
    """The days that ``before``, ``after`` or ``on`` a year, month or day mean, or nothing when it is no date.

    The three divide all dated articles between them: ``before:2019`` ends in 2018, ``after:2019`` begins in 2020.
    """
    span = _span(text)
    if span is None:
        return None
    first, last = (day.toordinal() for day in span)
    if relation == "before":
        return Days(UNDATED + 1, first - 1)
    if relation == "after":
        return Days(last + 1, date.max.toordinal())
    return Days(first, last)


def _span(text: str) -> tuple[date, date] | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        if day:
            return first, first
        if month:
            after = (first.replace(day=28) + timedelta(days=4)).replace(day=1) if first < date(9999, 12, 1) else None
            return first, after - timedelta(days=1) if after else date.max
        return first, date(year, 12, 31)
    except ValueError:
        return None
