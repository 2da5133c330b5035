"""SQLite's FTS5 with its default tokenizer, without a copy of the text, in one transaction."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tests.bench.engines.face import LIMIT, WEIGHTS, fields

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model.search import SearchDocument
    from tests.bench.engines.face import Asked

TOKENIZER = "unicode61"
_NAMES = ", ".join(WEIGHTS)
_TABLES = f"""
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5({_NAMES}, content='', tokenize='%s');
CREATE TABLE IF NOT EXISTS dated (key INTEGER PRIMARY KEY, day TEXT NOT NULL);
"""
_VALUES = f"VALUES (:key, {', '.join(f':{name}' for name in WEIGHTS)})"
_ADD = f"INSERT INTO words(rowid, {_NAMES}) {_VALUES}"
#: A table without the text is told the old text once more to forget it.
_FORGET = f"INSERT INTO words(words, rowid, {_NAMES}) {_VALUES.replace('(:key', '(:delete, :key')}"
_MATCH = "FROM words WHERE words MATCH ?"
_NEWEST = f"SELECT key FROM dated WHERE key IN (SELECT rowid {_MATCH}) ORDER BY day DESC LIMIT {LIMIT}"


class Fts5:
    """A contentless FTS5 table, ranked by its own bm25 with the weights of our fields or others, and a table of dates."""

    def __init__(
        self, folder: Path, tokenizer: str = TOKENIZER, weights: Sequence[float] = (*WEIGHTS.values(),)
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(folder / "fts5.sqlite")
        self._db.executescript(_TABLES % tokenizer)
        self._best = f"SELECT rowid {_MATCH} ORDER BY bm25(words, {', '.join(map(str, weights))}) LIMIT {LIMIT}"

    def add(self, batch: Sequence[SearchDocument]) -> None:
        self._db.executemany(_ADD, map(_row, batch))
        self._db.executemany("REPLACE INTO dated VALUES (?, ?)", [(one.key, one.date) for one in batch])

    def finish(self) -> None:
        self._db.commit()
        self._db.close()

    def change(self, before: Sequence[SearchDocument], after: Sequence[SearchDocument]) -> None:
        self._db.executemany(_FORGET, [{**_row(one), "delete": "delete"} for one in before])
        self.add(after)
        self._db.commit()

    def search(self, asked: Asked) -> Sequence[int]:
        return [key for (key,) in self._db.execute(_NEWEST if asked.newest else self._best, (asked.text,))]

    def total(self, asked: Asked) -> int:
        (count,) = self._db.execute(f"SELECT count(*) {_MATCH}", (asked.text,)).fetchone()
        return int(count)

    def hint(self, asked: Asked) -> str:
        return ""


def _row(document: SearchDocument) -> dict[str, str | int]:
    return {"key": document.key, **fields(document)}
