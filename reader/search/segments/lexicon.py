"""Numbers for words: each spelling gets a number when it is first met, and each spelling's folded word another.

A text takes no object a word: it is cut and looked up as arrays. What is learnt serves the next batch too, up to a limit.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from reader.search.segments.cutting import PADDING, cut
from reader.search.segments.interning import Interner
from reader.search.text import stemming
from reader.search.text.analysis import terms_of_run
from reader.search.text.script import FIELD_ENDS, VALUE_ENDS, fold_once, is_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: In place of a word's number, for spellings that are none.
VALUE_END, FIELD_END, NOTHING = -2, -3, -4
#: In place of a stem's number: the word is its own, or nobody has asked yet.
NO_STEM, _NOT_ASKED = -1, -2
_NUMBER_BITS, _NUMBER = 32, 0xFFFFFFFF
_MOST = 150_000
#: Of a spelling so many bytes are looked at: more than ``fold`` looks at.
_LONGEST = 2_056
#: Before a term of a run that was looked at character by character: it is folded already.
_TERM = "\x03"
_SIGNS = {VALUE_ENDS: VALUE_END, FIELD_ENDS: FIELD_END}


class Lexicon:
    """Spellings and words met so far."""

    def __init__(self) -> None:
        self._spellings = Interner()
        self._words = _Numbered()
        self._stem_of: dict[str, NDArray[np.int64]] = {}
        self._stems: dict[str, _Numbered] = {}
        #: The number of each spelling's word, or one of the constants above.
        self.word_of = np.empty(0, np.int32)

    @property
    def is_full(self) -> bool:
        """Whether it is time to begin anew."""
        return len(self._spellings) > _MOST

    @property
    def words(self) -> list[str]:
        """The folded words, by number."""
        return self._words.strings

    def stems(self, language: str) -> list[str]:
        """The stems of a language, by number."""
        return self._stems[language].strings

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
        encoded = [(_TERM + term).encode() for term in terms]
        sizes = np.fromiter(map(len, encoded), np.int64, len(encoded))
        data = np.frombuffer(b"".join(encoded) + bytes(PADDING), np.uint8)
        return self._numbered(data, np.cumsum(sizes) - sizes, sizes)

    def _numbered(
        self, data: NDArray[np.uint8], starts: NDArray[np.int64], sizes: NDArray[np.int64]
    ) -> NDArray[np.int32]:
        known = len(self._spellings)
        numbers = self._spellings.numbers(data, starts, np.minimum(sizes, _LONGEST))
        if len(self._spellings) > known:
            self.word_of = np.append(self.word_of, self._words_of(range(known, len(self._spellings))))
        return numbers

    def _words_of(self, spellings: range) -> NDArray[np.int32]:
        return np.fromiter(map(self._word, self._strings(spellings)), np.int32, len(spellings))

    def _strings(self, spellings: Sequence[int] | NDArray[np.int64]) -> list[str]:
        return [one.decode(errors="ignore") for one in self._spellings.strings(spellings)]

    def _word(self, spelling: str) -> int:
        if spelling[0] > _TERM:
            word = fold_once(spelling) if spelling.isascii() or not is_run(spelling) else spelling
        elif spelling in _SIGNS:
            return _SIGNS[spelling]
        else:
            word = spelling[1:]
        return self._words[word] if word else NOTHING

    def stems_of(
        self, spellings: NDArray[np.int64], language: str
    ) -> dict[str, tuple[NDArray[np.int32], NDArray[np.int32]]]:
        """Of spellings in texts in a language, by the language of their stems, those stems' numbers and their words'.

        Words that are their own stem are not among them.
        """
        known = self._known_stems(spellings, language)
        stemmed = known != NO_STEM
        known, words = known[stemmed], self.word_of[spellings[stemmed]]
        languages = known >> _NUMBER_BITS
        found = {}
        for number, own in enumerate(self._stems):
            chosen = languages == number
            if chosen.any():
                found[own] = (known[chosen] & _NUMBER).astype(np.int32), words[chosen]
        return found

    def _known_stems(self, spellings: NDArray[np.int64], language: str) -> NDArray[np.int64]:
        """The numbers of the stems of spellings, above each the number of its language."""
        every = self._stem_of.get(language, np.empty(0, np.int64))
        if len(every) < len(self._spellings):
            every = np.append(every, np.full(len(self._spellings) - len(every), _NOT_ASKED))
            self._stem_of[language] = every
        new = spellings[every[spellings] == _NOT_ASKED]
        if len(new):
            every[new] = self._new_stems(new, language)
        return every[spellings]

    def _new_stems(self, spellings: NDArray[np.int64], language: str) -> NDArray[np.int64]:
        found = np.full(len(spellings), NO_STEM, np.int64)
        places = np.flatnonzero(self.word_of[spellings] >= 0)
        spellings = spellings[places]
        written = [one.removeprefix(_TERM).casefold() for one in self._strings(spellings)]
        words = list(map(self.words.__getitem__, self.word_of[spellings].tolist()))
        for own, some, stems in stemming.stems_once(written, language):
            numbered = self._stems.setdefault(own, _Numbered())
            base = [*self._stems].index(own) << _NUMBER_BITS
            pairs = zip(stems, map(words.__getitem__, some), strict=True)
            found[places[some]] = [NO_STEM if stem == word else base + numbered[stem] for stem, word in pairs]
        return found


class _Numbered(dict[str, int]):
    """From a string to its number, which it gets when it is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []

    def __missing__(self, string: str) -> int:
        number = self[string] = len(self)
        self.strings.append(string)
        return number
