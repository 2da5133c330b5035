"""tantivy: words in lower case without stemming, positions, no copy of the text, one commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tantivy

from tests.bench.engines.face import LIMIT, WEIGHTS, fields

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model.search import SearchDocument
    from tests.bench.engines.face import Asked

HEAP = 64_000_000
_ANALYSIS = "words"


class Tantivy:
    """Text fields with the weights of ours; the key and the date are columns, of which one answers and one can sort."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(folder))
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase()).build()
        self._index.register_tokenizer(_ANALYSIS, words)
        self._writer: tantivy.IndexWriter | None = None
        self._searcher = self._index.searcher()

    def add(self, batch: Sequence[SearchDocument]) -> None:
        writer = self._writing()
        for one in batch:
            document = tantivy.Document(**fields(one))
            document.add_unsigned("key", one.key)
            document.add_unsigned("day", int(one.date.replace("-", "") or 0))
            writer.add_document(document)

    def finish(self) -> None:
        if self._writer:
            self._writer.commit()
            self._writer.wait_merging_threads()

    def change(self, before: Sequence[SearchDocument], after: Sequence[SearchDocument]) -> None:
        for one in before:
            self._writing().delete_documents_by_query(tantivy.Query.term_query(self._schema, "key", one.key))
        self.add(after)
        self._writing().commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, asked: Asked) -> Sequence[int]:
        order = {"order_by_field": "day"} if asked.newest else {}
        found = self._searcher.search(self._query(asked), limit=LIMIT, count=False, **order)
        return self._searcher.fast_field_values("key", [address for _, address in found.hits])

    def total(self, asked: Asked) -> int:
        return int(self._searcher.search(self._query(asked), limit=1, count=True).count or 0)

    def hint(self, asked: Asked) -> str:
        return ""

    def _writing(self) -> tantivy.IndexWriter:
        self._writer = self._writer or self._index.writer(HEAP, 1)
        return self._writer

    def _query(self, asked: Asked) -> tantivy.Query:
        if asked.text.endswith("*"):
            return self._beginning(asked.text)
        return self._index.parse_query(asked.text, list(WEIGHTS), field_boosts=WEIGHTS, conjunction_by_default=True)

    def _beginning(self, text: str) -> tantivy.Query:
        """Words of which the last is a beginning, for which its parser has no sign: an expression in each field."""
        words, _, beginning = text[:-1].rpartition(" ")
        each = [
            tantivy.Query.boost_query(tantivy.Query.regex_query(self._schema, name, f"{beginning}.*"), weight)
            for name, weight in WEIGHTS.items()
        ]
        any_field = tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in each])
        if not words:
            return any_field
        whole = self._index.parse_query(words, list(WEIGHTS), field_boosts=WEIGHTS, conjunction_by_default=True)
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, whole), (tantivy.Occur.Must, any_field)])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in WEIGHTS:
        builder.add_text_field(name, tokenizer_name=_ANALYSIS)
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_unsigned_field("day", fast=True)
    return builder.build()
