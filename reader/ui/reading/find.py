"""Find words in a page's text: case and accents are ignored. Pure."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reader.ui.utf16 import is_plain, to_units

_MOST = 2000


@lru_cache(maxsize=65536)
def _fold_character(character: str) -> str:
    """One character without case and accents; what only combines, or only directs, is nothing."""
    parts = unicodedata.normalize("NFKD", character.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part) and unicodedata.category(part) != "Cf")


def fold(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the offset it came from."""
    letters: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        folded = _fold_character(character)
        letters.append(folded)
        origins.extend([offset] * len(folded))
    return "".join(letters), origins


def occurrences(text: str, wanted: str) -> list[tuple[int, int]]:
    """(start, end) of every place where ``wanted`` stands, in UTF-16 units, at most 2,000."""
    needle = fold(wanted.strip())[0]
    if not needle:
        return []
    folded, origins = fold(text)
    found: list[tuple[int, int]] = []
    at = folded.find(needle)
    while at >= 0 and len(found) < _MOST:
        found.append((origins[at], origins[at + len(needle) - 1] + 1))
        at = folded.find(needle, at + len(needle))
    return found if is_plain(text) else [(to_units(text, start), to_units(text, end)) for start, end in found]
