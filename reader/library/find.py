"""Search: the index finds and ranks, the store gives rows and texts, and each hit shows its best passage."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from reader.library.browse import rows
from reader.model.search import SearchPage
from reader.render import plain_text
from reader.search import snippet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.handle import Library
    from reader.model.article import ArticleRow
    from reader.model.search import Query


def search(library: Library, query: Query, language: str = "en") -> SearchPage:
    """A page of hits with snippets. Nothing typed raises. ``ms`` counts the search and its snippets."""
    started = perf_counter()
    hits = library.ask(lambda index: index.search(query))
    hint = hits.hint or ("index-rebuilding" if library.is_indexing else "")
    scores = {hit.key: hit.score for hit in hits.hits}
    found = tuple(
        _with_snippet(library, replace(row, score=scores[row.key]), hits.terms)
        for row in rows(library, [hit.key for hit in hits.hits], language)
    )
    elapsed = (perf_counter() - started) * 1000
    return SearchPage(
        query, hits.total, found, round(elapsed, 1), hint, hits.terms, hits.facets, hits.months, hits.meant
    )


def _with_snippet(library: Library, row: ArticleRow, terms: Sequence[str]) -> ArticleRow:
    article = library.store.catalogue.article(row.key)
    if article is None:
        return row
    text, marks = snippet(plain_text(article.body), terms, article.language)
    return replace(row, snippet=text, marks=marks)
