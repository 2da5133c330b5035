"""Keep nothing: what tells what was read and searched is taken out of the catalogue's file, and out of what is left of older ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.connection import erased, guarded
from reader.store.files import disk_guarded

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_ALWAYS = (
    "DELETE FROM searched",
    "UPDATE status SET read_at = NULL, opened_at = NULL, openings = 0, position = 0",
    "DELETE FROM status WHERE starred_at IS NULL",
)
_OWN = (
    "DELETE FROM status",
    "DELETE FROM note",
    "DELETE FROM saved_search",
    "DELETE FROM collected",
    "DELETE FROM collection",
)


def forget_reader(db: sqlite3.Connection, folder: Path, *, own: bool) -> None:
    """Forget what was opened, read and searched for; ``own`` also stars, notes, collections and kept searches.

    The file is written anew, because what was deleted before may still stand in it. Catalogues that a repair set aside go, too.
    """
    with erased(db):
        for statement in (*_ALWAYS, *_OWN) if own else _ALWAYS:
            db.execute(statement)
    with guarded():
        db.execute("VACUUM")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with disk_guarded():
        for path in folder.glob("library-damaged-*"):
            path.unlink()
