"""The translations folded under a hit: what each is called, and where its name stands in the row's last line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.ui.words import isolated, language_name, neutral, text

if TYPE_CHECKING:
    from reader.model.article import ArticleRow, Translation

Names = tuple[tuple[str, "Translation"], ...]
Span = tuple[int, int]


def named(row: ArticleRow) -> Names:
    """Each translation by its language; by its tag too where two would be called the same."""
    often = Counter(language_name(one.language) for one in row.also)
    return tuple((_name(one.language, often), one) for one in row.also)


def _name(tag: str, often: Counter[str]) -> str:
    name = language_name(tag)
    return f"{name} ({tag})" if often[name] > 1 else name


def also(row: ArticleRow) -> str:
    """``also Русский, 中文``, each name fenced; empty where nothing is folded."""
    names = ", ".join(isolated(name) for name, _one in named(row))
    return text("also {languages}", languages=neutral(names)) if names else ""


def spans(row: ArticleRow) -> tuple[tuple[Span, int], ...]:
    """Where the names stand in ``also``, each with its translation's key."""
    line, at = also(row), 0
    found: list[tuple[Span, int]] = []
    for name, one in named(row):
        start = line.index(isolated(name), at) + 1
        at = start + len(name)
        found.append(((start, at), one.key))
    return tuple(found)
