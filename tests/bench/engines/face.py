"""What each engine can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model.search import SearchDocument

LIMIT = 20
#: Fields that all engines index, and how much a find in each counts: ours (``reader.search.schema``), given to all that take weights.
WEIGHTS = {"title": 3.5, "standfirst": 1.8, "body": 1.0, "tags": 2.0, "authors": 2.0}


class Asked(NamedTuple):
    """A query in the words that all engines understand alike; ``newest`` orders by date, ``facets`` asks for counts."""

    text: str
    newest: bool = False
    facets: bool = False


class Engine(Protocol):
    """An index in ``folder``, which is made when absent."""

    def __init__(self, folder: Path) -> None: ...

    def add(self, batch: Sequence[SearchDocument]) -> None:
        """Index a batch of new documents."""

    def finish(self) -> None:
        """Make everything last and let go of the files."""

    def change(self, before: Sequence[SearchDocument], after: Sequence[SearchDocument]) -> None:
        """Put documents in the place of those with the same keys, so that the next search finds them, in one commit."""

    def search(self, asked: Asked) -> Sequence[int]:
        """Keys of the first ``LIMIT`` hits."""

    def total(self, asked: Asked) -> int:
        """How many documents match."""

    def hint(self, asked: Asked) -> str:
        """Why the answer is not complete, or nothing."""


def fields(document: SearchDocument) -> dict[str, str]:
    """The text of each field that all engines index."""
    joined = {"tags": " ".join(document.tags), "authors": " ".join(document.authors)}
    return {"title": document.title, "standfirst": document.standfirst, "body": document.body, **joined}
