"""Which words a reader is at: what is selected, or what stands at the top of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.ui.reading.block_place import block_at, cited_at, own_share
from reader.ui.reading.pointing import clean
from reader.ui.reading.text_place import paragraphs_of

if TYPE_CHECKING:
    from reader.ui.reading.browser import Browser


@dataclass(frozen=True, slots=True)
class Passage:
    """Words, the numbers of the paragraphs that they begin and end in, and whether these are of the translation beside the article."""

    words: str
    paragraphs: tuple[int, int]
    other: bool = False


def passage(browser: Browser) -> Passage:
    """What is selected; without any words, the topmost paragraph."""
    cursor, document = browser.textCursor(), browser.document()
    words = clean(cursor.selection().toPlainText())
    at = cursor.selectionStart() if words else browser.top()
    cells = cursor.hasComplexSelection()  # whole ones, of which the last begins where the selection ends
    end = max(at, cursor.selectionEnd() - (not cells)) if words else at
    if not browser.holds_two:
        return Passage(words, paragraphs_of(document, at, end))
    (other, first), (end_other, last) = cited_at(document, at), cited_at(document, end)
    return Passage(words, (first, max(first, last) if end_other == other else first), other)


def block(browser: Browser) -> int:
    """The number of the article's own block that is being read; 0 at the top of the page."""
    return block_at(browser.document(), browser.top(inside=True)) if browser.verticalScrollBar().value() else 0


def share(browser: Browser) -> float:
    """How much of the article's own text stands above the screen, whatever stands beside it (see ``text_place``)."""
    return own_share(browser.document(), browser.top()) if browser.holds_two else browser.fraction()
