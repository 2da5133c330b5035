"""Read the catalogue: publications, articles whole, and the publication's own things."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.bundle.objects import decode_article
from reader.errors import StoreError
from reader.model.article import Article, Translation
from reader.model.edition import IndexRow, Withdrawn
from reader.model.publication import Kind, PublicationInfo, Text, Thing, Trust
from reader.store.connection import guarded
from reader.store.frames import FramePlace, Frames

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from reader.model.article import Tier
    from reader.model.publication import Localized

_INFOS = (
    "SELECT p.*, (SELECT ifnull(sum(s.bytes), 0) FROM segment s WHERE s.publication = p.id) AS size FROM publication p"
)


class Catalogue:
    """Answers questions of one thing at a time. Absent is None, or an empty tuple."""

    def __init__(self, connection: sqlite3.Connection, frames: Frames) -> None:
        self._db = connection
        self._frames = frames

    def _rows(self, statement: str, *values: str | int) -> list[sqlite3.Row]:
        with guarded():
            return self._db.execute(statement, values).fetchall()

    def publications(self) -> tuple[PublicationInfo, ...]:
        """All publications, by title."""
        found = map(_publication, self._rows(_INFOS))
        return tuple(sorted(found, key=lambda one: (one.title("en"), one.id)))

    def stamp(self) -> str:
        """A text that changes whenever an edition came or a segment went, and stays the same over what a reader does."""
        editions = self._rows("SELECT id, sha256, synced_at FROM publication ORDER BY id")
        (segments,) = self._rows("SELECT count(*), max(number) FROM segment")
        return repr([tuple(row) for row in (*editions, segments)])

    def publication(self, publication: str) -> PublicationInfo | None:
        """One publication by its id."""
        return next(map(_publication, self._rows(f"{_INFOS} WHERE id = ?", publication)), None)

    def current(self, publication: str) -> tuple[int, int, str] | None:
        """Epoch, serial and digest of the active edition."""
        for row in self._rows("SELECT epoch, serial, sha256 FROM publication WHERE id = ?", publication):
            return int(row["epoch"]), int(row["serial"]), row["sha256"]
        return None

    def segments(self, publication: str) -> frozenset[str]:
        """Digests of the segments that the catalogue holds."""
        found = self._rows("SELECT sha256 FROM segment WHERE publication = ?", publication)
        return frozenset(row["sha256"] for row in found)

    def revisions(self, publication: str, identities: Iterable[str]) -> dict[str, int]:
        """The revisions of those of these articles that we hold, by id; of withdrawn ones too."""
        wanted = "id IN (SELECT value FROM json_each(?))"
        statement = f"SELECT id, revision FROM article WHERE publication = ? AND {wanted}"  # noqa: S608  (a fixed clause)
        found = self._rows(statement, publication, json.dumps(list(identities)))
        return {row["id"]: int(row["revision"]) for row in found}

    def keys(self, identity: str, publication: str = "") -> tuple[int, ...]:
        """Keys of the visible articles with this id, in one publication or all; or with this alias."""
        here = " AND publication = ?" if publication else ""
        values = (identity, publication) if publication else (identity,)
        found = self._rows(f"SELECT key FROM article WHERE hidden = 0 AND id = ?{here}", *values)  # noqa: S608  (a fixed clause)
        if not found:
            found = self._rows(f"SELECT article AS key FROM label WHERE kind = 'alias' AND value = ?{here}", *values)  # noqa: S608  (a fixed clause)
        return tuple(int(row["key"]) for row in found)

    def article(self, key: int) -> Article | None:
        """A visible article with its body, read from its segment and checked.

        Raises:
            StoreError: ``segment-missing`` or ``segment-damaged``.
        """
        for row in self._rows(
            "SELECT a.*, s.sha256 AS segment_sha256, s.frames_at, s.dictionary FROM article a"
            " JOIN segment s ON s.number = a.segment WHERE a.key = ? AND a.hidden = 0",
            key,
        ):
            index_row = _index_row(row, Kind.ARTICLE)
            try:
                return decode_article(row["publication"], index_row, self._frames.read(_place(row), index_row))
            except StoreError:
                # Its publication may have been removed since its row was read.
                if self._rows("SELECT 1 FROM article WHERE key = ? AND segment = ?", key, int(row["segment"])):
                    raise
        return None

    def knows(self, key: int) -> bool:
        """Whether there is such an article, visible or withdrawn; not one whose publication was removed."""
        return bool(self._rows("SELECT 1 FROM article WHERE key = ?", key))

    def article_digest(self, key: int) -> str:
        """SHA-256 of a visible article's frame, as the signed edition holds it; empty when there is none."""
        return next(
            (row["sha256"] for row in self._rows("SELECT sha256 FROM article WHERE key = ? AND hidden = 0", key)), ""
        )

    def translations(self, key: int) -> tuple[Translation, ...]:
        """The same work in other languages, by language."""
        found = self._rows(
            "SELECT o.key, o.id, o.language, o.title FROM article a JOIN article o ON o.publication = a.publication"
            " AND o.work = a.work AND o.key <> a.key WHERE a.key = ? AND o.hidden = 0 ORDER BY o.language",
            key,
        )
        return tuple(Translation(int(row["key"]), row["id"], row["language"], row["title"]) for row in found)

    def labels(self, key: int, kind: str) -> tuple[tuple[str, int], ...]:
        """The labels of a kind that the article names and how many articles have each, the rarest first; counted up to 2,000."""
        found = self._rows(
            "SELECT l.value, (SELECT count(*) FROM (SELECT 1 FROM label o WHERE o.kind = l.kind AND o.publication = l.publication"
            " AND o.value = l.value LIMIT 2000)) AS holders FROM label l WHERE l.article = ? AND l.kind = ?"
            " AND l.position >= 0 ORDER BY holders, l.position",
            key,
            kind,
        )
        return tuple((row["value"], int(row["holders"])) for row in found)

    def sharing(self, key: int, kind: str, value: str, most: int) -> tuple[int, ...]:
        """Other articles of the publication with this label, those that came last first, at most so many."""
        found = self._rows(
            "SELECT article FROM label WHERE kind = ? AND publication = (SELECT publication FROM article WHERE key = ?)"
            " AND value = ? AND article <> ? ORDER BY article DESC LIMIT ?",
            kind,
            key,
            value,
            key,
            most,
        )
        return tuple(int(row["article"]) for row in found)

    def in_language(self, keys: Iterable[int], language: str) -> dict[int, int]:
        """For each article in another language, the key of its translation into this one where there is one."""
        found: dict[int, int] = {}
        for key in keys:
            for row in self._rows(
                "SELECT o.key FROM article a JOIN article o ON o.publication = a.publication AND o.work = a.work"
                " WHERE a.key = ?1 AND a.language <> ?2 AND o.language = ?2 AND o.hidden = 0 LIMIT 1",
                key,
                language,
            ):
                found[key] = int(row["key"])
        return found

    def things(self, kind: Kind, publication: str = "") -> tuple[Thing, ...]:
        """Visible things of one kind, in the publisher's order."""
        found = self._rows(
            "SELECT * FROM thing WHERE kind = ? AND hidden = 0 AND (? = '' OR publication = ?)"
            " ORDER BY publication, position, id",
            str(kind),
            publication,
            publication,
        )
        return tuple(_thing(row) for row in found)

    def has(self, kind: Kind) -> bool:
        """Whether there is a visible thing of this kind."""
        return bool(self._rows("SELECT 1 FROM thing WHERE kind = ? AND hidden = 0 LIMIT 1", str(kind)))

    def titles(self, kind: Kind, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Localized]:
        """Titles of some things, by (publication, id); those that are not defined are left out."""
        found: dict[tuple[str, str], Localized] = {}
        for publication, identity in set(wanted):
            for row in self._rows(
                "SELECT titles FROM thing WHERE publication = ? AND kind = ? AND id = ? AND hidden = 0",
                publication,
                str(kind),
                identity,
            ):
                found[publication, identity] = json.loads(row["titles"])
        return found

    def thing(self, publication: str, kind: Kind, identity: str) -> Thing | None:
        """One visible thing."""
        for row in self._rows(
            "SELECT * FROM thing WHERE publication = ? AND kind = ? AND id = ? AND hidden = 0",
            publication,
            str(kind),
            identity,
        ):
            return _thing(row)
        return None

    def texts(self, kind: Kind, publication: str = "") -> tuple[Text, ...]:
        """Visible pages or terms, in the publisher's order."""
        found = self._rows(
            "SELECT * FROM prose WHERE kind = ? AND hidden = 0 AND (? = '' OR publication = ?)"
            " ORDER BY publication, position, title, id",
            str(kind),
            publication,
            publication,
        )
        return tuple(_text(row) for row in found)

    def picture(self, publication: str, media: str, tiers: Sequence[Tier]) -> bytes | None:
        """A picture in the first of these tiers that is here; checked.

        Raises:
            StoreError: ``segment-missing`` or ``segment-damaged``.
        """
        for tier in tiers:
            for row in self._rows(
                "SELECT m.*, s.sha256 AS segment_sha256, s.frames_at, s.dictionary FROM media m"
                " JOIN segment s ON s.number = m.segment WHERE m.publication = ? AND m.id = ? AND m.tier = ?",
                publication,
                media,
                str(tier),
            ):
                return self._frames.read(_place(row), _index_row(row, Kind.IMAGE))
        return None

    def picture_size(self, publication: str, media: str) -> tuple[int, int] | None:
        """Pixels (width, height) of the largest copy that is here."""
        for row in self._rows(
            "SELECT width, height FROM media WHERE publication = ? AND id = ? ORDER BY width DESC LIMIT 1",
            publication,
            media,
        ):
            return int(row["width"]), int(row["height"])
        return None

    def withdrawn(self, publication: str) -> tuple[Withdrawn, ...]:
        """Everything that was ever withdrawn."""
        found = self._rows("SELECT * FROM withdrawn WHERE publication = ? ORDER BY kind, id", publication)
        return tuple(
            Withdrawn(Kind(row["kind"]), row["id"], int(row["revision"]), bool(row["purge"]), row["reason"])
            for row in found
        )


