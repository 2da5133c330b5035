"""The strings of several segments as one row: which there are, in order, and where each old one stands in it."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from reader.search.segments.cutting import PADDING
from reader.search.segments.interning import Interner, places_in_order, prefixes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from reader.search.segments.strings import Strings


def united_words(
    held: Sequence[Strings], wanted: Sequence[NDArray[np.bool_]]
) -> tuple[list[bytes], list[NDArray[np.int32]]]:
    """As ``united_names``, for tens of thousands that are mostly the same: they become objects once, not once a segment."""
    interner = Interner()
    places = []
    for strings, some in zip(held, wanted, strict=True):
        data, starts, sizes = strings.places()
        place = np.full(len(strings), -1, np.int32)
        place[some] = interner.numbers(np.append(data, np.zeros(PADDING, np.uint8)), starts[some], sizes[some])
        places.append(place)
    united = interner.strings(range(len(interner)))
    rank = np.append(places_in_order(united, prefixes_of(united)), -1).astype(np.int32)  # the last is for those that go
    order = np.argsort(rank[:-1])
    return list(map(united.__getitem__, order.tolist())), [rank[place] for place in places]


def united_names(
    held: Sequence[Strings], wanted: Sequence[NDArray[np.bool_]]
) -> tuple[list[bytes], list[NDArray[np.int32]]]:
    """All strings that are wanted, in order; and the new number of each old one, -1 for those that go.

    Only one segment's strings are in memory at a time beside those of all.
    """
    numbers: dict[bytes, int] = {}
    for strings, some in zip(held, wanted, strict=True):
        numbers.update(dict.fromkeys(_chosen(strings, some), -1))
    united = sorted(numbers)
    numbers.update(zip(united, range(len(united)), strict=True))
    places = []
    for strings, some in zip(held, wanted, strict=True):
        place = np.full(len(strings), -1, np.int32)
        place[some] = list(map(numbers.__getitem__, _chosen(strings, some)))
        places.append(place)
    return united, places


def _chosen(strings: Strings, some: NDArray[np.bool_]) -> Iterable[bytes]:
    return strings.all() if some.all() else compress(strings.all(), some.tolist())
