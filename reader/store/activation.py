"""Make an edition the current one, in one transaction: all of it is seen, or none.

The highest revision of an object wins, whatever the order in which segments arrive; so any mix of sources and cuts ends in
the same library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.bundle.objects import decode_article, decode_text, decode_thing
from reader.bundle.segment import HEADER_BYTES
from reader.model.change import Progress, Report, Stage, silent
from reader.model.publication import TEXTS, THINGS, Kind
from reader.store import arrivals, lineage, removal, rows
from reader.store.frames import FramePlace, Frames

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from reader.model.article import Article
    from reader.model.edition import IndexRow, SegmentInfo, Withdrawn
    from reader.model.publication import Text, Thing
    from reader.store.rows import Arrival

_REPORT_EVERY = 200
#: How a changed thing's articles are found, so that the index learns its new name.
_CARRIERS = {
    Kind.SECTION: "SELECT key FROM article WHERE publication = ? AND section = ? AND hidden = 0",
    Kind.SERIES: "SELECT key FROM article WHERE publication = ? AND series = ? AND hidden = 0",
    Kind.TOPIC: "SELECT article FROM label WHERE kind = 'topic' AND publication = ? AND value = ?",
    Kind.AUTHOR: "SELECT article FROM label WHERE kind = 'author' AND publication = ? AND value = ?",
    Kind.REGION: "SELECT article FROM label WHERE kind = 'region' AND publication = ? AND value = ?",
}


@dataclass(slots=True)
class Changes:
    """Keys of the articles that changed, gathered while segments are applied."""

    added: set[int] = field(default_factory=set)
    updated: set[int] = field(default_factory=set)
    withdrawn: set[int] = field(default_factory=set)
    things: bool = False
    media: bool = False
    pictures: int = 0


class Activation:
    """Applies one edition inside a transaction that the caller holds."""

    def __init__(self, connection: sqlite3.Connection, frames: Frames, report: Report = silent) -> None:
        self._db = connection
        self._frames = frames
        self._report = report
        self._done = 0
        self._total = 0
        self._next_key = self._first_free_key()
        self._arrival = 0
        self._has_new_tree = False
        self._seq = int(connection.execute("SELECT coalesce(max(seq), 0) + 1 FROM queue").fetchone()[0])
        self.changes = Changes()

    def _first_free_key(self) -> int:
        """Keys rise as articles arrive, so that a saved search can tell what came since it was looked at."""
        highest = (
            "SELECT max((SELECT coalesce(max(key), 0) FROM article), (SELECT coalesce(max(key), 0) FROM former),"
            " coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'highest_key'), 0)) + 1"
        )
        return int(self._db.execute(highest).fetchone()[0])

    def publication(self, arrival: Arrival) -> None:
        """Write the publication's own row, also of one that was removed and comes back."""
        rows.write_publication(self._db, arrival)
        removal.come_back(self._db, arrival.edition.publication)

    def begin(self, arrival: Arrival) -> None:
        """What is applied from here on came with this edition, or completes what came with it before."""
        self._arrival = arrivals.begin(self._db, arrival.edition.publication, arrival.edition.serial, arrival.synced_at)

    def complete(self, arrival: Arrival) -> None:
        """All of it was applied: note how much went and came."""
        changes = self.changes
        at = arrival.synced_at if changes.added or changes.updated else ""
        arrivals.complete(self._db, self._arrival, len(changes.withdrawn), changes.pictures, at)

    def segments(self, publication: str, segments: Sequence[tuple[SegmentInfo, Sequence[IndexRow]]]) -> None:
        """Apply sealed segments that the catalogue does not hold yet."""
        self._total = sum(len(some) for _info, some in segments)
        for info, some in segments:
            number = rows.write_segment(self._db, publication, info)
            place = FramePlace(publication, info.sha256, HEADER_BYTES + info.index_bytes, info.dictionary)
            for row in some:
                self._apply(place, number, row)

    def _apply(self, place: FramePlace, number: int, row: IndexRow) -> None:
        self._done += 1
        if self._done % _REPORT_EVERY == 0:
            self._report(Progress(Stage.ACTIVATE, self._done, self._total, "articles"))
        if row.kind is Kind.IMAGE:
            self._media(place.publication, number, row)
        elif row.kind is Kind.ARTICLE:
            self._article(place, number, row)
        elif row.kind in TEXTS and self._is_newer("prose", place.publication, row):
            self._prose(decode_text(place.publication, row, self._frames.read(place, row)), row)
        elif row.kind in THINGS and self._is_newer("thing", place.publication, row):
            self._thing(decode_thing(place.publication, row, self._frames.read(place, row)), row)

    def _is_newer(self, table: str, publication: str, row: IndexRow) -> bool:
        found = self._db.execute(
            f"SELECT revision FROM {table} WHERE publication = ? AND kind = ? AND id = ?",  # noqa: S608  (table names are ours)
            (publication, str(row.kind), row.id),
        ).fetchone()
        return found is None or int(found["revision"]) < row.revision

    def _media(self, publication: str, number: int, row: IndexRow) -> None:
        self.changes.media = True
        self.changes.pictures += not self._has_picture(publication, row.id)
        rows.write_media(self._db, publication, number, row)

    def _has_picture(self, publication: str, identity: str) -> bool:
        """Whether the picture is here already, in whatever size."""
        found = self._db.execute(
            "SELECT 1 FROM media WHERE publication = ? AND id = ? LIMIT 1", (publication, identity)
        )
        return found.fetchone() is not None

    def _article(self, place: FramePlace, number: int, row: IndexRow) -> None:
        found = self._db.execute(
            "SELECT key, revision, hidden, came FROM article WHERE publication = ? AND id = ?",
            (place.publication, row.id),
        ).fetchone()
        if found is not None and int(found["revision"]) >= row.revision:
            return
        article = decode_article(place.publication, row, self._frames.read(place, row))
        known = found is not None and not found["hidden"] and int(found["key"]) not in self.changes.added
        arrived = (self._arrival, int(found["came"]) if known else self._arrival)
        key = None
        if found is None:
            key, arrived = self._new_key(article)
        key = rows.write_article(self._db, article, number, row, key, arrived)
        rows.write_labels(self._db, key, article)
        lineage.fill(self._db, key)
        (self.changes.updated if known else self.changes.added).add(key)
        self._enqueue([key])

    def _new_key(self, article: Article) -> tuple[int, tuple[int, int]]:
        """The next key and the present arrival; or what the article had before a damaged segment was dropped."""
        found = self._db.execute(
            "DELETE FROM former WHERE publication = ? AND id = ? RETURNING key, arrival, came",
            (article.publication, article.id),
        ).fetchone()
        if found is not None:
            return int(found["key"]), (int(found["arrival"]), int(found["came"]))
        self._next_key += 1
        return self._next_key - 1, (self._arrival, self._arrival)

    def _prose(self, text: Text, row: IndexRow) -> None:
        self.changes.things = True
        rows.write_prose(self._db, text, row.revision)

    def _thing(self, thing: Thing, row: IndexRow) -> None:
        self.changes.things = True
        rows.write_thing(self._db, thing, row.revision)
        self._has_new_tree |= thing.kind is Kind.REGION
        if thing.kind in _CARRIERS:
            found = self._db.execute(_CARRIERS[thing.kind], (thing.publication, thing.id))
            self._enqueue([int(carrier[0]) for carrier in found.fetchall()])

    def withdraw(self, publication: str, withdrawn: Sequence[Withdrawn]) -> None:
        """Hide what the edition withdraws. Entries are cumulative: what an older edition withdrew stays so."""
        self._db.executemany(
            "INSERT INTO withdrawn VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (publication, kind, id) DO UPDATE SET"
            " revision = max(revision, excluded.revision), purge = max(purge, excluded.purge), reason = excluded.reason",
            [(publication, str(one.kind), one.id, one.revision, int(one.purge), one.reason) for one in withdrawn],
        )
        self._hide_articles(publication)
        for table in ("thing", "prose"):
            hidden = self._db.execute(
                f"UPDATE {table} SET hidden = 1 WHERE publication = ? AND hidden = 0 AND EXISTS (SELECT 1 FROM withdrawn w"  # noqa: S608  (table names are ours)
                f" WHERE w.publication = {table}.publication AND w.kind = {table}.kind AND w.id = {table}.id"
                f" AND w.revision >= {table}.revision) RETURNING kind",
                (publication,),
            )
            self._has_new_tree |= any(row["kind"] == Kind.REGION for row in hidden.fetchall())

    def regions(self, publication: str) -> None:
        """Let articles count in the regions above theirs, where the tree of regions changed."""
        if self._has_new_tree:
            self._enqueue(lineage.fill_anew(self._db, publication))

    def _hide_articles(self, publication: str) -> None:
        found = self._db.execute(
            "SELECT a.key FROM withdrawn w CROSS JOIN article a ON a.publication = w.publication AND a.id = w.id"
            " WHERE w.publication = ? AND w.kind = 'article' AND w.revision >= a.revision AND a.hidden = 0",
            (publication,),
        )
        keys = [int(row["key"]) for row in found.fetchall()]
        self._db.executemany(
            "UPDATE article SET hidden = 1, arrival = ? WHERE key = ?", [(self._arrival, key) for key in keys]
        )
        self._db.executemany("DELETE FROM label WHERE article = ?", [(key,) for key in keys])
        self._enqueue(keys)
        hidden = set(keys)
        self.changes.withdrawn |= hidden - self.changes.added
        self.changes.added -= hidden
        self.changes.updated -= hidden

    def _enqueue(self, keys: Sequence[int]) -> None:
        self._db.executemany("INSERT OR REPLACE INTO queue VALUES (?, ?)", [(key, self._seq) for key in keys])
