"""Articles that the reader files under names of their own."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.model.listing import Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.handle import Library
    from reader.model.collection import Collection, Filed, Holding, Removed

_MOST_LETTERS = 200


def listed(library: Library) -> tuple[Collection, ...]:
    """All collections in the reader's order, with how many articles each holds."""
    return library.store.collections.listed()


def called(library: Library, title: str) -> Collection | None:
    """The collection with this title, whatever its case; or nothing."""
    wanted = _tidy(title).casefold()
    return next((one for one in listed(library) if one.title.casefold() == wanted), None)


def get(library: Library, identity: int) -> Collection:
    """The collection with this number, as it is now.

    Raises:
        QueryError: ``collection-unknown``.
    """
    found = library.store.collections.get(identity)
    if found is None:
        raise QueryError("collection-unknown", title=str(identity))
    return found


def find(library: Library, name: str) -> Collection:
    """The collection with this title, or with this number.

    Raises:
        QueryError: ``collection-unknown``.
    """
    found = called(library, name)
    if found is None and name.strip().isdecimal():
        found = next((one for one in listed(library) if str(one.id) == name.strip()), None)
    if found is None:
        raise QueryError("collection-unknown", title=name.strip())
    return found


def keys_of(library: Library, name: str) -> frozenset[int]:
    """Articles in the collection with this title or number; while it is typed, in those whose title begins so."""
    begun = _tidy(name).casefold()
    try:
        meant = [find(library, name)]
    except QueryError:
        meant = [one for one in listed(library) if begun and one.title.casefold().startswith(begun)]
    nodes = (Node(NodeKind.COLLECTION, str(one.id)) for one in meant)
    return frozenset(key for node in nodes for key in library.store.listing.keys(node))


def create(library: Library, title: str) -> Collection:
    """Make a collection; one with this title is taken as it is.

    Raises:
        QueryError: ``collection-nameless``.
    """
    name = _tidy(title)
    if not name:
        raise QueryError("collection-nameless")
    return called(library, name) or get(library, library.store.collections.create(name, _now()))


def rename(library: Library, identity: int, title: str) -> None:
    """Give a collection another title; a blank one changes nothing.

    Raises:
        QueryError: ``collection-taken`` when another has that title.
    """
    name = _tidy(title)
    other = called(library, name)
    if other is not None and other.id != identity:
        raise QueryError("collection-taken", title=other.title)
    if name:
        library.store.collections.rename(identity, name)


def reorder(library: Library, identities: Sequence[int]) -> None:
    """Put these first, in this order."""
    library.store.collections.reorder(identities)


def remove(library: Library, identity: int) -> Removed:
    """Forget a collection; its articles stay in the library. What is answered brings it back.

    Raises:
        QueryError: ``collection-unknown``.
    """
    removed = library.store.collections.remove(identity)
    if removed is None:
        raise QueryError("collection-unknown", title=str(identity))
    return removed


def restore(library: Library, removed: Removed) -> None:
    """Bring a removed collection back as it was."""
    library.store.collections.restore(removed)


def add(library: Library, identity: int, keys: Sequence[int]) -> tuple[int, ...]:
    """File articles in a collection. Answers those that were not in it before."""
    return library.store.collections.add(identity, keys, _now())


def take_out(library: Library, identity: int, keys: Sequence[int]) -> tuple[Filed, ...]:
    """Take articles out of a collection. What is answered puts them back at their places."""
    return library.store.collections.take_out(identity, keys)


def put_back(library: Library, identity: int, filed: Sequence[Filed]) -> None:
    """Undo ``take_out``."""
    library.store.collections.put_back(identity, filed)


def holding(library: Library, keys: Sequence[int]) -> tuple[Holding, ...]:
    """Every collection, and how many of these articles it holds."""
    return library.store.collections.holding(keys)


def of_article(library: Library, key: int) -> tuple[tuple[int, str], ...]:
    """Ids and titles of the collections that hold an article."""
    return library.store.collections.of_article(key)


def _tidy(title: str) -> str:
    return " ".join(title.split())[:_MOST_LETTERS].rstrip()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
