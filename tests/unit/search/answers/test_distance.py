"""Distances of one word to many are those of the textbook's table, as far as they matter."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.answers.distance import within


def textbook(one: str, other: str) -> int:
    """Optimal string alignment, cell by cell."""
    cells = [[row or column for column in range(len(other) + 1)] for row in range(len(one) + 1)]
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            cells[row][column] = min(
                cells[row - 1][column] + 1,
                cells[row][column - 1] + 1,
                cells[row - 1][column - 1] + (one[row - 1] != other[column - 1]),
            )
            pair = one[row - 2 : row] if row > 1 and column > 1 else ""
            if pair and pair == other[column - 2 : column][::-1]:
                cells[row][column] = min(cells[row][column], cells[row - 2][column - 2] + 1)
    return cells[-1][-1]


def distances(word: str, words: list[str], most: int) -> list[int]:
    width = max(1, *map(len, words))
    rows = np.array(words, f"U{width}").view(np.uint32).reshape(len(words), width)
    return [min(int(far), most + 1) for far in within([ord(letter) for letter in word], rows, most)]


few_letters = st.text("abcя", min_size=1, max_size=9)


@settings(deadline=None)
@given(few_letters, st.lists(few_letters, min_size=1, max_size=20), st.integers(0, 3))
def test_any_words(word: str, words: list[str], most: int) -> None:
    assert distances(word, words, most) == [min(textbook(word, one), most + 1) for one in words]


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("mule", "mule", 0),
        ("mule", "mul", 1),
        ("mule", "mules", 1),
        ("mule", "mole", 1),
        ("mule", "muel", 1),
        ("mule", "umle", 1),
        ("ca", "abc", 3),  # a swapped pair is not changed again
        ("книга", "кинга", 1),
        ("mule", "elum", 3),
        ("mule", "zebra", 3),
    ],
)
def test_known_distances(one: str, other: str, far: int) -> None:
    assert distances(one, [other], 2) == [far]
    assert distances(other, [one], 2) == [far]


def test_long_words_are_not_counted_round() -> None:
    """Lengths beyond a byte do not make near what is far."""
    assert distances("a" * 300, ["a" * 300, "a" * 299, "a" * 43, "b" * 300], 2) == [0, 1, 3, 3]
