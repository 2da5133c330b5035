"""What to read next: unread parts of the series, then of the section and the topics, in the article's language first, then in the window's."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from reader.library.browse import titled
from reader.model.listing import Node, NodeKind
from reader.model.publication import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reader.library.handle import Library
    from reader.model.article import Article, ArticleRow

_MOST_PARTS = 200


def keep_reading(
    library: Library, key: int, limit: int = 4, language: str = "en", without: Collection[int] = ()
) -> tuple[ArticleRow, ...]:
    """At most ``limit`` unread stories, each work once; section and authors named in ``language``.

    ``without`` are keys of stories that are shown already; their translations are left out too.
    """
    article = library.store.catalogue.article(key)
    if article is None:
        return ()
    seen = {(row.publication, row.work) for row in library.store.listing.rows([key, *without])}
    chosen: list[ArticleRow] = []
    for row in _candidates(library, article, limit + 3 * len(seen), language):
        if len(chosen) == limit:
            break
        if not row.read and (row.publication, row.work) not in seen:
            seen.add((row.publication, row.work))
            chosen.append(row)
    return titled(library, chosen, language)


def _candidates(library: Library, article: Article, most: int, language: str) -> Iterator[ArticleRow]:
    listing = library.store.listing
    nodes = [Node(NodeKind.SECTION, article.section, article.publication)] if article.section else []
    nodes += [Node(NodeKind.TOPIC, topic, article.publication) for topic in article.topics]
    nodes += _sections_below(library, article)
    languages = dict.fromkeys((article.language, language, language.partition("-")[0], ""))
    lists = (listing.unread(node, tag, most) for tag in languages for node in nodes)
    return chain(
        _next_parts(library, article, list(languages)), chain.from_iterable(listing.rows(keys) for keys in lists)
    )


def _sections_below(library: Library, article: Article) -> list[Node]:
    """A section that has others in it may hold few articles of its own."""
    things = library.store.catalogue.things(Kind.SECTION, article.publication) if article.section else ()
    return [Node(NodeKind.SECTION, one.id, one.publication) for one in things if one.parent == article.section]


def _next_parts(library: Library, article: Article, languages: list[str]) -> list[ArticleRow]:
    """Later parts of the series, the next one first, each in the first of the languages in which it exists."""
    if not article.series:
        return []
    rows = library.store.listing.rows(
        library.store.listing.series(article.publication, article.series, _MOST_PARTS, article.series_part)
    )
    ranks = {tag: rank for rank, tag in enumerate(languages)}
    return sorted(rows, key=lambda row: (row.series_part, ranks.get(row.language, len(ranks))))
