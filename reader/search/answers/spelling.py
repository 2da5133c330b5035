"""Did you mean: the query with words that are in the index in place of those that are not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reader.search.text import analysis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.search.answers.vocabulary import Vocabulary

#: Shorter words are near too many others.
_SHORTEST = 4
_LONG = 6
#: Each takes a look at every word of the index.
_MOST_WORDS = 4
#: One letter more outweighs a word some twenty times as frequent.
_COST_OF_A_LETTER = 3.0


def meant(text: str, vocabulary: Vocabulary, sought: Iterable[str]) -> str:
    """The query as it may have been meant; nothing when every word is there, or none is near. ``sought`` are its words."""
    wanted = set(sought)
    better: dict[str, str] = {}
    found = [unit for unit in analysis.units(text) if not unit.run and unit.text in wanted and _may_be_wrong(unit.text)]
    for word in list(dict.fromkeys(unit.text for unit in found))[:_MOST_WORDS]:
        if not vocabulary.count(word):
            better[word] = _better(word, vocabulary)
    changes = [unit for unit in found if better.get(unit.text)]
    for unit in reversed(changes):
        text = text[: unit.start] + better[unit.text] + text[unit.end :]
    return text if changes else ""


def _may_be_wrong(word: str) -> bool:
    return len(word) >= _SHORTEST and not word.isdecimal()


def _better(word: str, vocabulary: Vocabulary) -> str:
    """The nearest word of the index, weighed against how frequent it is."""
    distance = 1 if len(word) < _LONG else 2
    near = vocabulary.similar(word, distance, first_letter=False)
    ranked = ((math.log(count) - _COST_OF_A_LETTER * far - (found[0] != word[0]), found) for found, far, count in near)
    return max(ranked, default=(0.0, ""))[1]
