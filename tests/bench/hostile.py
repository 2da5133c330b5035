"""Five hundred queries that want to stop a search: how long the slowest takes, and that none raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import indexes
from tests.bench.processes import job
from tests.bench.report import Section, Table, number
from tests.bench.timing import percentile

if TYPE_CHECKING:
    from tests.bench.options import Options

TITLE = "Hostile queries"


def measure(options: Options) -> Section:
    """A row for each size of index."""
    about = (
        "Nested brackets, ten thousand terms, stars and tildes everywhere, phrases of five hundred words, a hundred thousand quotation marks, "
        "halves of characters, every field with every odd value (`tests/support/hostile_queries.py`). Wall ms of each as a reader would ask "
        "it, with facets. To reach: none raises, none takes a second."
    )
    rows = [_row(options, count) for count in options.sizes]
    head = ("articles", "queries", "p50", "p99", "slowest", "over a second", "raised")
    return Section(TITLE, (about, Table(head, rows)))


def _row(options: Options, count: int) -> tuple[str, ...]:
    indexes.built(options, indexes.OURS, count)
    found = job("ask_hostile", indexes.folder(options, indexes.OURS, count)).facts
    times = found["ms"]
    figures = (percentile(times, 50), percentile(times, 99), max(times))
    slow = sum(one > 1000 for one in times)
    return (f"{count:,}", f"{len(times)}", *map(number, figures), str(slow), str(found["raised"]))
