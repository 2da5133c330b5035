"""Many texts cut into words and characters at once, as arrays of places in their UTF-8.

What is cut where is said by the patterns of ``text.script``; a test holds both to the same. Here each character has a kind,
and a word ends where the kind changes.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search.segments.sets import distinct
from reader.search.text import script

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

#: So many zeros stand after the data, so that eight bytes can be read from any place of it.
PADDING = 8


class Cut(NamedTuple):
    """Words, pairs and signs in order: where each begins in ``data``, which is UTF-8 with ASCII in lower case, and its bytes.

    ``odd`` are the numbers of those that are whole runs still: their characters are not what stands there letter by letter.
    """

    data: NDArray[np.uint8]
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]
    odd: NDArray[np.int64]


class _Kind(IntEnum):
    """What a character does to words. Some marks are of unspaced scripts as well, and some invisible characters are marks."""

    GAP = 0
    SIGN = 1
    LETTER = 2
    #: A character of an unspaced script that is one by itself, or one that must be looked at.
    PLAIN = 3
    UNSPACED = 4
    UNSEEN = 5
    MARK = 6
    UNSPACED_MARK = 7
    UNSEEN_MARK = 8


_OUTSIDE, _SIGN, _WORD, _RUN = range(4)
#: What a character of each kind is in; marks are in what they follow.
_STATES = np.array([_OUTSIDE, _SIGN, _WORD, _RUN, _RUN, _OUTSIDE, _OUTSIDE, _OUTSIDE, _OUTSIDE], np.uint8)
_UNKNOWN = 255
_LOWER = bytes(code + 32 if chr(code) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" else code for code in range(256))
_CONTINUED, _CONTINUES = 0xC0, 0x80


def cut(text: str) -> Cut:
    """Cut a text; signs (``VALUE_ENDS``, ``FIELD_ENDS``) are to have spaces around them."""
    encoded = text.encode("utf-8", "surrogatepass")
    data = np.frombuffer(encoded.translate(_LOWER) + bytes(PADDING), np.uint8)
    if len(encoded) == len(text):
        starts, ends, _ = _stretches(np.frombuffer(encoded.translate(_ascii_states()), np.uint8))
        return Cut(data, starts, ends - starts, np.empty(0, np.int64))
    kinds = _kinds(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4"))
    starts, ends, states = _stretches(_in_what(kinds))
    if (kinds == _Kind.UNSEEN).any():
        starts, ends, states = _joined(starts, ends, states, kinds)
    runs = states == _RUN
    odd = np.empty(0, np.int64)
    if runs.any():
        starts, ends, odd = _in_pairs(starts, ends, runs, kinds)
    places = np.flatnonzero((data & _CONTINUED) != _CONTINUES)  # one more for the end: a zero is a character
    starts = places[starts]
    return Cut(data, starts, places[ends] - starts, odd)


@cache
def _ascii_states() -> bytes:
    return _STATES[_kind_of()[:128]].tobytes() + bytes(128)


@cache
def _kind_of() -> NDArray[np.uint8]:
    """The kinds of all characters, as far as they have been met."""
    known = np.full(0x110000, _UNKNOWN, np.uint8)
    known[:128] = [_Kind.LETTER if chr(code).isalnum() else _Kind.GAP for code in range(128)]
    known[[ord(script.VALUE_ENDS), ord(script.FIELD_ENDS)]] = _Kind.SIGN
    return known


def _kinds(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    known = _kind_of()
    kinds = known.take(codes)
    new = kinds == _UNKNOWN
    if new.any():
        for code in distinct(codes[new]).tolist():
            known[code] = _kind(chr(code))
        kinds = known.take(codes)
    return kinds


def _kind(letter: str) -> _Kind:
    is_in = _classes()
    mark = is_in.mark(letter)
    if is_in.unspaced(letter):
        if mark:
            return _Kind.UNSPACED_MARK
        return _Kind.PLAIN if script.is_plain_run(letter) else _Kind.UNSPACED
    if is_in.unseen(letter):
        return _Kind.UNSEEN_MARK if mark else _Kind.UNSEEN
    if mark:
        return _Kind.MARK
    return _Kind.LETTER if script.word_pattern().fullmatch(letter) else _Kind.GAP


def _in_what(kinds: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Of each character whether it is in a word, a run, a sign or in none. A mark is in what it follows, one of an unspaced script may begin a run."""
    states = _STATES.take(kinds)
    marks = np.flatnonzero(kinds >= _Kind.MARK)
    if not len(marks):
        return states
    order = np.arange(len(marks))
    first = np.maximum.accumulate(np.where(np.diff(marks, prepend=-2) != 1, order, 0))
    before = marks[first] - 1
    followed = np.where(before >= 0, states[before], np.uint8(_OUTSIDE))
    begun = np.maximum.accumulate(np.where(kinds[marks] == _Kind.UNSPACED_MARK, order, -1)) >= first
    alone = np.where(begun, np.uint8(_RUN), np.uint8(_OUTSIDE))
    states[marks] = np.where(followed >= _WORD, followed, alone)
    return states


