"""What the quick lane fetches for a list: how many there are and the first rows; then more rows, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.library import browse, filters, find, mark
from reader.model.listing import Node, NodeKind, Sort
from reader.model.search import Query
from reader.ui.words import language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.library import Library
    from reader.model.article import ArticleRow

PAGE = 64
FIRST_HITS = 16
"""Of a search, which is asked anew with each letter: each hit has a passage to be found, and more are seldom seen."""
PASSAGES = 8
"""Found together, when the hits themselves are seen already: no next letter waits for more than these."""
_TRIED = 500
"""Rows looked at together for the next unread one, which is most often near."""
_OWN_ORDER = frozenset({NodeKind.SERIES, NodeKind.HISTORY, NodeKind.MOST_READ, NodeKind.MOST_OPENED, NodeKind.NOTES})
Rows = tuple["ArticleRow | None", ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A list: its node and order, how many rows, all keys, and the first page of rows.

    Of a search the first hits come without passages, which ``load_passages`` brings; keys of one with more than one page come later. ``unread_only`` says that read articles are hidden,
    ``kept`` counts the open one that is shown nevertheless, ``all_read`` says that there are no others. ``looser`` are searches that find something where this one
    finds nothing: the filter that each is without, or nothing for all of them, and its text.
    """

    node: Node
    sort: Sort
    total: int
    keys: Sequence[int] = ()
    first: Rows = ()
    ms: float = 0.0
    hint: str = ""
    terms: tuple[str, ...] = ()
    title: str = ""
    meant: str = ""
    library_is_empty: bool = False
    unread_only: bool = False
    kept: int = 0
    all_read: bool = False
    looser: tuple[tuple[str, str], ...] = ()

    @property
    def wants_passages(self) -> bool:
        """Whether the first rows lack words that are found in their articles."""
        return self.node.kind is NodeKind.SEARCH or not all(row.standfirst for row in self.first if row)

    @property
    def is_unindexed(self) -> bool:
        """Whether nothing is found because the index is not there yet."""
        return not self.total and self.hint == "index-rebuilding"

    @property
    def has_own_order(self) -> bool:
        """Whether the list cannot be sorted: it has an order by itself."""
        return self.node.kind in _OWN_ORDER

    @property
    def is_by_date(self) -> bool:
        """Whether the newest or the oldest is first."""
        return self.sort in {Sort.NEWEST, Sort.OLDEST} and not self.has_own_order


def default_sort(node: Node) -> Sort:
    """How a list is ordered until the reader says otherwise."""
    own = {NodeKind.SEARCH: Sort.RELEVANCE, NodeKind.COLLECTION: Sort.ADDED}
    return own.get(node.kind, Sort.NEWEST)


def open_list(library: Library, node: Node, sort: Sort, unread_only: bool, opened: int = 0) -> Contents:
    """Everything to show a list at once. ``unread_only`` leaves out what was read, but not the article that is open."""
    if node.kind is NodeKind.SEARCH:
        return _open_search(library, node, sort)
    keys = browse.unread_keys(library, node, sort, opened) if unread_only else browse.keys(library, node, sort)
    first = _aligned(keys[:PAGE], browse.rows(library, keys[:PAGE], language()))
    empty = not keys and not browse.publications(library)
    kept = int(unread_only and opened in keys and bool(mark.read_among(library, [opened])))
    all_read = unread_only and not keys and bool(browse.keys(library, node, sort, 1))
    return Contents(
        node,
        sort,
        len(keys),
        keys,
        first,
        library_is_empty=empty,
        unread_only=unread_only,
        kept=kept,
        all_read=all_read,
    )


