"""Stories that go with a story: the publisher's own first, then those that share a series, tags, authors or words."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from reader.library.browse import titled
from reader.library.index import document_of
from reader.model.article import Related
from reader.model.listing import Node, NodeKind, Sort

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.library.handle import Library
    from reader.model.article import Article, ArticleRow

_WEIGHTS = {"publisher": 100.0, "series": 2.0, "tag": 1.0, "topic": 0.5, "author": 0.4, "text": 2.0}
_ALIKE = 20


def related(library: Library, key: int, limit: int = 4, language: str = "en") -> tuple[Related, ...]:
    """The best ``limit`` stories, each with why. The same work in other languages is never among them."""
    article = library.store.catalogue.article(key)
    if article is None:
        return ()
    scores: dict[int, float] = defaultdict(float)
    why: dict[int, dict[str, None]] = defaultdict(dict)
    for other, reason, score in _reasons(library, key, article):
        scores[other] += score
        why[other][reason] = None
    own = {key, *(one.key for one in library.store.catalogue.translations(key))}
    best = sorted((other for other in scores if other not in own), key=lambda other: (-scores[other], other))
    chosen = titled(library, _one_a_work(library, best, article, limit), language)
    return tuple(Related(row, round(scores[row.key], 3), tuple(why[row.key])) for row in chosen)


def _reasons(library: Library, key: int, article: Article) -> list[tuple[int, str, float]]:
    catalogue = library.store.catalogue
    found: list[tuple[int, str, float]] = []
    for place, identity in enumerate(article.related):
        named = _in_language(library, catalogue.keys(identity, article.publication), article.language)
        found += [(other, "publisher", _WEIGHTS["publisher"] - place) for other in named]
    if article.series:
        series = library.store.listing.keys(Node(NodeKind.SERIES, article.series, article.publication))
        found += [(other, "series", _WEIGHTS["series"]) for other in series]
    for kind in ("tag", "topic", "author"):
        found += _shared(library, key, kind)
    return found + _alike(library, key, article)


def _in_language(library: Library, keys: Sequence[int], language: str) -> list[int]:
    """The translation in this language where there is one, else what the publisher named."""
    found = []
    for key in keys:
        others = [one.key for one in library.store.catalogue.translations(key) if one.language == language]
        row = library.store.listing.rows([key])
        found.append(others[0] if others and row and row[0].language != language else key)
    return found


def _shared(library: Library, key: int, kind: str) -> list[tuple[int, str, float]]:
    """Others that share labels; a rare label says more than a common one."""
    shared = library.store.catalogue.sharing(key, kind)
    holders: dict[str, int] = defaultdict(int)
    for values in shared.values():
        for value in values:
            holders[value] += 1
    return [
        (other, kind, _WEIGHTS[kind] * sum(1 / math.log2(2 + holders[value]) for value in values))
        for other, values in shared.items()
    ]


def _alike(library: Library, key: int, article: Article) -> list[tuple[int, str, float]]:
    hits = library.ask(lambda index: index.more_like(document_of(key, article, {}), {key}, _ALIKE))
    best = max((hit.score for hit in hits), default=0.0)
    return [(hit.key, "text", _WEIGHTS["text"] * hit.score / best) for hit in hits if best > 0]


def _one_a_work(library: Library, keys: Sequence[int], article: Article, limit: int) -> list[ArticleRow]:
    """Rows in order, each work once: in the article's language where it was found in it."""
    works: dict[tuple[str, str], ArticleRow] = {}
    for row in library.store.listing.rows(list(keys[: limit * 8])):
        held = works.get((row.publication, row.work))
        if held is None or (held.language != article.language and row.language == article.language):
            works[row.publication, row.work] = row
    return list(works.values())[:limit]


def keep_reading(
    library: Library, key: int, limit: int = 4, language: str = "en", without: Collection[int] = ()
) -> tuple[ArticleRow, ...]:
    """Unread stories to go on with: the next parts of its series, then its section, in its own language first.

    ``without`` are keys of stories that are shown already.
    """
    article = library.store.catalogue.article(key)
    if article is None:
        return ()
    nodes = [Node(NodeKind.SECTION, article.section, article.publication)] if article.section else []
    nodes += [Node(NodeKind.TOPIC, topic, article.publication) for topic in article.topics]
    candidates: dict[int, None] = {}
    if article.series:
        parts = library.store.listing.rows(
            library.store.listing.keys(Node(NodeKind.SERIES, article.series, article.publication))
        )
        candidates |= dict.fromkeys(row.key for row in parts if row.series_part > article.series_part)
    for node in nodes:
        candidates |= dict.fromkeys(library.store.listing.keys(node, Sort.NEWEST, limit * 20))
    own = {key, *without, *(one.key for one in library.store.catalogue.translations(key))}
    found = library.store.listing.rows(list(candidates))
    unread = [row for row in found if not row.read and row.key not in own]
    return titled(library, sorted(unread, key=lambda row: row.language != article.language)[:limit], language)
