"""Texts in which every character is folded by itself, to one other: they are searched as they are, without cutting them up.

Most texts are so. Not so are those with scripts without spaces, combining marks, ligatures or invisible characters; they are
looked through word by word (``finding``). A test holds that both find the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.search.text.finding import Find, Span, pieces_of
from reader.search.text.script import INVISIBLE, LONGEST, fold, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

_ODD = "\0"
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_BEYOND_ASCII = re.compile("[^\0-\x7f]")
#: So many different characters are replaced one by one: a text of ASCII alone is translated many times as fast.
_FEW = 24
_SOLID = re.compile("[^ ]+")
#: Some words more than are asked for, at either end.
_SLACK = 64


class _Letters(dict[int, str]):
    """The folded letter for each character; a space for what parts words; ``_ODD`` for what is not one for one."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _folded(chr(code))
        return found


def _folded(letter: str) -> str:
    match = word_pattern().fullmatch(letter)
    if match is None:
        return _ODD if unicodedata.category(letter)[0] == "M" or _UNSEEN.match(letter) else " "
    folded = fold(letter)
    return folded if match.lastindex is None and len(folded) == 1 and not folded.isspace() else _ODD


_LETTERS = _Letters()


class Plain:
    """Such a text, folded, with a space for each character between words, before the first and after the last."""

    def __init__(self, padded: str) -> None:
        self._padded = padded

    @classmethod
    def of(cls, text: str, terms: Sequence[str]) -> Self | None:
        """The text folded, to look for these in it; nothing where that is not so simple."""
        if any(len(word) >= LONGEST for term in terms for word in words_of(term)):
            return None
        others = {} if text.isascii() else {one: _LETTERS[ord(one)] for one in set(_BEYOND_ASCII.findall(text))}
        if _ODD in others.values():
            return None
        if len(others) <= _FEW:
            for letter, folded in others.items():
                text = text.replace(letter, folded)
        return cls(f" {text.translate(_LETTERS)} ")

    def finds(self, terms: Sequence[str]) -> list[Find]:
        """Where the terms stand, as ``Words.finds`` says it."""
        return sorted(
            Find(start, end, number) for number, term in enumerate(terms) for start, end in self._places(words_of(term))
        )

    def _places(self, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        if not words:
            return
        first = f" {words[0]} "
        at = self._padded.find(first)
        if at >= 0 and len(words) > 1:
            for match in _sequence(words).finditer(self._padded, at):
                yield match.start(), match.end(1) - 1
            return
        while at >= 0:
            yield at, at + len(first) - 2
            at = self._padded.find(first, at + len(first) - 1)

    def around(self, start: int, end: int) -> list[Span]:
        """The words that touch a stretch of the text, and some before and after."""
        first = self._padded.rfind(" ", 0, max(0, start - _SLACK) + 1)
        last = self._padded.find(" ", end + _SLACK)
        words = _SOLID.finditer(self._padded, max(0, first), last if last >= 0 else len(self._padded))
        return [Span(word.start() - 1, word.end() - 1) for word in words]


@lru_cache(1 << 12)
def words_of(term: str) -> tuple[str, ...]:
    """The folded words of a term; none for one with characters of a script without spaces."""
    pieces = pieces_of(term)
    return () if any(piece.is_run for piece in pieces) else tuple(piece.letters[0] for piece in pieces)


@lru_cache(1 << 8)
def _sequence(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words with nothing but spaces between them, wherever they begin, be it within what was found before."""
    return re.compile(f"(?=( {' +'.join(map(re.escape, words))}) )")
