"""Where a word is: the documents of a view that have a term or a phrase in a field, and what it counts in each of them.

Each kind has a ``count`` of documents, known before any list is read, and gives a list or adds itself up in a table. ``norms`` are
what one find adds in each document of the view.
"""

from __future__ import annotations

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
        self.count = entry.documents

    def listed(self) -> Scored:
        """As a list, in the snapshot's numbers."""
        documents, counts = self._found()
        return Scored(documents + self._view.base if self._view.base else documents, counts)

    def add_to(self, scores: NDArray[np.float32]) -> None:
        """Add it up in a table of all documents of the snapshot."""
        mine = scores[self._view.base : self._view.base + self._view.segment.size]
        often = self._view.segment.everywhere(self._entry)
        if often is not None:
            often *= self._norms
            mine += often
        else:
            documents, counts = self._found()
            mine[documents] += counts

    def _found(self) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        segment = self._view.segment
        documents, often = segment.documents(self._entry), segment.frequencies(self._entry)
        often *= self._norms[documents]
        return documents, often


class OfTerms:
    """Terms with few documents each, in any fields of a view: what takes as long for one list as for all is done once."""

    def __init__(self, view: View, norms: dict[str, NDArray[np.float32]], terms: Sequence[tuple[str, Entry]]) -> None:
        self._view = view
        self._norms = norms
        self._terms = sorted(terms, key=lambda term: term[0])
        self.count = sum(entry.documents for _, entry in terms)

    def listed(self) -> Scored:
        """As a list, in the snapshot's numbers."""
        return added_up(*self._found())

    def add_to(self, scores: NDArray[np.float32]) -> None:
        """Add it up in a table of all documents of the snapshot."""
        np.add.at(scores, *self._found())

    def _found(self) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        documents, often, counts = self._view.segment.short([entry for _, entry in self._terms])
        ends = np.cumsum(counts).tolist()
        begin = 0
        for field, some in groupby(zip(self._terms, ends, strict=True), key=lambda one: one[0][0]):
            *_, (_, end) = some
            often[begin:end] *= self._norms[field][documents[begin:end]]
            begin = end
        return documents + self._view.base, often


class OfPhrase:
    """A phrase in a field of a view."""

    def __init__(
        self, view: View, norms: NDArray[np.float32], found: tuple[NDArray[np.intp], NDArray[np.float32]]
    ) -> None:
        documents, often = found
        often *= norms[documents]
        self._found = Scored(documents + view.base, often)
        self.count = len(documents)

    def listed(self) -> Scored:
        """As a list, in the snapshot's numbers."""
        return self._found

    def add_to(self, scores: NDArray[np.float32]) -> None:
        """Add it up in a table of all documents of the snapshot."""
        scores[self._found.documents] += self._found.scores


Occurrences = OfTerm | OfTerms | OfPhrase
