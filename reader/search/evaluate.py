"""Evaluation of a Whoosh query tree, a whole posting list at a time, ranked by BM25F.

BM25F as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009): the frequencies of a
word in all fields are weighed, evened out by length and added up before they saturate. Whoosh's own matchers go from document to
document and saturate each field by itself; which documents are found is the same.
"""

from __future__ import annotations

import math
from itertools import chain
from operator import mul
from time import monotonic
from typing import TYPE_CHECKING, Any

from whoosh import query as whoosh_query
from whoosh.query import ColumnQuery
from whoosh.util.numeric import byte_to_length

from reader.search import schema
from reader.search.translate import AnyField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.search.codec import Postings
    from reader.search.snapshot import OpenSegment, Snapshot, View

K1 = 1.2
_POSITIONS = schema.TextField().format.decode_positions

Scores = dict[int, float]
"""Document to score."""
Packed = dict[int, tuple[bytes, ...]]
"""Document to packed positions in it, of one or several terms."""


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
        self._norms: dict[str, list[float]] = {}

    def scores(self, query: Any) -> Scores:
        """The documents that a query finds, with their scores.

        Raises:
            TooLong: the deadline has passed.
        """
        found = self._of(query)
        for document in self._snapshot.deleted.intersection(found):
            del found[document]
        return found

    def weigh(self, query: AnyField, weight: float, into: Scores) -> None:
        """Add to each document how well one word describes it, times ``weight``; for stories alike."""
        for document, frequency in self._frequencies(query).items():
            into[document] = into.get(document, 0.0) + weight * frequency / (frequency + K1)

    def _of(self, query: Any) -> Scores:
        self._deadline.check()
        return _KINDS[type(query)](self, query)

    def _and(self, query: Any) -> Scores:
        wanted = [child for child in query.subqueries if not isinstance(child, whoosh_query.Not)]
        found = self._of(wanted[0]) if wanted else self._everything()
        for child in wanted[1:]:
            if not found:
                break
            other = self._of(child)
            small, large = (found, other) if len(found) < len(other) else (other, found)
            found = {document: score + large[document] for document, score in small.items() if document in large}
        for child in query.subqueries:
            if found and isinstance(child, whoosh_query.Not):
                unwanted = self._of(child.query)
                found = {document: score for document, score in found.items() if document not in unwanted}
        return found

    def _or(self, query: Any) -> Scores:
        found: Scores = {}
        for child in query.subqueries:
            for document, score in self._of(child).items():
                found[document] = found.get(document, 0.0) + score
        return found

    def _and_maybe(self, query: Any) -> Scores:
        found = self._of(query.a)
        if found:
            better = self._of(query.b)
            for document in found.keys() & better.keys():
                found[document] += better[document]
        return found

    def _not(self, query: Any) -> Scores:
        unwanted = self._of(query.query)
        return {document: 0.0 for document in range(self._snapshot.size) if document not in unwanted}

    def _everything(self) -> Scores:
        return dict.fromkeys(range(self._snapshot.size), 0.0)

    def _name(self, query: Any) -> Scores:
        """A filter: it finds, and does not rank."""
        found: Scores = {}
        for view, ids, _ in self._blocks(query.fieldname, query.text):
            found.update(dict.fromkeys([view.base + document for document in ids], 0.0))
        return found

    def _column(self, query: Any) -> Scores:
        found: Scores = {}
        condition: Callable[[int], bool] = query.condition
        for view in self._snapshot.views:
            days = view.segment.days
            kept = {day for day in set(days) if condition(day)}
            found.update({view.base + document: 0.0 for document, day in enumerate(days) if day in kept})
        return found

    def _any_field(self, query: AnyField) -> Scores:
        found = self._frequencies(query)
        rarity = math.log(1 + (self._snapshot.size - len(found) + 0.5) / (len(found) + 0.5))
        factor = rarity * (K1 + 1)
        return {document: factor * frequency / (frequency + K1) for document, frequency in found.items()}

    def _frequencies(self, query: AnyField) -> Scores:
        """How often the word is in each document, weighed and evened out over the fields."""
        found: Scores = {}
        for child in query.subqueries:
            if isinstance(child, whoosh_query.Term):
                self._add_term(child, found)
            elif isinstance(child, whoosh_query.Phrase):
                self._add_phrase(child.fieldname, [[word] for word in child.words], found)
            else:
                self._add_phrase(
                    child.subqueries[0].fieldname, [_alternatives(part) for part in child.subqueries], found
                )
        return found

    def _add_term(self, query: Any, found: Scores) -> None:
        norms = self._norms_of(query.fieldname)
        for view, ids, weights in self._blocks(query.fieldname, query.text):
            lengths = view.segment.lengths(query.fieldname)
            evened = map(mul, weights, map(norms.__getitem__, map(lengths.__getitem__, ids)))
            _add(found, zip(map(view.base.__add__, ids), evened, strict=True))

    def _add_phrase(self, field: str, parts: list[list[str]], found: Scores) -> None:
        norms = self._norms_of(field)
        for view in self._snapshot.views:
            lengths = view.segment.lengths(field)
            for document, count in self._phrase_in(view.segment, field, parts):
                at = view.base + document
                found[at] = found.get(at, 0.0) + count * norms[lengths[document]]

    def _phrase_in(self, segment: OpenSegment, field: str, parts: list[list[str]]) -> Iterator[tuple[int, int]]:
        """Documents of a segment in which the parts follow each other, and how often."""
        held: list[Packed] = []
        order = sorted(range(len(parts)), key=lambda at: self._weight_of(segment, field, parts[at]))
        for at in order:
            held.append(self._packed(segment, field, parts[at], held[-1] if held else None))
            if not held[-1]:
                return
        for number, document in enumerate(held[-1]):
            if not number % 256:
                self._deadline.check()
            count = _count_phrase(order, [values[document] for values in held])
            if count:
                yield document, count

    def _weight_of(self, segment: OpenSegment, field: str, terms: list[str]) -> int:
        return sum(segment.document_frequency(field, term.encode()) for term in terms)

    def _packed(self, segment: OpenSegment, field: str, terms: list[str], among: Packed | None) -> Packed:
        """Packed positions of any of the terms, by document; only ``among`` those if given."""
        found: Packed = {}
        for term in terms:
            for postings, ids in self._lists(segment, field, term):
                if among is not None and among.keys().isdisjoint(ids):
                    continue
                block = dict(zip(ids, zip(postings.block_values(), strict=True), strict=True))
                wanted = block if among is None else among.keys() & block.keys()
                found |= {document: found.get(document, ()) + block[document] for document in wanted}
        return found

    def _blocks(self, field: str, term: str) -> Iterator[tuple[View, Any, Any]]:
        for view in self._snapshot.views:
            for postings, ids in self._lists(view.segment, field, term):
                yield view, ids, postings.block_weights()

    def _lists(self, segment: OpenSegment, field: str, term: str) -> Iterator[tuple[Postings, Any]]:
        self._deadline.check()
        postings = segment.postings(field, term.encode())
        if postings is not None:
            for ids in postings.blocks():
                self._deadline.check()
                yield postings, ids

    def _norms_of(self, field: str) -> list[float]:
        """What one find in this field adds, by the field's length byte."""
        if field not in self._norms:
            weight, b = schema.WEIGHTS[field]
            mean = self._snapshot.mean_length(field)
            self._norms[field] = [weight / (1 - b + b * byte_to_length(code) / mean) for code in range(256)]
        return self._norms[field]


