"""What the reader did: read, starred, opened, how far, and noted. Keyed by publication and article id; no edition touches it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.model.opened import Opened
from reader.store.connection import erased, guarded, transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_MARKED = {
    "read": "JOIN status m USING (publication, id) WHERE m.read_at IS NOT NULL",
    "starred": "JOIN status m USING (publication, id) WHERE m.starred_at IS NOT NULL",
    "opened": "JOIN status m USING (publication, id) WHERE m.opened_at IS NOT NULL",
    "note": "JOIN note m USING (publication, id) WHERE 1",
}
_FORGET = "UPDATE status SET opened_at = NULL, openings = 0, position = 0"
_DROP_BLANK = "DELETE FROM status WHERE read_at IS NULL AND starred_at IS NULL AND opened_at IS NULL"
_UPSERT = (
    "INSERT INTO status (publication, id, {column})"
    " SELECT publication, id, ? FROM article WHERE key IN (SELECT value FROM json_each(?))"
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
        """Note for the history that the article was opened, and how often it was."""
        with transaction(self._db):
            self._db.execute(
                "INSERT INTO status (publication, id, opened_at, openings) SELECT publication, id, ?, 1 FROM article WHERE key = ?"
                " ON CONFLICT (publication, id) DO UPDATE SET opened_at = excluded.opened_at, openings = openings + 1",
                (at, key),
            )

    def set_position(self, key: int, position: float) -> None:
        """Remember how far it was read: 0 (top) to 1 (end)."""
        self._set("position", [key], position)

    def _set(self, column: str, keys: Sequence[int], value: str | float | None) -> None:
        """One statement for all keys, so that a hundred thousand do not go back and forth one by one."""
        with transaction(self._db):
            self._db.execute(_UPSERT.format(column=column), (value, json.dumps(list(keys))))

    def position(self, key: int) -> float:
        """How far the article was read: 0 (top, or never opened) to 1 (end)."""
        with guarded():
            found = self._db.execute(
                "SELECT s.position FROM status s JOIN article a USING (publication, id) WHERE a.key = ?", (key,)
            ).fetchone()
        return float(found["position"]) if found else 0.0

    def clear_history(self, *, read: bool = False) -> None:
        """Forget which articles were opened, when and how far; ``read`` also which are read. No trace stays in our files."""
        with erased(self._db):
            self._db.execute(f"{_FORGET} WHERE opened_at IS NOT NULL OR position > 0")
            if read:
                self._db.execute("UPDATE status SET read_at = NULL WHERE read_at IS NOT NULL")
            self._db.execute(_DROP_BLANK)

    def take_out_of_history(self, keys: Sequence[int]) -> tuple[Opened, ...]:
        """Forget that these were opened. Answers what was known of them."""
        taken: list[Opened] = []
        with erased(self._db):
            for key in keys:
                where = "(publication, id) = (SELECT publication, id FROM article WHERE key = ?)"
                statement = (
                    "SELECT publication, id, opened_at, openings, position FROM status WHERE opened_at IS NOT NULL AND "
                )
                taken += [Opened(*row) for row in self._db.execute(statement + where, (key,))]
                self._db.execute(f"{_FORGET} WHERE {where}", (key,))
                self._db.execute(f"{_DROP_BLANK} AND {where}", (key,))
        return tuple(taken)

    def put_back_in_history(self, opened: Iterable[Opened]) -> None:
        """Undo that; what was opened again meanwhile is newer, and stays."""
        with transaction(self._db):
            self._db.executemany(
                "INSERT INTO status (publication, id, opened_at, openings, position) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (publication, id) DO UPDATE SET opened_at = excluded.opened_at, openings = excluded.openings,"
                " position = excluded.position WHERE opened_at IS NULL",
                [(one.publication, one.id, one.at, one.openings, one.position) for one in opened],
            )

    def set_note(self, key: int, note: str, at: str) -> None:
        """Keep the reader's note on an article; an empty one is no note."""
        with transaction(self._db):
            if note:
                self._db.execute(
                    "INSERT OR REPLACE INTO note SELECT publication, id, ?, ? FROM article WHERE key = ?",
                    (note, at, key),
                )
            else:
                self._db.execute(
                    "DELETE FROM note WHERE (publication, id) = (SELECT publication, id FROM article WHERE key = ?)",
                    (key,),
                )

    def note(self, key: int) -> str:
        """The reader's note on an article, or nothing."""
        with guarded():
            found = self._db.execute(
                "SELECT n.text FROM note n JOIN article a USING (publication, id) WHERE a.key = ?", (key,)
            ).fetchone()
        return str(found["text"]) if found else ""

    def marked(self, name: str, among: Sequence[int] | None = None) -> frozenset[int]:
        """Keys of the visible articles that are ``read``, ``starred``, ``opened``, or have a ``note``; none for another name.

        ``among`` asks about these articles only.
        """
        if name not in _MARKED:
            return frozenset()
        # The plus keeps SQLite from going through all visible articles for a few keys.
        only = "a.hidden = 0" if among is None else "+a.hidden = 0 AND a.key IN (SELECT value FROM json_each(?))"
        values = [] if among is None else [json.dumps(list(among))]
        statement = f"SELECT a.key FROM article a {_MARKED[name]} AND {only}"  # noqa: S608  (fixed clauses)
        with guarded():
            return frozenset(row[0] for row in self._db.execute(statement, values))
