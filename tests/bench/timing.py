"""Small statistics of times."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that so many per cent do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100).__int__() - 1)]


def milliseconds(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """How long the work takes, in ms."""
    started = clock()
    work()
    return (clock() - started) * 1000