def _place(row: sqlite3.Row) -> FramePlace:
    return FramePlace(row["publication"], row["segment_sha256"], int(row["frames_at"]), row["dictionary"])


def _index_row(row: sqlite3.Row, kind: Kind) -> IndexRow:
    is_article = kind is Kind.ARTICLE
    return IndexRow(
        kind=kind,
        id=row["id"],
        revision=int(row["revision"]),
        at=int(row["at"]),
        size=int(row["size"]),
        raw=int(row["raw"]),
        sha256=row["sha256"],
        codec=row["codec"],
        language=row["language"] if is_article else "",
        date=row["date"] if is_article else "",
        title=row["title"] if is_article else "",
        section=row["section"] if is_article else "",
    )


def _publication(row: sqlite3.Row) -> PublicationInfo:
    return PublicationInfo(
        id=row["id"],
        titles=json.loads(row["titles"]),
        language=row["language"],
        trust=Trust(row["trust"]),
        fingerprint=row["fingerprint"],
        serial=int(row["serial"]),
        published=row["published"],
        highest_seen=int(row["highest_seen"]),
        next_expected=row["next_expected"],
        bytes=int(row["size"]),
        languages=tuple(json.loads(row["languages"])),
        licence=row["licence"],
        source=row["source"],
        synced_at=row["synced_at"],
    )


def _thing(row: sqlite3.Row) -> Thing:
    return Thing(
        publication=row["publication"],
        kind=Kind(row["kind"]),
        id=row["id"],
        titles=json.loads(row["titles"]),
        texts=json.loads(row["texts"]),
        parent=row["parent"],
        position=int(row["position"]),
        extra=json.loads(row["extra"]),
    )


def _text(row: sqlite3.Row) -> Text:
    return Text(
        publication=row["publication"],
        kind=Kind(row["kind"]),
        id=row["id"],
        title=row["title"],
        language=row["language"],
        body=row["body"],
        work=row["work"],
        position=int(row["position"]),
        aliases=tuple(json.loads(row["aliases"])),
    )
