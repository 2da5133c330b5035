"""Values as people write them, each with its line: texts, lists and mappings, whatever the syntax they came from."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]{0,1000})\]\([^()\s]{0,1000}\)")
_MARKED = (
    re.compile(r"\*\*(?=\S)(.{1,1000}?)(?<=\S)\*\*"),
    re.compile(r"(?<![\w*])\*(?=\S)([^*]{1,1000})(?<=\S)\*(?![\w*])"),
    re.compile(r"(?<![\w_])__?(?=\S)([^_]{1,1000})(?<=\S)__?(?![\w_])"),
    re.compile(r"`([^`]{1,1000})`"),
)
_SPACE = re.compile(r"\s+")
_NAMES = ("name", "title", "display_name", "id", "slug")
_TRUE = frozenset({"true", "yes", "on", "1"})


@dataclass(frozen=True, slots=True)
class Field:
    """A text, nothing, a list or a mapping, and the line of the file where it stands.

    Numbers, dates and true or false are kept as they were written, so that ``no`` stays the Norwegian language, ``007``
    an id and ``2014-11-31`` a date to report.
    """

    value: str | tuple[Field, ...] | Mapping[str, Field] | None
    line: int


@dataclass(frozen=True, slots=True)
class Named:
    """A text and its line."""

    text: str
    line: int


def text(field: Field | None) -> str:
    """A field as one text; of a list the first, of a mapping its name. Empty for what is not there."""
    found = texts(field)
    return found[0].text if found else ""


def texts(field: Field | None, *, commas: bool = False) -> tuple[Named, ...]:
    """A field as a list of texts that are not empty. ``commas``: one text may hold several."""
    if field is None or field.value is None:
        return ()
    if isinstance(field.value, str):
        parts = field.value.split(",") if commas else [field.value]
        return tuple(Named(part.strip(), field.line) for part in parts if part.strip())
    items = field.value if isinstance(field.value, tuple) else (field,)
    named = (Named(_name(item), item.line) for item in items)
    return tuple(one for one in named if one.text)


def _name(item: Field) -> str:
    """An item of a list as a text: of a mapping its name, of another list nothing."""
    value = item.value
    if isinstance(value, Mapping):
        value = next((value[key].value for key in _NAMES if key in value), None)
    return value.strip() if isinstance(value, str) else ""


def member(field: Field | None, *names: str) -> str:
    """The first of these members of a mapping, as a text; empty when it is no mapping or has none of them."""
    if field is None or not isinstance(field.value, Mapping):
        return ""
    return next((found for name in names if (found := text(field.value.get(name)))), "")


def truth(field: Field | None) -> bool:
    """Whether a field says yes."""
    return text(field).lower() in _TRUE


def plain(raw: str) -> str:
    """A text of one line without tags and entities, for titles and standfirsts."""
    return _SPACE.sub(" ", html.unescape(_TAG.sub("", raw))).strip()


def unmarked(raw: str) -> str:
    """A text of one line as ``plain``, and without the marks of Markdown that stand in pairs: site generators write standfirsts in it."""
    words = _LINK.sub(r"\1", plain(raw))
    for marked in _MARKED:
        words = marked.sub(r"\1", words)
    return words
