"""The handle that every verb takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from reader.search import Index
from reader.store import Store

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "index"


class Library:
    """A reader's library on disk: the store, and the index derived from it, opened when first asked for."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self._index: Index | None = None

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the library in ``folder``, made when absent.

        Raises:
            StoreError: when the disk or the catalogue does not let us.
        """
        return cls(Store.open(folder), folder)

    @property
    def index(self) -> Index:
        """The search index. When it was lost or damaged it begins empty, and every article waits to be indexed again."""
        if self._index is None:
            self._index = Index.open(self.folder / INDEX, self.store.identity)
            if self._index.fresh:
                self.store.queue.refill()
        return self._index

    def forget_index(self) -> None:
        """Let go of the index, so that the next use opens it anew."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def close(self) -> None:
        """Close what is open."""
        self.forget_index()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
