"""Search: the index finds and ranks, the store gives rows and texts, and each hit shows its best passage."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from reader.library import within
from reader.library.browse import rows
from reader.library.known import LibraryKnown
from reader.model.article import Translation
from reader.model.search import SearchPage
from reader.render import plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.handle import Library
    from reader.model.article import ArticleRow
    from reader.model.search import Facet, Hit, Query


_BEFORE_IN_ONE_LINE = 12


def search(library: Library, query: Query, language: str = "en", *, passages: bool = True) -> SearchPage:
    """A page of hits with snippets, facets labelled in ``language``. ``ms`` counts the search and its snippets.

    Without ``passages`` the hits have no snippets yet: most of the time is spent on them. ``with_passages`` finds them.

    Raises:
        QueryError: ``node-not-searchable``, because of ``within``. Nothing typed raises.
    """
    _ = library.index  # loaded and opened before the clock starts
    started = perf_counter()
    question = within.asked(query)
    hits = library.ask(lambda index: index.search(question, LibraryKnown(library)))
    found = _rows(library, hits.hits, language)
    hint = hits.hint or ("index-rebuilding" if library.is_indexing else "")
    return SearchPage(
        query,
        hits.total,
        with_passages(library, found, hits.terms) if passages else found,
        hint=hint,
        terms=hits.terms,
        facets=tuple(_labelled(library, facet, language) for facet in hits.facets),
        months=hits.months,
        years=hits.years,
        meant=within.meant(query, hits.meant),
        ms=round((perf_counter() - started) * 1000, 1),
    )


def keys(library: Library, query: Query) -> Sequence[int]:
    """Keys of all hits in their order, however many: what ``search`` shows a page of.

    Raises:
        QueryError: as ``search``.
    """
    question = within.asked(query)._replace(limit=0, facets=False, keys=True)
    return library.ask(lambda index: index.search(question, LibraryKnown(library))).keys


def with_passages(library: Library, rows: Sequence[ArticleRow], terms: Sequence[str]) -> tuple[ArticleRow, ...]:
    """The hits, each with its best passage and the marks in it."""
    found = ((row, *_passage(library, row, terms)) for row in rows)
    return tuple(replace(row, snippet=passage, marks=marks) for row, passage, marks in found)


def _rows(library: Library, hits: Sequence[Hit], language: str) -> tuple[ArticleRow, ...]:
    """Rows in the hits' order, each with its translations that were found too."""
    by_key = {hit.key: hit for hit in hits}
    folded = _translations(library, [key for hit in hits for key in hit.also])
    found = []
    for row in rows(library, list(by_key), language):
        hit = by_key[row.key]
        also = tuple(folded[key] for key in hit.also if key in folded)
        found.append(replace(row, score=hit.score, also=also))
    return tuple(found)


def _translations(library: Library, keys: Sequence[int]) -> dict[int, Translation]:
    found = library.store.listing.rows(keys)
    return {row.key: Translation(row.key, row.id, row.language, row.title) for row in found}


def _labelled(library: Library, facet: Facet, language: str) -> Facet:
    """The facet with what to show for each value."""
    names = library.names
    values = (replace(one, label=names.label(facet.kind, one.value, language)) for one in facet.values)
    return facet._replace(values=tuple(values))


def _passage(library: Library, row: ArticleRow, terms: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The best passage of an article, and the marks in it: near its beginning where translations leave it a single line."""
    from reader.search import snippet  # noqa: PLC0415  (slow to load, and the window is there before anyone searches)

    article = library.store.catalogue.article(row.key)
    if article is None:
        return "", ()
    room = {"before": _BEFORE_IN_ONE_LINE} if row.also else {}
    texts = (plain_text(article.body), article.standfirst)
    passages = (snippet(text, terms, article.language, **room) for text in texts)
    best = next((one for one in passages if one[1]), None)  # words that stand only in title or names mark nothing
    return best or snippet(article.standfirst or plain_text(article.body), terms, article.language)
