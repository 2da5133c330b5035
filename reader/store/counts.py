"""How many articles, and how many unread ones, each node of the navigation holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.store.connection import guarded

if TYPE_CHECKING:
    import sqlite3

_READ = " FROM status s JOIN article a ON a.publication = s.publication AND a.id = s.id"


@dataclass(frozen=True, slots=True)
class Tally:
    """Articles, and those of them that were read."""

    articles: int = 0
    read: int = 0

    @property
    def unread(self) -> int:
        """Articles not read yet."""
        return self.articles - self.read


@dataclass(frozen=True, slots=True)
class Counts:
    """Tallies by (publication, kind, id); kinds are section, series, lang, tag, topic, region, author. All articles in all.

    ``opened`` and ``reopened`` were opened at all and more than once; ``noted`` have a note.
    """

    by_node: dict[tuple[str, str, str], Tally] = field(default_factory=dict)
    by_publication: dict[str, Tally] = field(default_factory=dict)
    starred: int = 0
    opened: int = 0
    reopened: int = 0
    noted: int = 0

    @property
    def everything(self) -> Tally:
        """All publications together."""
        tallies = self.by_publication.values()
        return Tally(sum(one.articles for one in tallies), sum(one.read for one in tallies))


def count(connection: sqlite3.Connection) -> Counts:
    """Count everything once. One pass over an index for articles; read ones are counted from what was read."""
    with guarded():
        by_node: dict[tuple[str, str, str], Tally] = {}
        for kind, column in (("section", "section"), ("series", "series"), ("lang", "language")):
            by_node |= _tallies(connection, kind, *_column(column))
        by_node |= _labels(connection)
        by_publication = {
            publication: tally for (publication, _kind, _id), tally in _tallies(connection, "", *_column("''")).items()
        }
        starred, opened, reopened = connection.execute(
            "SELECT count(s.starred_at), count(s.opened_at), count(nullif(s.openings > 1, 0))"
            + _READ
            + " WHERE a.hidden = 0"
        ).fetchone()
        noted = connection.execute(
            "SELECT count(*) FROM note n JOIN article a ON a.publication = n.publication AND a.id = n.id WHERE a.hidden = 0"
        ).fetchone()[0]
    return Counts(by_node, by_publication, int(starred), int(opened), int(reopened), int(noted))


def _column(column: str) -> tuple[str, str]:
    shape = "SELECT a.publication, {column} AS id, count(*) AS number{source} AND a.hidden = 0 GROUP BY 1, 2"
    every = shape.format(column=column, source=" FROM article a WHERE 1")
    read = shape.format(column=column, source=_READ + " WHERE s.read_at IS NOT NULL")
    return every, read


def _tallies(connection: sqlite3.Connection, kind: str, every: str, read: str) -> dict[tuple[str, str, str], Tally]:
    seen = {(row[0], row[1]): int(row[2]) for row in connection.execute(read)}
    return {
        (row[0], kind, row[1]): Tally(int(row[2]), seen.get((row[0], row[1]), 0))
        for row in connection.execute(every)
        if row[1] or not kind
    }


def _labels(connection: sqlite3.Connection) -> dict[tuple[str, str, str], Tally]:
    kinds = "('tag', 'topic', 'region', 'author')"
    shape = "SELECT l.publication, l.kind, l.value, count(*) FROM {source} AND l.kind IN {kinds} GROUP BY 1, 2, 3"
    every = shape.format(source="label l WHERE 1", kinds=kinds)
    read = shape.format(
        source=_READ.removeprefix(" FROM ") + " JOIN label l ON l.article = a.key WHERE s.read_at IS NOT NULL",
        kinds=kinds,
    )
    seen = {(row[0], row[1], row[2]): int(row[3]) for row in connection.execute(read)}
    return {
        (row[0], row[1], row[2]): Tally(int(row[3]), seen.get((row[0], row[1], row[2]), 0))
        for row in connection.execute(every)
    }
