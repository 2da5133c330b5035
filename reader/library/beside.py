"""An article and its translation: side by side on one page, or from one to the other without losing the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.page_view import article_view
from reader.library.read import article, key_of, marker, page, translations
from reader.model.labels import Labels
from reader.model.page import Page
from reader.render import beads_of, counterpart
from reader.render import beside as render_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.handle import Library
    from reader.model.article import Translation
    from reader.model.page_style import PageStyle


def page_beside(
    library: Library,
    key: int,
    beside: str,
    style: PageStyle,
    *,
    labels: Labels | None = None,
    language: str = "en",
    terms: Sequence[str] = (),
) -> Page:
    """An article's page with its translation into the language ``beside``; alone where there is none. Without further stories.

    Raises:
        QueryError, StoreError: as ``reader.library.read.article``.
    """
    other = translation(library, key, beside)
    if other is None:
        return page(library, key, style, labels=labels, language=language, terms=terms, stories=False)
    words = labels or Labels()
    found = article(library, key), article(library, other.key)
    views = [
        article_view(library, one, each, words, language) for one, each in zip((key, other.key), found, strict=True)
    ]
    marks = marker(terms, found[0].language), marker(terms, found[1].language)
    return render_beside(views[0], views[1], style, marks)


def translation(library: Library, key: int, language: str) -> Translation | None:
    """The translation of an article into a language, if it is here."""
    return next((one for one in translations(library, key) if one.language == language), None)


def follow(library: Library, identity: str, from_key: int, block: int) -> tuple[int, str]:
    """Where a link leads that was followed from a ``block`` of an article, counted from 1 (0: the top): key and anchor.

    To a translation it leads to the block that says the same; to anything else, without an anchor.

    Raises:
        QueryError, StoreError: as ``reader.library.read.key_of`` and ``article``.
    """
    key = key_of(library, identity)
    if key not in {one.key for one in translations(library, from_key)}:
        return key, ""
    if block < 1:
        return key, Page.TOP
    beads = beads_of(article(library, from_key), article(library, key))
    return key, f"{Page.BLOCK}{counterpart(beads, block - 1) + 1}"
