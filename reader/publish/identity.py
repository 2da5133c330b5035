"""Ids: what people call things, in the letters that the format allows."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from reader.bundle.fields import ID

_OTHER = re.compile(r"[^a-z0-9._-]+")
_LONGEST = 128
_HASH = 8


def is_id(text: str) -> bool:
    """Whether a text is an id as it stands."""
    return ID.fullmatch(text) is not None


def to_id(text: str) -> str:
    """An id for any text; the same text always gives the same id.

    What is plain ASCII keeps its letters; where other letters were lost, a digest keeps different texts apart.
    """
    folded = unicodedata.normalize("NFKD", text.strip()).casefold()
    kept = _OTHER.sub("-", "".join(letter for letter in folded if not unicodedata.combining(letter)))
    name = kept.strip("-._")
    if folded.isascii() and name and len(name) <= _LONGEST:
        return name
    return with_digest(name, text)


def with_digest(name: str, text: str) -> str:
    """An id with a digest of ``text`` at its end."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:_HASH]
    return f"{name[: _LONGEST - _HASH - 1].rstrip('-._')}-{digest}".lstrip("-")


def to_title(text: str) -> str:
    """A title for a thing that is known only by what articles call it: ``open-source`` becomes Open Source.

    A text that has capitals or spaces of its own is its own title.
    """
    words = re.sub(r"[-_]+", " ", text).strip()
    if not is_id(text) or " " in text:
        return text.strip()
    if len(words) <= 2:  # noqa: PLR2004  (codes of countries and languages)
        return words.upper()
    return " ".join(word[:1].upper() + word[1:] for word in words.split())
