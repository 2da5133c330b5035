"""Characters: which are written without spaces, which are marks, and how a word is folded for comparing.

Classes follow the Unicode Character Database; ranges were chosen by hand from its blocks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f\U0001b000-\U0001b16f"
_BOPOMOFO = "\u3105-\u312f\u31a0-\u31bf"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uffa1-\uffdc"
_THAI_LAO = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ece\u0edc-\u0edf"
_KHMER = "\u1780-\u17d3\u17d7\u17dc\u17dd"
_MYANMAR = "\u1000-\u103f\u1050-\u108f\u109a-\u109d\ua9e0-\ua9fe\uaa60-\uaa7f"
_TIBETAN = "\u0f00\u0f40-\u0fbc"
#: Scripts that do not put spaces between words (and Hangul, whose words carry their particles): searched by pairs.
UNSPACED = HAN + _KANA + _BOPOMOFO + _HANGUL + _THAI_LAO + _KHMER + _MYANMAR + _TIBETAN
#: Letters that are apostrophes to the eye. They divide words, as the apostrophe does.
_APOSTROPHES = "\u02b9\u02bb\u02bc\u02bd\u02be\u02bf"
#: Invisible characters that may sit inside a word: soft hyphen, joiners, direction marks, variation selectors.
INVISIBLE = "\u00ad\u034f\u061c\u180b-\u180f\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
#: Hebrew points and Arabic vowel marks, Koranic signs and tatweel: written to help, never to tell two words apart.
_POINTS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]"
)
_MARK_BLOCKS = (
    (0x0300, 0x2100),
    (0x2CE0, 0x3100),
    (0xA600, 0xAC00),
    (0xFB1E, 0xFB1F),
    (0xFE20, 0xFE30),
    (0x10A00, 0x12000),
)


def _marks() -> str:
    """Combining marks as the inside of a character class: the blocks that hold those of living scripts are looked through."""
    ranges: list[list[int]] = []
    for first, last in _MARK_BLOCKS:
        for code in range(first, last):
            if unicodedata.category(chr(code))[0] != "M":
                continue
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


MARKS = _marks()
_ASCII = "0-9A-Za-z"
_LETTERS = rf"[^\W_{UNSPACED}{_APOSTROPHES}]++"
_SPACED = rf"(?:[{_ASCII}]++|{_LETTERS})(?:[{_ASCII}]++|{_LETTERS}|[{MARKS}]++)*+"
_RUN = rf"[{UNSPACED}][{UNSPACED}{MARKS}]*+"
_ASCII_WORD = rf"[{_ASCII}]++(?![^\0-\x7f])"
_RUNS = rf"{_RUN}(?:[{INVISIBLE}]+{_RUN})*"
_WORDS = rf"{_SPACED}(?:[{INVISIBLE}]+{_SPACED})*"
#: Control characters that may stand between the values of a field, and after a field.
VALUE_ENDS, FIELD_ENDS = "\x01", "\x02"

_HIRAGANA = re.compile("[\u3041-\u309f]")
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_NOT_JOINING = re.compile(f"(?![\u200c\u200d])[{INVISIBLE}]")
_PLAIN_RUN = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]+")
_JAMO = "[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]?[\u11a8-\u11ff\ud7cb-\ud7fb]?"
#: Letters of Hangul that make no syllable with their neighbours, until they are normalised.
_LONE_JAMO = re.compile("([\u3131-\u318e\uffa0-\uffdc])")
_PIECE = re.compile(f"(?:{_JAMO}|.)[{MARKS}{INVISIBLE}\uff9e\uff9f]*", re.DOTALL)

#: Letters that readers take for their plain sisters though Unicode does not decompose them.
_SISTERS = str.maketrans(
    {
        **dict(zip("øđłħıŧ", "odlhit", strict=True)),
        "æ": "ae",
        "œ": "oe",
        **dict.fromkeys("\u0622\u0623\u0625\u0671", "\u0627"),  # alef with hamza, madda or wasla
        "\u06cc": "\u064a",  # Persian yeh and kaf, as other keyboards type them
        "\u06a9": "\u0643",
        "\u06c1": "\u0647",  # Urdu heh, and its teh marbuta
        "\u06c3": "\u0629",
    }
)
#: Thai and Lao vowels whose compatibility form would split them between two characters.
_SARA_AM = ("\u0e33", "\u0eb3")
_ACUTE, _DIAERESIS = "\u0301", "\u0308"
_STRESSED = frozenset("аеиоуыэюяіє")  # Russian and Ukrainian vowels, which textbooks mark for stress
_LATIN_OR_GREEK = re.compile("[\0-\u02af\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\u0370-\u03ff\u1f00-\u1fff]")
LONGEST = 64
#: Of a longer word the rest is not looked at: with its marks it has more than the letters that are kept.
_LOOKED_AT = 512


@cache
def word_pattern() -> re.Pattern[str]:
    """Group 1: a run of an unspaced script. Otherwise a word; the first branch is the common case, for speed.

    Made when it is first asked for, as all that follow: each takes some hundredths of a second, and a window begins without.
    """
    return re.compile(f"{_ASCII_WORD}|({_RUNS})|{_WORDS}")


@cache
def apart_pattern() -> re.Pattern[str]:
    """Words and runs as they are written, and what is between them: for ``split``."""
    return re.compile(f"({_ASCII_WORD}|{_RUNS}|{_WORDS})")


@cache
def letter_of(scripts: str) -> re.Pattern[str]:
    """One character of such a class."""
    return re.compile(f"[{scripts}]")


def has_han(text: str) -> bool:
    """Whether there is a Han character in the text."""
    return letter_of(HAN).search(text) is not None


def has_hiragana(text: str) -> bool:
    """Whether there is a hiragana character in the text."""
    return _HIRAGANA.search(text) is not None


def fold_once(word: str) -> str:
    """The form of a word in which spellings that a reader takes for the same are equal; at most 64 characters.

    Compatibility forms, case, digits of other scripts, and marks on Latin and Greek letters are evened out. Marks
    elsewhere are letters in their own right (Uyghur hamza on yeh, Cyrillic short i) and stay.
    """
    if word.isascii():
        return word.lower()[:LONGEST]
    plain = _UNSEEN.sub("", word[:_LOOKED_AT]).replace("\u0345", "")
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold())
    kept = unicodedata.normalize("NFC", _without_marks(without_points(apart)))
    return kept.translate(_SISTERS)[:LONGEST]


#: The same, remembered: for whoever meets a word again and again.
fold = lru_cache(1 << 16)(fold_once)


def as_written(word: str) -> str:
    """A word as it stands in the middle of a sentence: in lower case with all its accents, without what only helps to read.

    What that is: points, vowel marks and tatweel, stress on Russian vowels, invisible characters but for those that part or join letters.
    """
    if word.isascii():
        return word.lower()[:LONGEST]
    lower = unicodedata.normalize("NFKC", _NOT_JOINING.sub("", word[:_LOOKED_AT])).lower()
    apart = unicodedata.normalize("NFD", without_points(lower))
    kept = "".join(
        letter
        for letter, before in zip(apart, " " + apart, strict=False)
        if letter != _ACUTE or before not in _STRESSED
    )
    written = unicodedata.normalize("NFKC", kept)
    return written if len(written) <= LONGEST else fold_once(word)


def without_points(word: str) -> str:
    """A word without Hebrew points or Arabic vowel marks, and without tatweel."""
    return _POINTS.sub("", word)


def _without_marks(text: str) -> str:
    kept: list[str] = []
    base = ""
    for letter in text:
        if not unicodedata.combining(letter):
            base = letter
            kept.append(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter)
        elif not _is_ornament(letter, base):
            kept.append(letter)
    return "".join(kept)


def _is_ornament(mark: str, base: str) -> bool:
    """Whether a mark on this base is left out when words are compared."""
    if mark == _DIAERESIS and base == "е":  # Russian yo, mostly printed as ye
        return True
    if mark == _ACUTE and base in _STRESSED:
        return True
    return not base or _LATIN_OR_GREEK.match(base) is not None


def is_run(written: str) -> bool:
    """Whether what was cut out of a text is a run of an unspaced script, and not a word."""
    return letter_of(UNSPACED).match(written) is not None


@lru_cache(1 << 14)
def begins(letter: str) -> str:
    """How the fold of a word that begins with this letter begins, without its marks; nothing if the letter is left out."""
    return unicodedata.normalize("NFD", fold(letter))[:1]


def is_plain_run(run: str) -> bool:
    """Whether each letter of an unspaced run is a character by itself, and folded already."""
    return _PLAIN_RUN.fullmatch(run) is not None


def evened(run: str) -> str:
    """An unspaced run without differences of compatibility: runs with the same characters have the same."""
    if unicodedata.is_normalized("NFKC", run) and not _UNSEEN.search(run):
        return run
    parts = _LONE_JAMO.split(_UNSEEN.sub("", run))
    return "".join(unicodedata.normalize("NFKC", part) for part in parts)


def characters(run: str) -> list[tuple[str, int, int]]:
    """The characters of an unspaced run as a reader sees them: folded text with its marks, start and end in the run."""
    if is_plain_run(run):
        return [(letter, at, at + 1) for at, letter in enumerate(run)]
    found: list[tuple[str, int, int]] = []
    for piece in _PIECE.finditer(run):
        start, end = piece.span()
        for letter in _letters(piece.group()):
            if found and unicodedata.category(letter[0])[0] == "M":
                text, first, _ = found[-1]
                found[-1] = (text + letter, first, end)
            else:
                found.append((letter, start, end))
    return found


@lru_cache(1 << 14)
def _letters(piece: str) -> tuple[str, ...]:
    """The letters of a piece of a run, each with its marks; marks without a letter come first."""
    found: list[str] = []
    seen = _UNSEEN.sub("", piece)
    for letter in seen if seen[:1] in _SARA_AM else unicodedata.normalize("NFKC", seen):
        if found and unicodedata.category(letter)[0] == "M":
            found[-1] += letter
        else:
            found.append(letter)
    return tuple(found)
