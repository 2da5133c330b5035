"""Queries of each class, the same in every run. Rare words and phrases come from articles, so that each finds something."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.bench.engines.face import Asked
from tests.bench.words import SEED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.bench.vocabularies import Vocabulary

PREFIX_LETTERS = 4
_PHRASE_RANK = 300
#: What only ours is asked, because the others have it otherwise or not at all.
FUZZY, FIELD, FACETS, TYPED = (
    "fuzzy word",
    "word in a section",
    "common word, with facets",
    "each letter as it is typed",
)
COMMON, RARE, THREE = "common word", "rare word", "three words, AND"
_QUOTED = (COMMON, RARE, THREE)
OURS_ONLY = (FUZZY, FIELD, FACETS, TYPED)


def queries(vocabularies: Sequence[Vocabulary], each: int) -> dict[str, list[Asked]]:
    """So many queries of each class, from each language in turn."""
    chance = random.Random(SEED)

    def some(make: Callable[[Vocabulary], str], *, newest: bool = False, facets: bool = False) -> list[Asked]:
        return [Asked(make(vocabularies[at % len(vocabularies)]), newest, facets) for at in range(each)]

    def common(words: Vocabulary) -> str:
        return chance.choice(words.common)

    def middle(words: Vocabulary) -> str:
        return chance.choice(words.middle)

    return {
        COMMON: some(common),
        RARE: some(lambda words: max(words.passage(chance), key=words.rank)),
        THREE: some(lambda words: " ".join(_sample(chance, words.middle))),
        "three common words, AND": some(lambda words: " ".join(_sample(chance, words.common))),
        "three common words, OR": some(lambda words: " OR ".join(_sample(chance, words.common))),
        "phrase of two common words": some(lambda words: f'"{_pair(words, words.passage(chance))}"'),
        f"prefix of {PREFIX_LETTERS} letters": some(lambda words: f"{middle(words)[:PREFIX_LETTERS]}*"),
        "common word, newest first": some(common, newest=True),
        FUZZY: some(lambda words: f"{middle(words)}~"),
        FIELD: some(lambda words: f"section:{chance.choice(words.sections)} {common(words)}"),
        FACETS: some(common, facets=True),
        TYPED: [Asked(text) for text in _typed(some(lambda words: " ".join(_sample(chance, words.middle)[:2])))],
    }


def quoted(classes: dict[str, list[Asked]]) -> dict[str, list[Asked]]:
    """The classes of single words again, each word in quotation marks: no engine then looks for other forms of it."""
    return {
        f"{name}, in quotes": [one._replace(text=_in_quotes(one.text)) for one in classes[name]]
        for name in _QUOTED
        if name in classes
    }


def _in_quotes(text: str) -> str:
    return " ".join(word if word == "OR" else f'"{word}"' for word in text.split())


def _sample(chance: random.Random, words: Sequence[str]) -> list[str]:
    return chance.sample(words, 3)


def _typed(asked: Sequence[Asked]) -> Iterator[str]:
    """What has been typed after each letter."""
    for one in asked:
        yield from (one.text[:length] for length in range(1, len(one.text) + 1))


def _pair(vocabulary: Vocabulary, words: Sequence[str]) -> str:
    """The first two words in a row that are both frequent, written as the language does."""
    frequent = (pair for pair in pairwise(words) if all(vocabulary.rank(word) < _PHRASE_RANK for word in pair))
    return vocabulary.space.join(next(frequent, tuple(words[:2])))
