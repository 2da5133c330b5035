"""Lists of articles for a node, as arrays of keys, and rows for the part of a list that is seen."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from reader.model.article import ArticleRow
from reader.model.listing import Node, NodeKind, Sort
from reader.store.arrivals import LAST
from reader.store.connection import guarded

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_ORDERS = {
    Sort.NEWEST: "a.date DESC, a.key",
    Sort.OLDEST: "a.date, a.key",
    Sort.TITLE: "a.title COLLATE NOCASE, a.key",
    Sort.RELEVANCE: "a.date DESC, a.key",
    Sort.ADDED: "a.date DESC, a.key",
}
_LABELLED = {NodeKind.TAG, NodeKind.TOPIC, NodeKind.REGION, NodeKind.AUTHOR}
_STATUS = " JOIN status s ON s.publication = a.publication AND s.id = a.id"
_IN_ONE = " JOIN collected c ON c.publication = a.publication AND c.id = a.id"
_IN_ANY = (
    " JOIN (SELECT publication, id, max(added_at) AS added_at FROM collected GROUP BY 1, 2) c"
    " ON c.publication = a.publication AND c.id = a.id"
)
_NOTE = " JOIN note n ON n.publication = a.publication AND n.id = a.id"
#: Lists of what the reader did: JOIN, WHERE, and ORDER BY where it is their own.
_OWN = {
    NodeKind.LATEST: ("", "1", ""),
    NodeKind.UNREAD: (" LEFT" + _STATUS, "s.read_at IS NULL", ""),
    NodeKind.STARRED: (_STATUS, "s.starred_at IS NOT NULL", ""),
    NodeKind.HISTORY: (_STATUS, "s.opened_at IS NOT NULL", "s.opened_at DESC, a.key"),
    NodeKind.MOST_OPENED: (_STATUS, "s.openings > 1", "s.openings DESC, s.opened_at DESC, a.key"),
    NodeKind.NOTES: (_NOTE, "1", "n.noted_at DESC, a.key"),
}
_NOT_READ = (
    "(a.key = ? OR NOT EXISTS (SELECT 1 FROM status r"
    " WHERE r.publication = a.publication AND r.id = a.id AND r.read_at IS NOT NULL))"
)
_CHUNK = 500


class Listing:
    """Answers what is in a node. ``language`` arguments choose section titles."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def keys(
        self, node: Node, sort: Sort = Sort.NEWEST, most: int = -1, *, unread: bool = False, besides: int = 0
    ) -> array[int]:
        """Keys of the visible articles of the node, in order: all, or the first ``most``.

        ``unread`` leaves out those that were read, except the one with the key ``besides``. Searches are not answered
        here: they give no keys.
        """
        join, where, values, order = self._kept(node, sort)
        if unread:
            where, values = f"{where} AND {_NOT_READ}", [*values, besides]
        statement = (
            f"SELECT a.key FROM article a{join} WHERE a.hidden = 0 AND {where}"  # noqa: S608  (clauses are ours)
            f" ORDER BY {order or _ORDERS[sort]} LIMIT ?"
        )
        with guarded():
            return array("q", (row[0] for row in self._db.execute(statement, [*values, most])))

    def count(self, node: Node) -> int:
        """How many visible articles the node holds. Searches are not answered here."""
        join, where, values, _order = self._kept(node, Sort.NEWEST)
        statement = f"SELECT count(*) FROM article a{join} WHERE a.hidden = 0 AND {where}"  # noqa: S608  (clauses are ours)
        with guarded():
            return int(self._db.execute(statement, values).fetchone()[0])

    def _kept(self, node: Node, sort: Sort) -> tuple[str, str, list[str | int], str]:
        """The node's clauses, kept to its publication."""
        join, where, values, order = self._clauses(node, sort)
        if node.publication:
            return join, where + " AND a.publication = ?", [*values, node.publication], order
        return join, where, values, order

    def series(self, publication: str, series: str, most: int, after: int = -1) -> array[int]:
        """Articles of a series with a part higher than ``after``, in order, at most so many."""
        with guarded():
            found = self._db.execute(
                "SELECT key FROM article WHERE publication = ? AND series = ? AND series <> '' AND series_part > ?"
                " AND hidden = 0 ORDER BY series_part, key LIMIT ?",
                (publication, series, after, most),
            )
            return array("q", (row[0] for row in found))

    def unread(self, node: Node, language: str, most: int) -> array[int]:
        """Unread articles of a section (without those below it) or a topic, the newest first; in one language, or any (empty)."""
        if node.kind is NodeKind.SECTION:
            join, where, order = "", "a.publication = ? AND a.section = ?", "a.date DESC"
        else:
            join = f" JOIN label l ON l.kind = '{NodeKind.TOPIC}' AND l.article = a.key"
            where, order = "l.publication = ? AND l.value = ?", "l.article DESC"
        statement = (
            f"SELECT a.key FROM article a{join} LEFT{_STATUS} WHERE a.hidden = 0 AND {where}"  # noqa: S608  (clauses are ours)
            f" AND s.read_at IS NULL AND (? = '' OR a.language = ?) ORDER BY {order} LIMIT ?"
        )
        with guarded():
            found = self._db.execute(statement, [node.publication, node.id, language, language, most])
            return array("q", (row[0] for row in found))

    def _clauses(self, node: Node, sort: Sort) -> tuple[str, str, list[str | int], str]:  # noqa: PLR0911  (one return a kind reads best)
        """JOIN, WHERE, values and, where the node has an order of its own, ORDER BY."""
        kind = node.kind
        if kind in _OWN:
            join, where, order = _OWN[kind]
            return join, where, [], order
        if kind is NodeKind.SECTION:
            return "", f"a.section IN ({self._section_tree()})", [node.id], ""
        if kind is NodeKind.SERIES:
            return "", "a.series = ?", [node.id], "a.publication, a.series_part, a.key"
        if kind is NodeKind.LANGUAGE:
            return "", "a.language = ?", [node.id], ""
        if kind is NodeKind.MOST_READ:
            return self._most_read()
        if kind is NodeKind.NEW:
            return "", f"a.arrival = ({LAST})", [node.publication] * 2, ""
        if kind is NodeKind.COLLECTION:
            order = "c.added_at DESC, a.date DESC, a.key" if sort is Sort.ADDED else ""
            return (_IN_ONE, "c.collection = ?", [node.id], order) if node.id else (_IN_ANY, "1", [], order)
        if kind in _LABELLED:
            join = " JOIN label l ON l.article = a.key AND l.publication = a.publication"
            return join, "l.kind = ? AND l.value = ?", [str(kind), node.id], ""
        return "", "0", [], ""

    @staticmethod
    def _section_tree() -> str:
        return (
            "WITH RECURSIVE tree(id) AS (VALUES (?) UNION SELECT t.id FROM thing t JOIN tree ON t.parent = tree.id"
            " WHERE t.kind = 'section') SELECT id FROM tree"
        )

    @staticmethod
    def _most_read() -> tuple[str, str, list[str | int], str]:
        join = (
            " JOIN (SELECT t.publication AS publication, j.value AS id, j.key AS place FROM thing t,"
            " json_each(t.extra, '$.articles') j WHERE t.kind = 'most-read' AND t.hidden = 0) m"
            " ON m.publication = a.publication AND m.id = a.id"
        )
        return join, "1", [], "a.publication, m.place"

    def rows(self, keys: Sequence[int]) -> tuple[ArticleRow, ...]:
        """Rows for the keys, in their order; a key that is gone is left out. ``section`` holds the section's id."""
        found: dict[int, ArticleRow] = {}
        for start in range(0, len(keys), _CHUNK):
            for row in self._chunk(keys[start : start + _CHUNK]):
                found[row.key] = row
        return tuple(found[key] for key in keys if key in found)

    def _chunk(self, keys: Sequence[int]) -> Iterable[ArticleRow]:
        places = ", ".join("?" * len(keys))
        with guarded():
            labels = self._labels(keys, places)
            statement = (
                "SELECT a.*, s.read_at, s.starred_at FROM article a"  # noqa: S608  (question marks only)
                " LEFT JOIN status s ON s.publication = a.publication AND s.id = a.id"
                f" WHERE +a.hidden = 0 AND a.key IN ({places})"  # by the keys, not through all that is visible
            )
            articles = self._db.execute(statement, list(keys)).fetchall()
        return [_row(article, labels) for article in articles]

    def _labels(self, keys: Sequence[int], places: str) -> dict[tuple[int, str], list[str]]:
        labels: dict[tuple[int, str], list[str]] = {}
        statement = (
            "SELECT article, kind, value FROM label"  # noqa: S608  (question marks only)
            f" WHERE article IN ({places}) AND kind IN ('tag', 'author') ORDER BY article, kind, position"
        )
        for row in self._db.execute(statement, list(keys)):
            labels.setdefault((row["article"], row["kind"]), []).append(row["value"])
        return labels


def _row(article: sqlite3.Row, labels: dict[tuple[int, str], list[str]]) -> ArticleRow:
    key = int(article["key"])
    return ArticleRow(
        key=key,
        publication=article["publication"],
        id=article["id"],
        title=article["title"],
        language=article["language"],
        standfirst=article["standfirst"],
        date=article["date"],
        section=article["section"],
        minutes=article["minutes"],
        thumb=article["lead"],
        work=article["work"],
        series=article["series"],
        series_part=article["series_part"],
        read=article["read_at"] is not None,
        starred=article["starred_at"] is not None,
        tags=tuple(labels.get((key, "tag"), ())),
        authors=tuple(labels.get((key, "author"), ())),
    )
