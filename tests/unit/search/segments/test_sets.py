"""Sets of numbers are what Python's are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.segments.sets import distinct


@pytest.mark.parametrize("kind", [np.int64, np.uint64, np.uint32, np.int32])
@given(numbers=st.lists(st.integers(0, 2**31 - 1)))
def test_each_number_is_there_once_and_they_rise(kind: type, numbers: list[int]) -> None:
    given_numbers = np.array(numbers + numbers[:3], kind)
    found = distinct(given_numbers)
    assert found.tolist() == sorted(set(numbers))
    assert found.dtype == kind
    assert given_numbers.tolist() == numbers + numbers[:3]
