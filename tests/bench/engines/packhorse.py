"""Ours, used as ``reader.library`` uses it: a commit for each batch, a merge at the end if there is need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.index import MERGE_EVERY
from reader.model.listing import Sort
from reader.model.search import Query
from reader.search import Index
from reader.search.answers.loosened import BEGUN, MOST_WORDS
from tests.bench.engines.face import LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model.search import Hits, SearchDocument
    from tests.bench.engines.face import Asked


#: Where no article has all words, ours shows those that have most; the others are asked for all.
_LOOSENED = frozenset({MOST_WORDS, BEGUN})


class Packhorse:
    """``reader.search.Index``."""

    def __init__(self, folder: Path) -> None:
        self._index = Index.open(folder, "bench")
        self._batches = 0

    def add(self, batch: Sequence[SearchDocument]) -> None:
        self._index.write(batch, ())
        self._batches += 1
        if self._batches % MERGE_EVERY == 0:
            self._index.merge_when_idle()

    def finish(self) -> None:
        self._index.merge_when_idle(thorough=True)
        self._index.close()

    def change(self, before: Sequence[SearchDocument], after: Sequence[SearchDocument]) -> None:
        self._index.write(after, ())

    def search(self, asked: Asked) -> Sequence[int]:
        return [hit.key for hit in self._hits(asked).hits]

    def total(self, asked: Asked) -> int:
        hits = self._hits(asked)
        return 0 if hits.hint in _LOOSENED else hits.total

    def hint(self, asked: Asked) -> str:
        hint = self._hits(asked).hint
        return "" if hint in _LOOSENED else hint

    def _hits(self, asked: Asked) -> Hits:
        sort = Sort.NEWEST if asked.newest else Sort.RELEVANCE
        return self._index.search(Query(asked.text, limit=LIMIT, sort=sort, facets=asked.facets))
