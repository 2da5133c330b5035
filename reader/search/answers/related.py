"""Stories alike: the words that tell an article from others, and the articles that share them."""

from __future__ import annotations

import heapq
import math
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.search import schema
from reader.search.answers.nodes import AnyTerm
from reader.search.answers.scored import Found, Scored, contains, either, kept, listed
from reader.search.text import analysis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.search import SearchDocument
    from reader.search.answers.evaluate import Evaluation
    from reader.search.segments.snapshot import Snapshot

_MOST_TERMS = 25
_MOST_CANDIDATES = 100
#: A term in more than this part of all articles, or of those in the same language, tells nothing; one in a single article
#: connects nothing.
_COMMON = 0.2
_FEWEST_ARTICLES = 2
_SHORTEST_WORD = 3
_FIELDS = (schema.TITLE, schema.STANDFIRST, schema.BODY, schema.TAG)


class Alike(NamedTuple):
    """Articles alike, and for each telling term those that have it."""

    scored: Scored
    terms: tuple[tuple[str, Scored], ...]

    def shared(self, document: int, most: int) -> tuple[str, ...]:
        """The terms that a document shares, those that say most first."""
        found = []
        for term, having in self.terms:
            at = int(np.searchsorted(having.documents, document))
            if at < len(having) and having.documents[at] == document:
                found.append((-float(having.scores[at]), term))
        return tuple(term for _, term in sorted(found)[:most])


def alike(document: SearchDocument, natives: Found, snapshot: Snapshot, evaluation: Evaluation) -> Alike:
    """Scores of the articles that share the document's significant terms (tf-idf), the rarer the better.

    ``natives`` are the articles in its language.
    """
    terms = list(islice(_telling(document, natives, snapshot, evaluation), _MOST_TERMS))
    found = either([having for _, having in terms], snapshot.size)
    if snapshot.alive is not None:
        found = kept(found, snapshot.alive)
    return Alike(listed(found), tuple(terms))


def native(alike: Scored, documents: Found, size: int) -> Scored:
    """Those that are among the documents."""
    places = np.flatnonzero(contains(documents, alike.documents, size))
    return Scored(alike.documents[places], alike.scores[places])


def _telling(
    document: SearchDocument, natives: Found, snapshot: Snapshot, evaluation: Evaluation
) -> Iterator[tuple[str, Scored]]:
    """Terms, weightiest first, and the articles that have them; without what is common in the document's language alone."""
    most = max(_FEWEST_ARTICLES, _COMMON * len(natives))
    for term, weight in _significant(document, snapshot):
        having = evaluation.weigh(AnyTerm((field, term) for field in _FIELDS), weight)
        if np.count_nonzero(contains(natives, having.documents, snapshot.size)) <= most:
            yield term, having


def _significant(document: SearchDocument, snapshot: Snapshot) -> list[tuple[str, float]]:
    """The terms that tell about the document, weightiest first, with their weights."""
    weighed: list[tuple[float, str]] = []
    for term, frequency in _frequent(document):
        articles = snapshot.document_frequency(schema.BODY, term) or snapshot.document_frequency(schema.TAG, term)
        if _FEWEST_ARTICLES <= articles <= max(_FEWEST_ARTICLES, _COMMON * snapshot.size):
            rarity = math.log(1 + snapshot.size / articles)
            weighed.append(((1 + math.log(frequency)) * rarity, term))
    return [(term, weight) for weight, term in sorted(weighed, reverse=True)]


def _frequent(document: SearchDocument) -> list[tuple[str, float]]:
    """The document's own frequent terms; its title, tags and standfirst say more than its body."""
    found: dict[str, float] = {}
    parts = ((document.title,), 3.0), (document.tags, 3.0), ((document.standfirst,), 2.0), ((document.body,), 1.0)
    for texts, weight in parts:
        for term, places in analysis.positions(texts).items():
            found[term] = found.get(term, 0.0) + weight * len(places)
    telling = ((term, count) for term, count in found.items() if _may_tell(term))
    return heapq.nlargest(_MOST_CANDIDATES, telling, key=lambda pair: pair[1])


def _may_tell(term: str) -> bool:
    """Words of some length that are no numbers; pairs of an unspaced script, but no character alone."""
    if term.isascii() or not analysis.is_unspaced(term):
        return len(term) >= _SHORTEST_WORD and not term.isdecimal()
    return len(term) > 1
