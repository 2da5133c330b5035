"""The rows that are selected: what they are, and what of them is read and starred."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library import mark
from reader.ui.article_list.contents import list_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library import Library
    from reader.model.article import ArticleRow
    from reader.ui.article_list.contents import Contents

Ranges = tuple[tuple[int, int], ...]
"""First and last place of each run of rows, in the order of the list."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Articles in the order of their list, and which of them are read and starred."""

    keys: Sequence[int] = ()
    read: frozenset[int] = frozenset()
    starred: frozenset[int] = frozenset()

    @property
    def unread(self) -> Sequence[int]:
        """Those that are not read."""
        return [key for key in self.keys if key not in self.read]

    @property
    def unstarred(self) -> Sequence[int]:
        """Those without a star."""
        return [key for key in self.keys if key not in self.starred]


def only(row: ArticleRow | None) -> Chosen:
    """One article, or none."""
    if row is None:
        return Chosen()
    keys = frozenset({row.key})
    return Chosen((row.key,), keys if row.read else frozenset(), keys if row.starred else frozenset())


def look_up(library: Library, keys: Sequence[int]) -> Chosen:
    """These articles as they are now. Made for a lane."""
    return Chosen(keys, mark.read_among(library, keys), mark.starred_among(library, keys))


def look_up_ranges(library: Library, contents: Contents, ranges: Ranges) -> Chosen:
    """The articles at these places. Made for a lane."""
    return look_up(library, keys_in(list_keys(library, contents), ranges))


def keys_in(keys: Sequence[int], ranges: Ranges) -> Sequence[int]:
    """Keys at these places."""
    found = array("q")
    for first, last in ranges:
        found.extend(array("q", keys[first : last + 1]))
    return found


def ranges_of(places: Iterable[int]) -> Ranges:
    """These places, in any order, as runs."""
    runs: list[tuple[int, int]] = []
    for place in sorted(places):
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return tuple(runs)


def size(ranges: Ranges) -> int:
    """How many rows these are."""
    return sum(last - first + 1 for first, last in ranges)
