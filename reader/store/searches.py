"""The reader's searches: which were used, and which are kept. No edition touches them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.listing import Node, NodeKind
from reader.model.search import SavedSearch
from reader.store.connection import guarded, transaction
from reader.store.order import reorder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_KEEPS = "keeps_history"
#: What looks in a publication that was removed is kept, and told of when that is here again.
_HERE = "(publication = '' OR publication IN (SELECT id FROM publication))"


class Searches:
    """History and saved searches."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @property
    def keeps_history(self) -> bool:
        """Whether searches are remembered; so it is until it is switched off."""
        with guarded():
            found = self._db.execute("SELECT value FROM meta WHERE name = ?", (_KEEPS,)).fetchone()
        return found is None or found["value"] == "yes"

    def set_keeps_history(self, keeps: bool) -> None:
        """Switch the history on or off. Off, it is emptied at once."""
        with transaction(self._db):
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEEPS, "yes" if keeps else "no"))
            if not keeps:
                self._db.execute("DELETE FROM searched")

    def remember(self, text: str, publication: str, most: int) -> None:
        """Put a search at the top of the history, which holds ``most``; nothing where it is switched off."""
        with transaction(self._db):
            if not self.keeps_history:
                return
            self._db.execute("DELETE FROM searched WHERE text = ? AND publication = ?", (text, publication))
            self._db.execute("INSERT INTO searched (text, publication) VALUES (?, ?)", (text, publication))
            self._db.execute(
                "DELETE FROM searched WHERE number NOT IN (SELECT number FROM searched ORDER BY number DESC LIMIT ?)",
                (most,),
            )

    def recent(self, limit: int) -> tuple[Node, ...]:
        """Searches that were used, the last one first, each with its publication."""
        with guarded():
            found = self._db.execute(
                f"SELECT text, publication FROM searched WHERE {_HERE} ORDER BY number DESC LIMIT ?",  # noqa: S608  (a fixed clause)
                (limit,),
            )
            return tuple(Node(NodeKind.SEARCH, *row) for row in found)

    def forget(self, text: str, publication: str) -> None:
        """Forget one search."""
        with transaction(self._db):
            self._db.execute("DELETE FROM searched WHERE text = ? AND publication = ?", (text, publication))

    def clear(self) -> None:
        """Forget all searches that were used."""
        with transaction(self._db):
            self._db.execute("DELETE FROM searched")

    def saved(self) -> tuple[SavedSearch, ...]:
        """Kept searches in the reader's order, with their last counts."""
        with guarded():
            found = self._db.execute(
                f"SELECT id, title, text, publication, total, new FROM saved_search WHERE {_HERE} ORDER BY position, id"  # noqa: S608  (a fixed clause)
            )
            return tuple(SavedSearch(*row) for row in found)

    def save(self, text: str, publication: str, title: str, seen: int) -> int:
        """Keep a search, last in order; one with this text and publication gets the new title. Returns its id."""
        with transaction(self._db):
            found = self._db.execute(
                "INSERT INTO saved_search (title, text, publication, seen, position)"
                " VALUES (?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM saved_search))"
                " ON CONFLICT (text, publication) DO UPDATE SET title = excluded.title RETURNING id",
                (title, text, publication, seen),
            ).fetchall()
        return int(found[0]["id"])

    def rename(self, identity: int, title: str) -> None:
        """Give a kept search another title."""
        with transaction(self._db):
            self._db.execute("UPDATE saved_search SET title = ? WHERE id = ?", (title, identity))

    def reorder(self, identities: Sequence[int]) -> None:
        """Put these first, in this order; others after them as they were."""
        with transaction(self._db):
            reorder(self._db, "saved_search", identities)

    def remove(self, identity: int) -> bool:
        """Keep a search no longer. Answers whether there was such a one."""
        with transaction(self._db):
            return self._db.execute("DELETE FROM saved_search WHERE id = ?", (identity,)).rowcount > 0

    def seen(self) -> dict[int, int]:
        """For each kept search the highest article's key when it was last looked at."""
        with guarded():
            return {int(row["id"]): int(row["seen"]) for row in self._db.execute("SELECT id, seen FROM saved_search")}

    def set_seen(self, identity: int, key: int) -> None:
        """A kept search was looked at when ``key`` was the highest that could be found."""
        with transaction(self._db):
            self._db.execute("UPDATE saved_search SET seen = ?, new = 0 WHERE id = ?", (key, identity))

    def set_counts(self, counts: Iterable[tuple[int, int, int]]) -> None:
        """Keep (id, hits, new hits) for the navigation."""
        with transaction(self._db):
            self._db.executemany("UPDATE saved_search SET total = ?2, new = ?3 WHERE id = ?1", list(counts))

    def highest(self) -> int:
        """The highest key of any article."""
        with guarded():
            return int(self._db.execute("SELECT coalesce(max(key), 0) FROM article").fetchone()[0])

    def highest_found(self, since: int = 0) -> int:
        """The highest article's key up to which the index has seen all that came after ``since``."""
        with guarded():
            waiting, highest = self._db.execute(
                "SELECT (SELECT min(key) FROM queue WHERE key > ?), (SELECT coalesce(max(key), 0) FROM article)",
                (since,),
            ).fetchone()
        return int(highest if waiting is None else waiting - 1)