def _add(found: Scores, pairs: Iterable[tuple[int, float]]) -> None:
    if not found:
        found.update(pairs)
        return
    for document, value in pairs:
        found[document] = found.get(document, 0.0) + value


def _alternatives(query: Any) -> list[str]:
    return [term.text for term in getattr(query, "subqueries", (query,))]


def _count_phrase(places: list[int], parts: list[tuple[bytes, ...]]) -> int:
    """How many times the parts, each with its place in the phrase, stand in a row."""
    starts: set[int] | None = None
    for place, values in zip(places, parts, strict=True):
        here = map((-place).__add__, chain.from_iterable(map(_POSITIONS, values)))
        starts = set(here) if starts is None else starts.intersection(here)
        if not starts:
            return 0
    return len(starts or ())


_KINDS: dict[type, Callable[[Evaluation, Any], Scores]] = {
    whoosh_query.And: Evaluation._and,  # noqa: SLF001  (the table of this class's own methods)
    whoosh_query.Or: Evaluation._or,  # noqa: SLF001
    whoosh_query.AndMaybe: Evaluation._and_maybe,  # noqa: SLF001
    whoosh_query.Not: Evaluation._not,  # noqa: SLF001
    whoosh_query.Term: Evaluation._name,  # noqa: SLF001
    ColumnQuery: Evaluation._column,  # noqa: SLF001
    AnyField: Evaluation._any_field,  # noqa: SLF001
}
