"""Lists of articles for a node, as arrays of keys, and rows for the part of a list that is seen."""

from __future__ import annotations

import json
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
    Sort.OLDEST: "a.date, a.key DESC",
    Sort.TITLE: "a.title COLLATE NOCASE, a.key",
    Sort.RELEVANCE: "a.date DESC, a.key",
    Sort.ADDED: "a.date DESC, a.key",
}
_LABELLED = {NodeKind.TAG, NodeKind.TOPIC, NodeKind.REGION, NodeKind.AUTHOR}
#: What is rare comes first, and CROSS keeps it there: SQLite, which has no statistics here, would else walk through
#: everything that is visible and look for each article in what is rare.
_STATUS = "status s CROSS JOIN article a ON a.publication = s.publication AND a.id = s.id"
_NOTE = "note n CROSS JOIN article a ON a.publication = n.publication AND a.id = n.id"
_IN_ONE = "collected c CROSS JOIN article a ON a.publication = c.publication AND a.id = c.id"
_IN_ANY = (
    "(SELECT publication, id, max(added_at) AS added_at FROM collected GROUP BY 1, 2) c"
    " CROSS JOIN article a ON a.publication = c.publication AND a.id = c.id"
)
_LABEL = "label l CROSS JOIN article a ON a.key = l.article"
_PUBLICATIONS = "(SELECT p.id FROM publication p)"
#: A section and what is below it, in each publication that has one so called.
_SECTIONS = (
    "(WITH RECURSIVE tree(publication, id) AS (SELECT p.id, ? FROM publication p UNION"
    " SELECT t.publication, t.id FROM thing t JOIN tree ON t.publication = tree.publication AND t.parent = tree.id"
    " WHERE t.kind = 'section') SELECT publication, id FROM tree) t"
    " CROSS JOIN article a ON a.publication = t.publication AND a.section = t.id"
)
_MOST_READ = (
    "(SELECT t.publication AS publication, j.value AS id, j.key AS place FROM thing t,"
    " json_each(t.extra, '$.articles') j WHERE t.kind = 'most-read' AND t.hidden = 0) m"
    " CROSS JOIN article a ON a.publication = m.publication AND a.id = m.id"
)
_READ = f"SELECT a.key FROM {_STATUS} WHERE s.read_at IS NOT NULL"  # noqa: S608  (clauses are ours)
#: Lists without an id: FROM, WHERE, and ORDER BY where it is their own.
_OWN = {
    NodeKind.LATEST: ("article a", "1", ""),
    NodeKind.UNREAD: ("article a", f"a.key NOT IN ({_READ})", ""),
    NodeKind.STARRED: (_STATUS, "s.starred_at IS NOT NULL", ""),
    NodeKind.HISTORY: (_STATUS, "s.opened_at IS NOT NULL", "s.opened_at DESC, a.key"),
    NodeKind.MOST_OPENED: (_STATUS, "s.openings > 1", "s.openings DESC, s.opened_at DESC, a.key"),
    NodeKind.MOST_READ: (_MOST_READ, "1", "a.publication, m.place"),
    NodeKind.NOTES: (_NOTE, "1", "n.noted_at DESC, a.key"),
}
#: Of a list that may be the whole library, what was read is gathered first; of any other, each row is looked up.
_WHOLE = {NodeKind.LATEST, NodeKind.UNREAD, NodeKind.LANGUAGE}
_NOT_READ = {
    True: f"(a.key = ? OR a.key NOT IN ({_READ}))",
    False: "(a.key = ? OR NOT EXISTS (SELECT 1 FROM status r"
    " WHERE r.publication = a.publication AND r.id = a.id AND r.read_at IS NOT NULL))",
}
#: When a group of translations was first published; of its newest version where the original is not here.
_ORIGINAL = "coalesce(max(CASE WHEN a.id = a.work THEN a.date END), max(a.date))"
_CHUNK = 500


