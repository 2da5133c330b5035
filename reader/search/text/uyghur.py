"""Uyghur in Latin letters (ULY), and the same word in Arabic ones.

Facts: the table of the Uyghur Latin alphabet of 2001, as in Wikipedia, Uyghur alphabets. A word that begins with a vowel,
and a vowel after a vowel, has a hamza on yeh before it in Arabic letters.
"""

from __future__ import annotations

import re
import unicodedata

_VOWELS = {"a": "ا", "e": "ە", "ë": "ې", "é": "ې", "i": "ى", "o": "و", "u": "ۇ", "ö": "ۆ", "ü": "ۈ"}
_CONSONANTS = {
    "ch": "چ", "gh": "غ", "ng": "ڭ", "sh": "ش", "zh": "ژ", "b": "ب", "d": "د", "f": "ف", "g": "گ", "h": "ھ", "j": "ج",
    "k": "ك", "l": "ل", "m": "م", "n": "ن", "p": "پ", "q": "ق", "r": "ر", "s": "س", "t": "ت", "w": "ۋ", "x": "خ",
    "y": "ي", "z": "ز",
}  # fmt: skip
_LETTER = re.compile("|".join((*_CONSONANTS, *_VOWELS)))  # of two letters first
_HAMZA = "ئ"


def in_arabic_letters(word: str) -> str:
    """A word of Latin letters, in lower case, in Arabic ones; nothing if a letter is not of Uyghur (c alone, v)."""
    composed = unicodedata.normalize("NFC", word)
    letters = _LETTER.findall(composed)
    if not letters or sum(map(len, letters)) != len(composed):
        return ""
    found: list[str] = []
    after_vowel = True
    for letter in letters:
        is_vowel = letter in _VOWELS
        found.append((_HAMZA if is_vowel and after_vowel else "") + (_VOWELS.get(letter) or _CONSONANTS[letter]))
        after_vowel = is_vowel
    return "".join(found)
