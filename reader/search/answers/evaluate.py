"""Evaluation of a Whoosh query tree, a whole posting list at a time, ranked by BM25F.

BM25F as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009): the frequencies of a
word in all fields are weighed, evened out by length and added up before they saturate. Whoosh's own matchers go from document to
document; a test holds that both find the same documents and give them the same scores.
"""

from __future__ import annotations

import math
from time import monotonic
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh import query as whoosh_query
from whoosh.query import ColumnQuery

from reader.search import schema
from reader.search.answers.nodes import AnyField, Most
from reader.search.answers.phrases import phrase
from reader.search.answers.scored import Scored, both, either, nothing, preferring, unranked, without

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from reader.search.segments.snapshot import Snapshot, View


_MOST_HELD = 200


class TooLong(Exception):  # noqa: N818  (it is not a fault; caught where the search began)
    """The time for one search is over."""


class Deadline:
    """A moment after which work stops. ``seconds`` are counted from now."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def check(self) -> None:
        """Go on, or not.

        Raises:
            TooLong: the time is over.
        """
        if monotonic() > self._end:
            raise TooLong


class Evaluation:
    """Answers queries over one snapshot."""

    def __init__(self, snapshot: Snapshot, deadline: Deadline) -> None:
        self._snapshot = snapshot
        self._deadline = deadline
        self._held: dict[AnyField, Scored] = {}

    def scores(self, query: Any) -> Scored:
        """The documents that a query finds, with their scores.

        Raises:
            TooLong: the deadline has passed.
        """
        found = self._of(query)
        alive = self._snapshot.alive
        if alive is None:
            return found
        kept = alive[found.documents]
        return Scored(found.documents[kept], found.scores[kept])

    def weigh(self, query: AnyField, weight: float) -> Scored:
        """How well one word describes each document, times ``weight``; for stories alike."""
        found = self._frequencies(query)
        return Scored(found.documents, weight * found.scores / (found.scores + schema.K1))

    def _of(self, query: Any) -> Scored:
        self._deadline.check()
        return _KINDS[type(query)](self, query)

    def _and(self, query: Any) -> Scored:
        wanted = [child for child in query.subqueries if not isinstance(child, whoosh_query.Not)]
        found = self._of(wanted[0]) if wanted else self._everything()
        for child in wanted[1:]:
            if not len(found):
                break
            found = both(found, self._of(child), self._snapshot.size)
        for child in query.subqueries:
            if len(found) and isinstance(child, whoosh_query.Not):
                found = without(found, self._of(child.query), self._snapshot.size)
        return found

    def _or(self, query: Any) -> Scored:
        return either([self._of(child) for child in query.subqueries], self._snapshot.size)

    def _most(self, query: Most) -> Scored:
        """Counts in how many of the sets each document is."""
        found = [self._of(child) for child in query.subqueries]
        every = either(found, self._snapshot.size)
        held = np.zeros(self._snapshot.size, np.uint8)
        for one in found:
            held[one.documents] += 1
        kept = held[every.documents] >= query.least
        return Scored(every.documents[kept], every.scores[kept])

    def _and_maybe(self, query: Any) -> Scored:
        found = self._of(query.a)
        return preferring(found, self._of(query.b)) if len(found) else found

    def _not(self, query: Any) -> Scored:
        return without(self._everything(), self._of(query.query), self._snapshot.size)

    def _nothing(self, _query: Any) -> Scored:
        return nothing()

    def _everything(self, _query: Any = None) -> Scored:
        return unranked(np.arange(self._snapshot.size))

    def _label(self, query: Any) -> Scored:
        """A filter: it finds, and does not rank."""
        return unranked(self._in_views(lambda view: _labelled(view, query.text.encode())))

    def _column(self, query: Any) -> Scored:
        column = self._snapshot.days if query.fieldname == schema.DAY else self._snapshot.keys
        return unranked(np.flatnonzero(query.condition(column)))

    def _in_views(self, documents: Callable[[View], NDArray[np.intp]]) -> NDArray[np.intp]:
        found = [documents(view) + view.base for view in self._snapshot.views]
        return np.concatenate(found) if found else np.empty(0, np.intp)

    def _any_field(self, query: AnyField) -> Scored:
        """As it was found before: a query that is asked again with less in it has most of its words again."""
        if len(query.subqueries) > _MOST_HELD:  # to know it again would take as long
            return self._ranked(query)
        if query not in self._held:
            self._held[query] = self._ranked(query)
        return self._held[query]

    def _ranked(self, query: AnyField) -> Scored:
        found = self._frequencies(query)
        rarity = math.log(1 + (self._snapshot.size - len(found) + 0.5) / (len(found) + 0.5))
        factor = np.float32(rarity * (schema.K1 + 1))
        return Scored(found.documents, factor * found.scores / (found.scores + np.float32(schema.K1)))

    def _frequencies(self, query: AnyField) -> Scored:
        """How often the word is in each document, weighed and evened out over the fields."""
        found = [self._frequencies_in(number, query) for number in range(len(self._snapshot.views))]
        if len(found) == 1:
            return found[0]
        if not found:
            return nothing()
        return Scored(np.concatenate([one.documents for one in found]), np.concatenate([one.scores for one in found]))

    def _frequencies_in(self, number: int, query: AnyField) -> Scored:
        view = self._snapshot.views[number]
        lists = [self._list(number, child) for child in query.subqueries]
        found = either(lists, view.segment.size)
        return Scored(found.documents + view.base, found.scores) if view.base else found

    def _list(self, number: int, query: Any) -> Scored:
        """The documents of one view that have a term or a phrase in a field, and what it counts there."""
        self._deadline.check()
        segment = self._snapshot.views[number].segment
        if isinstance(query, whoosh_query.Term):
            entry = segment.find(query.fieldname, query.text)
            if entry is None:
                return nothing()
            documents, often = segment.documents(entry).astype(np.intp), segment.frequencies(entry)
        else:
            documents, often = phrase(segment, _field_of(query), _parts_of(query))
        often *= self._snapshot.norms(_field_of(query))[number][documents]
        return Scored(documents, often)


def _labelled(view: View, name: bytes) -> NDArray[np.intp]:
    number = view.segment.labels.find(name)
    if number < 0:
        return np.empty(0, np.intp)
    return view.segment.label_documents[view.segment.document_labels == number].astype(np.intp)


def _field_of(query: Any) -> str:
    return str(query.fieldname) if hasattr(query, "fieldname") else _field_of(query.subqueries[0])


def _parts_of(query: Any) -> list[list[str]]:
    """The alternatives at each place of a phrase."""
    if isinstance(query, whoosh_query.Phrase):
        return [[word] for word in query.words]
    return [[term.text for term in getattr(part, "subqueries", (part,))] for part in query.subqueries]


_KINDS: dict[type, Callable[[Evaluation, Any], Scored]] = {
    whoosh_query.And: Evaluation._and,  # noqa: SLF001  (the table of this class's own methods)
    whoosh_query.Or: Evaluation._or,  # noqa: SLF001
    whoosh_query.AndMaybe: Evaluation._and_maybe,  # noqa: SLF001
    whoosh_query.Not: Evaluation._not,  # noqa: SLF001
    whoosh_query.Term: Evaluation._label,  # noqa: SLF001
    whoosh_query.Every: Evaluation._everything,  # noqa: SLF001
    type(whoosh_query.NullQuery): Evaluation._nothing,  # noqa: SLF001
    ColumnQuery: Evaluation._column,  # noqa: SLF001
    Most: Evaluation._most,  # noqa: SLF001
    AnyField: Evaluation._any_field,  # noqa: SLF001
}
