"""Regions form a tree: an article about one is about those above it, too, and is counted once in each.

What an article names itself has its place (``position``); what follows from the tree has -1. So one row says both, triggers
count it, and lists find it. A parent that is not there is passed over, and no article is told twice in a ring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_FILL = """
    INSERT OR IGNORE INTO label
    WITH RECURSIVE above (publication, value, article) AS (
        SELECT publication, value, article FROM label WHERE kind = 'region' AND position >= 0 AND {where}
        UNION
        SELECT t.publication, t.parent, a.article FROM above a
            JOIN thing t ON t.publication = a.publication AND t.kind = 'region' AND t.id = a.value AND t.hidden = 0
            JOIN thing p ON p.publication = t.publication AND p.kind = 'region' AND p.id = t.parent AND p.hidden = 0
    )
    SELECT 'region', publication, value, article, -1 FROM above
"""
_OF_ARTICLE, _OF_PUBLICATION = _FILL.format(where="article = ?"), _FILL.format(where="publication = ?")
_DERIVED = "label WHERE kind = 'region' AND publication = ? AND position < 0"


def fill(db: sqlite3.Connection, key: int) -> None:
    """Add the regions above those that an article names."""
    db.execute(_OF_ARTICLE, (key,))


def fill_anew(db: sqlite3.Connection, publication: str) -> list[int]:
    """The same for all articles, after the tree changed; answers the keys of those that are counted otherwise now."""
    before = _derived(db, publication)
    db.execute(f"DELETE FROM {_DERIVED}", (publication,))  # noqa: S608  (a fixed clause)
    db.execute(_OF_PUBLICATION, (publication,))
    return sorted({key for key, _region in before ^ _derived(db, publication)})


def _derived(db: sqlite3.Connection, publication: str) -> set[tuple[int, str]]:
    found = db.execute(f"SELECT article, value FROM {_DERIVED}", (publication,))  # noqa: S608  (a fixed clause)
    return {(int(row[0]), str(row[1])) for row in found}
