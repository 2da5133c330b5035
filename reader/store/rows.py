"""The rows of what arrived, written or replaced. What shall be written is decided in ``activation``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.bundle.segment import HEADER_BYTES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from reader.model.article import Article
    from reader.model.edition import Edition, IndexRow, SegmentInfo
    from reader.model.publication import Text, Thing, Trust

_LABELS = (
    ("author", "authors"),
    ("translator", "translators"),
    ("tag", "tags"),
    ("topic", "topics"),
    ("region", "regions"),
    ("related", "related"),
    ("alias", "aliases"),
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the catalogue is told of an edition: parsed, verified, and by whom it was believed."""

    edition: Edition
    sha256: str
    trust: Trust
    fingerprint: str
    source: str
    synced_at: str


def write_publication(db: sqlite3.Connection, arrival: Arrival) -> None:
    """Write the publication's own row."""
    edition = arrival.edition
    values = {
        "id": edition.publication,
        "titles": _json(edition.titles),
        "mastheads": _json(edition.mastheads),
        "language": edition.language,
        "languages": _json(edition.languages),
        "licence": edition.licence,
        "trust": str(arrival.trust),
        "fingerprint": arrival.fingerprint,
        "root_version": edition.root_version,
        "epoch": edition.epoch,
        "serial": edition.serial,
        "sha256": arrival.sha256,
        "published": edition.published,
        "next_expected": edition.next_expected,
        "highest_seen": edition.serial,
        "source": arrival.source,
        "synced_at": arrival.synced_at,
    }
    columns = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    updates = ", ".join(f"{name} = excluded.{name}" for name in values if name not in {"id", "highest_seen"})
    db.execute(
        f"INSERT INTO publication ({columns}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates},"  # noqa: S608  (column names are ours)
        " highest_seen = max(highest_seen, excluded.highest_seen)",
        values,
    )


def write_segment(db: sqlite3.Connection, publication: str, info: SegmentInfo) -> int:
    """The row of a sealed segment; answers its number."""
    cursor = db.execute(
        "INSERT INTO segment (sha256, publication, kind, tier, language, dictionary, bytes, frames_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            info.sha256,
            publication,
            info.kind,
            info.tier,
            info.language,
            info.dictionary,
            info.bytes,
            HEADER_BYTES + info.index_bytes,
        ),
    )
    return int(cursor.lastrowid or 0)


def write_media(db: sqlite3.Connection, publication: str, number: int, row: IndexRow) -> None:
    """A picture in one size, in a segment; an older revision changes nothing."""
    db.execute(
        "INSERT INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (publication, id, tier) DO UPDATE SET revision = excluded.revision, segment = excluded.segment,"
        " at = excluded.at, size = excluded.size, raw = excluded.raw, codec = excluded.codec, sha256 = excluded.sha256,"
        " type = excluded.type, width = excluded.width, height = excluded.height"
        " WHERE excluded.revision > media.revision",
        (
            publication,
            row.id,
            row.tier,
            row.revision,
            number,
            row.at,
            row.size,
            row.raw,
            row.codec,
            row.sha256,
            row.type,
            row.width,
            row.height,
        ),
    )


def write_article(
    db: sqlite3.Connection, article: Article, number: int, row: IndexRow, key: int | None, arrived: tuple[int, int]
) -> int:
    """An article in a segment, visible; answers its key. ``arrived`` are the numbers of the arrivals it changed and came with."""
    values = {
        "key": key,
        "publication": article.publication,
        "id": article.id,
        "revision": article.revision,
        "kind": article.kind,
        "language": article.language,
        "title": article.title,
        "standfirst": article.standfirst,
        "date": article.date,
        "updated": article.updated,
        "section": article.section,
        "series": article.series,
        "series_part": article.series_part,
        "work": article.work or article.id,
        "lead": article.lead.media if article.lead else "",
        "minutes": article.minutes,
        "licence": article.licence,
        "segment": number,
        "at": row.at,
        "size": row.size,
        "raw": row.raw,
        "codec": row.codec,
        "sha256": row.sha256,
        "hidden": 0,
        "arrival": arrived[0],
        "came": arrived[1],
    }
    columns = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    updates = ", ".join(f"{name} = excluded.{name}" for name in values if name not in {"key", "publication", "id"})
    found = db.execute(
        f"INSERT INTO article ({columns}) VALUES ({places})"  # noqa: S608  (column names are ours)
        f" ON CONFLICT (publication, id) DO UPDATE SET {updates} RETURNING key",
        values,
    ).fetchone()
    return int(found["key"])


def write_labels(db: sqlite3.Connection, key: int, article: Article) -> None:
    """What an article is filed under, in place of what it was."""
    db.execute("DELETE FROM label WHERE article = ?", (key,))
    rows = [
        (kind, article.publication, value, key, position)
        for kind, name in _LABELS
        for position, value in enumerate(dict.fromkeys(getattr(article, name)))
    ]
    db.executemany("INSERT INTO label VALUES (?, ?, ?, ?, ?)", rows)


def write_prose(db: sqlite3.Connection, text: Text, revision: int) -> None:
    """A page or a term."""
    db.execute(
        "INSERT OR REPLACE INTO prose VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        (
            text.publication,
            str(text.kind),
            text.id,
            revision,
            text.language,
            text.title,
            text.body,
            text.work or text.id,
            text.position,
            _json(text.aliases),
        ),
    )


def write_thing(db: sqlite3.Connection, thing: Thing, revision: int) -> None:
    """A section, an author, a topic..."""
    db.execute(
        "INSERT OR REPLACE INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        (
            thing.publication,
            str(thing.kind),
            thing.id,
            revision,
            thing.parent,
            thing.position,
            _json(thing.titles),
            _json(thing.texts),
            _json(thing.extra),
        ),
    )


def _json(value: Mapping[str, object] | tuple[str, ...]) -> str:
    plain = value if isinstance(value, tuple) else dict(value)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)
