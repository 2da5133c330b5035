"""Changes to a query that are made for the reader: its parts as chips, one taken away, one added, a span of days set.

A changed query is written anew from its parts: what stands between them and says nothing (``AND``, a bracket too many) goes,
and what is left open is closed, so that a part can be put behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reader.search.query import fields, parser
from reader.search.query.cursor import quoted
from reader.search.query.items import items
from reader.search.text.analysis import units
from reader.search.text.hangul import is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.search.query.items import Item

#: Fields of which one article has one value: a new one takes the place of the old.
_SINGLE = frozenset({"section", "series", "lang", "on"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a query that is to hold with all others. ``text`` is what was typed, closed where it was left open.

    ``start`` and ``end`` are its offsets. ``field`` (the English name) and ``value`` are empty for several things in
    brackets or with OR; ``value`` is without quotation marks. ``negated`` says that it excludes.
    """

    text: str
    start: int
    end: int
    field: str
    value: str
    negated: bool


def pieces(text: str) -> tuple[Piece, ...]:
    """The parts of a query, in order. A field that has no value yet is none."""
    return tuple(_piece(text, part) for part in parser.outline(text) if not all(_says_nothing(item) for item in part))


def begun(text: str) -> str:
    """The query with its last word, or syllable of Hangul, taken for the beginning of one; nothing where it ends otherwise."""
    found = items(text)
    last = found[-1] if found else None
    is_word = last is not None and last.kind == "word" and not (last.name or last.minus or last.operator)
    if last is None or not is_word or last.end != len(text) or not last.text[-1].isalnum():
        return ""
    whole = list(units(last.text))
    is_begun = is_syllable(whole[-1].text) if whole[-1].run else len(whole) == 1
    return f"{text}*" if is_begun else ""


def is_joined(text: str) -> bool:
    """Whether OR or a bracket joins some of the query, so that its parts do not all have to hold."""
    return any(item.operator == "OR" or item.kind in ("open", "close") for item in items(text))


def remove(text: str, piece: Piece) -> str:
    """The query without one of its parts."""
    return _written(other for other in pieces(text) if (other.start, other.end) != (piece.start, piece.end))


def restore(text: str, piece: Piece) -> str:
    """The query with a part put behind it, as it was typed."""
    return _written((*pieces(text), piece))


def add(text: str, field: str, value: str, *, negated: bool = False, name: str = "") -> str:
    """The query narrowed to (or without) a value of a field. Of section, series, lang and on there is one at a time.

    A value that is there already is not added again, and its opposite goes. ``name`` is how to write the field (see
    ``fields.names``), if not in English.
    """
    same = (field, _key(value))
    kept = [piece for piece in pieces(text) if (piece.field, _key(piece.value)) != same]
    if field in _SINGLE and not negated:
        kept = [piece for piece in kept if piece.field != field or piece.negated]
    return " ".join([*(piece.text for piece in kept), f"{'-' * negated}{name or field}:{quoted(value)}"])


def set_days(text: str, first: date | None, last: date | None, *, name: str = "on") -> str:
    """The query narrowed to the days from ``first`` to ``last`` in the place of any others; with neither, to none."""
    kept = [piece.text for piece in pieces(text) if piece.field not in fields.DATES or piece.negated]
    span = days_as_typed(first, last)
    return " ".join([*kept, f"{name}:{span}"] if span else kept)


def days_as_typed(first: date | None, last: date | None) -> str:
    """A span of days as a reader would type it: 2019, 2019-06, 2019-06-03, 2018..2020, 2019-06.. or nothing."""
    if first is None and last is None:
        return ""
    if first is not None and last is not None and first > last:
        first, last = last, first
    whole_years = _starts(first, 4) and _ends(last, 4)
    whole_months = _starts(first, 7) and _ends(last, 7)
    length = 4 if whole_years else 7 if whole_months else 10
    ends = [day.isoformat()[:length] if day else "" for day in (first, last)]
    return ends[0] if ends[0] == ends[1] else "..".join(ends)


def _starts(day: date | None, length: int) -> bool:
    """Whether a day begins a year (4 characters of its name) or a month (7)."""
    return day is None or day.isoformat()[length:] in ("-01-01", "-01")


def _ends(day: date | None, length: int) -> bool:
    return day is None or day == date.max or (day + timedelta(days=1)).isoformat()[length:] in ("-01-01", "-01")


def _written(kept: Iterable[Piece]) -> str:
    return " ".join(piece.text for piece in kept)


def _piece(text: str, part: tuple[Item, ...]) -> Piece:
    start, end = part[0].begin, part[-1].end
    negated = part[0].minus
    if part[0].operator == "NOT":
        negated, part = True, part[1:]
    single = len(part) == 1
    return Piece(
        _closed(text[start:end], part), start, end, _field(part), part[0].text.strip() if single else "", negated
    )


def _field(part: tuple[Item, ...]) -> str:
    """The field of a single thing or of all that is in a bracket."""
    depth = 0
    for number, item in enumerate(part):
        if number and not depth:
            return ""
        depth += (item.kind == "open") - (item.kind == "close")
    return part[0].field if part else ""


def _closed(typed: str, part: tuple[Item, ...]) -> str:
    """What was typed, with what was left open closed; in brackets where a field or NOT at its end would take what comes next."""
    opened = sum((item.kind == "open") - (item.kind == "close") for item in part)
    if not part:
        return typed
    last = part[-1]
    if _says_nothing(last) and not opened:
        return f"({typed})"
    return typed + ('"' if not last.shut else "") + ")" * opened


def _says_nothing(item: Item) -> bool:
    return item.kind == "empty" or item.operator != ""


def _key(value: str) -> str:
    return " ".join(unit.text for unit in units(value)) or value
