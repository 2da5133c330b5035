"""How a question is put to an engine: whole sentences match nothing when every word must, so each gets its parts, ORed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: As many terms as our query language takes.
MOST = 32
_WORD = re.compile(r"[^\W_]+")
#: Runs of what carries the meaning: Han, katakana, Latin and figures; hiragana is left out, which mostly bends words.
_PART = re.compile(r"[\u4e00-\u9fff々]+|[\u30a1-\u30fa\u30fc]+|[A-Za-z0-9]+")
_GRAM = 3


def as_typed(question: str) -> str:
    """The question itself."""
    return question


def words(question: str) -> str:
    """Its words, ORed."""
    return _ored(_WORD.findall(question.lower()), MOST)


def parts(question: str) -> str:
    """Its runs of one script, ORed."""
    return _ored(_PART.findall(question), MOST)


def pairs(question: str) -> str:
    """Each two characters of such a run, ORed; words of Latin stay whole."""
    return _ored((pair for part in _PART.findall(question) for pair in _grams(part, 2)), MOST)


def quoted_words(question: str) -> str:
    """Its words, ORed, each in quotes, as FTS5 needs where a word may be a keyword."""
    return _ored(f'"{word}"' for word in _WORD.findall(question))


def quoted_trigrams(question: str) -> str:
    """Each three characters of a word, ORed."""
    return _ored(f'"{gram}"' for word in _WORD.findall(question) for gram in _grams(word, _GRAM) if len(gram) == _GRAM)


def _grams(run: str, length: int) -> list[str]:
    if run.isascii() and length == 2:
        return [run]
    return [run[at : at + length] for at in range(max(1, len(run) - length + 1))]


def _ored(found: Iterable[str], most: int | None = None) -> str:
    return " OR ".join([*dict.fromkeys(found)][:most])
