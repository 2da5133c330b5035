"""How many articles, and how many unread ones, each node of the navigation holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.store.connection import guarded

if TYPE_CHECKING:
    import sqlite3

_READ = " FROM status s CROSS JOIN article a ON a.publication = s.publication AND a.id = s.id"


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
    """Tell what triggers counted as articles came and went and were read; stars and notes are counted from those there are."""
    with guarded():
        tallies = {
            (row[0], row[1], row[2]): Tally(int(row[3]), int(row[4]))
            for row in connection.execute("SELECT publication, kind, id, articles, read FROM tally WHERE articles > 0")
        }
        by_node = {node: tally for node, tally in tallies.items() if node[2]}
        by_publication = {node[0]: tally for node, tally in tallies.items() if not node[1]}
        starred, opened, reopened = connection.execute(
            "SELECT count(s.starred_at), count(s.opened_at), count(nullif(s.openings > 1, 0))"
            + _READ
            + " WHERE a.hidden = 0"
        ).fetchone()
        noted = connection.execute(
            "SELECT count(*) FROM note n CROSS JOIN article a ON a.publication = n.publication AND a.id = n.id WHERE a.hidden = 0"
        ).fetchone()[0]
    return Counts(by_node, by_publication, int(starred), int(opened), int(reopened), int(noted))


def count_months(connection: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Dated articles by month (``2019-06``), in order. One pass over an index of dates."""
    with guarded():
        found = connection.execute(
            "SELECT substr(date, 1, 7), count(*) FROM article WHERE hidden = 0 AND length(date) >= 7 GROUP BY 1 ORDER BY 1"
        )
        return tuple((row[0], int(row[1])) for row in found)


def has_months(connection: sqlite3.Connection) -> bool:
    """Whether articles are of more than one month: the first and the last date say."""
    with guarded():
        first, last = connection.execute(
            "SELECT (SELECT min(date) FROM article WHERE hidden = 0 AND date > ''),"
            " (SELECT max(date) FROM article WHERE hidden = 0)"
        ).fetchone()
    return bool(first) and first[:7] != last[:7]
