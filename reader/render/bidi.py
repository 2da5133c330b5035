"""Texts of two directions on one line, by Unicode's bidirectional algorithm (UAX 9)."""

from __future__ import annotations

import unicodedata

_LOOKED_AT = 200
_FIRST_STRONG, _POP = "\u2068", "\u2069"


def isolated(html: str) -> str:
    """A piece of a line, fenced so that its direction and punctuation stay its own."""
    return f"{_FIRST_STRONG}{html}{_POP}" if html else ""


def runs_against(text: str, right_to_left: bool) -> bool:
    """Whether a text's first strong letter has the other direction than the page."""
    for character in text[:_LOOKED_AT]:
        match unicodedata.bidirectional(character):
            case "L":
                return right_to_left
            case "R" | "AL":
                return not right_to_left
    return False
