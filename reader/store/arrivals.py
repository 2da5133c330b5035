"""What each edition brought when it came: its articles name it, so that the last one can be listed and told of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.store.connection import guarded

if TYPE_CHECKING:
    import sqlite3

#: The edition that brought articles last, of one publication or (empty) any. Takes the publication twice.
LAST = (
    "SELECT number FROM arrival r WHERE (? = '' OR r.publication = ?)"
    " AND EXISTS (SELECT 1 FROM article x WHERE x.arrival = r.number AND x.hidden = 0)"
    " ORDER BY r.at DESC, r.number DESC LIMIT 1"
)

#: Of a larger edition the newest so many are looked at for the first few of each section.
_MOST_LOOKED_AT = 2000
_SAMPLES = """
    SELECT section, key, is_new FROM (
        SELECT *, row_number() OVER (PARTITION BY section ORDER BY is_new DESC, date DESC, key) AS place FROM (
            SELECT section, key, date, came = arrival AS is_new, row_number() OVER (
                PARTITION BY work ORDER BY came < arrival, language <> ?, language <> ?, id <> work, key
            ) AS translation FROM (SELECT * FROM article WHERE arrival = ? AND hidden = 0 ORDER BY date DESC LIMIT ?)
        ) WHERE translation = 1
    ) WHERE place <= ? ORDER BY section, place
"""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An edition that came, and how many articles are here because of it.

    ``added`` and ``updated`` are by section, ``translations`` those of the added ones whose work was here in another language.
    """

    number: int
    publication: str
    serial: int
    added: dict[str, int]
    updated: dict[str, int]
    withdrawn: int
    pictures: int
    translations: int


def begin(connection: sqlite3.Connection, publication: str, serial: int, at: str) -> int:
    """The number of an edition's arrival: a new one, or that of the part of it that came before."""
    connection.execute(
        "INSERT OR IGNORE INTO arrival (publication, serial, at) VALUES (?, ?, ?)", (publication, serial, at)
    )
    found = connection.execute(
        "SELECT number FROM arrival WHERE publication = ? AND serial = ?", (publication, serial)
    ).fetchone()
    return int(found["number"])


def complete(connection: sqlite3.Connection, number: int, withdrawn: int, pictures: int, at: str) -> None:
    """Count what went and which pictures came; ``at`` is when articles came, empty for none."""
    connection.execute(
        "UPDATE arrival SET withdrawn = withdrawn + ?, pictures = pictures + ?, at = coalesce(nullif(?, ''), at) WHERE number = ?",
        (withdrawn, pictures, at, number),
    )


class Arrivals:
    """Asks what came last. Costs in proportion to what came."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def count(self, publication: str = "") -> int:
        """How many articles the last edition brought or changed, of one publication or of any."""
        statement = f"SELECT count(*) FROM article WHERE arrival = ({LAST}) AND hidden = 0"  # noqa: S608  (a fixed clause)
        with guarded():
            return int(self._db.execute(statement, (publication, publication)).fetchone()[0])

    def last(self, publication: str = "") -> Arrived | None:
        """The last edition that brought articles, of one publication or of any."""
        with guarded():
            found = self._db.execute(f"SELECT * FROM arrival WHERE number = ({LAST})", (publication, publication))  # noqa: S608  (a fixed clause)
            row = found.fetchone()
            if row is None:
                return None
            number = int(row["number"])
            added, updated = self._by_section(number)
            translations = self._translations(number)
        return Arrived(
            number,
            row["publication"],
            int(row["serial"]),
            added,
            updated,
            int(row["withdrawn"]),
            int(row["pictures"]),
            translations,
        )

    def samples(self, number: int, most: int, language: str) -> dict[str, list[tuple[int, bool]]]:
        """The first few articles of each section that an edition brought, by key, and whether each is new; new ones first.

        Of several translations one stands for all, the one in ``language`` if there is such a one.
        """
        found: dict[str, list[tuple[int, bool]]] = {}
        base = language.split("-", maxsplit=1)[0]
        with guarded():
            for section, key, is_new in self._db.execute(_SAMPLES, (language, base, number, _MOST_LOOKED_AT, most)):
                found.setdefault(section, []).append((int(key), bool(is_new)))
        return found

    def withdrawn(self, number: int, most: int, language: str) -> tuple[str, ...]:
        """Titles of articles that an edition withdrew, those in ``language`` first; not of those that shall leave no trace."""
        base = language.split("-", maxsplit=1)[0]
        with guarded():
            found = self._db.execute(
                "SELECT a.title FROM article a JOIN withdrawn w ON w.publication = a.publication AND w.kind = 'article'"
                " AND w.id = a.id WHERE a.arrival = ? AND a.came < a.arrival AND a.hidden = 1 AND w.purge = 0"
                " ORDER BY a.language <> ?, a.language <> ?, a.date DESC, a.key LIMIT ?",
                (number, language, base, most),
            )
            return tuple(row["title"] for row in found)

    def _by_section(self, number: int) -> tuple[dict[str, int], dict[str, int]]:
        added: dict[str, int] = {}
        updated: dict[str, int] = {}
        for section, is_new, count in self._db.execute(
            "SELECT section, came = arrival, count(*) FROM article WHERE arrival = ? AND hidden = 0 GROUP BY 1, 2",
            (number,),
        ):
            (added if is_new else updated)[section] = int(count)
        return added, updated

    def _translations(self, number: int) -> int:
        found = self._db.execute(
            "SELECT count(*) FROM article a WHERE a.arrival = ? AND a.came = a.arrival AND a.hidden = 0"
            " AND EXISTS (SELECT 1 FROM article o WHERE o.publication = a.publication AND o.work = a.work"
            " AND o.came < a.came AND o.hidden = 0)",
            (number,),
        )
        return int(found.fetchone()[0])
