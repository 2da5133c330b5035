"""The reader's collections: names, and the articles filed under each. Keyed by publication and article id; no edition touches them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.collection import Collection, Filed, Holding, Removed
from reader.store.connection import guarded, transaction
from reader.store.order import reorder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

_CHUNK = 500
_LISTED = (
    "SELECT c.id, c.title, (SELECT count(*) FROM collected m CROSS JOIN article a USING (publication, id)"
    " WHERE m.collection = c.id AND a.hidden = 0) AS articles FROM collection c"
)


class Collections:
    """Collections in the reader's order. Times are ISO 8601 in UTC, given by the caller."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def listed(self) -> tuple[Collection, ...]:
        """All of them, with how many articles that are here each holds."""
        with guarded():
            return tuple(Collection(*row) for row in self._db.execute(f"{_LISTED} ORDER BY c.position, c.id"))

    def get(self, identity: int) -> Collection | None:
        """One of them, or nothing."""
        with guarded():
            found = self._db.execute(f"{_LISTED} WHERE c.id = ?", (identity,)).fetchone()
        return Collection(*found) if found else None

    def create(self, title: str, at: str) -> int:
        """Make one, last in order. Returns its id, which is never given twice."""
        with transaction(self._db):
            cursor = self._db.execute(
                "INSERT INTO collection (title, position, created_at)"
                " VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM collection), ?)",
                (title, at),
            )
        return int(cursor.lastrowid or 0)

    def rename(self, identity: int, title: str) -> None:
        """Give one another title."""
        with transaction(self._db):
            self._db.execute("UPDATE collection SET title = ? WHERE id = ?", (title, identity))

    def reorder(self, identities: Sequence[int]) -> None:
        """Put these first, in this order; others after them as they were."""
        with transaction(self._db):
            reorder(self._db, "collection", identities)

    def remove(self, identity: int) -> Removed | None:
        """Forget one, but not its articles. Answers what it was; nothing when there is no such one."""
        with transaction(self._db):
            found = self._db.execute("SELECT title, position, created_at FROM collection WHERE id = ?", (identity,))
            row = found.fetchone()
            filed = self._filed("collection = ?", [identity])
            self._db.execute("DELETE FROM collected WHERE collection = ?", (identity,))
            self._db.execute("DELETE FROM collection WHERE id = ?", (identity,))
        if row is None:
            return None
        return Removed(Collection(identity, row["title"], len(filed)), row["position"], row["created_at"], filed)

    def restore(self, removed: Removed) -> None:
        """Bring a removed one back as it was."""
        one = removed.collection
        with transaction(self._db):
            self._db.execute(
                "INSERT OR REPLACE INTO collection VALUES (?, ?, ?, ?)",
                (one.id, one.title, removed.position, removed.created_at),
            )
            self._put(one.id, removed.filed)

    def add(self, identity: int, keys: Sequence[int], at: str) -> tuple[int, ...]:
        """File articles in one; what is in it already keeps its time. Answers those that were not."""
        statement = (
            "INSERT OR IGNORE INTO collected SELECT c.id, a.publication, a.id, ? FROM collection c, article a"
            " WHERE c.id = ? AND a.key = ?"
        )
        with transaction(self._db):
            return tuple(key for key in keys if self._db.execute(statement, (at, identity, key)).rowcount)

    def take_out(self, identity: int, keys: Sequence[int]) -> tuple[Filed, ...]:
        """Take articles out of one. Answers what was taken, to be put back."""
        taken: list[Filed] = []
        with transaction(self._db):
            for places, some in _chunks(keys):
                which = f"collection = ? AND (publication, id) IN (SELECT publication, id FROM article WHERE key IN ({places}))"  # noqa: S608  (question marks only)
                taken += self._filed(which, [identity, *some])
                self._db.execute(f"DELETE FROM collected WHERE {which}", [identity, *some])  # noqa: S608  (question marks only)
        return tuple(taken)

    def put_back(self, identity: int, filed: Iterable[Filed]) -> None:
        """File again what was taken out, at its old place."""
        with transaction(self._db):
            self._put(identity, filed)

    def holding(self, keys: Sequence[int]) -> tuple[Holding, ...]:
        """Every collection, and how many of these articles it holds."""
        held: dict[int, int] = {}
        with guarded():
            for places, some in _chunks(keys):
                statement = (
                    "SELECT m.collection, count(*) FROM collected m CROSS JOIN article a USING (publication, id)"  # noqa: S608  (question marks only)
                    f" WHERE a.key IN ({places}) GROUP BY 1"
                )
                for identity, count in self._db.execute(statement, some):
                    held[identity] = held.get(identity, 0) + count
        return tuple(Holding(one, held.get(one.id, 0)) for one in self.listed())

    def of_article(self, key: int) -> tuple[tuple[int, str], ...]:
        """Ids and titles of the collections that hold an article, in the reader's order."""
        with guarded():
            found = self._db.execute(
                "SELECT c.id, c.title FROM collected m CROSS JOIN article a USING (publication, id)"
                " JOIN collection c ON c.id = m.collection WHERE a.key = ? ORDER BY c.position, c.id",
                (key,),
            )
            return tuple((int(row[0]), str(row[1])) for row in found)

    def _filed(self, which: str, values: Sequence[int]) -> tuple[Filed, ...]:
        found = self._db.execute(f"SELECT publication, id, added_at FROM collected WHERE {which}", values)  # noqa: S608  (fixed clauses)
        return tuple(Filed(*row) for row in found)

    def _put(self, identity: int, filed: Iterable[Filed]) -> None:
        rows = [(identity, one.publication, one.id, one.added_at) for one in filed]
        self._db.executemany("INSERT OR IGNORE INTO collected VALUES (?, ?, ?, ?)", rows)


def _chunks(keys: Sequence[int]) -> Iterator[tuple[str, list[int]]]:
    """Keys in portions that one statement can take, each with its question marks."""
    for start in range(0, len(keys), _CHUNK):
        some = list(keys[start : start + _CHUNK])
        yield ", ".join("?" * len(some)), some
