"""Where a word is: the documents of a view that have a term or a phrase in a field, and what it counts in each of them.

Each kind has a ``count`` of documents, known before any list is read, gives its ``documents`` in the snapshot's numbers, and counts in
them all as a list or in a table, or only in some. ``norms`` are what one find adds in each document of the snapshot.
"""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from reader.search.answers.scored import Scored, added_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reader.search.segments.segment import Entry
    from reader.search.segments.snapshot import View


class OfTerm:
    """A term in a field of a view."""

    def __init__(self, view: View, norms: NDArray[np.float32], entry: Entry) -> None:
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

    def listed(self) -> Scored:
        """As a list, in the snapshot's numbers."""
        return Scored(self.documents, self._counts())

    def counts_at(self, places: NDArray[np.intp]) -> NDArray[np.float32]:
        """What it counts in some of its documents, by their places among them."""
        often = self._view.segment.frequencies(self._entry)[places]
        often *= self._norms[self.documents[places]]
        return often

    def add_to(self, scores: NDArray[np.float32]) -> None:
        """Add it up in a table of all documents of the snapshot."""
        often = self._view.segment.everywhere(self._entry)
        if often is not None:
            often *= self._norms[self._mine]
            scores[self._mine] += often
        else:
            np.add.at(scores, self.documents, self._counts())  # a pass where += takes three

    def mark(self, marks: NDArray[np.bool_]) -> None:
        """Mark its documents among all of the snapshot."""
        often = self._view.segment.everywhere(self._entry)
        if often is not None:
            marks[self._mine] |= often > 0
        else:
            marks[self.documents] = True

    def add_inside(self, scores: NDArray[np.float32], inside: NDArray[np.bool_], found: NDArray[np.intp]) -> None:
        """Add it up for those documents alone that are inside, which are found."""
        often = self._view.segment.everywhere(self._entry)
        if often is None:
            _add_inside(self, scores, inside)
        else:
            first, last = found.searchsorted((self._mine.start, self._mine.stop)).tolist()
            mine = found[first:last]
            scores[mine] += often[mine - self._view.base] * self._norms[mine]

    def _counts(self) -> NDArray[np.float32]:
        often = self._view.segment.frequencies(self._entry)
        often *= self._norms[self.documents]
        return often


class OfTerms:
    """Terms with few documents each, in any fields of a view: what takes as long for one list as for all is done once."""

    def __init__(
        self, view: View, norms: dict[str, NDArray[np.float32]], terms: Sequence[tuple[str, Entry]], size: int
    ) -> None:
        self._view = view
        self._norms = norms
        self._size = size
        self._terms = sorted(terms, key=lambda term: term[0])
        self.count = sum(entry.documents for _, entry in terms)

    @property
    def documents(self) -> NDArray[np.intp]:
        """The documents, rising."""
        return self._listed.documents

    def listed(self) -> Scored:
        """As a list, in the snapshot's numbers."""
        return Scored(self._listed.documents, self._listed.scores.copy())

    @cached_property
    def _listed(self) -> Scored:
        return added_up(*self._found, self._size)

    def add_to(self, scores: NDArray[np.float32]) -> None:
        """Add it up in a table of all documents of the snapshot."""
        np.add.at(scores, *self._found)

    def counts_at(self, places: NDArray[np.intp]) -> NDArray[np.float32]:
        """What they count in some of their documents, by their places among them."""
        return self._listed.scores[places]

    def mark(self, marks: NDArray[np.bool_]) -> None:
        """Mark its documents among all of the snapshot."""
        marks[self.documents] = True

    def add_inside(self, scores: NDArray[np.float32], inside: NDArray[np.bool_], _found: NDArray[np.intp]) -> None:
        """Add it up for those documents alone that are inside."""
        _add_inside(self, scores, inside)

    @cached_property
    def _found(self) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """Documents in the order of the terms, each as often as it has one, and what that counts."""
        documents, often, counts = self._view.segment.short([entry for _, entry in self._terms])
        documents += self._view.base
        ends = np.cumsum(counts).tolist()
        begin = 0
        for field, some in groupby(zip(self._terms, ends, strict=True), key=lambda one: one[0][0]):
            *_, (_, end) = some
            often[begin:end] *= self._norms[field][documents[begin:end]]
            begin = end
        return documents, often


class OfPhrase:
    """A phrase in a field of a view."""

    def __init__(
        self, view: View, norms: NDArray[np.float32], found: tuple[NDArray[np.intp], NDArray[np.float32]]
    ) -> None:
        documents, often = found
        documents += view.base
        often *= norms[documents]
        self._found = Scored(documents, often)
        self.count = len(documents)

    @property
    def documents(self) -> NDArray[np.intp]:
        """The documents, rising."""
        return self._found.documents

    def listed(self) -> Scored:
        """As a list, in the snapshot's numbers."""
        return Scored(self._found.documents, self._found.scores.copy())

    def add_to(self, scores: NDArray[np.float32]) -> None:
        """Add it up in a table of all documents of the snapshot."""
        np.add.at(scores, self._found.documents, self._found.scores)

    def counts_at(self, places: NDArray[np.intp]) -> NDArray[np.float32]:
        """What it counts in some of its documents, by their places among them."""
        return self._found.scores[places]

    def mark(self, marks: NDArray[np.bool_]) -> None:
        """Mark its documents among all of the snapshot."""
        marks[self.documents] = True

    def add_inside(self, scores: NDArray[np.float32], inside: NDArray[np.bool_], _found: NDArray[np.intp]) -> None:
        """Add it up for those documents alone that are inside."""
        _add_inside(self, scores, inside)


Occurrences = OfTerm | OfTerms | OfPhrase


def count_of(word: Sequence[Occurrences]) -> int:
    """How many documents all of a word's occurrences have, those that are in several as often."""
    return sum(one.count for one in word)


def everywhere(word: Sequence[Occurrences], size: int) -> NDArray[np.float32]:
    """What a word counts in each document of the snapshot, of which ``size`` are there."""
    scores = np.zeros(size, np.float32)
    for one in word:
        one.add_to(scores)
    return scores


def _add_inside(one: Occurrences, scores: NDArray[np.float32], inside: NDArray[np.bool_]) -> None:
    places = inside[one.documents].nonzero()[0]
    if len(places):
        np.add.at(scores, one.documents[places], one.counts_at(places))