def _open_search(library: Library, node: Node, sort: Sort) -> Contents:
    query = Query(node.id, FIRST_HITS, 0, sort, publication=node.publication, leading=language())
    page = find.search(library, query, language(), passages=False)
    keys = tuple(row.key for row in page.rows) if len(page.rows) == page.total else ()
    unread_only = filters.keeps_to_unread(node.id)
    all_read = unread_only and not page.total and _has_read_hits(library, node)
    first = tuple(
        replace(row, standfirst="") for row in page.rows
    )  # where the passage will be, and nothing else before
    contents = Contents(node, sort, page.total, keys, first, page.ms, page.hint, page.terms, meant=page.meant)
    looser = _looser(library, node) if not page.total else ()
    return replace(contents, unread_only=unread_only, all_read=all_read, looser=looser)


def _looser(library: Library, node: Node) -> tuple[tuple[str, str], ...]:
    """The search without one of its filters, for each that alone is to blame; else without any, if that helps."""
    found = tuple(one for one in filters.without_one(library, node.id, language()) if _finds(library, node, one[1]))
    words = filters.words_of(node.id)
    return found or ((("", words),) if words != node.id and _finds(library, node, words) else ())


def _finds(library: Library, node: Node, words: str) -> bool:
    return bool(words) and bool(find.search(library, Query(words, 0, publication=node.publication)).total)


def load_passages(library: Library, contents: Contents, start: int) -> Sequence[ArticleRow]:
    """Some of the first rows, from ``start`` on: hits with their passages, others with how they open."""
    some = [row for row in contents.first[start : start + PASSAGES] if row]
    if contents.node.kind is NodeKind.SEARCH:
        return find.with_passages(library, some, contents.terms)
    return browse.with_openings(library, some)


def _has_read_hits(library: Library, node: Node) -> bool:
    return _finds(library, node, filters.toggled_unread(node.id))


def list_keys(library: Library, contents: Contents) -> Sequence[int]:
    """Keys of all rows in their order; of a search as it answers now, where they have not come yet."""
    if contents.keys or contents.node.kind is not NodeKind.SEARCH:
        return contents.keys
    node = contents.node
    return find.keys(library, Query(node.id, sort=contents.sort, publication=node.publication, leading=language()))


def load_pages(library: Library, contents: Contents, pages: Sequence[int]) -> Mapping[int, Rows]:
    """Rows of these pages. A row that is gone meanwhile is None."""
    return {number: _load_page(library, contents, number) for number in pages}


def _load_page(library: Library, contents: Contents, number: int) -> Rows:
    start = number * PAGE
    expected = min(PAGE, contents.total - start)
    if contents.node.kind is not NodeKind.SEARCH:
        keys = contents.keys[start : start + PAGE]
        return _aligned(keys, browse.with_openings(library, browse.rows(library, keys, language())))
    node = contents.node
    query = Query(node.id, PAGE, start, contents.sort, publication=node.publication, leading=language())
    found = find.search(library, query, language()).rows[:expected]
    return (*found, *(None for _ in range(expected - len(found))))


def _aligned(keys: Sequence[int], rows: Sequence[ArticleRow]) -> Rows:
    by_key = {row.key: row for row in rows}
    return tuple(by_key.get(key) for key in keys)


def next_unread(library: Library, contents: Contents, start: int, step: int) -> int | None:
    """The place of the nearest unread row from ``start`` on (included), going by ``step``; None when all are read."""
    keys = list_keys(library, contents)
    places = range(max(start, -1), len(keys) if step > 0 else -1, step)
    for first in range(0, len(places), _TRIED):
        some = places[first : first + _TRIED]
        read = mark.read_among(library, [keys[place] for place in some])
        found = next((place for place in some if keys[place] not in read), None)
        if found is not None:
            return found
    return None


def unread_keys(library: Library, contents: Contents, first: int = 0, last: int | None = None) -> tuple[int, ...]:
    """Keys of the unread articles among the list's rows, or among those from ``first`` to before ``last``."""
    keys = list_keys(library, contents)[first:last]
    read = mark.read_among(library, keys)
    return tuple(key for key in keys if key not in read)
