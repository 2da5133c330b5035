"""Words that analysis cuts: where they have a hyphen, an apostrophe, or something between thousands."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.search.text.analysis import units

_APOSTROPHE = re.compile("['\u2019\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\uff07]")
_HYPHEN = re.compile("[-\u2010\u2011]")
_NUMBER = re.compile(r"\d{1,3}(?:[.,'\u2019\u066c]\d{3})+")
_THOUSAND = 3


def pieces(text: str) -> list[str]:
    """A text cut wherever there is anything but an apostrophe between two words. Apostrophes come out straight, as stemmers know them."""
    spans: list[list[int]] = []
    for unit in units(text):
        if spans and _APOSTROPHE.fullmatch(text, spans[-1][1], unit.start):
            spans[-1][1] = unit.end
        else:
            spans.append([unit.start, unit.end])
    return [_APOSTROPHE.sub("'", text[start:end]) for start, end in spans]


def joined(text: str) -> str:
    """Several words as one: without hyphens, or without what is between thousands; nothing if there is anything else between them."""
    found = list(units(text))
    if _NUMBER.fullmatch(text, found[0].start, found[-1].end):
        return "".join(unit.text for unit in found)
    between = (text[one.end : other.start] for one, other in pairwise(found))
    return "".join(text[unit.start : unit.end] for unit in found) if all(map(_HYPHEN.fullmatch, between)) else ""


def thousands(word: str) -> tuple[str, ...]:
    """A number from a thousand on, cut into its thousands; nothing for other words."""
    if not word.isdecimal() or len(word) <= _THOUSAND:
        return ()
    first = len(word) % _THOUSAND or _THOUSAND
    return (word[:first], *(word[at : at + _THOUSAND] for at in range(first, len(word), _THOUSAND)))
