"""Copy what is selected: as it is, or with a line that says where it stands."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit

from reader.library import cite
from reader.model.labels import CitationLabels
from reader.ui.words import language, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library import Library

MOST_LINES = 1000
"""More articles at once take seconds, and nobody reads such a list."""


def citation_labels() -> CitationLabels:
    """The words of a citation in the interface's language."""
    return CitationLabels(
        text("edition {serial}"),
        text("paragraph {paragraph}"),
        text("paragraphs {first}–{last}"),
        text("revision {revision}, sha256 {digest}"),
    )


def cited(library: Library, key: int, paragraphs: tuple[int, int] = (0, 0)) -> str:
    """The line for paragraphs of an article, first and last. Made for a lane.

    Raises:
        QueryError, StoreError: as ``reader.library.cite``.
    """
    return cite.citation(library, key, citation_labels(), paragraphs=paragraphs, language=language())


def lines(library: Library, keys: Sequence[int]) -> str:
    """A line for each of these articles. Made for a lane.

    Raises:
        QueryError, StoreError: as ``reader.library.cite``.
    """
    return "\n".join(cited(library, key) for key in keys)


class _Maker(QTextEdit):
    """Makes what the clipboard holds. Made in Python it would be a Python object, which the clipboard lets go after Python has ended."""


def put(passage: str, line: str) -> None:
    """A passage and its line into the clipboard, plain and with the line set apart; the line alone without a passage."""
    plain = f"“{passage}” — {line}" if passage else line
    quoted = "".join(f"<p>{escape(part)}</p>" for part in passage.split("\n") if part)
    data = _Maker().createMimeDataFromSelection()
    data.setText(plain)
    data.setHtml(f"<blockquote>{quoted}</blockquote><p>— {escape(line)}</p>" if passage else f"<p>{escape(line)}</p>")
    QGuiApplication.clipboard().setMimeData(data)
