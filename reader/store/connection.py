"""Open the catalogue: pragmas, migrations, and sqlite3's faults turned into ours."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.errors import StoreError
from reader.store.schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_SECONDS = 20.0
_PATIENCE_MS = 500
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@contextmanager
def guarded() -> Iterator[None]:
    """Turn sqlite3's operational faults into ``StoreError``; programming faults pass as the bugs they are.

    Raises:
        StoreError: ``disk-full``, ``store-busy``, ``store-damaged``, ``store-read-only`` or ``store-unusable``.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        raise
    except sqlite3.DatabaseError as error:
        raise StoreError(_code(error), reason=str(error)) from error


def _code(error: sqlite3.DatabaseError) -> str:
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if primary in _DAMAGED:
        return "store-damaged"
    known = {
        sqlite3.SQLITE_FULL: "disk-full",
        sqlite3.SQLITE_BUSY: "store-busy",
        sqlite3.SQLITE_LOCKED: "store-busy",
        sqlite3.SQLITE_READONLY: "store-read-only",
    }
    return known.get(primary, "store-unusable")


def connect(path: Path) -> sqlite3.Connection:
    """Open the database at ``path``, made when absent, and bring it to the newest schema.

    Raises:
        StoreError: what ``guarded`` raises; ``store-newer`` when a newer Packhorse wrote it.
    """
    with guarded():
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _prepare(connection)
            _migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _migrate(connection: sqlite3.Connection) -> None:
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise StoreError("store-newer", version=version)
    if version == len(MIGRATIONS):
        return
    with transaction(connection):
        for number in range(_version(connection), len(MIGRATIONS)):
            for statement in _statements(MIGRATIONS[number]):
                if statement.strip():
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("INSERT OR IGNORE INTO meta VALUES ('identity', ?)", (os.urandom(16).hex(),))


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; the write lock is taken at once, so that it cannot fail half-way for being late."""
    with guarded():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


@contextmanager
def erased(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction whose old contents are overwritten in the database, and dropped from the log beside it.

    Where another connection still reads that log, it is dropped the next time.
    """
    with guarded():
        connection.execute("PRAGMA secure_delete = ON")
        try:
            with transaction(connection):
                yield
            connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.execute("PRAGMA secure_delete = OFF")
            connection.execute(f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one; a trigger, which holds statements itself, is one."""
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if sqlite3.complete_statement("\n".join(lines)):
            yield "\n".join(lines)
            lines = []
