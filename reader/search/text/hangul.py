"""Syllables of Hangul that are only begun. They are composed letter by letter, so each is another syllable until it is whole.

Facts: The Unicode Standard, 3.12 Conjoining Jamo Behavior; which letters follow each other on one key after another, as in
the usual Korean keyboards (KS X 5002).
"""

from __future__ import annotations

_FIRST, _LAST = 0xAC00, 0xD7A3
_FINALS, _VOWELS = 28, 21
#: Vowels to which another can be added, and how many vowels after each are made so.
_LONGER_VOWELS = {8: 3, 13: 3, 18: 1}
#: Final consonants to which another can be added, with what they are then.
_LONGER_FINALS = {1: (3,), 4: (5, 6), 8: (9, 10, 11, 12, 13, 14, 15), 17: (18,)}
#: For each final consonant what stays of it, and which consonant begins the next syllable, when a vowel follows.
_MOVES = dict(
    enumerate(
        (
            *(
                (0, 0),
                (0, 1),
                (1, 9),
                (0, 2),
                (4, 12),
                (4, 18),
                (0, 3),
                (0, 5),
                (8, 0),
                (8, 6),
                (8, 7),
                (8, 9),
                (8, 16),
            ),
            *((8, 17), (8, 18), (0, 6), (0, 7), (17, 9), (0, 9), (0, 10), (0, 11), (0, 12), (0, 14), (0, 15), (0, 16)),
            *((0, 17), (0, 18)),
        ),
        1,
    )
)


def is_syllable(letter: str) -> bool:
    """Whether this is one syllable."""
    return len(letter) == 1 and _FIRST <= ord(letter) <= _LAST


def further(syllable: str) -> frozenset[str]:
    """The syllable, and those that it becomes when letters are added to it."""
    code = ord(syllable) - _FIRST
    final, vowel = code % _FINALS, code // _FINALS % _VOWELS
    if final:
        return frozenset(chr(ord(syllable) - final + one) for one in (final, *_LONGER_FINALS.get(final, ())))
    count = (1 + _LONGER_VOWELS.get(vowel, 0)) * _FINALS
    return frozenset(map(chr, range(ord(syllable), ord(syllable) + count)))


def parted(syllable: str) -> tuple[str, frozenset[str]] | None:
    """What stays of a syllable when a vowel follows, and what the next one may be; nothing without a final consonant."""
    final = (ord(syllable) - _FIRST) % _FINALS
    if not final:
        return None
    stays, initial = _MOVES[final]
    first = _FIRST + initial * _VOWELS * _FINALS
    return chr(ord(syllable) - final + stays), frozenset(map(chr, range(first, first + _VOWELS * _FINALS)))