def _numbers(connection: sqlite3.Connection, statement: str, values: list[object]) -> array[int]:
    """The ``key`` of each row in order: of many rows one long text is a quarter of the work of so many rows for Python.

    SQLite hands the rows of a subquery with ORDER BY and LIMIT to the aggregate as they come; a test holds it to that.
    """
    text = connection.execute(f"SELECT group_concat(key) FROM ({statement})", values).fetchone()[0]  # noqa: S608  (ours)
    return array("q", json.loads(f"[{text or ''}]"))


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
        source, where, values, order = _clauses(node, sort)
        if unread:
            where, values = f"{where} AND {_NOT_READ[node.kind in _WHOLE]}", [*values, besides]
        statement = (
            f"SELECT a.key AS key FROM {source} WHERE a.hidden = 0 AND {where}"  # noqa: S608  (clauses are ours)
            f" ORDER BY {order or _ORDERS[sort]} LIMIT ?"
        )
        with guarded():
            return _numbers(self._db, statement, [*values, most])

    def count(self, node: Node) -> int:
        """How many visible articles the node holds. Searches are not answered here."""
        source, where, values, _order = _clauses(node, Sort.NEWEST)
        statement = f"SELECT count(*) FROM {source} WHERE a.hidden = 0 AND {where}"  # noqa: S608  (clauses are ours)
        with guarded():
            return int(self._db.execute(statement, values).fetchone()[0])

    def works(self, node: Node, most: int) -> tuple[int, array[int]]:
        """How many works the node's visible articles are, and a key of one version of each of the first ``most``.

        A series keeps its parts' order; else the works whose originals are the newest come first.
        """
        source, where, values, _order = _clauses(node, Sort.NEWEST)
        order = "a.publication, min(a.series_part), 1" if node.kind is NodeKind.SERIES else f"{_ORIGINAL} DESC, 1"
        statement = (
            "SELECT min(a.key) AS key, count(*) OVER () AS works"  # noqa: S608  (clauses are ours)
            f" FROM {source} WHERE a.hidden = 0 AND {where} GROUP BY a.publication, a.work ORDER BY {order} LIMIT ?"
        )
        with guarded():
            found = self._db.execute(statement, [*values, most]).fetchall()
        return int(found[0]["works"]) if found else 0, array("q", (row["key"] for row in found))

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
            source, where, order = "article a", "a.publication = ? AND a.section = ?", "a.date DESC"
        else:
            source, where = _LABEL, f"l.kind = '{NodeKind.TOPIC}' AND l.publication = ? AND l.value = ?"
            order = "l.article DESC"
        statement = (
            f"SELECT a.key FROM {source} LEFT JOIN status s ON s.publication = a.publication AND s.id = a.id"  # noqa: S608  (clauses are ours)
            f" WHERE a.hidden = 0 AND {where} AND s.read_at IS NULL AND (? = '' OR a.language = ?) ORDER BY {order} LIMIT ?"
        )
        with guarded():
            found = self._db.execute(statement, [node.publication, node.id, language, language, most])
            return array("q", (row[0] for row in found))

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
                "SELECT a.*, s.read_at, s.starred_at, n.text AS note FROM article a"  # noqa: S608  (question marks only)
                " LEFT JOIN status s ON s.publication = a.publication AND s.id = a.id"
                " LEFT JOIN note n ON n.publication = a.publication AND n.id = a.id"
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


def _clauses(node: Node, sort: Sort) -> tuple[str, str, list[str | int], str]:
    """FROM, WHERE, values and, where the node has an order of its own, ORDER BY; kept to the node's publication."""
    source, where, values, order = _of_kind(node, sort)
    if node.publication:
        return source, where + " AND a.publication = ?", [*values, node.publication], order
    return source, where, values, order


def _of_kind(node: Node, sort: Sort) -> tuple[str, str, list[str | int], str]:  # noqa: PLR0911  (one return a kind reads best)
    kind = node.kind
    if kind in _OWN:
        source, where, order = _OWN[kind]
        return source, where, [], order
    if kind is NodeKind.SECTION:
        return _SECTIONS, "1", [node.id], ""
    if kind is NodeKind.SERIES:
        where = f"a.publication IN {_PUBLICATIONS} AND a.series = ? AND a.series <> ''"
        return "article a INDEXED BY article_by_series", where, [node.id], "a.publication, a.series_part, a.key"
    if kind is NodeKind.LANGUAGE:
        return "article a", "a.language = ?", [node.id], ""
    if kind is NodeKind.NEW:
        return "article a INDEXED BY article_by_arrival", f"a.arrival = ({LAST})", [node.publication] * 2, ""
    if kind is NodeKind.COLLECTION:
        order = "c.added_at DESC, a.date DESC, a.key" if sort is Sort.ADDED else ""
        return (_IN_ONE, "c.collection = ?", [node.id], order) if node.id else (_IN_ANY, "1", [], order)
    if kind in _LABELLED:
        where = f"l.kind = ? AND l.publication IN {_PUBLICATIONS} AND l.value = ?"
        return _LABEL, where, [str(kind), node.id], ""
    return "article a", "0", [], ""


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
        note=article["note"] or "",
        tags=tuple(labels.get((key, "tag"), ())),
        authors=tuple(labels.get((key, "author"), ())),
    )
