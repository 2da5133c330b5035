"""Which words of a segment are looked for together: of each word the forms that count wherever they are, as ``answers.vocabulary`` finds them one by one.

A form counts everywhere if no language has it but those through which it is a form; others count in the texts of some languages, and are in no class.
Classes of words of one stem are what Frakes calls conflated ("Stemming Algorithms", in Frakes and Baeza-Yates, "Information Retrieval", 1992).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search.text import stemming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from reader.search.segments.segment import Segment

NONE = np.iinfo(np.uint32).max
#: Of a word with more forms not all are looked for.
MOST_FORMS = 32
_OTHERS = np.uint64(stemming.tongue(""))
_WORD_BITS = np.uint64(32)
_WORD = np.uint64((1 << 32) - 1)

_Pairs = tuple["NDArray[np.int64]", "NDArray[np.int64]"]


class Classes(NamedTuple):
    """The words of each class, which rise, one class after another, and where each begins.

    ``of_word`` is the class of each word, ``NONE`` of one alone. ``settled`` are the words whose forms are just the others of their
    class, or none; those of the rest have to be asked for.
    """

    words: NDArray[np.uint32]
    at: NDArray[np.uint32]
    of_word: NDArray[np.uint32]
    settled: NDArray[np.bool_]


def classes_of(segment: Segment) -> Classes:
    """The classes of at least two words.

    Raises:
        Damaged: the segment is not what was written.
    """
    tongues = segment.forms.all_tongues()
    words, forms, through = _forms(segment, tongues)
    itself = words == forms
    local = ((tongues[forms] & ~through) > 0) & ~itself
    many = np.bincount(words, minlength=len(tongues)) > MOST_FORMS
    settled = ((tongues & ~_OTHERS) > 0) & ~many
    settled[words[local]] = False
    stays = ~local & ~many[words]
    return _numbered(words[stays], forms[stays], settled)


def _numbered(words: NDArray[np.int64], forms: NDArray[np.int64], settled: NDArray[np.bool_]) -> Classes:
    """Classes from each word's forms, sorted by both."""
    begins = np.flatnonzero(np.diff(words, prepend=-1))
    ends = np.append(begins, len(words))[1:]
    numbers: dict[bytes, int] = {}
    of_word = np.full(len(settled), NONE, np.uint32)
    raw, width = forms.astype(np.uint32).tobytes(), np.dtype(np.uint32).itemsize
    for word, begin, end in zip(words[begins].tolist(), begins.tolist(), ends.tolist(), strict=True):
        if end - begin > 1:
            of_word[word] = numbers.setdefault(raw[begin * width : end * width], len(numbers))
    at = np.cumsum([0, *(len(one) // width for one in numbers)]).astype(np.uint32)
    return Classes(np.frombuffer(b"".join(numbers), np.uint32), at, of_word, settled)


def _forms(
    segment: Segment, tongues: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint64]]:
    """Pairs of a word and a form of it, itself among them, sorted; and bits for the languages through which it is one."""
    every = np.arange(len(tongues))
    pairs, through = (
        [every.astype(np.uint64) << _WORD_BITS | every.astype(np.uint64)],
        [np.zeros(len(tongues), np.uint64)],
    )
    for language in sorted(segment.stemmed):
        own = np.uint64(stemming.tongue(language))
        for words, forms in _in_language(segment, language, tongues):
            pairs.append(words.astype(np.uint64) << _WORD_BITS | forms.astype(np.uint64))
            through.append(np.full(len(words), own))
    flat, bits = np.concatenate(pairs), np.concatenate(through)
    order = np.argsort(flat, kind="stable")
    flat, bits = flat[order], bits[order]
    begins = np.flatnonzero(np.append(True, flat[1:] != flat[:-1])) if len(flat) else np.empty(0, np.intp)
    flat = flat[begins]
    united = np.bitwise_or.reduceat(bits, begins) if len(begins) else bits
    return (flat >> _WORD_BITS).astype(np.int64), (flat & _WORD).astype(np.int64), united


def _in_language(segment: Segment, language: str, tongues: NDArray[np.uint64]) -> Iterator[_Pairs]:
    """Pairs of words and forms that a language makes."""
    stems, own = segment.forms.all_stems(language), np.uint64(stemming.tongue(language))
    numbers, words = stems.numbers.astype(np.int64), stems.words.astype(np.int64)
    themselves = np.array([segment.words.find(stem) for stem in stems.strings], np.int64)
    known = np.flatnonzero(themselves >= 0)
    spoken = (tongues[themselves[known]] & own) > 0
    mine, foreign = known[spoken], known[~spoken]
    groups = np.concatenate([numbers, mine])
    members = np.concatenate([words, themselves[mine]])
    yield _joined(members, groups, members, groups, len(stems.strings))
    foreign = foreign[[_is_stem(segment, number, language, tongues) for number in themselves[foreign].tolist()]]
    yield _joined(themselves[foreign], foreign, words, numbers, len(stems.strings))


def _is_stem(segment: Segment, number: int, language: str, tongues: NDArray[np.uint64]) -> bool:
    """Whether a word that others speak would be its own stem in a language."""
    if not tongues[number] & ~_OTHERS:
        return False
    word = segment.words[number].decode()
    return stemming.stem(word, language) == word


def _joined(
    words: NDArray[np.int64],
    groups: NDArray[np.int64],
    forms: NDArray[np.int64],
    in_groups: NDArray[np.int64],
    count: int,
) -> _Pairs:
    """Each word with each form that is in the same group, of which there are so many."""
    order = np.argsort(in_groups, kind="stable")
    forms = forms[order]
    sizes = np.bincount(in_groups, minlength=count)
    begins = np.cumsum(sizes) - sizes
    many = sizes[groups]
    ends = np.cumsum(many)
    places = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(begins[groups] - (ends - many), many)
    return np.repeat(words, many), forms[places]
