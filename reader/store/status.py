"""What the reader did: read, starred, opened, how far. Keyed by publication and article id; no edition touches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.connection import guarded, transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_UPSERT = (
    "INSERT INTO status (publication, id, {column}) SELECT publication, id, ? FROM article WHERE key = ?"
    " ON CONFLICT (publication, id) DO UPDATE SET {column} = excluded.{column}"
)


class Statuses:
    """Reading status. Times are ISO 8601 in UTC, given by the caller."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def set_read(self, keys: Sequence[int], at: str | None) -> None:
        """Mark as read at a time, or as unread."""
        self._set("read_at", keys, at)

    def set_starred(self, keys: Sequence[int], at: str | None) -> None:
        """Star at a time, or take the star away."""
        self._set("starred_at", keys, at)

    def set_opened(self, key: int, at: str) -> None:
        """Note for the history that the article was opened."""
        self._set("opened_at", [key], at)

    def set_position(self, key: int, position: float) -> None:
        """Remember how far it was read: 0 (top) to 1 (end)."""
        self._set("position", [key], position)

    def _set(self, column: str, keys: Sequence[int], value: str | float | None) -> None:
        statement = _UPSERT.format(column=column)
        with transaction(self._db):
            self._db.executemany(statement, [(value, key) for key in keys])

    def position(self, key: int) -> float:
        """How far the article was read: 0 (top, or never opened) to 1 (end)."""
        with guarded():
            found = self._db.execute(
                "SELECT s.position FROM status s JOIN article a USING (publication, id) WHERE a.key = ?", (key,)
            ).fetchone()
        return float(found["position"]) if found else 0.0

    def clear_history(self) -> None:
        """Forget which articles were opened, and when."""
        with transaction(self._db):
            self._db.execute("UPDATE status SET opened_at = NULL WHERE opened_at IS NOT NULL")
