"""Whoosh as its manual sets it up: its default codec, writer and analysis, one commit at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoosh import index
from whoosh.analysis import StandardAnalyzer
from whoosh.fields import ID, NUMERIC, TEXT, Schema
from whoosh.qparser import MultifieldParser

from tests.bench.engines.face import LIMIT, WEIGHTS, fields

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from whoosh.analysis import Analyzer
    from whoosh.searching import Searcher
    from whoosh.writing import SegmentWriter

    from reader.model.search import SearchDocument
    from tests.bench.engines.face import Asked


class StockWhoosh:
    """Text fields with positions, analysed by ``StandardAnalyzer``; the key is stored, the date can sort."""

    def __init__(
        self, folder: Path, analysis: Callable[[], Analyzer] = StandardAnalyzer, weights: dict[str, float] | None = None
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        schema = _schema(analysis())
        self._index = index.open_dir(folder) if index.exists_in(folder) else index.create_in(folder, schema)
        self._parser = MultifieldParser([*WEIGHTS], self._index.schema, fieldboosts=weights)
        self._writer: SegmentWriter | None = None
        self._searcher: Searcher | None = None

    def add(self, batch: Sequence[SearchDocument]) -> None:
        self._writer = self._writer or self._index.writer()
        for one in batch:
            self._writer.add_document(key=str(one.key), day=int(one.date.replace("-", "") or 0), **fields(one))

    def finish(self) -> None:
        if self._writer:
            self._writer.commit()
        self._index.close()

    def change(self, before: Sequence[SearchDocument], after: Sequence[SearchDocument]) -> None:
        self._writer = self._index.writer()
        for one in before:
            self._writer.delete_by_term("key", str(one.key))
        self.add(after)
        self._writer.commit(merge=False)
        self._searcher = self._index.searcher()  # one that is refreshed still shows what was replaced

    def search(self, asked: Asked) -> Sequence[int]:
        order = {"sortedby": "day", "reverse": True} if asked.newest else {}
        found = self._open().search(self._parser.parse(asked.text), limit=LIMIT, **order)
        return [int(hit["key"]) for hit in found]

    def total(self, asked: Asked) -> int:
        return sum(1 for _ in self._parser.parse(asked.text).docs(self._open()))

    def hint(self, asked: Asked) -> str:
        return ""

    def _open(self) -> Searcher:
        self._searcher = self._searcher or self._index.searcher()
        return self._searcher


def _schema(analysis: Analyzer) -> Schema:
    texts = {name: TEXT(analyzer=analysis) for name in WEIGHTS}
    return Schema(key=ID(stored=True), day=NUMERIC(sortable=True), **texts)
