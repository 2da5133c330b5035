"""Edit distances between one word and very many, a column of letters at a time.

Optimal string alignment (Damerau 1964; restricted, each piece changed once): a letter put in, left out, changed, or swapped with
its neighbour counts one. Only the cells near the diagonal are worked out, as in Ukkonen, "Algorithms for Approximate
String Matching" (1985).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def within(letters: Sequence[int], rows: NDArray[Any], most: int) -> NDArray[np.uint8]:
    """How far a word is from each row of letters, all as numbers, filled up with zeros; more than ``most`` may be any larger number."""
    count, width = rows.shape
    columns = np.ascontiguousarray(rows.T)
    far = np.uint8(most + 1)
    lengths = (rows != 0).sum(axis=1)
    before_last: dict[int, NDArray[np.uint8]] = {}
    last = {at: np.full(count, at, np.uint8) for at in range(min(most, width) + 1)}
    beyond = np.full(count, far, np.uint8)
    for place, letter in enumerate(letters, 1):
        row: dict[int, NDArray[np.uint8]] = {}
        for at in range(max(0, place - most), min(width, place + most) + 1):
            if not at:
                row[0] = np.full(count, place, np.uint8)
                continue
            best = last.get(at - 1, beyond) + (columns[at - 1] != letter)
            np.minimum(best, last.get(at, beyond) + np.uint8(1), out=best)
            np.minimum(best, row.get(at - 1, beyond) + np.uint8(1), out=best)
            if place > 1 and at > 1:
                swapped = (columns[at - 2] == letter) & (columns[at - 1] == letters[place - 2])
                np.minimum(best, np.where(swapped, before_last.get(at - 2, beyond) + np.uint8(1), far), out=best)
            row[at] = np.minimum(best, far)
        before_last, last = last, row
    result = beyond.copy()
    for at, distances in last.items():
        ends = lengths == at
        result[ends] = distances[ends]
    return result
