"""The fingerprint of a publication's first root, short enough to read aloud and to check on paper."""

from __future__ import annotations

import hashlib
import unicodedata

from reader.errors import QueryError

#: Douglas Crockford's base 32: no I, L, O, U, so that nothing is misread.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHARACTERS = 20
_GROUP = 4
_BITS = 95
_MISREAD = str.maketrans("OIL", "011", "- \u2010\u2011\u2012\u2013\u2014\u00a0\t\r\n")


def fingerprint(root1_payload: bytes) -> str:
    """The first 95 bits of the payload's SHA-256 as 19 characters, and a check character, in groups of four."""
    number = int.from_bytes(hashlib.sha256(root1_payload).digest(), "big") >> (256 - _BITS)
    values = [(number >> shift) & 31 for shift in range(_BITS - 5, -1, -5)]
    return _grouped([*values, _remainder([*values, 0])])


def normalize(text: str) -> str:
    """A fingerprint as a person typed it, in its one spelling: ``o`` is 0, ``i`` and ``l`` are 1, gaps do not count.

    Raises:
        QueryError: ``fingerprint-mistyped`` when it is not 20 characters long or the check character does not fit.
    """
    letters = unicodedata.normalize("NFKC", text).upper().translate(_MISREAD)
    values = [ALPHABET.find(letter) for letter in letters]
    if len(values) != CHARACTERS or min(values) < 0 or _remainder(values):
        raise QueryError("fingerprint-mistyped", fingerprint=text[:80])
    return _grouped(values)


def _remainder(values: list[int]) -> int:
    """Horner's rule in GF(32) at the root of x^5 + x^2 + 1: a Reed-Solomon code with one check symbol.

    Its 31 powers differ, so that every single wrong character and every swap of two is noticed.
    """
    remainder = 0
    for value in values:
        remainder = _doubled(remainder) ^ value
    return remainder


def _doubled(value: int) -> int:
    return (value << 1) ^ (0b100101 if value & 0b10000 else 0)


def _grouped(values: list[int]) -> str:
    letters = "".join(ALPHABET[value] for value in values)
    return "-".join(letters[at : at + _GROUP] for at in range(0, CHARACTERS, _GROUP))
