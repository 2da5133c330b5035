"""How words and names that are begun may go on, counted among what the rest of a query finds."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh import query as whoosh_query

from reader.search.answers import facets
from reader.search.answers.evaluate import Deadline, Evaluation
from reader.search.answers.nodes import AnyField, AnyTerm, adjacent
from reader.search.answers.scored import listed, tabled
from reader.search.text.analysis import units

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from reader.search.answers.vocabulary import Vocabulary
    from reader.search.segments.snapshot import Snapshot

_SECONDS = 0.1
#: So many words that begin so are counted among the rest; fewer where they are in very many documents.
_WORDS, _DOCUMENTS_OF_WORDS = 400, 20_000
#: Behind others, so many of these as phrases, which take longer; fewer likewise.
_PHRASES, _DOCUMENTS_OF_PHRASES = 40, 2000


class Completing:
    """Completes over one snapshot. It remembers what the rest of a query finds, which stays the same from letter to letter."""

    def __init__(self, snapshot: Snapshot, vocabulary: Vocabulary) -> None:
        self._snapshot, self._vocabulary = snapshot, vocabulary
        self._rest: Any = None
        self._among: NDArray[np.bool_] = np.zeros(0, bool)
        self._counts: Mapping[str, Mapping[str, int]] | None = None

    def words(self, begun: str, field: str, limit: int, rest: Any) -> list[tuple[str, int]]:
        """What is begun with its last word whole and as it is written, the most frequent first, and how many articles that ``rest`` finds have it in the field.

        Words before the last stand as they are typed. ``rest`` is a tree, or nothing for all articles.

        Raises:
            TooLong: the time is over.
        """
        *front, last = list(units(begun)) or [None]  # type: ignore[list-item]  # nothing is begun
        if last is None or not limit or (front and any(unit.run for unit in (*front, last))):
            return []
        if not front and rest is None:
            found = self._vocabulary.counted(field, last.text, limit)
        else:
            found = self._counted([unit.text for unit in front], last.text, field, rest)[:limit]
        return [(begun[: last.start] + self._vocabulary.written(word), count) for word, count in found]

    def values(self, rest: Any) -> Mapping[str, Mapping[str, int]]:
        """How many hits of a tree have each value, by kinds.

        Raises:
            TooLong: the time is over.
        """
        among = self._found(rest)
        if self._counts is None:
            self._counts = facets.counted(self._snapshot, np.flatnonzero(among), fold=True)
        return self._counts

    def _found(self, rest: Any) -> NDArray[np.bool_]:
        """The documents that a tree finds."""
        if self._rest is None or self._rest != rest:
            self._among, self._rest, self._counts = self._asked(rest), rest, None
        return self._among

    def _asked(self, tree: Any) -> NDArray[np.bool_]:
        found = Evaluation(self._snapshot, Deadline(_SECONDS)).scores(tree)
        return tabled(found, self._snapshot.size).found

    def _counted(self, front: list[str], last: str, field: str, rest: Any) -> list[tuple[str, int]]:
        among = self._asked(whoosh_query.Every()) if rest is None else self._found(rest)
        words = _few(self._vocabulary.counted(field, last, _WORDS), _DOCUMENTS_OF_WORDS)
        if not front:
            return self._each(words, field, among)
        having = self._asked(whoosh_query.And([AnyTerm([(field, word)]) for word in front]))
        return self._behind(front, self._each(words, field, among & having), field, among)

    def _each(self, words: Sequence[str], field: str, among: NDArray[np.bool_]) -> list[tuple[str, int]]:
        """Of each of the words that some of the documents have, how many do."""
        counts = np.zeros(len(words), np.int64)
        for view in self._snapshot.views:
            entries = [(at, entry) for at, word in enumerate(words) if (entry := view.segment.find(field, word))]
            if entries:
                places, own = zip(*entries, strict=True)
                documents, _, sizes = view.segment.short(own)
                begins = np.cumsum(sizes) - sizes
                counts[list(places)] += np.add.reduceat(among[documents + view.base].astype(np.int64), begins)
        return _most(zip(words, counts.tolist(), strict=True))

    def _behind(
        self, front: list[str], found: Sequence[tuple[str, int]], field: str, among: NDArray[np.bool_]
    ) -> list[tuple[str, int]]:
        """Those that stand behind other words."""
        few = _few(found[:_PHRASES], _DOCUMENTS_OF_PHRASES)
        evaluation = Evaluation(self._snapshot, Deadline(_SECONDS))
        parts = [(word,) for word in front]
        phrases = ((word, evaluation.scores(AnyField([adjacent(field, [*parts, (word,)])]))) for word in few)
        return _most((word, int(np.count_nonzero(among[listed(one).documents]))) for word, one in phrases)


def _few(counted: Sequence[tuple[str, int]], most: int) -> list[str]:
    """The first words, until so many documents have them."""
    before = accumulate((count for _, count in counted), initial=0)
    return [word for (word, _), documents in zip(counted, before, strict=False) if documents < most]


def _most(counted: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted((one for one in counted if one[1]), key=lambda one: -one[1])
