"""Whoosh as its manual sets it up: its default codec, writer and analysis, one commit at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoosh import index
from whoosh.fields import ID, NUMERIC, TEXT, Schema
from whoosh.qparser import MultifieldParser

from tests.bench.engines.face import LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from whoosh.searching import Searcher
    from whoosh.writing import SegmentWriter

    from reader.model.search import SearchDocument
    from tests.bench.engines.face import Asked

FIELDS = ("title", "standfirst", "body", "tags", "authors")


class StockWhoosh:
    """Text fields with positions, analysed by ``StandardAnalyzer``; the key is stored, the date can sort."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._index = index.open_dir(folder) if index.exists_in(folder) else index.create_in(folder, _schema())
        self._parser = MultifieldParser(FIELDS, self._index.schema)
        self._writer: SegmentWriter | None = None
        self._searcher: Searcher | None = None

    def add(self, batch: Sequence[SearchDocument]) -> None:
        self._writer = self._writer or self._index.writer()
        for one in batch:
            self._writer.add_document(
                key=str(one.key),
                title=one.title,
                standfirst=one.standfirst,
                body=one.body,
                tags=" ".join(one.tags),
                authors=" ".join(one.authors),
                day=int(one.date.replace("-", "")),
            )

    def finish(self) -> None:
        if self._writer:
            self._writer.commit()
        self._index.close()

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


def _schema() -> Schema:
    return Schema(
        key=ID(stored=True),
        title=TEXT,
        standfirst=TEXT,
        body=TEXT,
        tags=TEXT,
        authors=TEXT,
        day=NUMERIC(sortable=True),
    )
