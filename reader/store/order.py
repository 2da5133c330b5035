"""The reader's own order of what is kept in a table with ``id`` and ``position``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def reorder(db: sqlite3.Connection, table: str, identities: Sequence[int]) -> None:
    """Put these first, in this order; others after them as they were. ``table`` is a name of ours."""
    rest = db.execute(f"SELECT id FROM {table} ORDER BY position, id").fetchall()  # noqa: S608  (a table of ours)
    order = dict.fromkeys([*identities, *(int(row["id"]) for row in rest)])
    places = [(place, identity) for place, identity in enumerate(order, 1)]
    db.executemany(f"UPDATE {table} SET position = ? WHERE id = ?", places)  # noqa: S608  (a table of ours)
