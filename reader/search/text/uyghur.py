"""Uyghur in Latin letters (ULY), and the same word in Arabic ones; and back.

Facts: the table of the Uyghur Latin alphabet of 2001, as in Wikipedia, Uyghur alphabets. A word that begins with a vowel,
and a vowel after a vowel, has a hamza on yeh before it in Arabic letters.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice, product

_VOWELS = {"a": "ا", "e": "ە", "ë": "ې", "é": "ې", "i": "ى", "o": "و", "u": "ۇ", "ö": "ۆ", "ü": "ۈ"}
_CONSONANTS = {
    "ch": "چ", "gh": "غ", "ng": "ڭ", "sh": "ش", "zh": "ژ", "b": "ب", "d": "د", "f": "ف", "g": "گ", "h": "ھ", "j": "ج",
    "k": "ك", "l": "ل", "m": "م", "n": "ن", "p": "پ", "q": "ق", "r": "ر", "s": "س", "t": "ت", "w": "ۋ", "x": "خ",
    "y": "ي", "z": "ز",
}  # fmt: skip
#: Many leave the marks of Latin vowels out. Then each may be one of two.
_BARE = {"e": "ې", "o": "ۆ", "u": "ۈ"}
_LETTER = re.compile("|".join((*_CONSONANTS, *_VOWELS)))  # of two letters first
_HAMZA = "ئ"
_LATIN = {arabic: latin for latin, arabic in _CONSONANTS.items()} | {
    **dict(zip("اىو", "aio", strict=True)),
    **dict(zip("ەېۇۆۈ", "eeuou", strict=True)),  # folded, as the index has them
    _HAMZA: "",
}
#: How the Latin letters go on that are begun with these.
_BEGUN = {"c": "h", "g": "h", "s": "h", "z": "h", "n": "g"}
_MOST = 16


def in_arabic_letters(word: str) -> str:
    """A word of Latin letters, in lower case, in Arabic ones; nothing if a letter is not of Uyghur (c alone, v)."""
    return "".join(options[0] for options in _arabic(word))


def in_other_letters(word: str) -> tuple[str, ...]:
    """A word, in lower case, in the letters of the other script, the likeliest spelling first; nothing if a letter is not of Uyghur."""
    if all(letter in _LATIN for letter in word):
        latin = "".join(map(_LATIN.__getitem__, word))
        return (latin,) if latin else ()
    return tuple(filter(None, map("".join, islice(product(*_arabic(word)), _MOST))))


def beginnings_in_other_letters(word: str) -> tuple[str, ...]:
    """The same for the beginning of a word, whose last letter may be the first of two that are one."""
    further = word + _BEGUN[word[-1]] if word[-1:] in _BEGUN else ""
    return (*in_other_letters(word), *(in_other_letters(further) if further else ()))


def _arabic(word: str) -> list[tuple[str, ...]]:
    """What each letter of a Latin word may be in Arabic ones."""
    composed = unicodedata.normalize("NFC", word)
    letters = _LETTER.findall(composed)
    if sum(map(len, letters)) != len(composed):
        return []
    found: list[tuple[str, ...]] = []
    after_vowel = True
    for letter in letters:
        is_vowel = letter in _VOWELS
        before = _HAMZA if is_vowel and after_vowel else ""
        usual = _VOWELS.get(letter) or _CONSONANTS[letter]
        found.append(tuple(before + one for one in (usual, _BARE.get(letter)) if one))
        after_vowel = is_vowel
    return found
