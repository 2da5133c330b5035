"""Stems: what the forms of a word have in common, for the languages that have a good stemmer: Snowball's, in PyStemmer, or ours.

Stems are of the index and the query alike, so both must ask for the same language. A stemmer keeps state while it works:
each thread has its own.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import Stemmer  # type: ignore[import-not-found]  # compiled, and without types

from reader.search.text import arabic, turkic
from reader.search.text.script import LONGEST, fold, fold_once
from reader.search.text.uyghur import in_arabic_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali",
    "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
#: Scripts by the first word of their letters' names in Unicode, with their subtags (ISO 15924) and the languages that are not Latin.
_SCRIPTS = {
    "ARABIC": ("arab", "ar fa ur ug ps ckb sd"),
    "ARMENIAN": ("armn", "hy"),
    "CJK": ("hani hans hant jpan", "zh ja yue"),
    "CYRILLIC": ("cyrl", "ru kk uk be bg mk sr ky tg mn tt ba"),
    "DEVANAGARI": ("deva", "hi ne mr sa"),
    "GEORGIAN": ("geor", "ka"),
    "GREEK": ("grek", "el"),
    "HANGUL": ("hang kore", "ko"),
    "HEBREW": ("hebr", "he yi"),
    "HIRAGANA": ("hira jpan", "ja"),
    "KATAKANA": ("kana jpan", "ja"),
    "LATIN": ("latn", "sr"),
    "TAMIL": ("taml", "ta"),
    "THAI": ("thai", "th"),
    "TIBETAN": ("tibt", "bo dz"),
}
_SUBTAGS = {tag for tags, _ in _SCRIPTS.values() for tag in tags.split()}
_NOT_LATIN = {language for name, (_, used) in _SCRIPTS.items() if name != "LATIN" for language in used.split()}
#: Languages that are also read in another script than the one that goes without saying.
_ALSO_WRITTEN = {"ug": "ug-Latn"}
#: For words of another script than the text around them.
_COMMONEST = ("en", "ru", "ar", "el", "hi")
#: Persian letters that Arabic keyboards type otherwise.
_PERSIAN = str.maketrans("يك", "یک")
#: Snowball takes elided words off in French and Italian; in Catalan it does not.
_ELIDED_IN_CATALAN = re.compile("^[dlmnst]'(?=.)")
_THREAD = threading.local()


def has_stemmer(language: str) -> bool:
    """Whether words of the language, a BCP 47 tag, have stems."""
    return _primary(language) in _ALGORITHMS or _primary(language) in _OURS


def stem(word: str, language: str) -> str:
    """The folded stem of a word in a language, a BCP 47 tag; without a stemmer the folded word. Accents are to be on still.

    Stems of Uyghur are in Arabic letters, so that a word has the same in both its scripts.
    """
    return _remembered(word, _primary(language))


def stems_once(words: list[str], language: str) -> Iterator[tuple[str, Sequence[int], list[str]]]:
    """The stems of many words of texts in a language: each language that is theirs (``language_of``), places in ``words``, and stems.

    As ``stem``, without remembering, for whoever asks for each word once. Words without a stemmer are not among them.
    """
    first = [word[:1] for word in words]
    odd = {letter for letter in set(first) if not letter.isalpha()}
    if odd:
        first = [_first_letter(word) if letter in odd else letter for word, letter in zip(words, first, strict=True)]
    own_of = {letter: language_of(letter, language) for letter in set(first)}
    if len({*own_of.values()}) == 1:
        if own := own_of[first[0]]:
            yield own, range(len(words)), _stems_in(words, own)
        return
    owns = list(map(own_of.__getitem__, first))
    for own in dict.fromkeys(filter(None, owns)):
        places = [place for place, one in enumerate(owns) if one == own]
        yield own, places, _stems_in([words[place] for place in places], own)


def _stems_in(words: list[str], primary: str) -> list[str]:
    if primary in _OURS:
        return [_OURS[primary](word.casefold()) for word in words]
    algorithm = _ALGORITHMS[primary]
    try:
        found = _stemmer(algorithm).stemWords(_all_composed(words, algorithm))
    except UnicodeEncodeError:
        return [_stem(word, algorithm) for word in words]
    if not (_are_lower(found) and max(map(len, found)) <= LONGEST):
        found = [stem.lower()[:LONGEST] if stem.isascii() else fold_once(stem) for stem in found]
    return found if all(found) else [stem or fold_once(word) for stem, word in zip(found, words, strict=True)]


def _are_lower(words: Sequence[str]) -> bool:
    """Whether all are of ASCII alone, and none of its capitals. Asked of all at once, for a call for each takes as long as its stemmer."""
    joined = "".join(words)
    return joined.isascii() and joined == joined.lower()


def _all_composed(words: list[str], algorithm: str) -> list[str]:
    """As ``_composed``, which most words do not need."""
    if algorithm == "catalan":
        return [_composed(word, algorithm) for word in words]
    if _are_lower(words):
        return words
    return [word.lower() if word.isascii() else _composed(word, algorithm) for word in words]


def _stem_in(word: str, primary: str) -> str:
    return _OURS[primary](word.casefold()) if primary in _OURS else _stem(word, _ALGORITHMS.get(primary, ""))


_remembered = lru_cache(1 << 16)(_stem_in)


def _uyghur(word: str) -> str:
    return turkic.uyghur(fold(in_arabic_letters(word) or word))


def _kazakh(word: str) -> str:
    return turkic.kazakh(fold(word))


_OURS = {"kk": _kazakh, "ug": _uyghur}
#: Numbers of the languages that have stemmers, and of none. They are in the index.
TONGUES = {language: number for number, language in enumerate(("", *sorted({*_ALGORITHMS, *_OURS})))}


def _stem(word: str, algorithm: str) -> str:
    if not algorithm:
        return fold(word)
    try:
        found = _stemmer(algorithm).stemWord(_composed(word, algorithm))
    except UnicodeEncodeError:  # half of a surrogate pair
        return fold(word)
    return fold(found) or fold(word)


def _composed(word: str, algorithm: str) -> str:
    """A word as its stemmer takes it."""
    if algorithm == "catalan":
        word = _ELIDED_IN_CATALAN.sub("", word.lower())
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFC", word.casefold())
    if algorithm == "persian":
        return composed.translate(_PERSIAN)
    return arabic.bare(composed) if algorithm == "arabic" else composed


def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    held: dict[str, Stemmer.Stemmer] = _THREAD.__dict__.setdefault("held", {})
    if algorithm not in held:
        held[algorithm] = Stemmer.Stemmer(algorithm, 0)  # the memo is ours, over all threads
    return held[algorithm]


def languages_for(word: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """Those of the languages, as BCP 47 tags, that are written in the script of the word's first letter."""
    letter = _first_letter(word)
    return _languages_with(letter, tuple(candidates)) if letter else ()


