"""The window's sentences in one language, from ``resources/translations/<tag>.json``: English -> translation.

A noun that follows a number is keyed by its English plural and has one form a CLDR plural category, as an object;
``{count}`` in a form stands for the number, and may be left out where the form says it. The rules are those of whole numbers in
CLDR's table (unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html).
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field

from reader.model.article import is_right_to_left
from reader.resources import read

TAGS = ("en", "zh-Hans", "zh-Hant", "ru", "kk", "ug", "ar", "fr", "es")
MARKS = {"ru": ("\u00a0", ","), "kk": ("\u00a0", ","), "fr": ("\u202f", ","), "es": (".", ",")}
"""What parts groups of three digits, and what goes before decimals, where that is not a comma and a point (CLDR)."""
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is said in a language; what is missing is said in English."""

    tag: str
    sentences: dict[str, str] = field(default_factory=dict)
    nouns: dict[str, dict[str, str]] = field(default_factory=dict)

    def noun(self, count: int, many: str) -> str:
        """The form after this number of the noun with this English plural; empty when it is missing."""
        forms = self.nouns.get(many, {})
        return forms.get(category(self.tag, count), forms.get("other", ""))


def load(tag: str) -> Catalogue:
    """Read one of ``TAGS``.

    Raises:
        ValueError: the tag is unknown, or the file is damaged (a fault of ours).
    """
    if tag not in TAGS:
        raise ValueError(tag)
    values = json.loads(read(f"translations/{tag}.json")) if tag != "en" else {}
    sentences = {key: _directed(tag, value) for key, value in values.items() if isinstance(value, str)}
    return Catalogue(tag, sentences, {key: value for key, value in values.items() if isinstance(value, dict)})


def _directed(tag: str, sentence: str) -> str:
    """With a mark at its start, where it would take its direction from a foreign word or from data that stands there."""
    ways = [unicodedata.bidirectional(letter) in {"R", "AL"} for letter in sentence]
    runs_left = is_right_to_left(tag) and ("{" in sentence or any(ways))
    return f"\u200f{sentence}" if runs_left and not ways[0] else sentence


def nearest(tags: list[str]) -> str:
    """The first of a system's or a person's languages that the window speaks, or English."""
    return next((found for tag in tags if (found := _known(tag))), "en")


def _known(tag: str) -> str:
    parts = tag.replace("_", "-").lower().split(".", maxsplit=1)[0].split("-")
    if parts[0] == "zh":
        return "zh-Hant" if "hans" not in parts and _TRADITIONAL.intersection(parts) else "zh-Hans"
    return parts[0] if parts[0] in TAGS else ""


def category(tag: str, count: int) -> str:
    """The CLDR plural category of a whole number in a language of ``TAGS``."""
    language = tag.split("-", maxsplit=1)[0]
    if language == "zh":
        return "other"
    if language == "ru":
        return _russian(count)
    if language == "ar":
        return _arabic(count)
    if language in {"fr", "es"} and count and count % _MILLION == 0:
        return "many"
    return "one" if count == 1 or (language == "fr" and count == 0) else "other"


def _russian(count: int) -> str:
    ones, tens = count % 10, count % 100
    if ones == 1 and tens != 11:  # noqa: PLR2004  (the rule's own numbers)
        return "one"
    return "few" if ones in {2, 3, 4} and tens not in {12, 13, 14} else "many"


def _arabic(count: int) -> str:
    few, many = range(3, 11), range(11, 100)
    by_rest = "few" if count % 100 in few else "many" if count % 100 in many else "other"
    return {0: "zero", 1: "one", 2: "two"}.get(count, by_rest)
