"""Numbers for words: each spelling gets a number when it is first met, and each spelling's folded word another.

A text takes no object a word: it is cut and looked up as arrays. What is learnt serves the next batch too, up to a limit.
"""

from __future__ import annotations

from itertools import chain, compress, count
from operator import ne
from typing import TYPE_CHECKING

import numpy as np

from reader.search.segments.cutting import PADDING, cut
from reader.search.segments.interning import Interner, places_in_order, prefixes_of
from reader.search.text import stemming
from reader.search.text.analysis import terms_of_run
from reader.search.text.script import FIELD_ENDS, LONGEST, VALUE_ENDS, as_written, fold_once, is_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: In place of a word's number, for spellings that are none.
VALUE_END, FIELD_END, NOTHING = -2, -3, -4
#: Above a stem's number stands its language's. In place of both: there is no word, or nobody has asked yet.
_NO_WORD, _NOT_ASKED = -1, -2
_NUMBER_BITS, _NUMBER = 32, 0xFFFFFFFF
#: In place of a writing's number: it is the word itself.
AS_WORD = -1
#: In place of a stem's number: the word is its own.
_ITSELF = _NUMBER
_MOST = 150_000
#: Of a spelling so many bytes are looked at: more than ``fold`` looks at.
_LONGEST = 2_056
#: Before a term of a run that was looked at character by character: it is folded already.
_TERM = "\x03"
#: Above all of these in order is what begins with a letter.
_CONTROLS = "\x20"
#: The number of the word that is none.
_EMPTY = 0
_SIGNS = {VALUE_ENDS: VALUE_END, FIELD_ENDS: FIELD_END}


class Lexicon:
    """Spellings and words met so far."""

    def __init__(self) -> None:
        self._spellings = Interner()
        #: As they are written; most are the words' own strings.
        self._written: list[str] = []
        #: The folded words.
        self.words = Numbered()
        self._stem_of: dict[str, NDArray[np.int64]] = {}
        #: The stems by their languages.
        self.stems: dict[str, Numbered] = {}
        self.words.numbers([""])
        self._spellings.numbers(*_laid([sign.encode() for sign in _SIGNS]))
        #: The number of each spelling's word, or one of the constants above.
        self.word_of = np.array([_SIGNS[sign] for sign in self._new()], np.int32)
        #: Words as they are written, where that is not as they are compared.
        self.writings = Numbered()
        #: The number of each spelling's writing, or ``AS_WORD``.
        self.writing_of = np.full(len(_SIGNS), AS_WORD, np.int32)

    @property
    def is_full(self) -> bool:
        """Whether it is time to begin anew."""
        return len(self._spellings) > _MOST

    def numbers(self, text: str) -> NDArray[np.int32]:
        """The numbers of the spellings and signs in a text, in order; signs are to have spaces around them."""
        data, starts, sizes, odd = cut(text)
        if not len(odd):
            return self._numbered(data, starts, sizes)
        runs = [bytes(data[at : at + size]).decode() for at, size in zip(starts[odd], sizes[odd], strict=True)]
        terms = list(map(terms_of_run, runs))
        counts = np.ones(len(starts), np.int64)
        counts[odd] = list(map(len, terms))
        whole = np.ones(len(starts), bool)
        whole[odd] = False
        numbers = np.empty(int(counts.sum()), np.int32)
        of_whole = np.repeat(whole, counts)
        numbers[of_whole] = self._numbered(data, starts[whole], sizes[whole])
        numbers[~of_whole] = self._numbers_of_terms(list(chain.from_iterable(terms)))
        return numbers

    def _numbers_of_terms(self, terms: Sequence[str]) -> NDArray[np.int32]:
        return self._numbered(*_laid([(_TERM + term).encode() for term in terms]))

    def _numbered(
        self, data: NDArray[np.uint8], starts: NDArray[np.int64], sizes: NDArray[np.int64]
    ) -> NDArray[np.int32]:
        numbers = self._spellings.numbers(data, starts, np.minimum(sizes, _LONGEST))
        if len(self._spellings) > len(self._written):
            self._learn(self._new())
        return numbers

    def _learn(self, spellings: Sequence[str]) -> None:
        """The words of new spellings, and how these are written."""
        plain = _are_plain(spellings)
        folded = spellings if plain else list(map(_folded, spellings))
        words = np.array(self.words.numbers(folded), np.int32)
        words[words == _EMPTY] = NOTHING
        self.word_of = np.append(self.word_of, words)
        differ = [
            (place, written)
            for place, (one, word) in enumerate(() if plain else zip(spellings, folded, strict=True))
            if one != word and not one.isascii() and word and (written := _written(one)) != word
        ]
        writings = np.full(len(spellings), AS_WORD, np.int32)
        writings[[place for place, _ in differ]] = self.writings.numbers([written for _, written in differ])
        self.writing_of = np.append(self.writing_of, writings)

    def _new(self) -> list[str]:
        """The spellings that were not written down before, and now are."""
        new = self._spellings.strings(range(len(self._written), len(self._spellings)))
        found = [one.decode(errors="ignore") for one in new]
        self._written += found
        return found

    def stems_of(
        self, spellings: NDArray[np.int64], language: str
    ) -> dict[str, tuple[NDArray[np.int32], NDArray[np.int32]]]:
        """Of spellings in texts in a language, by the language of their stems, those stems' numbers and their words'.

        Words that are their own stem are not among them.
        """
        known = self._known_stems(spellings, language)
        stemmed = (known >= 0) & (known & _NUMBER != _ITSELF)
        known, words = known[stemmed], self.word_of[spellings[stemmed]]
        languages = known >> _NUMBER_BITS
        found = {}
        for own in self.stems:
            chosen = languages == stemming.TONGUES[own]
            if chosen.any():
                found[own] = (known[chosen] & _NUMBER).astype(np.int32), words[chosen]
        return found

    def tongues_of(self, spellings: NDArray[np.int64], language: str) -> tuple[NDArray[np.int32], NDArray[np.uint64]]:
        """The words of spellings in texts in a language, and a bit for the language of each word's stem."""
        known = self._known_stems(spellings, language)
        spoken = known >= 0
        return self.word_of[spellings[spoken]], np.uint64(1) << (known[spoken] >> _NUMBER_BITS).astype(np.uint64)

    def _known_stems(self, spellings: NDArray[np.int64], language: str) -> NDArray[np.int64]:
        """The numbers of the stems of spellings, above each the number of its language (``stemming.TONGUES``)."""
        every = self._stem_of.get(language, np.empty(0, np.int64))
        if len(every) < len(self._spellings):
            every = np.append(every, np.full(len(self._spellings) - len(every), _NOT_ASKED))
            self._stem_of[language] = every
        new = spellings[every[spellings] == _NOT_ASKED]
        if len(new):
            every[new] = self._new_stems(new, language)
        return every[spellings]

    def _new_stems(self, spellings: NDArray[np.int64], language: str) -> NDArray[np.int64]:
        found = np.full(len(spellings), _NO_WORD, np.int64)
        places = np.flatnonzero(self.word_of[spellings] >= 0)
        found[places] = _ITSELF
        spellings = spellings[places]
        written = words = list(map(self._written.__getitem__, spellings.tolist()))
        if not _are_plain(written):
            words = [self.words.strings[word].decode() for word in self.word_of[spellings].tolist()]
            written = [one.removeprefix(_TERM).casefold() for one in written]
        for own, some, stems in stemming.stems_once(written, language):
            every = len(some) == len(words)
            at = places if every else places[some]
            differs = list(map(ne, stems, words if every else map(words.__getitem__, some)))
            numbered = self.stems.setdefault(own, Numbered())
            base = stemming.TONGUES[own] << _NUMBER_BITS
            found[at] = base + _ITSELF
            found[at[differs]] = np.array(numbered.numbers(list(compress(stems, differs))), np.int64) + base
        return found


