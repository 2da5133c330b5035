"""What belongs together among the words of a segment: which languages have them, their stems, how they are written.

This is what is stored of it, and how it is read; which word has which stem is said by ``text.stemming``.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search.segments.sets import distinct
from reader.search.segments.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from reader.search.segments.container import Container

_WORD_BITS = 32


class Stems(NamedTuple):
    """The stems of a language in order, and pairs of a stem's and a word's number, rising, for words that are not their own stem."""

    strings: list[bytes]
    numbers: NDArray[np.uint32]
    words: NDArray[np.uint32]


class Writings(NamedTuple):
    """Words, rising, that are mostly not written as they are compared; how they are written, and how often so."""

    words: NDArray[np.uint32]
    strings: list[bytes]
    counts: NDArray[np.uint32]


def writings_of(
    words: NDArray[np.int64], writings: NDArray[np.int64], counts: NDArray[np.int64], strings: Sequence[bytes]
) -> Writings:
    """Of words in any order, each with the number of a writing (below 0: as it is compared) and how often it is met so, the writing met most.

    Of two as frequent it is the one with the higher number.
    """
    order = np.lexsort((writings, words))
    words, writings, counts = words[order], writings[order], counts[order]
    new = np.ones(len(words), bool)
    new[1:] = (words[1:] != words[:-1]) | (writings[1:] != writings[:-1])
    begins = np.flatnonzero(new)
    words, writings = words[begins], writings[begins]
    sums = np.add.reduceat(counts, begins) if len(begins) else counts
    order = np.lexsort((writings, sums, words))
    words, writings, sums = words[order], writings[order], sums[order]
    best = np.append(words[1:] != words[:-1], np.ones(min(1, len(words)), bool)) & (writings >= 0)
    chosen = [strings[number] for number in writings[best].tolist()]
    return Writings(words[best].astype(np.uint32), chosen, sums[best].astype(np.uint32))


def stems_of(strings: list[bytes], numbers: NDArray[np.int64], words: NDArray[np.int64]) -> Stems:
    """Pairs of stems and words in any order, the same as often as it likes, made into ``Stems``; unused strings go."""
    pairs = distinct(numbers.astype(np.uint64) << np.uint64(_WORD_BITS) | words.astype(np.uint64))
    used = distinct(pairs >> np.uint64(_WORD_BITS))
    ranks = np.searchsorted(used, pairs >> np.uint64(_WORD_BITS)).astype(np.uint32)
    return Stems([strings[number] for number in used.tolist()], ranks, pairs.astype(np.uint32))


class Forms:
    """The forms of a segment's words, of which those of some languages are ``stemmed``.

    Raises:
        Damaged: anywhere, when a checksum does not agree.
    """

    def __init__(self, container: Container, stemmed: Collection[str]) -> None:
        self._container = container
        self._stemmed = stemmed
        self._stems: dict[str, Strings] = {}
        self._stem_arrays: dict[tuple[str, str], memoryview] = {}

    def of(self, language: str, stem: str) -> list[int]:
        """The words with this stem that are not the stem itself."""
        number = self._stem_strings(language).find(stem.encode()) if language in self._stemmed else -1
        if number < 0:
            return []
        at = self._stem_array("forms_at", language)
        found: list[int] = self._stem_array("forms", language)[at[number] : at[number + 1]].tolist()
        return found

    def tongues(self, word: int) -> int:
        """Bits for the languages that have a word in a text (``stemming.TONGUES``)."""
        kinds, numbers = self._tongues
        return kinds[numbers[word]]

    def all_tongues(self) -> NDArray[np.uint64]:
        """The same of each word."""
        kinds: NDArray[np.uint64] = self._container.array("tongue_kinds")
        return kinds[self._container.array("tongues")]

    @cached_property
    def _tongues(self) -> tuple[list[int], memoryview]:
        """The sets of languages that there are, few, and which of them each word has."""
        return self._container.array("tongue_kinds").tolist(), memoryview(self._container.array("tongues"))  # type: ignore[arg-type]

    def stems_of(self, language: str, word: int) -> list[str]:
        """The stems of a word in a language, where they are not the word itself."""
        if language not in self._stemmed:
            return []
        words = self._stem_array("stemmed", language)
        first = bisect_left(words, word)
        last = bisect_left(words, word + 1, first)
        if first == last:
            return []
        strings = self._stem_strings(language)
        return [strings[number].decode() for number in self._stem_array("stem_numbers", language)[first:last].tolist()]

    def writing(self, word: int) -> tuple[str, int] | None:
        """How a word is mostly written, and how often so; nothing where that is as it is compared."""
        words, counts, strings = self._writings
        at = bisect_left(words, word)
        return (strings[at].decode(), counts[at]) if at < len(words) and words[at] == word else None

    def all_writings(self) -> Writings:
        """How all words are written that are mostly not written as they are compared."""
        array = self._container.array
        return Writings(array("written_words"), self._writings[2].all(), array("written_counts"))

    @cached_property
    def _writings(self) -> tuple[memoryview, memoryview, Strings]:
        words, counts = (memoryview(self._container.array(name)) for name in ("written_words", "written_counts"))  # type: ignore[arg-type]
        return words, counts, Strings(self._container, "written")

    def _stem_array(self, name: str, language: str) -> memoryview:
        """Plain numbers, which to look up one takes a fifth of an array's time."""
        if (name, language) not in self._stem_arrays:
            self._stem_arrays[name, language] = memoryview(self._container.array(f"{name}.{language}"))  # type: ignore[arg-type]
        return self._stem_arrays[name, language]

    def all_stems(self, language: str) -> Stems:
        """Every stem of a language with the words that have it."""
        strings = self._stem_strings(language).all()
        sizes = np.diff(np.asarray(self._stem_array("forms_at", language))).astype(np.intp)
        numbers = np.repeat(np.arange(len(strings), dtype=np.uint32), sizes)
        return Stems(strings, numbers, self._container.array(f"forms.{language}"))

    def _stem_strings(self, language: str) -> Strings:
        if language not in self._stems:
            self._stems[language] = Strings(self._container, f"stems.{language}")
        return self._stems[language]
