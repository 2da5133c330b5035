"""The same queries of the largest indexes beside FTS5 and tantivy alone: minutes, where stock Whoosh needs half an hour to index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import corpus, indexes, querying
from tests.bench.report import Section, Table

if TYPE_CHECKING:
    from tests.bench.options import Options

TITLE = "Searching, without stock Whoosh"
_ENGINES = (indexes.OURS, "fts5", "tantivy")


def measure(options: Options) -> Section:
    """A table for the largest index of each corpus."""
    parts: list[str | Table] = [
        "As the section before; for whoever works on the engine, and cannot wait for stock Whoosh to index."
    ]
    for kind in corpus.KINDS:
        parts += querying.tables(options, max(corpus.sizes(options, kind)), kind, _ENGINES)
    return Section(TITLE, parts)
