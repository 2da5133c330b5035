"""Where terms stand in a text. The text is cut into words once; only those that may be meant are looked at more closely."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.search.text.analysis import units
from reader.search.text.script import apart_pattern, begins, characters, evened, fold, is_run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Find(NamedTuple):
    """Where a term stands: offsets of start and end in the text, and the term's number."""

    start: int
    end: int
    term: int


class Span(NamedTuple):
    """A word's, or a character's, offsets of start and end in its text."""

    start: int
    end: int


class Piece(NamedTuple):
    """A part of a term: a folded word, or the characters of one unspaced run."""

    letters: tuple[str, ...]
    is_run: bool


class Words:
    """The words and runs of a text as they are written, with their offsets."""

    def __init__(self, text: str) -> None:
        self._text = text
        parts = apart_pattern().split(text)
        edges = list(accumulate(map(len, parts)))
        self.written: list[str] = parts[1::2]
        self.starts = edges[:-1:2]
        self.ends = edges[1::2]

    def after(self, at: int) -> int:
        """The number of the next word that is one: a lone tatweel or the like is none. Past the end if there is none."""
        at += 1
        while at < len(self.written) and not (is_run(self.written[at]) or fold(self.written[at])):
            at += 1
        return at

    def finds(self, terms: Sequence[str]) -> list[Find]:
        """Where the terms stand, in order; they may overlap. A phrase is found whole, its words with anything between them."""
        patterns = [(number, pieces_of(term)) for number, term in enumerate(terms)]
        spaced = [(number, pieces) for number, pieces in patterns if pieces and not pieces[0].is_run]
        runs = [(number, pieces) for number, pieces in patterns if pieces and pieces[0].is_run]
        found = _beginning_with_words(self, spaced) if spaced else []
        return sorted([*found, *(_beginning_with_runs(self, runs) if runs else ())])

    def around(self, start: int, end: int) -> list[Span]:
        """The words, and characters of runs, that touch a stretch of the text, and some before and after."""
        begin = max(0, bisect_left(self.starts, start) - 1)
        stop = min(len(self.ends), bisect_right(self.ends, end) + 2)
        if begin == stop:
            return []
        first = self.starts[begin]
        near = units(self._text[first : self.ends[stop - 1]])
        return [Span(unit.start + first, unit.end + first) for unit in near]


@lru_cache(1 << 12)
def pieces_of(term: str) -> tuple[Piece, ...]:
    """A term as words and runs; none if there is nothing in it to look for."""
    found: list[Piece] = []
    for run, group in groupby(units(term), key=lambda unit: unit.run):
        letters = tuple(unit.text for unit in group)
        found.extend([Piece(letters, is_run=True)] if run else [Piece((word,), is_run=False) for word in letters])
    return tuple(found)


def _beginning_with_words(words: Words, patterns: list[tuple[int, tuple[Piece, ...]]]) -> Iterator[Find]:
    wanted: dict[str, list[tuple[int, tuple[Piece, ...]]]] = {}
    for number, pieces in patterns:
        wanted.setdefault(pieces[0].letters[0], []).append((number, pieces))
    openings = {begins(word[0]) for word in wanted} | {""}
    likely = (written for written in set(words.written) if begins(written[0]) in openings)
    meant = {written: wanted[word] for written in likely if (word := fold(written)) in wanted}
    for at, written in enumerate(words.written):
        for number, pieces in meant.get(written, ()):
            end = _end(words, at, pieces[1:])
            if end:
                yield Find(words.starts[at], end, number)


def _beginning_with_runs(words: Words, patterns: list[tuple[int, tuple[Piece, ...]]]) -> Iterator[Find]:
    sought = [(number, pieces, "".join(map(evened, pieces[0].letters))) for number, pieces in patterns]
    for at, written in enumerate(words.written):
        if not is_run(written):
            continue
        even = evened(written)
        likely = [(number, pieces) for number, pieces, text in sought if text in even]
        if likely:
            yield from _in_run(words, at, likely)


def _in_run(words: Words, at: int, patterns: list[tuple[int, tuple[Piece, ...]]]) -> Iterator[Find]:
    spans = characters(words.written[at])
    letters = tuple(letter for letter, _, _ in spans)
    begin = words.starts[at]
    for number, (piece, *rest) in patterns:
        size = len(piece.letters)
        first = len(letters) - size if rest else 0
        for place in range(max(0, first), len(letters) - size + 1):
            if letters[place] == piece.letters[0] and letters[place : place + size] == piece.letters:
                end = _end(words, at, rest) if rest else begin + spans[place + size - 1][2]
                if end:
                    yield Find(begin + spans[place][1], end, number)


def _end(words: Words, at: int, rest: Sequence[Piece]) -> int:
    """Where the rest of a term ends if it follows the word; else 0. But the last piece, each is a whole word or run."""
    if not rest:
        return words.ends[at]
    for number, piece in enumerate(rest, 1):
        at = words.after(at)
        if at >= len(words.written):
            return 0
        end = _length(words.written[at], piece, whole=number < len(rest))
        if not end:
            return 0
    return words.starts[at] + end


def _length(written: str, piece: Piece, *, whole: bool) -> int:
    """How much of a word or of a run, from its beginning, a piece is; 0 if it is not there."""
    if is_run(written) != piece.is_run:
        return 0
    if not piece.is_run:
        return len(written) if fold(written) == piece.letters[0] else 0
    spans = characters(written)
    size = len(piece.letters)
    if tuple(letter for letter, _, _ in spans[:size]) != piece.letters or (whole and len(spans) > size):
        return 0
    return spans[size - 1][2]
