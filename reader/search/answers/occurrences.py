"""Where a word is: the documents of a view that have a term or a phrase in a field, and what it counts in each of them.

``norms`` are what one find adds in each document of the snapshot.
"""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from reader.search import schema
from reader.search.answers.scored import Scored, added_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from reader.search.segments.conflation import Conflated
    from reader.search.segments.segment import Entry
    from reader.search.segments.snapshot import Norms, View


class Occurrences:
    """What all kinds do with their documents, of which there are ``count``, and which are read when they are asked for."""

    count: int

    @property
    def documents(self) -> NDArray[np.intp]:
        """The documents, in the snapshot's numbers."""
        raise NotImplementedError

    def counts(self) -> NDArray[np.float32]:
        """What is counted in each of the documents; the caller's own."""
        raise NotImplementedError

    def counts_at(self, places: NDArray[np.intp]) -> NDArray[np.float32]:
        """What is counted in some of the documents, by their places among them."""
        return self.counts()[places]

    def listed(self) -> Scored:
        """As a list."""
        return Scored(self.documents, self.counts())

    def mark(self, marks: NDArray[np.bool_]) -> None:
        """Mark the documents among all of the snapshot."""
        marks[self.documents] = True

    def add_to(self, scores: NDArray[np.float32]) -> None:
        """Add up what is counted in a table of all documents of the snapshot."""
        np.add.at(scores, self.documents, self.counts())  # a pass where += takes three

    def add_inside(self, scores: NDArray[np.float32], inside: NDArray[np.bool_], found: NDArray[np.intp]) -> None:
        """The same, for those documents alone that are inside, which are found."""
        del found
        places = inside[self.documents].nonzero()[0]
        if len(places):
            np.add.at(scores, self.documents[places], self.counts_at(places))


class OfTerm(Occurrences):
    """A term in a field of a view."""

    def __init__(self, view: View, norms: Norms, entry: Entry) -> None:
        self._view = view
        self._norms = norms
        self._entry = entry
        self._mine = slice(view.base, view.base + view.segment.size)
        #: Not a cached property, which in Python 3.11 takes a lock each time.
        self._documents: NDArray[np.intp] | None = None
        self.count = entry.documents

    @property
    def documents(self) -> NDArray[np.intp]:
        """The documents, rising."""
        if self._documents is None:
            self._documents = self._view.segment.documents(self._entry)
            if self._view.base:
                self._documents += self._view.base
        return self._documents

    def counts(self) -> NDArray[np.float32]:
        """What is counted in each of the documents."""
        often = self._view.segment.frequencies(self._entry)
        often *= self._norms.at(self.documents)
        return often

    def counts_at(self, places: NDArray[np.intp]) -> NDArray[np.float32]:
        """What is counted in some of them."""
        often = self._view.segment.frequencies(self._entry)[places]
        often *= self._norms.at(self.documents[places])
        return often

    def mark(self, marks: NDArray[np.bool_]) -> None:
        """Mark the documents, without reading their list if there are many."""
        often = self._view.segment.everywhere(self._entry)
        if often is None:
            super().mark(marks)
        else:
            marks[self._mine] |= often > 0

    def add_to(self, scores: NDArray[np.float32]) -> None:
        """Add up what is counted, without reading the list if there are many."""
        often = self._view.segment.everywhere(self._entry)
        if often is None:
            super().add_to(scores)
        else:
            often *= self._norms.whole()[self._mine]
            scores[self._mine] += often

    def add_inside(self, scores: NDArray[np.float32], inside: NDArray[np.bool_], found: NDArray[np.intp]) -> None:
        """The same, for those alone that are inside."""
        often = self._view.segment.everywhere(self._entry)
        if often is None:
            super().add_inside(scores, inside, found)
        else:
            first, last = found.searchsorted((self._mine.start, self._mine.stop)).tolist()
            mine = found[first:last]
            scores[mine] += often[mine - self._view.base] * self._norms.at(mine)


