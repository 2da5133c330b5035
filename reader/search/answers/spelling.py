"""Did you mean: the query with words that are in the index in place of those that are not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reader.search.text import analysis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.search.answers.vocabulary import Vocabulary
    from reader.search.text.analysis import Unit

#: Shorter words are near too many others.
_SHORTEST = 4
_LONG = 6
_MOST_WORDS = 8
#: One letter more outweighs a word some twenty times as frequent.
_COST_OF_A_LETTER = 3.0


def meant(text: str, vocabulary: Vocabulary, sought: Iterable[str]) -> str:
    """The query as it may have been meant; nothing when every word is there, or none is near. ``sought`` are its words."""
    wanted = set(sought)
    changes: list[tuple[Unit, str]] = []
    for unit in list(analysis.units(text)):
        if unit.run or unit.text not in wanted or len(unit.text) < _SHORTEST or unit.text.isdecimal():
            continue
        if len(changes) == _MOST_WORDS:
            break
        if not vocabulary.count(unit.text) and (better := _better(unit.text, vocabulary)):
            changes.append((unit, better))
    for unit, better in reversed(changes):
        text = text[: unit.start] + better + text[unit.end :]
    return text if changes else ""


def _better(word: str, vocabulary: Vocabulary) -> str:
    """The nearest word of the index, weighed against how frequent it is."""
    distance = 1 if len(word) < _LONG else 2
    near = vocabulary.similar(word, distance, first_letter=False)
    ranked = ((math.log(count) - _COST_OF_A_LETTER * far - (found[0] != word[0]), found) for found, far, count in near)
    return max(ranked, default=(0.0, ""))[1]
