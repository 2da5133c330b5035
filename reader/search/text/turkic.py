"""Stems of Kazakh and Uyghur nouns, for which Snowball has no stemmer: plural, possessive and case endings are taken off.

An ending comes off only where the language would put it: after the letters that ask for this form of it (Kazakh -лар,
-дар, -тар), in harmony with the last vowel before it, and if enough letters stay. The longest that fits comes off, then
the next, until none fits, so that a stem is its own stem whatever it happens to end in. Verbs, derived words (-лық,
-chi) and the vowel change of one-syllable Uyghur words (bash, béshi) are left as they are.

Facts of the languages: R. Muhamedowa, Kazakh: A Comprehensive Grammar (2016), and Wiktionary's table of Kazakh noun
endings; T. Engesæth, M. Yakup, A. Dwyer, Greetings from the Teklimakan: A Handbook of Modern Uyghur (2009), with
ccapprox.info/uyghur for the vowels that change before plural and possessive endings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Ending(NamedTuple):
    """An ending, the letters after which it stands, and how many must stay before it."""

    text: str
    after: str
    stay: int
    harmonic: bool


class _Language(NamedTuple):
    """Endings, the longest first, the vowels that go with one another, and words that only seem to have an ending."""

    endings: tuple[_Ending, ...]
    vowels: str
    back: str
    front: str
    whole: frozenset[str]


_SHORTEST = 3
#: What may be a part of the word is taken off only a longer one.
_DOUBTFUL = 4


def _endings(*groups: tuple[str, str, int, bool]) -> tuple[_Ending, ...]:
    found = (_Ending(text, after, stay, harmonic) for texts, after, stay, harmonic in groups for text in texts.split())
    return tuple(sorted(found, key=lambda ending: -len(ending.text)))


_KK_VOWELS = "аәеоөұүыіэяёюиу"
_KK_NASAL, _KK_BUZZING, _KK_GLIDES = "мнң", "жз", "рйуи"
_KK_VOICELESS = "бвгдкқпстшщчцхһфғ"
_KK_VOICED = _KK_NASAL + _KK_BUZZING + _KK_GLIDES + "л"
_KK_CONSONANTS = _KK_VOICED + _KK_VOICELESS
_KAZAKH = _Language(
    _endings(
        ("лар лер", _KK_VOWELS + _KK_GLIDES, _SHORTEST, True),  # plural
        ("дар дер", _KK_NASAL + _KK_BUZZING + "л", _SHORTEST, True),
        ("тар тер", _KK_VOICELESS, _SHORTEST, True),
        ("ның нің", _KK_VOWELS + _KK_NASAL, _SHORTEST, True),  # genitive
        ("дың дің", _KK_BUZZING + _KK_GLIDES + "л", _SHORTEST, True),
        ("тың тің", _KK_VOICELESS, _SHORTEST, True),
        ("ны ні", _KK_VOWELS, _SHORTEST, True),  # accusative
        ("ды ді", _KK_VOICED, _SHORTEST, True),
        ("ты ті", _KK_VOICELESS, _SHORTEST, True),
        ("ға ге", _KK_VOWELS + _KK_VOICED, _SHORTEST, True),  # dative
        ("қа ке", _KK_VOICELESS, _SHORTEST, True),
        ("да де", _KK_VOWELS + _KK_VOICED, _SHORTEST, True),  # locative
        ("та те", _KK_VOICELESS, _SHORTEST, True),
        ("дан ден", _KK_VOWELS + _KK_BUZZING + _KK_GLIDES + "л", _SHORTEST, True),  # ablative
        ("нан нен", _KK_NASAL, _SHORTEST, True),
        ("тан тен", _KK_VOICELESS, _SHORTEST, True),
        ("мен", _KK_VOWELS + _KK_GLIDES + _KK_NASAL + "л", _SHORTEST, False),  # instrumental
        ("бен", _KK_BUZZING, _SHORTEST, False),
        ("пен", _KK_VOICELESS, _SHORTEST, False),
        ("сы сі сын сін сына сіне сында сінде сынан сінен сының сінің сымен сімен", _KK_VOWELS, _SHORTEST, True),  # his
        ("ы і ын ін ына іне ында інде ынан інен ының інің ымен імен", _KK_CONSONANTS, _SHORTEST, True),
        ("мыз міз ңыз ңіз", _KK_VOWELS, _SHORTEST, True),  # our, your
        ("ымыз іміз ыңыз іңіз", _KK_CONSONANTS, _SHORTEST, True),
        ("ым ім ың ің", _KK_CONSONANTS, _DOUBTFUL, True),  # my, thy
    ),
    _KK_VOWELS,
    "аоұы",
    "әеөүі",
    frozenset(("басқа", "бірге")),  # other, not: to a head; together, not: to one
)
#: Consonants that were voiced by a vowel after them.
_KK_UNVOICED = dict(zip("бғг", "пқк", strict=True))

_UG_VOWELS = "اەېىوۇۆۈ"
_UG_CONSONANTS = "بپتجچخدرزژسشغفقكگڭلمنھۋي"
_UG_VOICELESS = "پتچخسشفقكھ" + "بد"  # the last two sound so at the end of a word
_UG_VOICED = _UG_VOWELS + "جرزژغگڭلمنۋي"
_UG_ALL = _UG_VOWELS + _UG_CONSONANTS
_UYGHUR = _Language(
    _endings(
        ("لار لەر", _UG_ALL, _SHORTEST, True),  # plural
        ("لىر", _UG_ALL, _SHORTEST, True),  # the same before a possessive
        ("نىڭ", _UG_ALL, _SHORTEST, True),  # genitive
        ("نى", _UG_ALL, _SHORTEST, True),  # accusative
        ("غا گە", _UG_VOICED, _SHORTEST, True),  # dative
        ("قا كە", _UG_VOICELESS, _SHORTEST, True),
        ("دا دە", _UG_VOICED, _SHORTEST, True),  # locative
        ("تا تە", _UG_VOICELESS, _SHORTEST, True),
        ("دىن", _UG_VOICED, _SHORTEST, True),  # ablative
        ("تىن", _UG_VOICELESS, _SHORTEST, True),
        ("دىكى", _UG_VOICED, _SHORTEST, True),  # what is in
        ("تىكى", _UG_VOICELESS, _SHORTEST, True),
        ("غىچە گىچە", _UG_VOICED, _SHORTEST, True),  # until
        ("قىچە كىچە", _UG_VOICELESS, _SHORTEST, True),
        ("سى", _UG_VOWELS, _SHORTEST, True),  # his
        ("مىز ڭىز ڭلار ڭلەر", _UG_VOWELS, _SHORTEST, True),  # our, your
        ("ىمىز ىڭىز ىڭلار ىڭلەر", _UG_CONSONANTS, _SHORTEST, True),
        ("ى ىم ۇم ۈم ىڭ ۇڭ ۈڭ", _UG_CONSONANTS, _DOUBTFUL, True),  # his, my, thy
        ("ا ە", _UG_CONSONANTS, _DOUBTFUL, False),  # no ending, but it becomes another vowel before one: madda, maddisi
    ),
    _UG_VOWELS,
    "اوۇ",
    "ەۆۈ",
    frozenset(("باشقا", "باشقى", "بىرگە")),  # the same two
)
_UG_REDUCED = dict.fromkeys("اە", "ى")
_TWO_SYLLABLES = 2


def kazakh(word: str) -> str:
    """The stem of a folded word in Cyrillic letters; one in others stays."""
    found = _without(word, _KAZAKH)
    return found[:-1] + _KK_UNVOICED.get(found[-1:], found[-1:])


def uyghur(word: str) -> str:
    """The stem of a folded word in Arabic letters; one in others stays.

    The last ``a`` or ``e`` of words of more than one syllable is written as ``i``, which it becomes before endings (adem,
    adimi).
    """
    found = _without(word, _UYGHUR)
    places = [at for at, letter in enumerate(found) if letter in _UG_VOWELS]
    if len(places) < _TWO_SYLLABLES or places[-1] < len(found) - 2:
        return found
    at = places[-1]
    return found[:at] + _UG_REDUCED.get(found[at], found[at]) + found[at + 1 :]


def _without(word: str, language: _Language) -> str:
    while True:
        shorter = word if word in language.whole else _shorter(word, language)
        if shorter == word:
            return word
        word = shorter


def _shorter(word: str, language: _Language) -> str:
    for ending in language.endings:
        if word.endswith(ending.text):
            rest = word[: -len(ending.text)]
            if len(rest) >= ending.stay and rest[-1] in ending.after and _agrees(rest, ending, language):
                return rest
    return word


def _agrees(rest: str, ending: _Ending, language: _Language) -> bool:
    """Whether the last vowel before the ending and its first are both back or both front; others go with both."""
    before, within = _harmony(reversed(rest), language), _harmony(ending.text, language)
    return not ending.harmonic or not before or not within or before == within


def _harmony(letters: Iterable[str], language: _Language) -> str:
    """The vowels with which the first vowel goes; none for one that goes with both, as reduced vowels do."""
    vowel = next((letter for letter in letters if letter in language.vowels), "")
    return next((kind for kind in (language.back, language.front) if vowel and vowel in kind), "")
