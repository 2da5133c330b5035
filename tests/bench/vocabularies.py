"""The words of each corpus by how frequent they are, from which queries are drawn."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench import realtext, words

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_COMMON = slice(5, 60)
_MIDDLE = slice(200, 2_000)
#: Real text of one language has fewer words than a library's.
_REAL_MIDDLE = slice(100, 1_000)
_LEAST_WORDS = 150
_WORD = re.compile(r"[^\W\d_]{2,}")
_PAIR = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{2}")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of a language. ``passage`` draws some that stand in a row in an article; ``space`` is what is between words."""

    ranks: Mapping[str, int]
    common: Sequence[str]
    middle: Sequence[str]
    sections: Sequence[str]
    passage: Callable[[random.Random], Sequence[str]]
    space: str = " "

    def rank(self, word: str) -> int:
        """The place of the word; 0 is the most frequent."""
        return self.ranks.get(word, len(self.ranks))


def invented(articles: int) -> list[Vocabulary]:
    """Of the invented words; passages come from the first ``articles``."""
    known = words.vocabulary()

    def passage(chance: random.Random) -> Sequence[str]:
        return re.findall("[a-z]+", words.article(chance.randint(1, articles)).body.lower())

    ranks = {word: rank for rank, word in enumerate(known)}
    sections = sorted({words.article(key).sections[0] for key in range(1, 25)})
    return [Vocabulary(ranks, known[_COMMON], known[_MIDDLE], sections, passage)]


def real(folder: Path) -> list[Vocabulary]:
    """Of each language of the folder's articles that has words enough. In scripts without spaces two characters are a word."""
    made = (_real(originals) for originals in realtext.originals(folder).values())
    return [one for one in made if len(one.ranks) >= _LEAST_WORDS and len(one.middle) >= 3]


def _real(originals: Sequence[realtext.Original]) -> Vocabulary:
    passages = [found for one in originals for text in one.passages if len(found := words_of(text)) >= 2]
    known = [word for word, _ in Counter(word for passage in passages for word in passage).most_common()]
    return Vocabulary(
        ranks={word: rank for rank, word in enumerate(known)},
        common=known[_COMMON],
        middle=known[_REAL_MIDDLE],
        sections=sorted({one.section for one in originals}),
        passage=lambda chance: chance.choice(passages),
        space="" if passages and realtext.dense(passages[0][0]) else " ",
    )


def words_of(text: str) -> list[str]:
    """The words of a passage in lower case; pairs of characters where the script has no spaces."""
    return (_PAIR if realtext.dense(text) else _WORD).findall(text.lower())
