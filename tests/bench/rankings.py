"""The engines whose rankings are judged, with their ways of analysis and of putting a question. Loaded by jobs only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from whoosh.analysis import StemmingAnalyzer

from tests.bench import phrasing
from tests.bench.engines.fts5 import Fts5
from tests.bench.engines.packhorse import Packhorse
from tests.bench.engines.stock_whoosh import StockWhoosh
from tests.bench.engines.tantivy import Tantivy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bench.engines import Engine


@dataclass(frozen=True, slots=True)
class Ranking:
    """An engine with one analysis, and how questions are put to it. Rankings of the same ``index`` share one."""

    index: str
    engine: Callable[[Path], Engine]
    phrase: Callable[[str], str]


_EQUAL = (1.0,) * 5
OURS = "packhorse, "
FTS5 = "SQLite FTS5, "
WHOOSH = "stock Whoosh, "

ENGLISH = {
    f"{OURS}the words ORed": Ranking("ours", Packhorse, phrasing.words),
    f"{OURS}as typed": Ranking("ours", Packhorse, phrasing.as_typed),
    f"{FTS5}`unicode61`": Ranking("fts5", partial(Fts5, weights=_EQUAL), phrasing.quoted_words),
    f"{FTS5}`unicode61`, our weights": Ranking("fts5", Fts5, phrasing.quoted_words),
    f"{FTS5}`porter`": Ranking(
        "porter", partial(Fts5, tokenizer="porter unicode61", weights=_EQUAL), phrasing.quoted_words
    ),
    f"{FTS5}`porter`, our weights": Ranking(
        "porter", partial(Fts5, tokenizer="porter unicode61"), phrasing.quoted_words
    ),
    f"{WHOOSH}`StandardAnalyzer`": Ranking("whoosh", StockWhoosh, phrasing.words),
    f"{WHOOSH}`StemmingAnalyzer`": Ranking("stems", partial(StockWhoosh, analysis=StemmingAnalyzer), phrasing.words),
    "tantivy, our weights": Ranking("tantivy", Tantivy, phrasing.words),
}
CHARACTERS = {
    f"{OURS}as typed": Ranking("ours", Packhorse, phrasing.as_typed),
    f"{OURS}runs of a script ORed": Ranking("ours", Packhorse, phrasing.parts),
    f"{OURS}pairs of characters ORed": Ranking("ours", Packhorse, phrasing.pairs),
    f"{FTS5}`unicode61`": Ranking("fts5", partial(Fts5, weights=_EQUAL), phrasing.quoted_words),
    f"{FTS5}`trigram`": Ranking(
        "trigram", partial(Fts5, tokenizer="trigram", weights=_EQUAL), phrasing.quoted_trigrams
    ),
    f"{WHOOSH}`StandardAnalyzer`": Ranking("whoosh", StockWhoosh, phrasing.words),
}
