"""Queries of each class, the same in every run. Rare words and phrases come from articles, so that each finds something."""

from __future__ import annotations

import random
import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.bench.engines.face import Asked
from tests.bench.words import SEED, article, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

_COMMON = slice(5, 60)
_MIDDLE = slice(200, 2_000)
_PHRASE_RANK = 300
PREFIX_LETTERS = 4


@cache
def ranks() -> dict[str, int]:
    """The place of each word in the vocabulary; 0 is the most frequent."""
    return {word: rank for rank, word in enumerate(vocabulary())}


def queries(articles: int, each: int) -> dict[str, list[Asked]]:
    """So many queries of each class, for an index of the first ``articles``."""
    chance, words = random.Random(SEED), vocabulary()
    common, middle = words[_COMMON], words[_MIDDLE]

    def some(make: Callable[[], str], *, newest: bool = False) -> list[Asked]:
        return [Asked(make(), newest) for _ in range(each)]

    def body() -> list[str]:
        return re.findall("[a-z]+", article(chance.randint(1, articles)).body.lower())

    return {
        "common word": some(lambda: chance.choice(common)),
        "rare word": some(lambda: max(body(), key=ranks().__getitem__)),
        "three words, AND": some(lambda: " ".join(chance.sample(middle, 3))),
        "three common words, AND": some(lambda: " ".join(chance.sample(common, 3))),
        "three common words, OR": some(lambda: " OR ".join(chance.sample(common, 3))),
        "phrase of two common words": some(lambda: f'"{_pair(body())}"'),
        "common word, facets": [Asked(one.text, facets=True) for one in some(lambda: chance.choice(common))],
        f"prefix of {PREFIX_LETTERS} letters": some(lambda: f"{chance.choice(middle)[:PREFIX_LETTERS]}*"),
        "common word, newest first": some(lambda: chance.choice(common), newest=True),
    }


def _pair(words: list[str]) -> str:
    """The first two words in a row that are both frequent."""
    pairs = pairwise(words)
    frequent = (pair for pair in pairs if all(ranks()[word] < _PHRASE_RANK for word in pair))
    return " ".join(next(frequent, tuple(words[:2])))