def _laid(strings: Sequence[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
    """Strings one after another, as ``cut`` gives them: the bytes, where each begins, and how many it has."""
    sizes = np.fromiter(map(len, strings), np.int64, len(strings))
    return np.frombuffer(b"".join(strings) + bytes(PADDING), np.uint8), np.cumsum(sizes) - sizes, sizes


def _are_plain(spellings: Sequence[str]) -> bool:
    """Whether all are of ASCII letters and digits, which ``cut`` gives in lower case: then they are as they are compared. Quickly asked of all at once."""
    joined = "".join(spellings)
    return joined.isascii() and joined.isalnum() and max(map(len, spellings)) <= LONGEST


def _folded(spelling: str) -> str:
    if spelling.isascii() and spelling > _CONTROLS and len(spelling) <= LONGEST:
        return spelling
    if spelling.startswith(_TERM):
        return spelling.removeprefix(_TERM)
    return fold_once(spelling) if spelling.isascii() or not is_run(spelling) else spelling


def _written(spelling: str) -> str:
    """How a word is written; terms of runs are as they are compared."""
    is_term = spelling.startswith(_TERM) or is_run(spelling)
    return _folded(spelling) if is_term else as_written(spelling)


class Numbered(dict[str, int]):
    """From a string to its number, which it gets when it is first met."""

    def __init__(self) -> None:
        super().__init__()
        #: The strings as UTF-8, by number.
        self.strings: list[bytes] = []
        self._prefixes = np.empty(0, np.uint64)

    def numbers(self, strings: Sequence[str]) -> list[int]:
        """The number of each string; those that are new get theirs."""
        new = [one for one in dict.fromkeys(strings) if one not in self]
        self.update(zip(new, count(len(self))))
        self.strings += map(str.encode, new)
        return list(map(self.__getitem__, strings))

    def ordered(self, numbers: NDArray[np.integer]) -> tuple[list[bytes], NDArray[np.int64]]:
        """The strings with these numbers, which come again, each once and in the order of their bytes; and the place in it of each number."""
        used = np.flatnonzero(np.bincount(numbers))
        self._prefixes = np.append(self._prefixes, prefixes_of(self.strings[len(self._prefixes) :]))
        strings = list(map(self.strings.__getitem__, used.tolist()))
        places = places_in_order(strings, self._prefixes[used])
        rank = np.full(max(1, len(self)), -1, np.int64)
        rank[used] = places
        order = np.empty(len(used), np.int64)
        order[places] = np.arange(len(used))
        return list(map(strings.__getitem__, order.tolist())), rank
