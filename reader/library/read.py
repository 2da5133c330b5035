"""Read one thing: an article, its page with everything on it, a picture."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.library.page_view import article_view, further_view
from reader.model.article import Tier
from reader.model.labels import Labels
from reader.render import further as render_further
from reader.render import page as render_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.handle import Library
    from reader.model.article import Article, Translation
    from reader.model.page import Page
    from reader.model.page_style import PageStyle

_FALLBACK = {
    Tier.THUMB: (Tier.THUMB, Tier.STANDARD, Tier.FULL),
    Tier.STANDARD: (Tier.STANDARD, Tier.FULL, Tier.THUMB),
    Tier.FULL: (Tier.FULL, Tier.STANDARD, Tier.THUMB),
}


def key_of(library: Library, identity: str, publication: str = "") -> int:
    """The key of an article by ``id``, an old alias, or ``publication/id``.

    Raises:
        QueryError: ``article-unknown``, or ``article-ambiguous`` when several publications have it.
    """
    before, slash, after = identity.partition("/")
    name, where = (after, before) if slash else (identity, publication)
    keys = library.store.catalogue.keys(name, where)
    if not keys:
        raise QueryError("article-unknown", id=identity)
    if len(keys) > 1:
        raise QueryError("article-ambiguous", id=identity)
    return keys[0]


def article(library: Library, key: int) -> Article:
    """An article, read from its segment.

    Raises:
        QueryError: ``article-unknown`` when it was withdrawn or never here.
        StoreError: ``segment-missing`` or ``segment-damaged``.
    """
    found = library.store.catalogue.article(key)
    if found is None:
        raise QueryError("article-unknown", id=str(key))
    return found


def page(
    library: Library,
    key: int,
    style: PageStyle,
    *,
    labels: Labels | None = None,
    language: str = "en",
    terms: Sequence[str] = (),
    stories: bool = True,
) -> Page:
    """An article's page, in the interface's ``language``; a search's ``terms`` are marked.

    Without ``stories`` it is there in a fraction of the time, and ``further`` gives what should follow it.

    Raises:
        QueryError, StoreError: as ``article``.
    """
    found, words = article(library, key), labels or Labels()
    view = article_view(library, key, found, words, language)
    if stories:
        after = further_view(library, key, found, words, language)
        view = replace(view, related=after.related, keep_reading=after.keep_reading)
    return render_page(view, style, mark=marker(terms, found.language))


def further(
    library: Library, key: int, style: PageStyle, *, labels: Labels | None = None, language: str = "en"
) -> Page | None:
    """Related stories and what to read next, to be put after the article's ``page``; None where there are none.

    Raises:
        QueryError, StoreError: as ``article``.
    """
    view = further_view(library, key, article(library, key), labels or Labels(), language)
    return render_further(view, style) if view.related or view.keep_reading else None


def marker(terms: Sequence[str], language: str) -> Callable[[str], Sequence[tuple[int, int]]] | None:
    """What finds a search's words in a text of a language; None without any."""
    if not terms:
        return None
    from reader.search import matches  # noqa: PLC0415  (Whoosh is slow to load, and most pages are not hits)

    return partial(matches, terms=terms, language=language)


def translations(library: Library, key: int) -> tuple[Translation, ...]:
    """The same work in other languages."""
    return library.store.catalogue.translations(key)


def picture(library: Library, publication: str, media: str, tier: Tier = Tier.STANDARD) -> bytes | None:
    """A picture in this tier, or the nearest that is here; None when it was never fetched.

    Raises:
        StoreError: ``segment-missing`` or ``segment-damaged``.
    """
    return library.store.catalogue.picture(publication, media, _FALLBACK[tier])
