"""The store's face: one handle with its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from reader.bundle.layout import segment_name
from reader.store.activation import Activation
from reader.store.arrivals import Arrivals
from reader.store.catalogue import Catalogue
from reader.store.collections import Collections
from reader.store.connection import connect, guarded, transaction
from reader.store.counts import Counts, count, count_months, has_months
from reader.store.exclusive import exclusive
from reader.store.files import SealedFiles, disk_guarded
from reader.store.forgetting import forget_reader
from reader.store.frames import Frames
from reader.store.listing import Listing
from reader.store.pictures import PictureChoices
from reader.store.queue import IndexQueue
from reader.store.removal import Removals
from reader.store.salvage import DATABASE, drop_contents
from reader.store.searches import Searches
from reader.store.status import Statuses

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model.change import Report
    from reader.model.edition import IndexRow, SegmentInfo
    from reader.store.activation import Changes
    from reader.store.rows import Arrival

PUBLICATIONS = "publications"


class Store:
    """A library's truth on disk. For one thread; close it, or use it in ``with``.

    Attributes:
        folder: where it all lies. files: sealed bundle files. catalogue: articles and things. listing: nodes to rows. statuses: read and starred.
        queue: what the index has not seen. searches: history and saved searches. pictures: sizes that are wanted.
        collections: what the reader filed. arrivals: what came with which edition. removals: publications that were taken out.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._db = connection
        self.folder = folder
        self.files = SealedFiles(folder / PUBLICATIONS)
        self.frames = Frames(self.files)
        self.catalogue = Catalogue(connection, self.frames)
        self.listing = Listing(connection)
        self.statuses = Statuses(connection)
        self.queue = IndexQueue(connection)
        self.searches = Searches(connection)
        self.collections = Collections(connection)
        self.arrivals = Arrivals(connection)
        self.pictures = PictureChoices(connection)
        self.removals = Removals(connection, folder, self.files)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the store in ``folder``, made when absent (for its owner only). A removal that was killed is finished.

        Raises:
            StoreError: ``store-damaged``, ``store-newer``, ``store-busy``, ``store-read-only``, ``disk-full``.
        """
        with disk_guarded():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        store = cls(connect(folder / DATABASE), folder)
        try:
            store.removals.finish_if_alone()
        except BaseException:
            store.close()
            raise
        return store

    @property
    def identity(self) -> str:
        """A random name that tells this catalogue from any other, so that an index of another is noticed."""
        with guarded():
            return str(self._db.execute("SELECT value FROM meta WHERE name = 'identity'").fetchone()[0])

    def counts(self) -> Counts:
        """Tallies for the navigation."""
        return count(self._db)

    def months(self) -> tuple[tuple[str, int], ...]:
        """Articles by month, in order."""
        return count_months(self._db)

    def has_months(self) -> bool:
        """Whether articles are of more than one month."""
        return has_months(self._db)

    def activate(
        self, arrival: Arrival, segments: Sequence[tuple[SegmentInfo, Sequence[IndexRow]]], report: Report
    ) -> Changes:
        """Make an edition current, with those of its sealed segments that are new here, in one transaction.

        Raises:
            StoreError: ``disk-full`` and the like; nothing has changed then.
        """
        activation = Activation(self._db, self.frames, report)
        with transaction(self._db):
            activation.publication(arrival)
            activation.begin(arrival)
            activation.segments(arrival.edition.publication, segments)
            activation.withdraw(arrival.edition.publication, arrival.edition.withdrawn)
            activation.regions(arrival.edition.publication)
            activation.complete(arrival)
        return activation.changes

    def drop_segment(self, publication: str, sha256: str) -> None:
        """Forget a damaged segment and what is in it, so that the next sync fetches it again. Status is kept."""
        name = segment_name(sha256)
        self.frames.forget()
        with transaction(self._db):
            found = self._db.execute(
                "SELECT number FROM segment WHERE publication = ? AND sha256 = ?", (publication, sha256)
            ).fetchall()
            for row in found:
                drop_contents(self._db, int(row["number"]))
        with disk_guarded():
            self.files.path(publication, name).unlink(missing_ok=True)

    def set_origin(self, publication: str, source: str, at: str) -> None:
        """Say from what, and when, the edition of a publication came that is here."""
        with transaction(self._db):
            self._db.execute("UPDATE publication SET source = ?, synced_at = ? WHERE id = ?", (source, at, publication))

    def remove(self, publication: str, *, own: bool) -> None:
        """Take a publication out, and everything that came with it. What the reader did with it is kept, unless ``own``.

        Killed at any step, it is here as before, or the next opening finishes.

        Raises:
            StoreError: ``sync-running``, ``store-busy``, ``store-read-only`` and the like.
        """
        with exclusive(self.folder):
            self.frames.forget()
            self.removals.begin(publication, own=own)
            self.removals.finish()

    def forget_reader(self, *, own: bool) -> None:
        """Forget what was opened, read and searched for; ``own`` also what the reader starred, noted, filed and kept."""
        forget_reader(self._db, self.folder, own=own)

    def saw(self, publication: str, serial: int) -> None:
        """Remember the highest edition that any source mentioned."""
        with transaction(self._db):
            self._db.execute(
                "UPDATE publication SET highest_seen = max(highest_seen, ?) WHERE id = ?", (serial, publication)
            )

    def is_sound(self) -> bool:
        """SQLite's own check of the whole database."""
        with guarded():
            return [row[0] for row in self._db.execute("PRAGMA integrity_check").fetchall()] == ["ok"]

    def close(self) -> None:
        """Close segments and the database."""
        self.frames.forget()
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
