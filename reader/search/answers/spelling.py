"""Did you mean: the query with words that are in the index in place of those that are not."""

from __future__ import annotations

import math
from dataclasses import dataclass
from heapq import nlargest
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh import query as whoosh_query

from reader.search import schema
from reader.search.answers.loosened import flat
from reader.search.answers.nodes import AnyField, AnyTerm, adjacent
from reader.search.answers.runs import OF_WORDS, respelt
from reader.search.answers.scored import listed, tabled
from reader.search.query.items import items
from reader.search.text import analysis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from numpy.typing import NDArray

    from reader.search.answers.evaluate import Evaluation
    from reader.search.answers.vocabulary import Vocabulary
    from reader.search.text.analysis import Unit

#: So many ways to spell the whole query are worth being tried.
MOST = 4
#: Shorter words are near too many others.
_SHORTEST = 4
_LONG = 6
#: Each takes a look at every word of the index.
_MOST_WORDS = 4
#: So many near words are counted among what else is asked for.
_MOST_NEAR = 40
#: Of the ways to part a word in two so many are counted.
_MOST_HALVES = 3
#: A phrase whose words are all in more documents takes longer than somebody who types waits.
_MOST_OF_HALF = 5_000
#: One letter more outweighs a word some twenty times as frequent.
_COST_OF_A_LETTER = 3.0
#: What a word counts for that none of the rest's documents has: less than one.
_NOWHERE = 0.1


@dataclass(frozen=True, slots=True)
class Speller:
    """Spells queries with words of the index. ``tree`` is the query with all that narrows it; ``size`` counts all documents there are."""

    vocabulary: Vocabulary
    evaluation: Evaluation
    tree: Any
    size: int

    def candidates(self, text: str, sought: Collection[str]) -> list[str]:
        """The query as it may have been meant, the likeliest first; none when every word is there, or none is near.

        ``sought`` are its words. The nearest words count, and of these such as the rest of the query's documents have.

        Raises:
            TooLong: the time is over.
        """
        wrong = [unit for unit in _words(text) if unit.text in sought and self._is_wrong(text, unit)]
        words = list(dict.fromkeys(unit.text for unit in wrong))[:_MOST_WORDS]
        rest = self._rest() if words else None
        near = {word: found for word in words if (found := self._near(word, rest))}
        if not near:
            return respelt(text, self.vocabulary)
        ways = nlargest(MOST, product(*near.values()), key=lambda way: sum(worth for worth, _ in way))
        written = self.vocabulary.written
        return [_respelt(text, wrong, dict(zip(near, (written(word) for _, word in way), strict=True))) for way in ways]

    def _is_wrong(self, text: str, unit: Unit) -> bool:
        """Whether the index has a word in none of its forms."""
        if len(unit.text) < _SHORTEST or unit.text.isdecimal():
            return False
        return not any(map(self.vocabulary.count, self.vocabulary.forms(text[unit.start : unit.end])))

    def _near(self, word: str, rest: NDArray[np.bool_] | None) -> list[tuple[float, str]]:
        """Words of the index that are near, each with its worth, the best first."""
        distance = 1 if len(word) < _LONG else 2
        near = self.vocabulary.similar(word, distance, first_letter=False)
        costs = [(_COST_OF_A_LETTER * far + (found[0] != word[0]), found, count) for found, far, count in near]
        likely = nlargest(_MOST_NEAR, costs, key=lambda one: (math.log(one[2]) - one[0], one[1]))
        asked = [(cost, found, AnyTerm((field, found) for field in schema.PLAIN_FIELDS)) for cost, found, _ in likely]
        asked += [
            (_COST_OF_A_LETTER, "-".join(map(self.vocabulary.written, halves)), _abreast(halves))
            for halves in self._halves(word)
        ]
        worth = ((math.log(self._count(tree, rest) or _NOWHERE) - cost, found) for cost, found, tree in asked)
        return nlargest(MOST, worth)

    def _halves(self, word: str) -> list[tuple[str, str]]:
        """The word as two that the index has, as in e-mail: the rarer of them the most frequent, where both together are found soon."""
        ways = ((word[:at], word[at:]) for at in range(1, len(word)))
        counted = [(min(map(self.vocabulary.count, halves)), halves) for halves in ways]
        return [halves for _, halves in nlargest(_MOST_HALVES, (one for one in counted if 0 < one[0] <= _MOST_OF_HALF))]

    def _count(self, tree: Any, rest: NDArray[np.bool_] | None) -> int:
        found = self.evaluation.scores(tree)
        return len(found) if rest is None else int(np.count_nonzero(rest[listed(found).documents]))

    def _rest(self) -> NDArray[np.bool_] | None:
        """The documents that all of the query finds but the words that nothing has; nothing for all documents."""
        parts = [
            part for part in flat(self.tree) if not isinstance(part, AnyField) or len(self.evaluation.scores(part))
        ]
        return tabled(self.evaluation.scores(whoosh_query.And(parts)), self.size).found if parts else None


def _abreast(words: tuple[str, ...]) -> AnyField:
    """Words next to each other, in any plain field."""
    return AnyField([adjacent(field, [(word,) for word in words]) for field in schema.PLAIN_FIELDS])


def _words(text: str) -> Iterator[Unit]:
    """The words of a query that are searched as words."""
    spans = [(item.start, item.end) for item in items(text) if item.field not in OF_WORDS]
    for unit in analysis.units(text):
        if not unit.run and not any(start <= unit.start < end for start, end in spans):
            yield unit


def _respelt(text: str, wrong: list[Unit], better: dict[str, str]) -> str:
    for unit in reversed(wrong):
        if unit.text in better:
            text = text[: unit.start] + better[unit.text] + text[unit.end :]
    return text
