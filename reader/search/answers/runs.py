"""Did you mean, in scripts without spaces: a run with one character another, too many, wanting, or changed with the next.

What is there in the index are pairs of characters. A run may have been meant that differs in one place, whose pairs are all there.
"""

from __future__ import annotations

from heapq import nlargest
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING

from reader.search import schema
from reader.search.query.items import items
from reader.search.text import analysis
from reader.search.text.han import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.search.answers.vocabulary import Vocabulary

#: So many ways to spell the whole query are worth being tried.
MOST = 8
#: Shorter runs are near too many others, and longer ones are not one word.
_SHORTEST, _LONGEST = 3, 12
_MOST_RUNS = 3
#: So many of the most frequent pairs that begin or end with a character are looked at.
_MOST_PAIRS = 64
#: The first character is seldom the wrong one: how much more frequent what has another must be.
_FIRST = 3
#: To change two that stand together is the likeliest, as nothing has to be made up.
_CHANGED = 3

#: Values of other fields are names, not words.
OF_WORDS = ("", schema.TITLE)

Run = list[tuple[str, int, int]]
Changed = tuple[float, list[str]]


def respelt(text: str, vocabulary: Vocabulary) -> list[str]:
    """The query with a run as it may have been meant, the likeliest first."""
    found: list[tuple[float, str]] = []
    for run in islice(_runs(text), _MOST_RUNS):
        (_, start, _), (_, _, end) = run[0], run[-1]
        for worth, letters in _Change([letter for letter, _, _ in run], vocabulary).all():
            found.append((worth, text[:start] + "".join(letters) + text[end:]))
    return [respelt for _, respelt in nlargest(MOST, dict.fromkeys(found))]


def _runs(text: str) -> Iterator[Run]:
    """The characters of each run that is searched as it is, with their places in the text."""
    spans = [
        (one.value, one.end) for one in items(text) if one.kind == "word" and one.field in OF_WORDS and not one.minus
    ]
    for number, units in groupby(analysis.units(text), key=lambda unit: unit.run):
        run = [(unit.text, unit.start, unit.end) for unit in units]
        inside = any(start <= run[0][1] and run[-1][2] <= end for start, end in spans)
        if number and inside and _SHORTEST <= len(run) <= _LONGEST:
            yield run


class _Change:
    """What a run may have been meant to be, each with its worth: in how many articles the rarest of its new pairs is."""

    def __init__(self, letters: list[str], vocabulary: Vocabulary) -> None:
        self._letters = letters
        self._vocabulary = vocabulary
        self._counts: dict[str, int] = {}
        #: Where pairs begin that are nowhere: what is changed must touch them all.
        self._absent = {at for at, pair in enumerate(pairwise(letters)) if not self._count("".join(pair))}

    def all(self) -> Iterator[Changed]:
        """Each way in which one place of the run may have been meant otherwise."""
        letters, last = self._letters, len(self._letters) - 1
        for at, letter in enumerate(letters):
            if self._absent <= {at - 1, at}:
                others = self._between(letters[at - 1 : at] if at else [], letters[at + 1 : at + 2])
                yield from self._rated(at, at + 1, ([other] for other in others if other != letter))
                if 0 < at < last:
                    yield from self._rated(at, at + 1, [[]])
            if at < last and self._absent <= {at}:
                yield from self._rated(at + 1, at + 1, ([one] for one in self._between([letter], [letters[at + 1]])))
            if at < last and self._absent <= {at - 1, at, at + 1} and letter != letters[at + 1]:
                changed = self._rated(at, at + 2, [[letters[at + 1], letter]])
                yield from ((_CHANGED * worth, run) for worth, run in changed)

    def _rated(self, start: int, end: int, others: Iterable[list[str]]) -> Iterator[Changed]:
        """The run with others in the place of what is there, where all pairs are known."""
        for other in others:
            letters = [*self._letters[:start], *other, *self._letters[end:]]
            touched = letters[max(0, start - 1) : start + len(other) + 1]
            worth = min((self._count("".join(pair)) for pair in pairwise(touched)), default=0)
            if worth:
                yield (worth if start else worth / _FIRST), letters

    def _between(self, before: Sequence[str], after: Sequence[str]) -> list[str]:
        """Characters that stand behind one, or without that before the other; in simplified or traditional Chinese as these are."""
        (known,) = before or after
        found = [
            one if other == known else spellings(one)[:2][-1]
            for other in spellings(known)
            for one in (self._behind(other) if before else self._ahead_of(other))
        ]
        return [one for one in dict.fromkeys(found) if one and len(analysis.terms_of_run(one)) == 1]

    def _behind(self, letter: str) -> list[str]:
        return [
            pair[len(letter) :]
            for pair in self._vocabulary.beginning(schema.BODY, letter, _MOST_PAIRS)
            if pair != letter
        ]

    def _ahead_of(self, letter: str) -> list[str]:
        return [pair[: -len(letter)] for pair in self._vocabulary.ending(letter, _MOST_PAIRS)]

    def _count(self, pair: str) -> int:
        """In how many articles a pair is, in simplified or traditional characters."""
        if pair not in self._counts:
            self._counts[pair] = max(map(self._vocabulary.count, spellings(pair)))
        return self._counts[pair]
