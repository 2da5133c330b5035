"""Set a damaged catalogue aside, and take the reader's own marks out of it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from reader.store.connection import connect, guarded, transaction
from reader.store.files import disk_guarded

if TYPE_CHECKING:
    from pathlib import Path

DATABASE = "library.db"
#: What is the reader's own, with columns that older catalogues may lack at the end of the list.
_OWN = (
    ("status", "publication, id, read_at, starred_at, opened_at, position", ", openings"),
    ("note", "publication, id, text, noted_at", ""),
    ("searched", "number, text", ", publication"),
    ("saved_search", "id, title, text, position, seen, total", ", publication"),
    ("collection", "id, title, position, created_at", ""),
    ("collected", "collection, publication, id, added_at", ""),
    ("removed", "publication, titles, fingerprint, trust, epoch, serial, sha256, highest_seen, waits", ""),
    ("removed_root", "publication, version, document", ""),
)
#: Where only a collection's name could not be read, its articles are kept under its number.
_NAMELESS = (
    "INSERT OR IGNORE INTO collection SELECT collection, '#' || collection, collection, min(added_at) FROM collected"
    " WHERE collection NOT IN (SELECT id FROM collection) GROUP BY collection"
)


def set_aside(folder: Path, stamp: str) -> Path:
    """Rename the database and its write-ahead log; nothing is deleted. Returns the new path of the database."""
    damaged = folder / f"library-damaged-{stamp}.db"
    with disk_guarded():
        for suffix in ("-wal", "-shm", ""):
            path = folder / (DATABASE + suffix)
            if path.exists():
                path.rename(folder / (damaged.name + suffix))
    return damaged


def copy_own(damaged: Path, folder: Path) -> int:
    """Copy what can still be read of the reader's own into the new catalogue: status, notes, searches, collections, settings.

    Articles have other keys there, so saved searches begin with nothing new. Returns how many rows.
    """
    connection = connect(folder / DATABASE)
    copied = 0
    try:
        with guarded(), transaction(connection):
            for table, columns, later in _OWN:
                copied += _copy(connection, damaged, table, columns + later) or _copy(
                    connection, damaged, table, columns
                )
            copied += _copy(connection, damaged, "meta", "name, value", "WHERE name <> 'identity'")
            connection.execute(_NAMELESS)
            for table in ("removed", "removed_root"):  # what was made anew from its files is here after all
                connection.execute(f"DELETE FROM {table} WHERE publication IN (SELECT id FROM publication)")  # noqa: S608  (table names are ours)
            connection.execute("UPDATE saved_search SET seen = (SELECT coalesce(max(key), 0) FROM article), new = 0")
    finally:
        connection.close()
    return copied


def _copy(connection: sqlite3.Connection, damaged: Path, table: str, columns: str, which: str = "") -> int:
    rows = _readable(damaged, f"SELECT {columns} FROM {table} {which}")  # noqa: S608  (fixed names)
    places = ", ".join("?" * (columns.count(",") + 1))
    connection.executemany(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})", rows)  # noqa: S608  (fixed names)
    return len(rows)


def _readable(damaged: Path, statement: str) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    try:
        connection = sqlite3.connect(damaged)
        try:
            rows.extend(connection.execute(statement))
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return rows  # what was read before the damage is still the reader's
    return rows


def drop_contents(connection: sqlite3.Connection, segment: int) -> None:
    """Forget a segment's articles, pictures and the segment itself, inside the caller's transaction."""
    articles = "SELECT key FROM article WHERE segment = ?"
    connection.execute(
        "INSERT OR REPLACE INTO former SELECT publication, id, key, arrival, came FROM article WHERE segment = ?",
        (segment,),
    )
    connection.execute(f"INSERT OR REPLACE INTO queue SELECT key, 1 FROM article WHERE key IN ({articles})", (segment,))  # noqa: S608  (a fixed clause)
    connection.execute(f"DELETE FROM label WHERE article IN ({articles})", (segment,))  # noqa: S608  (a fixed clause)
    for table in ("article", "media"):
        connection.execute(f"DELETE FROM {table} WHERE segment = ?", (segment,))  # noqa: S608  (table names are ours)
    connection.execute("DELETE FROM segment WHERE number = ?", (segment,))
