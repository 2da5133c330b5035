"""The terms of what was typed, one after another, each with the words of the index that it may be."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from reader.search.text import analysis, compounds
from reader.search.text.analysis import Token
from reader.search.text.han import spellings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.answers.vocabulary import Vocabulary

#: Of a compound so many ways to write it are marked in a text.
_MOST_MARKED = 64


class Place(NamedTuple):
    """A term of what was typed, as it was written, and the words of the index that it may be."""

    token: Token
    written: str
    words: tuple[str, ...]


def places(text: str, vocabulary: Vocabulary) -> list[Place]:
    """The terms of a text as they are, in simplified and in traditional Chinese, in both scripts of Uyghur; itself first."""
    found: list[Place] = []
    for token, unit in zip(analysis.tokens(text), analysis.units(text), strict=True):
        written = text[unit.start : unit.end]
        others = spellings(token.text)[1:] if token.run else vocabulary.spellings(written)
        found.append(Place(token, written, tuple(dict.fromkeys((token.text, *others)))))
    return found


def inflected(text: str, vocabulary: Vocabulary) -> list[Place]:
    """The words of a compound of a spaced script, each with all its forms.

    What hangs on a word by an apostrophe (l'école, agency's) is none of its own where a stemmer takes it off.
    """
    found: list[Place] = []
    for piece in compounds.pieces(text):
        forms = vocabulary.known_forms(piece)
        if forms:
            found.append(Place(Token(next(iter(forms)), 0, tail=False), piece, tuple(forms)))
        else:
            found += [
                place._replace(words=tuple(vocabulary.forms(place.written))) for place in places(piece, vocabulary)
            ]
    return found


def written_so(found: Sequence[Place]) -> list[str]:
    """Ways to write the words one after another, to be marked: the first words of all places first."""
    return [" ".join(words) for words in islice(product(*(place.words for place in found)), _MOST_MARKED)]


def abreast(found: Sequence[Place]) -> list[str]:
    """Phrases of the first words of all places, of the second ones, and so on; where one has no more, of its last."""
    most = max(len(place.words) for place in found)
    return [" ".join(place.words[min(at, len(place.words) - 1)] for place in found) for at in range(most)]


def parts(text: str) -> list[str]:
    """A text without spaces cut into its runs and words: a comma of Chinese or Japanese stands without a space."""
    spans: list[list[int]] = []
    before = 0
    for unit in analysis.units(text):
        if unit.run and unit.run == before:
            spans[-1][1] = unit.end
        else:
            spans.append([unit.start, unit.end])
        before = unit.run
    return [text[start:end] for start, end in spans]
