"""The words of a page in the interface's language."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from reader.model.labels import Labels
from reader.ui.words import text


def page_labels() -> Labels:
    """The labels with every word said by the window; their ``{...}`` stay open."""
    english = Labels()
    return Labels(**{each.name: _said(getattr(english, each.name)) for each in fields(Labels)})


def _said(words: Any) -> Any:
    return text(words) if isinstance(words, str) else {name: text(word) for name, word in words.items()}
