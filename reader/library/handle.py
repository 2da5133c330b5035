"""The handle that every verb takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from reader.errors import StoreError
from reader.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.library.names import Names
    from reader.search import Index

_Answer = TypeVar("_Answer")

INDEX = "index"


class Library:
    """A reader's library on disk: the store, and the index derived from it, opened when first asked for."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self._index: Index | None = None
        self._names: Names | None = None

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
        from reader.search import Index  # noqa: PLC0415  (Whoosh is slow to load, and most verbs need no index)

        if self._index is None:
            self._index = Index.open(self.folder / INDEX, self.store.identity)
            if self._index.fresh:
                self.store.queue.refill()
        return self._index

    @property
    def stamp(self) -> str:
        """A text that changes whenever an edition came or a segment went, and stays the same over what a reader does."""
        return self.store.catalogue.stamp()

    @property
    def names(self) -> Names:
        """Everything that can be named in a search; made again after an edition came."""
        from reader.library.names import Names  # noqa: PLC0415  (most verbs name nothing)

        stamp = self.stamp
        if self._names is None or self._names.stamp != stamp:
            self._names = Names.of(self.store, stamp)
        return self._names

    def ask(self, question: Callable[[Index], _Answer]) -> _Answer:
        """Ask the index; one that turns out damaged is begun anew, and gives what an empty one answers.

        Raises:
            StoreError: when the folder cannot be used at all.
        """
        try:
            return question(self.index)
        except StoreError as error:
            if error.code != "index-damaged":
                raise
        self.forget_index()
        return question(self.index)

    @property
    def is_indexing(self) -> bool:
        """Whether the index is being filled from its beginning, so that a search may miss what is there."""
        return self.index.fresh and self.store.queue.waiting() > 0

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
