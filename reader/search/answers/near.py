"""Words of a segment that are spelt almost as another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reader.search.answers.distance import within

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reader.search.segments.segment import Segment
    from reader.search.segments.strings import Strings

_MOST_NEAR = 400
_FIRST_BEYOND_ASCII = b"\x80"


def near(segment: Segment, word: str, distance: int, *, first_letter: bool) -> list[tuple[int, int]]:
    """Numbers of the words of a segment that differ by at most ``distance`` letters, at most 400, and by how many each does; the nearest first."""
    widths = {len(letter.encode()) for letter in word}
    first, last = segment.words.beginning(word[0].encode()) if first_letter else _of_script(segment.words, word)
    sizes = segment.words.lengths()[first:last]
    size, room = len(word.encode()), distance * max(widths)
    numbers = first + np.flatnonzero((sizes + room >= size) & (sizes <= size + room))
    if len(widths) == 1:
        letters, rows = _codes(segment, numbers, word, size + room, *widths)
    else:
        letters, rows = [ord(letter) for letter in word], _decoded(segment, numbers)
    far = within(letters, rows, distance)
    near = np.flatnonzero(far <= distance)
    nearest = near[np.argsort(far[near], kind="stable")][:_MOST_NEAR]
    return list(zip(numbers[nearest].tolist(), far[nearest].tolist(), strict=True))


def _of_script(words: Strings, word: str) -> tuple[int, int]:
    """The words that begin with a letter of about the same script: ASCII, or of the same four lead bytes in UTF-8."""
    if word[0].isascii():
        return 0, words.beginning(_FIRST_BEYOND_ASCII)[0]
    lead = word[0].encode()[0] & ~3
    return words.beginning(bytes((lead,)))[0], words.beginning(bytes((lead | 3,)))[1]


def _codes(
    segment: Segment, numbers: NDArray[np.int64], word: str, size: int, width: int
) -> tuple[list[int], NDArray[np.uint32]]:
    """A word and others as numbers for letters, which all have so many bytes. Words with other letters come out far."""
    pieces = segment.words.matrix(numbers, size).reshape(len(numbers), size // width, width).astype(np.uint32)
    codes = pieces[:, :, 0]
    for place in range(1, width):
        codes = codes << np.uint32(8) | pieces[:, :, place]
    return [int.from_bytes(letter.encode(), "big") for letter in word], codes


def _decoded(segment: Segment, numbers: NDArray[np.int64]) -> NDArray[np.uint32]:
    words = [segment.words[number].decode() for number in numbers.tolist()]
    width = max(map(len, words), default=1)
    return np.array(words, f"U{width}").view(np.uint32).reshape(len(words), width)
