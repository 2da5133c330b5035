"""Marks in a text, and the passage of it that shows best why it was found. No index is needed, only the same analysis."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.search.text.analysis import Unit, units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ELLIPSIS = "…"
#: Much longer texts are not looked through to their end for a snippet.
_LONGEST = 300_000
_UNBALANCED = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: Characters of two columns are among these (Unicode Standard Annex #11), and most of these are.
_WIDE = re.compile(
    "[\u1100-\u115f\u231a-\u2b55\u2e80-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\uff60\uffe0-\uffe6\U00016fe0-\U0003ffff]"
)
_SENTENCE_ENDS = frozenset(".!?。！？؟۔…\u0589")

Marks = tuple[tuple[int, int], ...]


class _Find(NamedTuple):
    """Where a term stands, in units of the text, end excluded."""

    first: int
    last: int
    term: int


def matches(text: str, terms: Sequence[str], language: str) -> Marks:  # noqa: ARG001  (stemming will need the language)
    """Where the terms stand in the text: offsets of start and end, in order, none overlapping."""
    found = list(units(text))
    return _marks(found, _finds(found, terms))


def snippet(text: str, terms: Sequence[str], language: str, width: int = 180) -> tuple[str, Marks]:  # noqa: ARG001  (as above)
    """The passage with the most of the terms, and the marks in it. ``width`` counts columns; Han and kana take two.

    Words are whole, white space is evened out, and an ellipsis stands where the text goes on. Offsets are logical, so
    that they hold in right-to-left text; direction controls are left out, as a cut could leave one open.
    """
    flat = " ".join(_UNBALANCED.sub("", text[:_LONGEST]).split())
    found = list(units(flat))
    if not found:
        return "", ()
    finds = _finds(found, terms)
    first, last = _window(flat, found, finds, width)
    start = found[first].start if first else 0
    end = _with_punctuation(flat, found, last)
    front = ELLIPSIS if start else ""
    back = ELLIPSIS if end < len(flat) else ""
    shift = len(front) - start
    inside = [find for find in finds if first <= find.first and find.last <= last]
    marks = tuple((begin + shift, finish + shift) for begin, finish in _marks(found, inside))
    return front + flat[start:end] + back, marks


def _finds(found: list[Unit], terms: Sequence[str]) -> list[_Find]:
    patterns: dict[str, list[tuple[int, list[str]]]] = {}
    for number, term in enumerate(terms):
        wanted = [unit.text for unit in units(term)]
        if wanted:
            patterns.setdefault(wanted[0], []).append((number, wanted))
    return list(_looked_up(found, patterns))


def _looked_up(found: list[Unit], patterns: dict[str, list[tuple[int, list[str]]]]) -> Iterator[_Find]:
    for at, unit in enumerate(found):
        for number, wanted in patterns.get(unit.text, ()):
            last = at + len(wanted)
            if [other.text for other in found[at:last]] == wanted:
                yield _Find(at, last, number)


def _marks(found: list[Unit], finds: list[_Find]) -> Marks:
    merged: list[list[int]] = []
    for start, end in sorted((found[find.first].start, found[find.last - 1].end) for find in finds):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return tuple((start, end) for start, end in merged)


def _window(text: str, found: list[Unit], finds: list[_Find], width: int) -> tuple[int, int]:
    """Units of the best passage, end excluded."""
    columns = _Columns(text, found)
    if not finds:
        return 0, columns.reach(0, width)
    chosen = _densest(finds, columns, width)
    first, last = chosen[0].first, max(find.last for find in chosen)
    room = max(0, width - columns.between(first, last))
    first = _sentence_start(text, found, first, columns.back(first, room // 2), columns.back(first, room // 4))
    return first, max(last, columns.reach(first, width))


def _densest(finds: list[_Find], columns: _Columns, width: int) -> list[_Find]:
    """The finds of the passage with the most different terms; those that are rare in this text weigh more."""
    often = Counter(find.term for find in finds)
    worth = {term: 1 / (1 + math.log(count)) for term, count in often.items()}
    best: list[_Find] = [finds[0]]
    best_worth = 0.0
    end = 0
    for start, find in enumerate(finds):
        end = max(end, start + 1)
        while end < len(finds) and columns.between(find.first, finds[end].last) <= width:
            end += 1
        inside = finds[start:end]
        total = sum(worth[term] for term in {one.term for one in inside})
        if total > best_worth + 1e-9:
            best, best_worth = inside, total
    return best


def _sentence_start(text: str, found: list[Unit], first: int, earliest: int, usual: int) -> int:
    """Where to begin: at the start of a sentence if one is near, else with some words before the first mark."""
    for at in range(first, earliest - 1, -1):
        before = text[found[at - 1].end : found[at].start] if at else ""
        if not at or _SENTENCE_ENDS.intersection(before):
            return at
    return usual


def _with_punctuation(text: str, found: list[Unit], last: int) -> int:
    """The end of the last unit, and what follows it without a space (a full stop, a closing quote)."""
    end = found[last - 1].end
    limit = found[last].start if last < len(found) else len(text)
    while end < limit and not text[end].isspace() and unicodedata.category(text[end]) not in ("Ps", "Pi"):
        end += 1
    return end


class _Columns:
    """Widths in a text whose units are known; wide characters take two columns."""

    def __init__(self, text: str, found: list[Unit]) -> None:
        self._found = found
        widths = (2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
        self._at: Sequence[int] = [0, *accumulate(widths)] if _WIDE.search(text) else range(len(text) + 1)

    def between(self, first: int, last: int) -> int:
        """Columns from the start of one unit to the end of the unit before another."""
        return self._at[self._found[last - 1].end] - self._at[self._found[first].start]

    def reach(self, first: int, width: int) -> int:
        """The unit before which to stop, beginning at ``first``; at least one unit is in."""
        last = first + 1
        while last < len(self._found) and self.between(first, last + 1) <= width:
            last += 1
        return last

    def back(self, first: int, width: int) -> int:
        """The unit at which to begin, so many columns before ``first``."""
        at = first
        while at and self.between(at - 1, first + 1) - self.between(first, first + 1) <= width:
            at -= 1
        return at
