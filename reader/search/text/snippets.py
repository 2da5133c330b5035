"""Marks in a text, and the passage of it that shows best why it was found. No index is needed, only the same analysis."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.search.text import stemming
from reader.search.text.finding import Words, pieces_of
from reader.search.text.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.text.finding import Find, Span

ELLIPSIS = "…"
#: Much longer texts are not looked through to their end for a snippet.
_LONGEST = 300_000
_UNBALANCED = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: Characters of two columns are among these (Unicode Standard Annex #11), and most of these are.
_WIDE = re.compile(
    "[\u1100-\u115f\u231a-\u2b55\u2e80-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\uff60\uffe0-\uffe6\U00016fe0-\U0003ffff]"
)
#: A list shows two short lines: the first mark must stand among their first words.
_BEFORE_A_MARK = 36
_SENTENCE_ENDS = frozenset(".!?。！？؟۔…\u0589")

Marks = tuple[tuple[int, int], ...]


def matches(text: str, terms: Sequence[str], language: str) -> Marks:  # noqa: ARG001  (the terms hold the forms already)
    """Where the terms stand in the text: offsets of start and end, in order, none overlapping."""
    return _marks((Plain.of(text, terms) or Words(text)).finds(terms))


def snippet(
    text: str, terms: Sequence[str], language: str, width: int = 180, before: int = _BEFORE_A_MARK
) -> tuple[str, Marks]:
    """The passage with the most of the terms, and the marks in it. ``width`` counts columns; Han and kana take two.

    Forms of one word count as one term, a phrase as much as its words. Words are whole, white space is evened out, and
    an ellipsis stands where the text goes on. Offsets are logical, so that they hold in right-to-left text; direction
    controls are left out, as a cut could leave one open. At most ``before`` columns stand before the first mark.
    """
    seen = text[:_LONGEST]
    flat = " ".join((seen if seen.isascii() else _UNBALANCED.sub("", seen)).split())
    words = Plain.of(flat, terms) or Words(flat)
    found = words.finds(terms)
    columns = _Columns(flat)
    chosen = _densest(found, columns, width, _worth(found, terms, language))
    near = words.around(*_stretch(chosen, width))
    if not near:
        return "", ()
    first, last = _window(flat, near, chosen, columns, width, before)
    start = near[first].start if first else 0
    end = _with_punctuation(flat, near[last - 1].end, near[last].start if last < len(near) else len(flat))
    front = ELLIPSIS if start else ""
    back = ELLIPSIS if end < len(flat) else ""
    shift = len(front) - start
    inside = [find for find in found if near[first].start <= find.start and find.end <= near[last - 1].end]
    marks = tuple((begin + shift, finish + shift) for begin, finish in _marks(inside))
    return front + flat[start:end] + back, marks


def _marks(found: list[Find]) -> Marks:
    merged: list[list[int]] = []
    for start, end, _ in found:
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return tuple((start, end) for start, end in merged)


def _worth(found: list[Find], terms: Sequence[str], language: str) -> dict[int, tuple[str, float]]:
    """For each term its kind, which forms of one word share, and what the kind is worth; the rare ones in this text more."""
    often = Counter(find.term for find in found)
    kinds = {term: _kind(terms[term], language) for term in often}
    together: Counter[str] = Counter()
    for term, count in often.items():
        together[kinds[term][0]] += count
    return {term: (kind, size / (1 + math.log(together[kind]))) for term, (kind, size) in kinds.items()}


@lru_cache(1 << 12)
def _kind(term: str, language: str) -> tuple[str, int]:
    """What is the same for forms of a word, and of how many words or runs a term is."""
    pieces = pieces_of(term)
    if len(pieces) > 1 or pieces[0].is_run:
        return term, len(pieces)
    return stemming.stem(term, stemming.language_of(term, language)), 1


def _densest(found: list[Find], columns: _Columns, width: int, worth: dict[int, tuple[str, float]]) -> list[Find]:
    """The finds of the passage that is worth the most; of several the first."""
    best, best_total = (0, 0), 0.0
    inside: dict[str, int] = {}
    total = 0.0
    end = 0
    for start, find in enumerate(found):
        while end < len(found) and (end <= start or columns.between(find.start, found[end].end) <= width):
            kind, value = worth[found[end].term]
            total += 0 if inside.get(kind) else value
            inside[kind] = inside.get(kind, 0) + 1
            end += 1
        if total > best_total + 1e-9:
            best, best_total = (start, end), total
        kind, value = worth[find.term]
        inside[kind] -= 1
        total -= 0 if inside[kind] else value
    return found[slice(*best)]


def _stretch(chosen: list[Find], width: int) -> tuple[int, int]:
    """Offsets around what was chosen, more than can be shown. The rest of the text is not looked at."""
    first, last = (chosen[0].start, max(find.end for find in chosen)) if chosen else (0, 0)
    return first - _BEFORE_A_MARK - 1, max(last, first + width)


def _window(
    flat: str, near: list[Span], chosen: list[Find], columns: _Columns, width: int, most: int
) -> tuple[int, int]:
    """Units of the best passage, end excluded."""
    if not chosen:
        return 0, columns.reach(near, 0, width)
    start, end = chosen[0].start, max(find.end for find in chosen)
    first = bisect_left([unit.start for unit in near], start)
    last = bisect_right([unit.end for unit in near], end)
    room = max(0, width - columns.between(start, end))
    before = min(room // 2, most)
    earliest, usual = (columns.back(near, first, columns_before) for columns_before in (before, before // 2))
    first = _sentence_start(flat, near, first, earliest, usual)
    return first, max(last, columns.reach(near, first, width))


def _sentence_start(text: str, near: list[Span], first: int, earliest: int, usual: int) -> int:
    """Where to begin: at the start of a sentence if one is near, else with some words before the first mark."""
    for at in range(first, earliest - 1, -1):
        before = text[near[at - 1].end : near[at].start] if at else ""
        if not at or _SENTENCE_ENDS.intersection(before):
            return at
    return usual


def _with_punctuation(text: str, end: int, limit: int) -> int:
    """The end of the last unit, and what follows it without a space (a full stop, a closing quote)."""
    while end < limit and not text[end].isspace() and unicodedata.category(text[end]) not in ("Ps", "Pi"):
        end += 1
    return end


class _Columns:
    """Widths in a text; wide characters take two columns."""

    def __init__(self, text: str) -> None:
        self._at: Sequence[int] = range(len(text) + 1)
        if not text.isascii() and _WIDE.search(text):
            widths = {letter: 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in set(text)}
            self._at = [0, *accumulate(map(widths.__getitem__, text))]

    def between(self, start: int, end: int) -> int:
        """Columns between two offsets."""
        return self._at[end] - self._at[start]

    def reach(self, near: list[Span], first: int, width: int) -> int:
        """The unit before which to stop, beginning at ``first``; at least one unit is in."""
        last = first + 1
        while last < len(near) and self.between(near[first].start, near[last].end) <= width:
            last += 1
        return last

    def back(self, near: list[Span], first: int, width: int) -> int:
        """The unit at which to begin, so many columns before ``first``."""
        at = first
        while at and self.between(near[at - 1].start, near[first].start) <= width:
            at -= 1
        return at
