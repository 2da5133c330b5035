"""Stories that go with a story: the publisher's own first, then those that share a series, tags, authors or words.

Nothing here takes time in proportion to the library: of each label the articles that came last are looked at, a few hundred.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.library.browse import titled
from reader.library.index import document_of
from reader.model.article import Related
from reader.model.publication import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.library.handle import Library
    from reader.model.article import Article, ArticleRow

_WEIGHTS = {"publisher": 100.0, "series": 2.0, "tag": 1.0, "topic": 0.5, "region": 0.4, "author": 0.4, "text": 2.0}
_NAMED = {"series": Kind.SERIES, "topic": Kind.TOPIC, "region": Kind.REGION, "author": Kind.AUTHOR}
#: What counts less when it is a translation of the article that it goes with.
_THROUGH_TRANSLATION = 0.5
_MOST_TRANSLATIONS = 3
_PER_LABEL = 200
_ALIKE = 20
_WORDS = 3


@dataclass(slots=True)
class _Candidate:
    """A story and why it goes with the article: for each reason how much, and what is shared."""

    reasons: dict[str, float] = field(default_factory=dict)
    shared: dict[tuple[str, str], None] = field(default_factory=dict)
    words: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        return sum(self.reasons.values())

    def add(self, reason: str, score: float, shared: Iterable[str] = (), words: tuple[str, ...] = ()) -> None:
        """A reason counts once: from one label to the next it grows, through a translation it does not grow again."""
        self.reasons[reason] = max(self.reasons.get(reason, 0.0), score)
        self.shared |= dict.fromkeys((reason, value) for value in shared)
        self.words = self.words or words

    def join(self, other: _Candidate) -> None:
        """The same work in another language."""
        for reason, score in other.reasons.items():
            self.add(reason, score)
        self.shared |= other.shared
        self.words = self.words or other.words


Candidates = dict[int, _Candidate]


def related(library: Library, key: int, limit: int = 4, language: str = "en") -> tuple[Related, ...]:
    """The best ``limit`` stories, each with why, named in ``language``. The same work in other languages is never among them."""
    article = library.store.catalogue.article(key)
    if article is None:
        return ()
    own = {key, *(one.key for one in library.store.catalogue.translations(key))}
    found = {other: one for other, one in _candidates(library, key, article).items() if other not in own}
    best = sorted(found, key=lambda other: (-found[other].score, other))[: limit * 8]
    works = _by_work(library, {other: found[other] for other in best}, article.language)
    ordered = sorted(works, key=lambda pair: (-pair[1].score, pair[0].key))[:limit]
    rows = titled(library, [row for row, _one in ordered], language)
    return tuple(_told(library, row, one, language) for row, (_row, one) in zip(rows, ordered, strict=True))


def _candidates(library: Library, key: int, article: Article) -> Candidates:
    found: Candidates = {}
    _gather(library, found, key, article, 1.0)
    for one in library.store.catalogue.translations(key)[:_MOST_TRANSLATIONS]:
        translation = library.store.catalogue.article(one.key)
        if translation is not None:
            _gather(library, found, one.key, translation, _THROUGH_TRANSLATION)
    return found


def _gather(library: Library, found: Candidates, key: int, article: Article, part: float) -> None:
    """All that goes with one article."""
    catalogue = library.store.catalogue
    for place, identity in enumerate(article.related):
        for other in catalogue.keys(identity, article.publication):
            found.setdefault(other, _Candidate()).add("publisher", _WEIGHTS["publisher"] - place)
    if article.series:
        for other in library.store.listing.series(article.publication, article.series, _PER_LABEL):
            found.setdefault(other, _Candidate()).add("series", _WEIGHTS["series"], [article.series])
    for kind in ("tag", "topic", "region", "author"):
        for other, (score, values) in _sharing(library, key, kind).items():
            found.setdefault(other, _Candidate()).add(kind, part * score, values)
    for hit, score in _alike(library, key, article):
        found.setdefault(hit[0], _Candidate()).add("text", part * score, words=hit[1])


def _sharing(library: Library, key: int, kind: str) -> dict[int, tuple[float, list[str]]]:
    """Others that share labels, and which; a rare label says more than a common one."""
    shared: dict[int, tuple[float, list[str]]] = {}
    for value, holders in library.store.catalogue.labels(key, kind):
        rarity = _WEIGHTS[kind] / math.log2(2 + holders)
        for other in library.store.catalogue.sharing(key, kind, value, _PER_LABEL):
            score, values = shared.get(other, (0.0, []))
            shared[other] = (score + rarity, [*values, value])
    return shared


def _alike(library: Library, key: int, article: Article) -> Iterator[tuple[tuple[int, tuple[str, ...]], float]]:
    hits = library.ask(lambda index: index.more_like(document_of(key, article, {}), {key}, _ALIKE))
    best = max((hit.score for hit in hits), default=0.0)
    return (((hit.key, hit.terms[:_WORDS]), _WEIGHTS["text"] * hit.score / best) for hit in hits if best > 0)


def _by_work(library: Library, found: Candidates, language: str) -> list[tuple[ArticleRow, _Candidate]]:
    """Each work once, in the article's language where it exists in it, with the reasons of all its translations."""
    shown = library.store.catalogue.in_language(found, language)
    rows = {row.key: row for row in library.store.listing.rows([shown.get(key, key) for key in found])}
    works: dict[tuple[str, str], tuple[ArticleRow, _Candidate]] = {}
    for key, candidate in found.items():
        row = rows.get(shown.get(key, key))
        if row is None:
            continue
        held = works.setdefault((row.publication, row.work), (row, _Candidate()))
        held[1].join(candidate)
    return list(works.values())


def _told(library: Library, row: ArticleRow, one: _Candidate, language: str) -> Related:
    """The story with its reasons, the weightiest first, and what is shared by its title."""
    why = sorted(one.reasons, key=lambda reason: -one.reasons[reason])
    shared = tuple((reason, _title(library, row.publication, reason, value, language)) for reason, value in one.shared)
    return Related(row, round(one.score, 3), tuple(why), one.words, shared)


def _title(library: Library, publication: str, reason: str, value: str, language: str) -> str:
    thing = library.store.catalogue.thing(publication, _NAMED[reason], value) if reason in _NAMED else None
    return thing.title(language) if thing else value
