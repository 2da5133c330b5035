"""Which sizes of pictures a reader takes, a publication each, as last chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.article import Tier
from reader.store.connection import guarded, transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

AT_FIRST = (Tier.THUMB, Tier.STANDARD)
_NAME = "pictures:"


class PictureChoices:
    """Kept beside the publications, so that window and command line go by the same choice."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def of(self, publication: str) -> tuple[Tier, ...]:
        """What was chosen last; small and reading pictures when nothing was."""
        with guarded():
            row = self._db.execute("SELECT value FROM meta WHERE name = ?", (_NAME + publication,)).fetchone()
        if row is None:
            return AT_FIRST
        names = str(row[0]).split(",")
        return tuple(tier for tier in Tier if tier in names)

    def keep(self, publication: str, tiers: Iterable[Tier]) -> None:
        """Remember a choice, when the publication is in the library and the choice is another."""
        value = ",".join(tier for tier in Tier if tier in set(tiers))
        if set(self.of(publication)) == set(tiers):
            return
        with transaction(self._db):
            self._db.execute(
                "INSERT OR REPLACE INTO meta (name, value) SELECT ?, ? FROM publication WHERE id = ?",
                (_NAME + publication, value, publication),
            )