def _first_letter(word: str) -> str:
    return word[0] if word[:1].isalpha() else next((letter for letter in word if letter.isalpha()), "")


def _languages_with(letter: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
    return _written_in(_script_of(letter), candidates)


@lru_cache(1 << 12)
def _script_of(letter: str) -> str:
    """The first word of its name."""
    return unicodedata.name(letter, "").partition(" ")[0].partition("-")[0].replace("FULLWIDTH", "LATIN")


@lru_cache(1 << 12)
def _written_in(script: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(tag for tag in candidates if _is_written(tag, script))


def languages_also_for(word: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the languages that are also read in the script of the word's first letter, though it is not their usual one."""
    letter = _first_letter(word)
    return _languages_also_with(letter, candidates) if letter else ()


@lru_cache(1 << 12)
def _languages_also_with(letter: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
    second = {_ALSO_WRITTEN[tag]: tag for tag in candidates if tag in _ALSO_WRITTEN}
    usual = _languages_with(letter, candidates)
    return tuple(second[tag] for tag in _languages_with(letter, tuple(second)) if second[tag] not in usual)


def language_of(word: str, language: str) -> str:
    """The language whose stems a word has in a text in ``language``: that one, or for a word in another script the commonest of it.

    Nothing when there is no stemmer for it.
    """
    if languages_for(word, (language,)):
        return _primary(language) if has_stemmer(language) else ""
    return next(iter(languages_for(word, _COMMONEST)), "")


def tongue(language: str) -> int:
    """A bit for the language that ``language_of`` gives; one more for words without a stemmer."""
    return 1 << TONGUES[language]


def _is_written(tag: str, script: str) -> bool:
    tags, used = _SCRIPTS.get(script, ("", ""))
    named = _SUBTAGS.intersection(tag.lower().replace("_", "-").split("-")[1:])
    if named:
        return not named.isdisjoint(tags.split())
    primary = _primary(tag)
    return primary in used.split() or (script == "LATIN" and primary not in _NOT_LATIN)


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
