"""What the index asks the library while it searches: what is called so, and what the reader has marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import collections

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.library.handle import Library
    from reader.model.search import FacetKind


class LibraryKnown:
    """Answers of a library; ``reader.model.search.Known``."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def named(self, kind: FacetKind, text: str) -> Collection[str]:
        """Identities of the things that are called exactly so."""
        return self._library.names.called(kind, text)

    def marked(self, name: str) -> Collection[int]:
        """Keys of the articles that are ``read``, ``starred``, ``opened``, or have a ``note``."""
        return self._library.store.statuses.marked(name)

    def collected(self, title: str) -> Collection[int]:
        """Keys of the articles in the collections that are meant by this."""
        return collections.keys_of(self._library, title)
