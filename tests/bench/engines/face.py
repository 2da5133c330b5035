"""What each engine can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model.search import SearchDocument

LIMIT = 20


class Asked(NamedTuple):
    """A query in the words that all three engines understand alike; ``newest`` orders by date."""

    text: str
    newest: bool = False


class Engine(Protocol):
    """An index in ``folder``, which is made when absent."""

    def __init__(self, folder: Path) -> None: ...

    def add(self, batch: Sequence[SearchDocument]) -> None:
        """Index a batch of new documents."""

    def finish(self) -> None:
        """Make everything last and let go of the files."""

    def search(self, asked: Asked) -> Sequence[int]:
        """Keys of the first ``LIMIT`` hits."""

    def total(self, asked: Asked) -> int:
        """How many documents match."""

    def hint(self, asked: Asked) -> str:
        """Why the answer is not complete, or nothing."""
