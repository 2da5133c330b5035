"""Take a publication out of the library: one transaction in the catalogue, then its files; what was begun is finished.

The transaction is the moment at which it is gone. The row that it leaves in ``removed`` says that files are still to go, so
that the next opening, or the next sync, goes on where this one was killed. Afterwards the row guards the reader: it holds which
edition and whose keys were here, until the publication comes back or everything of it shall be forgotten.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.bundle.layout import root_name
from reader.errors import StoreError
from reader.model.publication import Trust
from reader.store.connection import erased, guarded, transaction
from reader.store.exclusive import exclusive
from reader.store.files import disk_guarded

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from reader.model.publication import Localized
    from reader.store.files import SealedFiles

#: What a row of ``removed`` waits for.
_NOTHING, _FILES, _EVERYTHING = 0, 1, 2
_WIPE = "wipe_index"

_ARTICLES = "SELECT key FROM article WHERE publication = ?1"
_KEEP_KEY = (
    "INSERT OR REPLACE INTO meta SELECT 'highest_key', highest FROM (SELECT max(key) AS highest FROM article) WHERE highest >"
    " coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'highest_key'), 0)"
)
"""No key is given twice, so that nothing that remembers an article by its key is shown another one."""
#: Tallies go first: the triggers then find nothing to count down. ``label`` is asked by article, which has an index.
_TAKE_OUT = (
    f"INSERT OR REPLACE INTO queue SELECT key, (SELECT coalesce(max(seq), 0) + 1 FROM queue) FROM ({_ARTICLES})",  # noqa: S608  (a fixed clause)
    "DELETE FROM tally WHERE publication = ?1",
    f"DELETE FROM label WHERE article IN ({_ARTICLES})",  # noqa: S608  (a fixed clause)
    *(
        f"DELETE FROM {table} WHERE publication = ?1"  # noqa: S608  (table names are ours)
        for table in ("article", "media", "segment", "thing", "prose", "withdrawn", "former", "arrival")
    ),
)
_GUARD = (
    "INSERT OR REPLACE INTO removed SELECT id, titles, fingerprint, trust, epoch, serial, sha256, highest_seen, ?2"
    " FROM publication WHERE id = ?1"
)
_OWN = tuple(
    f"DELETE FROM {table} WHERE publication = ?1"  # noqa: S608  (table names are ours)
    for table in ("status", "note", "collected", "saved_search", "searched")
)


@dataclass(frozen=True, slots=True)
class Guard:
    """What is kept of a publication that was removed, so that it is not easier to be fooled when it comes again."""

    publication: str
    titles: Localized
    fingerprint: str
    trust: Trust
    epoch: int
    serial: int
    sha256: str


class Removals:
    """Removes publications, and knows those that were. Only who holds ``exclusive`` may begin or finish."""

    def __init__(self, connection: sqlite3.Connection, folder: Path, files: SealedFiles) -> None:
        self._db = connection
        self._folder = folder
        self._files = files

    def guards(self) -> tuple[Guard, ...]:
        """The publications that were removed and did not come back."""
        with guarded():
            return tuple(map(_guard, self._db.execute("SELECT * FROM removed ORDER BY publication")))

    def guard(self, publication: str) -> Guard | None:
        """What is kept of one that was removed."""
        return next((one for one in self.guards() if one.publication == publication), None)

    def own(self, publication: str) -> tuple[int, int, int]:
        """How many of a publication's articles are starred, noted, and filed in a collection; also of those that are not here."""
        counted = (
            "SELECT count(starred_at) FROM status WHERE publication = ?1",
            "SELECT count(*) FROM note WHERE publication = ?1",
            "SELECT count(DISTINCT id) FROM collected WHERE publication = ?1",
        )
        with guarded():
            starred, noted, filed = (self._db.execute(one, (publication,)).fetchone()[0] for one in counted)
        return int(starred), int(noted), int(filed)

    def roots(self, publication: str) -> list[bytes]:
        """The signed roots that were known of one that was removed, the first one first."""
        with guarded():
            found = self._db.execute(
                "SELECT document FROM removed_root WHERE publication = ? ORDER BY version", (publication,)
            )
            return [bytes(row[0]) for row in found]

    def begin(self, publication: str, *, own: bool) -> None:
        """Take it out of the catalogue; ``own`` also what the reader did with it, and what guards. Files are left to ``finish``."""
        roots = self._sealed_roots(publication)
        with erased(self._db) if own else transaction(self._db):
            self._db.execute(_KEEP_KEY)
            for statement in _TAKE_OUT:
                self._db.execute(statement, (publication,))
            self._db.execute(_GUARD, (publication, _FILES))
            self._db.executemany("INSERT OR REPLACE INTO removed_root VALUES (?, ?, ?)", roots)
            self._db.execute("DELETE FROM publication WHERE id = ?", (publication,))
            if own:
                self._forget(publication)

    def _forget(self, publication: str) -> None:
        for statement in _OWN:
            self._db.execute(statement, (publication,))
        self._db.execute("DELETE FROM meta WHERE name = 'pictures:' || ?", (publication,))
        self._db.execute("UPDATE removed SET waits = ? WHERE publication = ?", (_EVERYTHING, publication))
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, '1')", (_WIPE,))

    def _sealed_roots(self, publication: str) -> list[tuple[str, int, bytes]]:
        roots: list[tuple[str, int, bytes]] = []
        while (document := self._files.read(publication, root_name(len(roots) + 1))) is not None:
            roots.append((publication, len(roots) + 1, document))
        return roots

    @property
    def wants_wipe(self) -> bool:
        """Whether the index shall be rid of what it only marks as deleted."""
        with guarded():
            return self._db.execute("SELECT 1 FROM meta WHERE name = ?", (_WIPE,)).fetchone() is not None

    def wiped(self) -> None:
        """It is."""
        with transaction(self._db):
            self._db.execute("DELETE FROM meta WHERE name = ?", (_WIPE,))

    def waiting(self) -> tuple[tuple[str, bool], ...]:
        """Removals that were begun and are not finished: which, and whether everything shall be forgotten."""
        with guarded():
            found = self._db.execute("SELECT publication, waits FROM removed WHERE waits <> ?", (_NOTHING,)).fetchall()
        return tuple((row[0], row[1] == _EVERYTHING) for row in found)

    def finish(self) -> None:
        """Do what is left of every removal that was begun.

        Raises:
            StoreError: the disk's own faults; the next call goes on.
        """
        for publication, everything in self.waiting():
            if not self._is_here(publication):  # else a repair brought it back from its files, which it needs
                self._files.remove(publication)
            self._make_room(everything=everything)
            self._settle(publication, everything=everything)

    def finish_if_alone(self) -> None:
        """``finish`` what an earlier process left, where nobody is at it; a fault is left for the next time."""
        if self.waiting():
            with suppress(StoreError), exclusive(self._folder):
                self.finish()

    def _is_here(self, publication: str) -> bool:
        with guarded():
            return self._db.execute("SELECT 1 FROM publication WHERE id = ?", (publication,)).fetchone() is not None

    def _make_room(self, *, everything: bool) -> None:
        """Give what the catalogue no longer needs back to the disk; to write it anew also wipes what was deleted before."""
        try:
            with guarded():
                self._db.execute("VACUUM")
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except (
            StoreError
        ):  # a nearly full disk has no room for the second copy, which is no reason to keep the publication
            if everything:
                raise
        if everything:
            with disk_guarded():
                for path in self._folder.glob("library-damaged-*"):
                    path.unlink(missing_ok=True)

    def _settle(self, publication: str, *, everything: bool) -> None:
        if not everything:
            with transaction(self._db):
                self._db.execute("UPDATE removed SET waits = ? WHERE publication = ?", (_NOTHING, publication))
            return
        with erased(self._db):
            forget_guard(self._db, publication)


def forget_guard(db: sqlite3.Connection, publication: str) -> None:
    """The publication is here again, or shall leave no trace; inside the caller's transaction."""
    for table in ("removed", "removed_root"):
        db.execute(f"DELETE FROM {table} WHERE publication = ?", (publication,))  # noqa: S608  (table names are ours)


def come_back(db: sqlite3.Connection, publication: str) -> None:
    """What a guard knew goes on in the publication's own row; inside the caller's transaction."""
    db.execute(
        "UPDATE publication SET highest_seen = max(highest_seen, (SELECT highest_seen FROM removed WHERE publication = id))"
        " WHERE id = ? AND id IN (SELECT publication FROM removed)",
        (publication,),
    )
    forget_guard(db, publication)


def _guard(row: sqlite3.Row) -> Guard:
    return Guard(
        row["publication"],
        json.loads(row["titles"]),
        row["fingerprint"],
        Trust(row["trust"]),
        int(row["epoch"]),
        int(row["serial"]),
        row["sha256"],
    )
