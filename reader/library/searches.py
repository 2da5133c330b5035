"""The reader's searches: a history that can be switched off, and searches that are kept and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.library.known import LibraryKnown
from reader.model.search import Query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.handle import Library
    from reader.model.listing import Node
    from reader.model.search import SavedSearch

MOST_REMEMBERED = 200


def remember(library: Library, text: str, publication: str = "") -> None:
    """Note a search that was really used (a hit was opened, Enter was pressed); nothing where history is off."""
    if text.strip():
        library.store.searches.remember(text.strip(), publication, MOST_REMEMBERED)


def recent(library: Library, limit: int = 20) -> tuple[Node, ...]:
    """Searches that were used, the last one first, each with the publication that it was kept to."""
    return library.store.searches.recent(limit)


def forget(library: Library, text: str, publication: str = "") -> None:
    """Take one search out of the history."""
    library.store.searches.forget(text, publication)


def clear(library: Library) -> None:
    """Empty the history."""
    library.store.searches.clear()


def keeps_history(library: Library) -> bool:
    """Whether searches are remembered."""
    return library.store.searches.keeps_history


def set_keeps_history(library: Library, keeps: bool) -> None:
    """Remember searches, or no longer; then the history is emptied at once."""
    library.store.searches.set_keeps_history(keeps)


def saved(library: Library) -> tuple[SavedSearch, ...]:
    """The kept searches in the reader's order, as they were last counted."""
    return library.store.searches.saved()


def save(library: Library, text: str, title: str = "", publication: str = "") -> SavedSearch:
    """Keep a search, in a publication or in all, under its own words or a title. All that it finds now counts as looked at.

    Raises:
        QueryError: ``search-empty``.
    """
    if not text.strip():
        raise QueryError("search-empty")
    searches = library.store.searches
    before = {one.id for one in searches.saved()}
    identity = searches.save(text.strip(), publication, title.strip() or text.strip(), searches.highest())
    if identity not in before:
        _count(library, identity)
    return next(one for one in searches.saved() if one.id == identity)


def toggle(library: Library, text: str, publication: str = "") -> bool:
    """Keep a search, or no longer when it is kept. Answers whether it is kept now.

    Raises:
        QueryError: as ``save``.
    """
    held = called(library, text, publication)
    if held is None:
        save(library, text, publication=publication)
    else:
        remove(library, held.id)
    return held is None


def rename(library: Library, identity: int, title: str) -> None:
    """Give a kept search another title; a blank one changes nothing."""
    if title.strip():
        library.store.searches.rename(identity, title.strip())


def called(library: Library, text: str, publication: str = "") -> SavedSearch | None:
    """The kept search with these words in this publication, or nothing."""
    wanted = (text.strip(), publication)
    return next((one for one in saved(library) if (one.text, one.publication) == wanted), None)


def reorder(library: Library, identities: Sequence[int]) -> None:
    """Put these first, in this order."""
    library.store.searches.reorder(identities)


def remove(library: Library, identity: int) -> None:
    """Keep a search no longer.

    Raises:
        QueryError: ``saved-search-unknown``.
    """
    if not library.store.searches.remove(identity):
        raise QueryError("saved-search-unknown", id=str(identity))


def looked_at(library: Library, identity: int) -> None:
    """Its hits were seen: none is new any more. What the index has not seen yet will be."""
    searches = library.store.searches
    before = searches.seen().get(identity, 0)
    searches.set_seen(identity, max(before, searches.highest_found(before)))
    _count(library, identity)


def opened(library: Library, text: str, publication: str = "") -> bool:
    """The hits of a search are shown. Answers whether it is a kept one, which was looked at then."""
    found = called(library, text, publication)
    if found is not None:
        looked_at(library, found.id)
    return found is not None


def count_all(library: Library) -> None:
    """Count hits, and new ones, of all kept searches; the navigation shows these counts until the next time."""
    for one in library.store.searches.saved():
        _count(library, one.id)


def _count(library: Library, identity: int) -> None:
    searches = library.store.searches
    one = next((each for each in searches.saved() if each.id == identity), None)
    if one is not None:
        query = Query(one.text, limit=0, publication=one.publication)
        total = _hits(library, query)
        new = _hits(library, query._replace(after_key=searches.seen()[identity])) if total else 0
        searches.set_counts([(identity, total, new)])


def _hits(library: Library, query: Query) -> int:
    return library.ask(lambda index: index.search(query, LibraryKnown(library))).total
