"""Sets of numbers, as arrays that rise. NumPy's own ``unique`` and ``union1d`` import a third of NumPy first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_Whole = TypeVar("_Whole", bound=np.integer[Any])


def distinct(numbers: NDArray[_Whole]) -> NDArray[_Whole]:
    """Each number once, rising."""
    rising = np.sort(numbers)
    new = np.ones(len(rising), bool)
    np.not_equal(rising[1:], rising[:-1], out=new[1:])
    return rising[new]
