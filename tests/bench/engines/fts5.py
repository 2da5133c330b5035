"""SQLite's FTS5 with its default tokenizer, without a copy of the text, in one transaction."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tests.bench.engines.face import LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model.search import SearchDocument
    from tests.bench.engines.face import Asked

_TABLES = """
CREATE VIRTUAL TABLE IF NOT EXISTS words
    USING fts5(title, standfirst, body, tags, authors, content='', tokenize='unicode61');
CREATE TABLE IF NOT EXISTS dated (key INTEGER PRIMARY KEY, day TEXT NOT NULL);
"""
_MATCH = "FROM words WHERE words MATCH ?"
_BEST = f"SELECT rowid {_MATCH} ORDER BY bm25(words, 3.5, 1.8, 1.0, 2.0, 2.0) LIMIT {LIMIT}"
_NEWEST = f"SELECT key FROM dated WHERE key IN (SELECT rowid {_MATCH}) ORDER BY day DESC LIMIT {LIMIT}"


class Fts5:
    """A contentless FTS5 table, ranked by its own bm25 with the weights of our fields, and a table of dates."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(folder / "fts5.sqlite")
        self._db.executescript(_TABLES)

    def add(self, batch: Sequence[SearchDocument]) -> None:
        rows = [
            (one.key, one.title, one.standfirst, one.body, " ".join(one.tags), " ".join(one.authors)) for one in batch
        ]
        self._db.executemany(
            "INSERT INTO words(rowid, title, standfirst, body, tags, authors) VALUES (?, ?, ?, ?, ?, ?)", rows
        )
        self._db.executemany("INSERT INTO dated VALUES (?, ?)", [(one.key, one.date) for one in batch])

    def finish(self) -> None:
        self._db.commit()
        self._db.close()

    def search(self, asked: Asked) -> Sequence[int]:
        return [key for (key,) in self._db.execute(_NEWEST if asked.newest else _BEST, (asked.text,))]

    def total(self, asked: Asked) -> int:
        (count,) = self._db.execute(f"SELECT count(*) {_MATCH}", (asked.text,)).fetchone()
        return int(count)

    def hint(self, asked: Asked) -> str:
        return ""
