"""Analysis: from text to the terms of the index. The index side, the query side and the marks cut and fold alike.

The index side does it as arrays (``segments.cutting``) and by spelling (``segments.lexicon``), and the marks by what may be meant (``finding``), for speed;
tests hold both to what stands here. Stems, the other script of a word, and simplified or traditional Chinese are no terms
of a text: the query asks for them as further words.

A word of a spaced script is one term. A run of an unspaced script (Chinese, Japanese, Korean, Thai, Tibetan...) gives one
term at each of its characters: the character and the one after it, and for the last of the run the character alone. So a
phrase is exact, and one character alone is found as the beginning of terms. Apostrophes and hyphens divide words; a
query word with either becomes a phrase.
"""

from __future__ import annotations

from collections import defaultdict
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from reader.search.text.script import characters, fold, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Positions between two values of one field, so that no phrase runs from one tag into the next.
GAP = 16


class Unit(NamedTuple):
    """A word, or one character of an unspaced run. ``start`` and ``end`` are offsets into the text as it was given.

    ``run`` is 0 for a word, else the number of the run in the text, from 1.
    """

    text: str
    start: int
    end: int
    run: int


class Token(NamedTuple):
    """A term as the index holds it. ``tail`` says that it is the last character of a run, alone."""

    text: str
    run: int
    tail: bool


def units(text: str) -> Iterator[Unit]:
    """The words and characters of the text in order, folded."""
    run = 0
    for match in word_pattern().finditer(text):
        start = match.start()
        if match.lastindex is None:
            word = fold(match.group())
            if word:
                yield Unit(word, start, match.end(), 0)
            continue
        run += 1
        for letter, first, last in characters(match.group()):
            yield Unit(letter, start + first, start + last, run)


def tokens(text: str) -> Iterator[Token]:
    """The terms of the text, one for each position."""
    run = 0
    for match in word_pattern().finditer(text):
        if match.lastindex is None:
            word = fold(match.group())
            if word:
                yield Token(word, 0, tail=False)
            continue
        run += 1
        *pairs, last = terms_of_run(match.group())
        yield from (Token(pair, run, tail=False) for pair in pairs)
        yield Token(last, run, tail=True)


def positions(texts: Iterable[str]) -> dict[str, list[int]]:
    """Every term of the texts with its positions, rising. Each text begins ``GAP`` after the one before.

    The same terms as ``tokens``, without an object for each: articles like one another are looked for by them.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    at = 0
    for text in texts:
        for match in word_pattern().finditer(text):
            if match.lastindex is not None:
                terms = terms_of_run(match.group())
            elif word := fold(match.group()):
                terms = [word]
            else:
                continue
            for term in terms:
                found[term].append(at)
                at += 1
        at += GAP
    return found


def terms_of_run(run: str) -> list[str]:
    """Each character of a run with the one after it; at last the last alone."""
    letters = [letter for letter, _, _ in characters(run)]
    return [*map(add, letters, letters[1:]), letters[-1]]


def is_unspaced(term: str) -> bool:
    """Whether a term is of a script without spaces: a pair or a single character."""
    match = word_pattern().match(term)
    return match is not None and match.lastindex is not None