class OfForms(Occurrences):
    """All forms of a word in all fields of a view that have forms, by the number of their list."""

    def __init__(self, view: View, conflated: Conflated, number: int, norms: Callable[[str], Norms]) -> None:
        self._view = view
        self._conflated = conflated
        self._number = number
        self._norms = norms
        self._read: tuple[NDArray[np.intp], NDArray[np.intp]] | None = None
        self.count = conflated.count(number)

    @property
    def documents(self) -> NDArray[np.intp]:
        """The documents, rising."""
        return self._postings()[0]

    def _postings(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Documents, and their rows."""
        if self._read is None:
            self._read = documents, _ = self._conflated.postings(self._number)
            if self._view.base:
                documents += self._view.base
        return self._read

    def counts(self) -> NDArray[np.float32]:
        """What is counted in each of the documents."""
        return self._weighed(*self._postings())

    def counts_at(self, places: NDArray[np.intp]) -> NDArray[np.float32]:
        """What is counted in some of them."""
        documents, rows = self._postings()
        return self._weighed(documents[places], rows[places])

    def _weighed(self, documents: NDArray[np.intp], rows: NDArray[np.intp]) -> NDArray[np.float32]:
        found = self._conflated.bodies(rows)
        found *= self._norms(schema.BODY).at(documents)
        for field, places, often in self._conflated.further(rows):
            found[places] += often * self._norms(field).at(documents[places])
        return found


class OfLocalTerm(Occurrences):
    """A term in a field of a view, in the documents of the snapshot that are inside alone. ``count`` is that of all."""

    def __init__(self, view: View, norms: Norms, entry: Entry, inside: NDArray[np.bool_]) -> None:
        self._view = view
        self._norms = norms
        self._entry = entry
        self._inside = inside
        self.count = entry.documents

    @property
    def documents(self) -> NDArray[np.intp]:
        """The documents, rising."""
        return self._found[0]

    def counts(self) -> NDArray[np.float32]:
        """What is counted in each of them."""
        documents, places = self._found
        often = self._view.segment.frequencies(self._entry)[places]
        often *= self._norms.at(documents)
        return often

    @cached_property
    def _found(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The documents, and their places among all that have the term."""
        documents = self._view.segment.documents(self._entry)
        if self._view.base:
            documents += self._view.base
        places = self._inside[documents].nonzero()[0]
        return documents[places], places


class OfTerms(Occurrences):
    """Terms with few documents each, in any fields of a view: what takes as long for one list as for all is done once."""

    def __init__(self, view: View, norms: dict[str, Norms], terms: Sequence[tuple[str, Entry]], size: int) -> None:
        self._view = view
        self._norms = norms
        self._size = size
        self._terms = sorted(terms, key=lambda term: term[0])
        self.count = sum(entry.documents for _, entry in terms)

    @property
    def documents(self) -> NDArray[np.intp]:
        """The documents in the order of the terms, each as often as it has one."""
        return self._found[0]

    def counts(self) -> NDArray[np.float32]:
        """What is counted for each of them."""
        return self._found[1].copy()

    def listed(self) -> Scored:
        """As a list, each document once."""
        return added_up(*self._found, self._size)

    @cached_property
    def _found(self) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        documents, often, counts = self._view.segment.short([entry for _, entry in self._terms])
        documents += self._view.base
        ends = np.cumsum(counts).tolist()
        begin = 0
        for field, some in groupby(zip(self._terms, ends, strict=True), key=lambda one: one[0][0]):
            *_, (_, end) = some
            often[begin:end] *= self._norms[field].at(documents[begin:end])
            begin = end
        return documents, often


class OfPhrase(Occurrences):
    """A phrase in a field of a view."""

    def __init__(self, view: View, norms: Norms, found: tuple[NDArray[np.intp], NDArray[np.float32]]) -> None:
        self._documents, self._counts = found
        self._documents += view.base
        self._counts *= norms.at(self._documents)
        self.count = len(self._documents)

    @property
    def documents(self) -> NDArray[np.intp]:
        """The documents, rising."""
        return self._documents

    def counts(self) -> NDArray[np.float32]:
        """What is counted in each of them."""
        return self._counts.copy()


def count_of(word: Sequence[Occurrences]) -> int:
    """How many documents all of a word's occurrences have, those that are in several as often."""
    return sum(one.count for one in word)


def everywhere(word: Sequence[Occurrences], size: int) -> NDArray[np.float32]:
    """What a word counts in each document of the snapshot, of which ``size`` are there."""
    scores = np.zeros(size, np.float32)
    for one in word:
        one.add_to(scores)
    return scores
