"""Strings get numbers: equal ones the same, others another, however their hashes fall."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.segments import interning
from reader.search.segments.cutting import PADDING
from reader.search.segments.interning import Interner, places_in_order, prefixes_of

STRINGS = st.lists(st.text("ab漢\u0301", min_size=1, max_size=30).map(str.encode), max_size=60)


def numbers(interner: Interner, strings: list[bytes]) -> list[int]:
    sizes = np.array(list(map(len, strings)), np.int64)
    data = np.frombuffer(b"".join(strings) + bytes(PADDING), np.uint8)
    return interner.numbers(data, np.cumsum(sizes) - sizes, sizes).tolist()


@given(STRINGS, STRINGS)
def test_each_string_has_its_number(before: list[bytes], after: list[bytes]) -> None:
    check(before, after)


def check(before: list[bytes], after: list[bytes]) -> None:
    interner = Interner()
    found = [*numbers(interner, before), *numbers(interner, after)]
    assert interner.strings(found) == [*before, *after]
    assert len(set(found)) == len({*before, *after}) == len(interner)
    assert sorted(set(found)) == list(range(len(interner)))


def test_thousands_of_strings() -> None:
    check([str(number).encode() for number in range(9_000)], [b"%020d" % number for number in range(30_000)])


def test_strings_with_the_same_hash_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interning, "_mixed", lambda numbers, _factor: numbers & np.uint64(0xFF))
    check([b"a", b"abcdefghi", b"ax", b"abcdefghj", b"a"], [b"abcdefghj", b"ax", b"b", b"abcdefghiabcdefghi"])


@given(st.lists(st.text("ab漢", min_size=1, max_size=12).map(str.encode), unique=True))
def test_strings_have_the_order_of_their_bytes(strings: list[bytes]) -> None:
    places = places_in_order(strings, prefixes_of(strings)).tolist()
    assert [strings[places.index(place)] for place in range(len(strings))] == sorted(strings)
