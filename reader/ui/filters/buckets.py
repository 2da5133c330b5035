"""Months into as many bars as there is room for: months, else years, decades, centuries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from reader.model.overview import Span
from reader.ui.words import language, text

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEAR = 12
_STEPS = (1, _YEAR, 10 * _YEAR, 100 * _YEAR)
_HAN_DATES = frozenset({"zh", "ja"})


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bar: its months from ``first`` to ``last``, counted from year 0, both included, and how many articles they have."""

    first: int
    last: int
    count: int

    @property
    def span(self) -> Span:
        """The months of the bar."""
        return Span(written(self.first), written(self.last))

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.first // _YEAR


def buckets(months: Sequence[tuple[str, int]], most: int, years: Sequence[tuple[str, int]] = ()) -> tuple[Bucket, ...]:
    """Bars without gaps from the first month to the last, at most ``most``; those that are no month are passed over.

    A bar of years is the sum of ``years``, where these are given: a year may have less than its months have together.
    """
    counts: dict[int, int] = {}
    for name, count in months:
        if (month := numbered(name)) is not None:
            counts[month] = counts.get(month, 0) + count
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    step = next((each for each in _STEPS if last // each - first // each < max(1, most)), _STEPS[-1])
    if years and step > 1:
        counts = {int(year) * _YEAR: count for year, count in years}
    sums: dict[int, int] = {}
    for month, count in counts.items():
        sums[month // step] = sums.get(month // step, 0) + count
    return tuple(
        Bucket(at * step, at * step + step - 1, sums.get(at, 0)) for at in range(first // step, last // step + 1)
    )


def numbered(month: str) -> int | None:
    """``2019-06`` as a number of months; None when it is no month."""
    year, _, number = month.partition("-")
    if not (len(year) == len("2019") and year.isdecimal() and number.isdecimal() and 1 <= int(number) <= _YEAR):
        return None
    return int(year) * _YEAR + int(number) - 1


def written(month: int) -> str:
    """The month as text."""
    return f"{month // _YEAR:04}-{month % _YEAR + 1:02}"


def held(bar: Bucket, span: Span) -> bool:
    """Whether a span holds some of a bar's months."""
    first, last = numbered(span.first), numbered(span.last)
    return (first is None or bar.last >= first) and (last is None or bar.first <= last)


def joined(one: Bucket, other: Bucket) -> Span:
    """The months from one bar to another, whichever comes first."""
    return Span(written(min(one.first, other.first)), written(max(one.last, other.last)))


def span_words(span: Span) -> str:
    """A span as people write it: ``2018 – 2020``, ``May 2018 – Nov 2019``, ``June 2019``, ``since 2018``."""
    first, last = numbered(span.first), numbered(span.last)
    if first is not None and last is not None:
        return _between(first, last)
    if first is not None:
        return text("since {month}", month=_start(first))
    return text("until {month}", month=_end(last)) if last is not None else ""


def _between(first: int, last: int) -> str:
    whole = first % _YEAR == 0 and last % _YEAR == _YEAR - 1
    if first == last:
        return month_words(first, long=True)
    if whole and first // _YEAR == last // _YEAR:
        return f"{first // _YEAR:04}"
    if whole:
        return f"{first // _YEAR:04} – {last // _YEAR:04}"
    return f"{month_words(first)} – {month_words(last)}"


def _start(month: int) -> str:
    return month_words(month) if month % _YEAR else f"{month // _YEAR:04}"


def _end(month: int) -> str:
    return month_words(month) if month % _YEAR != _YEAR - 1 else f"{month // _YEAR:04}"


def month_words(month: int, *, long: bool = False) -> str:
    """A month in words: ``Jun 2019``, or ``June 2019``."""
    date = QDate(month // _YEAR, month % _YEAR + 1, 1)
    if not date.isValid():
        return written(month)
    locale = QLocale(language())
    if language()[:2] in _HAN_DATES:
        return locale.toString(date, "yyyy年M月")
    # By itself a month has another form in some languages than in a date: октябрь, not октября.
    return f"{locale.standaloneMonthName(date.month())} {date.year()}" if long else locale.toString(date, "MMM yyyy")


def month_name(month: int) -> str:
    """The month's short name, without its year."""
    return QLocale(language()).standaloneMonthName(month % _YEAR + 1, QLocale.FormatType.ShortFormat)
