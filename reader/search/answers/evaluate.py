"""Evaluation of a Whoosh query tree, a whole posting list at a time, ranked by BM25F.

BM25F as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009): the frequencies of a
word in all fields are weighed, evened out by length and added up before they saturate. Whoosh's own matchers go from document to
document; a test holds that both find the same documents and give them the same scores.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh import query as whoosh_query

from reader.search import schema
from reader.search.answers.conjunction import all_of, saturated
from reader.search.answers.nodes import AnyField, AnyTerm, Column, Most
from reader.search.answers.occurrences import OfForms, OfLocalTerm, OfPhrase, OfTerm, OfTerms, count_of, everywhere
from reader.search.answers.phrases import phrase
from reader.search.answers.scored import (
    Found,
    Scored,
    Table,
    both,
    either,
    is_many,
    kept,
    listed,
    marked,
    nothing,
    preferring,
    tabled,
    unranked,
    without,
)
from reader.search.segments.conflation import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from reader.search.answers.nodes import InFields
    from reader.search.answers.occurrences import Occurrences
    from reader.search.segments.segment import Entry
    from reader.search.segments.snapshot import Snapshot, View


#: So many lists of at most so many documents are read together.
_TOGETHER, _SHORT = 16, 256


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
        self._held: dict[AnyField, Found] = {}
        self._occurring: dict[AnyField, list[Occurrences]] = {}

    def scores(self, query: Any) -> Found:
        """The documents that a query finds, with their scores.

        Raises:
            TooLong: the deadline has passed.
        """
        found = self._of(query)
        alive = self._snapshot.alive
        return found if alive is None else kept(found, alive)

    def weigh(self, query: AnyField, weight: float) -> Scored:
        """How well one word describes each document, times ``weight``; for stories alike."""
        found = listed(self._frequencies(query))
        return Scored(found.documents, weight * found.scores / (found.scores + schema.K1))

    def _of(self, query: Any) -> Found:
        self._deadline.check()
        return _KINDS[type(query)](self, query)

    def _and(self, query: Any) -> Found:
        wanted = [child for child in query.subqueries if not isinstance(child, whoosh_query.Not)]
        words = [child for child in wanted if _is_word(child)]
        if len(words) > 1:
            found: Found = all_of([self._occurrences(word) for word in words], self._snapshot.size)
            wanted = [child for child in wanted if not _is_word(child)]
        else:
            found = self._of(wanted.pop(0)) if wanted else self._everything()
        for child in wanted:
            if not len(found):
                break
            found = both(found, self._of(child), self._snapshot.size)
        for child in query.subqueries:
            if isinstance(child, whoosh_query.Not) and len(found):
                found = without(found, self._of(child.query), self._snapshot.size)
        return found

    def _or(self, query: Any) -> Found:
        return either([self._of(child) for child in query.subqueries], self._snapshot.size)

    def _most(self, query: Most) -> Found:
        """Counts in how many of the sets each document is."""
        found = [self._of(child) for child in query.subqueries]
        held = np.zeros(self._snapshot.size, np.uint8)
        for one in found:
            if isinstance(one, Table):
                held += one.found
            else:
                held[one.documents] += 1
        return kept(either(found, self._snapshot.size), held >= query.least)

    def _and_maybe(self, query: Any) -> Found:
        found = self._of(query.a)
        return preferring(found, self._of(query.b), self._snapshot.size) if len(found) else found

    def _not(self, query: Any) -> Found:
        return without(self._everything(), self._of(query.query), self._snapshot.size)

    def _nothing(self, _query: Any) -> Found:
        return nothing()

    def _everything(self, _query: Any = None) -> Found:
        return marked(np.ones(self._snapshot.size, bool))

    def _label(self, query: Any) -> Found:
        """A filter: it finds, and does not rank."""
        found = [_labelled(view, query.text.encode()) + view.base for view in self._snapshot.views]
        documents = unranked(np.concatenate(found)) if found else nothing()
        return tabled(documents, self._snapshot.size) if self._is_many(len(documents)) else documents

    def _column(self, query: Any) -> Found:
        column = self._snapshot.days if query.fieldname == schema.DAY else self._snapshot.keys
        return marked(query.condition(column))

    def _any_field(self, query: AnyField) -> Found:
        """As it was found before: a query that is asked again with less in it has most of its words again."""
        found = self._held.get(query)
        if found is None:
            found = self._held[query] = self._ranked(query)
        return found

    def _ranked(self, query: AnyField) -> Found:
        found = self._frequencies(query)
        saturated(found.scores, len(found), self._snapshot.size)
        return found

    def _frequencies(self, query: AnyField) -> Found:
        """How often the word is in each document, weighed and evened out over the fields."""
        word, size = self._occurrences(query), self._snapshot.size
        if len(word) == 1 and not self._is_many(word[0].count):
            return word[0].listed()
        if self._is_many(count_of(word)):
            self._deadline.check()
            scores = everywhere(word, size)
            return Table(scores > 0, scores)
        return either([self._listed(one) for one in word], size)

    def _is_many(self, count: int) -> bool:
        return is_many(count, self._snapshot.size)

    def _listed(self, one: Occurrences) -> Scored:
        self._deadline.check()
        return one.listed()

    def _occurrences(self, query: AnyField) -> list[Occurrences]:
        """Where the word is, as it was found before."""
        found = self._occurring.get(query)
        if found is None:
            found = [one for view in self._snapshot.views for one in self._lists(view, query)]
            self._occurring[query] = found
        return found

    def _lists(self, view: View, query: AnyField) -> list[Occurrences]:
        """What a view has of each of the terms or phrases."""
        if isinstance(query, AnyTerm):
            found = self._of_forms(view, query)
            return [*found, *self._local(view, query)] if query.local else found
        terms: list[tuple[str, Entry]] = []
        others: list[Occurrences] = []
        for child in query.subqueries:
            if isinstance(child, AnyTerm):
                others += self._lists(view, child)
            elif isinstance(child, whoosh_query.Term):
                terms += view.segment.found([(child.fieldname, child.text)])
            else:
                self._deadline.check()
                field = _field_of(child)
                norms = self._snapshot.norms(field)
                others.append(OfPhrase(view, norms, phrase(view.segment, field, _parts_of(child))))
        return [*self._of_terms(view, terms), *others]

    def _of_forms(self, view: View, query: AnyTerm) -> list[Occurrences]:
        """Forms as one list where the view has them united; else one by one, as other terms."""
        number = _united(view, query.forms)
        if view.conflated is None or number < 0:
            return self._of_terms(view, [*view.segment.entries_of(*query.forms), *view.segment.found(query.terms)])
        united = OfForms(view, view.conflated, number, self._snapshot.norms)
        return [united, *self._of_terms(view, view.segment.found(query.terms))]

    def _local(self, view: View, query: AnyTerm) -> list[Occurrences]:
        """What it has of terms that count in articles in some languages alone."""
        return [
            OfLocalTerm(view, self._snapshot.norms(field), entry, self._snapshot.written_in(tags))
            for field, word, tags in query.local
            if (entry := view.segment.find(field, word)) is not None
        ]

    def _of_terms(self, view: View, terms: Sequence[tuple[str, Entry]]) -> list[Occurrences]:
        """Terms one by one; short lists together, if there are many."""
        if not terms:
            return []
        norms = {field: self._snapshot.norms(field) for field, _ in terms}
        short = [one for one in terms if one[1].documents <= _SHORT]
        if len(short) < _TOGETHER:
            return [OfTerm(view, norms[field], entry) for field, entry in terms]
        long = [OfTerm(view, norms[field], entry) for field, entry in terms if entry.documents > _SHORT]
        return [*long, OfTerms(view, norms, short, self._snapshot.size)]


def _united(view: View, forms: InFields) -> int:
    """The list of all forms together in all fields, where there is one of exactly those that the view has, or -1."""
    if view.conflated is None or len(forms.fields) < len(FIELDS):
        return -1
    numbers = [number for word in forms.words if (number := view.segment.number(word)) >= 0]
    return view.conflated.find(sorted(numbers))


def _is_word(query: Any) -> bool:
    return isinstance(query, AnyField) and query.is_word


def _labelled(view: View, name: bytes) -> NDArray[np.intp]:
    number = view.segment.labels.names.find(name)
    if number < 0:
        return np.empty(0, np.intp)
    return view.segment.labels.documents[np.flatnonzero(view.segment.labels.numbers == number)].astype(np.intp)


def _field_of(query: Any) -> str:
    return str(query.fieldname) if hasattr(query, "fieldname") else _field_of(query.subqueries[0])


def _parts_of(query: Any) -> list[list[str]]:
    """The alternatives at each place of a phrase."""
    if isinstance(query, whoosh_query.Phrase):
        return [[word] for word in query.words]
    return [[term.text for term in getattr(part, "subqueries", (part,))] for part in query.subqueries]


_KINDS: dict[type, Callable[[Evaluation, Any], Found]] = {
    whoosh_query.And: Evaluation._and,  # noqa: SLF001  (the table of this class's own methods)
    whoosh_query.Or: Evaluation._or,  # noqa: SLF001
    whoosh_query.AndMaybe: Evaluation._and_maybe,  # noqa: SLF001
    whoosh_query.Not: Evaluation._not,  # noqa: SLF001
    whoosh_query.Term: Evaluation._label,  # noqa: SLF001
    whoosh_query.Every: Evaluation._everything,  # noqa: SLF001
    type(whoosh_query.NullQuery): Evaluation._nothing,  # noqa: SLF001
    Column: Evaluation._column,  # noqa: SLF001
    Most: Evaluation._most,  # noqa: SLF001
    AnyField: Evaluation._any_field,  # noqa: SLF001
    AnyTerm: Evaluation._any_field,  # noqa: SLF001
}