def _stretches(states: NDArray[np.uint8]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint8]]:
    """Where words, runs and signs begin and end, and which is which."""
    changes = np.ones(len(states) + 1, bool)
    np.not_equal(states[1:], states[:-1], out=changes[1:-1])
    edges = np.flatnonzero(changes)
    starts, ends = edges[:-1], edges[1:]
    of_each = states[starts]
    inside = np.flatnonzero(
        of_each != _OUTSIDE
    )  # to pick by places takes a third of by marks, where every other is one
    return starts[inside], ends[inside], of_each[inside]


def _joined(
    starts: NDArray[np.int64], ends: NDArray[np.int64], states: NDArray[np.uint8], kinds: NDArray[np.uint8]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint8]]:
    """Two words or runs with nothing but invisible characters between them are one."""
    unseen = np.flatnonzero((kinds == _Kind.UNSEEN) | (kinds == _Kind.UNSEEN_MARK))
    parted = np.ones(len(starts), bool)
    between = starts[1:] - ends[:-1]
    joined = (between > 0) & (_held(unseen, ends[:-1], starts[1:]) == between) & (states[1:] == states[:-1])
    parted[1:] = ~joined
    first = np.flatnonzero(parted)
    return starts[first], ends[np.append(first[1:], len(starts))[: len(first)] - 1], states[first]


def _in_pairs(
    starts: NDArray[np.int64], ends: NDArray[np.int64], runs: NDArray[np.bool_], kinds: NDArray[np.uint8]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Runs of plain characters become pairs, and the last character alone. At last the numbers of the runs that stay."""
    others = np.flatnonzero((kinds == _Kind.UNSPACED) | (kinds >= _Kind.UNSEEN))
    plain = runs.copy()
    plain[runs] = _held(others, starts[runs], ends[runs]) == 0
    counts = np.where(plain, ends - starts, 1)
    firsts = np.cumsum(counts) - counts
    new = np.arange(int(counts.sum())) + np.repeat(starts - firsts, counts)
    last = np.repeat(ends, counts)
    of_pairs = np.repeat(plain, counts)
    last[of_pairs] = np.minimum(new[of_pairs] + 2, last[of_pairs])
    return new, last, firsts[runs & ~plain]


def _held(places: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many of the places are in each range."""
    if not len(places):
        return np.zeros(len(starts), np.int64)
    return np.searchsorted(places, ends) - np.searchsorted(places, starts)


class _Classes(NamedTuple):
    """Whether a character is of a class of ``script``."""

    mark: Callable[[str], object]
    unspaced: Callable[[str], object]
    unseen: Callable[[str], object]


@cache
def _classes() -> _Classes:
    return _Classes(*(script.letter_of(letters).match for letters in (script.MARKS, script.UNSPACED, script.INVISIBLE)))
