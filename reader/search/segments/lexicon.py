"""Numbers for words: each spelling gets a number when it is first met, and each spelling's folded word another.

Half the time of indexing is here, so that a text takes one regular expression and one look-up a word. What is learnt
serves the next batch too, up to a limit.
"""

from __future__ import annotations

from array import array
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from reader.search.text import stemming
from reader.search.text.analysis import terms_of_run
from reader.search.text.script import FIELD_ENDS, VALUE_ENDS, fold_once, word_pattern, written

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: In place of a word's number, for spellings that are none.
VALUE_END, FIELD_END, NOTHING = -2, -3, -4
#: In place of a spelling's number, for a run of an unspaced script.
_RUN = -1
#: In place of a stem's number: the word is its own, or nobody has asked yet.
NO_STEM, _NOT_ASKED = -1, -2
_MOST = 150_000


class Lexicon:
    """Spellings and words met so far."""

    def __init__(self) -> None:
        self._spellings = _Spellings(self)
        self._pairs = _Pairs(self)
        self._words: dict[str, int] = {}
        self._stem_of: dict[str, array[int]] = {}
        self._stem_numbers: dict[tuple[str, str], int] = {}
        #: The stems by number, each with its own language.
        self.stemmed: list[tuple[str, str]] = []
        #: The folded words, by number.
        self.words: list[str] = []
        #: The spellings, by number.
        self.spellings: list[str] = []
        #: The number of each spelling's word, or one of the constants above.
        self.word_of = array("i")
        self._mark(VALUE_ENDS, VALUE_END)
        self._mark(FIELD_ENDS, FIELD_END)

    @property
    def is_full(self) -> bool:
        """Whether it is time to begin anew."""
        return len(self.spellings) > _MOST

    def numbers(self, text: str) -> list[int]:
        """The numbers of the spellings in a text, in order."""
        found = written(text)
        numbers = list(map(self._spellings.__getitem__, found))
        return self._without_runs(found, numbers) if _RUN in numbers else numbers

    def _without_runs(self, found: list[str], numbers: list[int]) -> list[int]:
        single: list[int] = []
        for spelling, number in zip(found, numbers, strict=True):
            if number == _RUN:
                single.extend(map(self._pairs.__getitem__, terms_of_run(spelling)))
            else:
                single.append(number)
        return single

    def add_spelling(self, spelling: str, word: str) -> int:
        """A number for a new spelling of a word; no word is ``NOTHING``."""
        if word and word not in self._words:
            self._words[word] = len(self.words)
            self.words.append(word)
        return self._mark(spelling, self._words[word] if word else NOTHING)

    def _mark(self, spelling: str, word: int) -> int:
        self.spellings.append(spelling)
        self.word_of.append(word)
        number = len(self.spellings) - 1
        if word in {VALUE_END, FIELD_END}:
            self._spellings[spelling] = number
        return number

    def stems(self, spellings: NDArray[np.int64], language: str) -> NDArray[np.int32]:
        """The numbers of the stems of spellings in texts in a language; ``NO_STEM`` where the word is its own, or none."""
        known = self._stem_of.setdefault(language, array("i"))
        known.extend(repeat(_NOT_ASKED, len(self.spellings) - len(known)))
        every = np.frombuffer(known, np.int32)
        new = spellings[every[spellings] == _NOT_ASKED]
        every[new] = [self._stem(number, language) for number in new.tolist()]
        return every[spellings]

    def _stem(self, number: int, language: str) -> int:
        word = self.word_of[number]
        if word < 0:
            return NO_STEM
        spelling = self.spellings[number].casefold()
        own = stemming.language_of(spelling, language)
        stem = stemming.stem_once(spelling, own) if own else ""
        if not stem or stem == self.words[word]:
            return NO_STEM
        if (own, stem) not in self._stem_numbers:
            self._stem_numbers[own, stem] = len(self.stemmed)
            self.stemmed.append((own, stem))
        return self._stem_numbers[own, stem]


class _Spellings(dict[str, int]):
    """From a spelling to its number. A run has none: there are too many, and each is several terms."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, spelling: str) -> int:
        match = word_pattern().fullmatch(spelling)
        if match is None or match.lastindex is not None:
            return _RUN
        number = self[spelling] = self._lexicon.add_spelling(spelling, fold_once(spelling))
        return number


class _Pairs(dict[str, int]):
    """From a term of a run to its number."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, term: str) -> int:
        number = self[term] = self._lexicon.add_spelling(term, term)
        return number
