"""Search engines behind one face: ours, stock Whoosh, SQLite FTS5, tantivy. All take the same documents and the same queries."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from tests.bench.engines.face import Asked, Engine

_PLACES = {
    "packhorse": "packhorse:Packhorse",
    "whoosh": "stock_whoosh:StockWhoosh",
    "fts5": "fts5:Fts5",
    "tantivy": "tantivy:Tantivy",
}


def engine_named(name: str) -> type[Engine]:
    """The engine's class. Only its own module is loaded: a process that is measured does not pay for the others."""
    module, _, kind = _PLACES[name].partition(":")
    return cast("type[Engine]", getattr(import_module(f"{__name__}.{module}"), kind))


__all__ = ["Asked", "Engine", "engine_named"]
