"""The words of the index: those that begin so, those of one stem, those spelt almost so."""

from __future__ import annotations

import heapq
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from reader.search import schema
from reader.search.answers.near import near
from reader.search.segments.classes import MOST_FORMS
from reader.search.text import stemming
from reader.search.text.script import fold
from reader.search.text.uyghur import in_other_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.search.segments.segment import Segment
    from reader.search.segments.snapshot import Snapshot

_REMEMBERED = 1_000
#: From each segment some more than are wanted are added up.
_SPARE = 4
_UYGHUR = "ug"


#: Words, and the tags of the languages in whose texts alone each counts; none for one that counts in all.
Forms = dict[str, frozenset[str]]
_EVERYWHERE: frozenset[str] = frozenset()
_OTHERS = stemming.tongue("")


class Vocabulary:
    """Asks all segments of a snapshot. It remembers the forms of words, as most of what is typed was typed a letter ago."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._segments: list[Segment] = [view.segment for view in snapshot.views]
        self._forms: dict[str, Forms] = {}
        self._speaking: dict[tuple[int, str], frozenset[str]] = {}
        #: By first letters.
        self._written: dict[str, tuple[tuple[str, int, bool], ...]] = {}

    def beginning(self, field: str, prefix: str, most: int) -> list[str]:
        """Terms of a field that begin so, the most frequent first."""
        return [term for term, _ in self.counted(field, prefix, most)]

    def counted(self, field: str, prefix: str, most: int) -> list[tuple[str, int]]:
        """Terms of a field that begin so, the most frequent first, with in how many documents they are."""
        often: Counter[bytes] = Counter()
        for segment in self._segments:
            often.update(dict(_most_frequent(segment, field, prefix.encode(), most * _SPARE)))
        best = heapq.nsmallest(most, ((-count, term) for term, count in often.items()))
        return [(term.decode(), -count) for count, term in best]

    def ending(self, suffix: str, most: int) -> list[str]:
        """Words of the index that end so, the most frequent in texts first."""
        often: Counter[str] = Counter()
        for segment in self._segments:
            for number in segment.words.ending(suffix.encode()).tolist():
                often[segment.words[number].decode()] += _text_count(segment, number)
        return heapq.nsmallest(most, often, key=lambda word: (-often[word], word))

    def forms(self, word: str) -> Forms:
        """All words with a stem of this one, itself first: the stem in every language that has the word, or in all if none has it.

        In others only forms of what would be a stem itself. The word counts in all texts, its forms in those of the language. A word of a language of
        two scripts has its forms in both.
        """
        written = word.casefold()
        if written not in self._forms:
            if len(self._forms) >= _REMEMBERED:
                self._forms.clear()
            self._forms[written] = self._found_forms(written)
        return self._forms[written]

    def known_forms(self, word: str) -> Forms:
        """The same, without a word that the index does not know, as one with an apostrophe."""
        return {form: tags for form, tags in self.forms(word).items() if self.knows(form)} if word else {}

    def _found_forms(self, written: str) -> Forms:
        plain = fold(written)
        return self._settled(plain) or self._looked_up(written, plain)

    def _settled(self, plain: str) -> Forms:
        """The forms as the index has them all together; none where it has to be asked for them one by one."""
        if len(self._snapshot.views) != 1 or (conflated := self._snapshot.views[0].conflated) is None:
            return {}
        segment = self._segments[0]
        number = segment.number(plain)
        found = conflated.settled(number) if number >= 0 else None
        if not found:
            return {}
        forms = {plain: _EVERYWHERE}
        if len(found) > 1:
            forms.update(dict.fromkeys(map(segment.word, found), _EVERYWHERE))
        return forms

    def _looked_up(self, written: str, plain: str) -> Forms:
        spoken = self._tongues(plain)
        tongues: dict[str, int] = {}
        for language, tongue, is_usual in self._written_like(written):
            if spoken & tongue or not spoken & ~_OTHERS:
                found = self._forms_in(language, tongue, written, plain)
            else:
                found = self._of_stem(language, plain) if is_usual else []
                if found and stemming.stem(plain, language) != plain:
                    continue
            for form in found:
                tongues[form] = tongues.get(form, 0) | tongue
        forms = {plain: _EVERYWHERE}
        for form, own in islice(tongues.items(), MOST_FORMS):
            if form != plain:
                forms[form] = self._counting(form, own) if self._tongues(form) & ~own else _EVERYWHERE
        return forms

    def _written_like(self, word: str) -> tuple[tuple[str, int, bool], ...]:
        """The languages in whose letters a word is: each with its bit, and whether these are its usual ones."""
        found = self._written.get(word[:1])
        if found is None:
            stemmed = self._snapshot.stemmed
            usual, second = stemming.languages_for(word, stemmed), stemming.languages_also_for(word, stemmed)
            every = sorted((*usual, *second)) if second else usual
            found = tuple((language, stemming.tongue(language), language in usual) for language in every)
            if word[:1].isalpha():
                self._written[word[0]] = found
        return found

    def _counting(self, form: str, tongues: int) -> frozenset[str]:
        """The languages of the texts whose words in the script of this one are of some tongues."""
        key = tongues, form[0]
        if key not in self._speaking:
            tags = self._snapshot.languages
            speaking = (tag for tag in tags if stemming.tongue(stemming.language_of(form, tag)) & tongues)
            self._speaking[key] = frozenset(speaking)
        return self._speaking[key]

    def _tongues(self, word: str) -> int:
        """Bits for the languages that have a word."""
        found = 0
        for segment in self._segments:
            number = segment.number(word)
            if number >= 0:
                found |= segment.forms.tongues(number)
        return found

    def _forms_in(self, language: str, tongue: int, written: str, plain: str) -> list[str]:
        """The words of a language with a stem of this one: a word that it has in texts has the stems that it has there."""
        stems, known = {plain}, False
        for segment in self._segments:
            number = segment.number(plain)
            if number >= 0:
                stems.update(segment.forms.stems_of(language, number))
                known |= bool(segment.forms.tongues(number) & tongue)
        if not known:
            stems.add(stemming.stem(written, language))
        found = []
        for stem in sorted(stems):
            if any(
                segment.forms.tongues(number) & tongue
                for segment in self._segments
                if (number := segment.number(stem)) >= 0
            ):
                found.append(stem)
            found += self._of_stem(language, stem)
        return found

    def _of_stem(self, language: str, stem: str) -> list[str]:
        """The words that have a stem and are not it."""
        return [
            segment.words[number].decode() for segment in self._segments for number in segment.forms.of(language, stem)
        ]

    def spellings(self, written: str) -> list[str]:
        """The words of the index that a word of Uyghur is in its other script; none for words that are of no such language."""
        return self._of_uyghur(in_other_letters(_plain(written))) if self._has_uyghur else []

    def across(
        self, written: str, others: Callable[[str], Iterable[str]], look: Callable[[str], list[str]]
    ) -> list[str]:
        """What ``look`` finds for a folded word, and then what it finds for ``others`` of it, in the other script of Uyghur.

        What is found in Latin letters, and only in other languages, is of these.
        """
        found = look(fold(written))
        if not self._has_uyghur or (found and found[0].isascii() and not any(map(self._is_uyghur, found))):
            return found
        return [*found, *self._of_uyghur(one for other in others(_plain(written)) for one in look(other))]

    @property
    def _has_uyghur(self) -> bool:
        return _UYGHUR in self._snapshot.stemmed

    def _of_uyghur(self, words: Iterable[str]) -> list[str]:
        """Those that there are; in Latin letters, those that a Uyghur text has."""
        return [
            word for word in dict.fromkeys(words) if (self._is_uyghur(word) if word.isascii() else self.knows(word))
        ]

    def _is_uyghur(self, word: str) -> bool:
        """Whether a word of Latin letters is in a Uyghur text: its stem is in Arabic ones, so each has another."""
        found = ((segment, segment.number(word)) for segment in self._segments)
        return any(segment.forms.stems_of(_UYGHUR, number) for segment, number in found if number >= 0)

    def written(self, word: str) -> str:
        """How a word of the index is mostly written, in lower case: with the accents that it is compared without."""
        often: Counter[str] = Counter()
        for segment in self._segments:
            number = segment.number(word)
            if number >= 0 and (found := segment.forms.writing(number)) is not None:
                often[found[0]] += found[1]
        return max(often, key=lambda writing: (often[writing], writing), default=word)

    def knows(self, word: str) -> bool:
        """Whether the index has a word."""
        return any(segment.number(word) >= 0 for segment in self._segments)

    def similar(self, word: str, distance: int, *, first_letter: bool = True) -> list[tuple[str, int, int]]:
        """Words that differ by at most ``distance`` letters: the word, by how many, and in how many documents' text it is.

        The nearest and most frequent first. ``first_letter`` keeps to words that begin alike.
        """
        found: dict[str, int] = {}
        often: Counter[str] = Counter()
        for segment in self._segments:
            for number, far in near(segment, word, distance, first_letter=first_letter):
                other = segment.words[number].decode()
                found[other] = far
                often[other] += _text_count(segment, number)
        ranked = sorted((far, -often[other], other) for other, far in found.items() if often[other])
        return [(other, far, -count) for far, count, other in ranked]

    def count(self, word: str) -> int:
        """In how many documents' text a word is."""
        found = 0
        for segment in self._segments:
            number = segment.number(word)
            found += _text_count(segment, number) if number >= 0 else 0
        return found


def _plain(written: str) -> str:
    """A word in lower case, its marks on if its letters are Latin: they are a part of Uyghur ones."""
    folded = fold(written)
    return written.casefold() if folded.isascii() else folded


def _most_frequent(segment: Segment, field: str, prefix: bytes, most: int) -> list[tuple[bytes, int]]:
    first, last = segment.entries_between(field, *segment.words.beginning(prefix))
    counts = segment.counts[first:last]
    chosen = np.argpartition(counts, -most)[-most:] if len(counts) > most else np.arange(len(counts))
    words = segment.entry_words[first:last][chosen]
    return [
        (segment.words[number], count) for number, count in zip(words.tolist(), counts[chosen].tolist(), strict=True)
    ]


def _text_count(segment: Segment, number: int) -> int:
    entries = (segment.entry(field, number) for field in schema.PLAIN_FIELDS)
    return max((entry.documents for entry in entries if entry), default=0)
