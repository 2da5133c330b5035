"""Search engines behind one face: ours, stock Whoosh, SQLite FTS5. All take the same documents and the same queries."""

from tests.bench.engines.face import Asked, Engine
from tests.bench.engines.fts5 import Fts5
from tests.bench.engines.packhorse import Packhorse
from tests.bench.engines.stock_whoosh import StockWhoosh

ENGINES: dict[str, type[Engine]] = {"packhorse": Packhorse, "whoosh": StockWhoosh, "fts5": Fts5}

__all__ = ["ENGINES", "Asked", "Engine"]
