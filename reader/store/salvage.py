"""Set a damaged catalogue aside, and take the reader's own marks out of it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from reader.store.connection import connect, guarded, transaction
from reader.store.files import disk_guarded

if TYPE_CHECKING:
    from pathlib import Path

DATABASE = "library.db"
_COLUMNS = "publication, id, read_at, starred_at, opened_at, position"


def set_aside(folder: Path, stamp: str) -> Path:
    """Rename the database and its write-ahead log; nothing is deleted. Returns the new path of the database."""
    damaged = folder / f"library-damaged-{stamp}.db"
    with disk_guarded():
        for suffix in ("-wal", "-shm", ""):
            path = folder / (DATABASE + suffix)
            if path.exists():
                path.rename(folder / (damaged.name + suffix))
    return damaged


def copy_statuses(damaged: Path, folder: Path) -> int:
    """Copy what can still be read of the reading status into the new catalogue. Returns how many rows."""
    rows = _readable(damaged)
    connection = connect(folder / DATABASE)
    try:
        with guarded(), transaction(connection):
            connection.executemany(f"INSERT OR IGNORE INTO status ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", rows)  # noqa: S608  (fixed columns)
    finally:
        connection.close()
    return len(rows)


def _readable(damaged: Path) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    try:
        connection = sqlite3.connect(damaged)
        try:
            rows.extend(connection.execute(f"SELECT {_COLUMNS} FROM status"))  # noqa: S608  (fixed columns)
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return rows  # what was read before the damage is still the reader's
    return rows


def drop_contents(connection: sqlite3.Connection, segment: int) -> None:
    """Forget a segment's articles, pictures and the segment itself, inside the caller's transaction."""
    articles = "SELECT key FROM article WHERE segment = ?"
    connection.execute(f"INSERT OR REPLACE INTO queue SELECT key, 1 FROM article WHERE key IN ({articles})", (segment,))  # noqa: S608  (a fixed clause)
    connection.execute(f"DELETE FROM label WHERE article IN ({articles})", (segment,))  # noqa: S608  (a fixed clause)
    for table in ("article", "media"):
        connection.execute(f"DELETE FROM {table} WHERE segment = ?", (segment,))  # noqa: S608  (table names are ours)
    connection.execute("DELETE FROM segment WHERE number = ?", (segment,))
