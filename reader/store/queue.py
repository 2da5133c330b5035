"""The articles that the index has not seen yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.connection import guarded, transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


class IndexQueue:
    """Keys to index again, oldest first. ``seq`` tells a later change of the same article from the one that was taken."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def waiting(self) -> int:
        """How many articles wait."""
        with guarded():
            return int(self._db.execute("SELECT count(*) FROM queue").fetchone()[0])

    def take(self, most: int) -> tuple[tuple[int, int], ...]:
        """The next (key, seq) pairs. They stay in the queue until ``done``."""
        with guarded():
            found = self._db.execute("SELECT key, seq FROM queue ORDER BY seq, key LIMIT ?", (most,))
            return tuple((int(row["key"]), int(row["seq"])) for row in found.fetchall())

    def done(self, taken: Sequence[tuple[int, int]]) -> None:
        """Forget what was indexed, unless it changed again meanwhile."""
        with transaction(self._db):
            self._db.executemany("DELETE FROM queue WHERE key = ? AND seq = ?", taken)

    def refill(self) -> int:
        """Put every visible article in the queue, because the index was lost. Returns how many."""
        with transaction(self._db):
            self._db.execute("DELETE FROM queue")
            self._db.execute("INSERT INTO queue SELECT key, 1 FROM article WHERE hidden = 0 ORDER BY date DESC")
        return self.waiting()
