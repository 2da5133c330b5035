"""Remove a publication: what it would mean, and doing it. What the reader made of it stays, unless that shall go, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.library.browse import publications
from reader.model.publication import localized
from reader.model.removal import Removal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.library.handle import Library
    from reader.model.publication import Localized


def removal(library: Library, wanted: str, language: str = "en", *, own: bool = False) -> Removal:
    """What goes with a publication, named by its id or by a title that no other has. Nothing is changed.

    ``own`` finds also one that was removed before.

    Raises:
        QueryError: ``publication-unknown``; ``publication-ambiguous`` when several have this title.
    """
    store = library.store
    here = {info.id: info for info in publications(library)}
    titles = {info.id: info.titles for info in store.catalogue.publications()}
    if own:
        titles = {one.publication: one.titles for one in store.removals.guards()} | titles
    identity = _named(titles, wanted)
    info = here.get(identity)
    starred, noted, filed = store.removals.own(identity)
    return Removal(
        identity,
        info.title(language) if info else localized(titles[identity], language, identity),
        info.articles if info else 0,
        store.files.bytes_of(identity),
        starred,
        noted,
        filed,
        info is not None,
    )


def remove(library: Library, publication: str, *, own: bool = False) -> None:
    """Take a publication out of the library, for good. Its articles wait to be taken out of the index.

    What the reader starred, noted, filed and read is kept by publication and article, and is there again when the publication
    comes back; ``own`` forgets it, with the searches that keep to this publication, and whose keys and which edition were here.

    Raises:
        StoreError: ``sync-running`` while editions are brought in; ``store-busy``, ``store-read-only`` and the like.
    """
    library.store.remove(publication, own=own)


def is_gone(library: Library, key: int, publications: Iterable[str]) -> bool:
    """Whether an article (0 for none), or one of these publications (empty for none), is no longer in the library at all."""
    catalogue = library.store.catalogue
    if key and not catalogue.knows(key):
        return True
    return any(catalogue.publication(one) is None for one in publications if one)


def let_go(library: Library) -> None:
    """Close the files that another handle is about to remove: an open one takes its room all the same, or cannot be removed."""
    library.store.frames.forget()


def _named(titles: dict[str, Localized], wanted: str) -> str:
    if wanted in titles:
        return wanted
    found = [identity for identity, some in titles.items() if wanted.casefold() in set(_plain(some))]
    if not found:
        raise QueryError("publication-unknown", publication=wanted)
    if len(found) > 1:
        raise QueryError("publication-ambiguous", publication=wanted)
    return found[0]


def _plain(titles: Localized) -> Iterator[str]:
    return (title.casefold() for title in titles.values())
