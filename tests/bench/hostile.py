"""Five hundred hostile queries to ours, at each size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import corpus, indexes
from tests.bench.processes import job
from tests.bench.report import Section, Table, number
from tests.bench.timing import percentile

if TYPE_CHECKING:
    from tests.bench.options import Options

TITLE = "Hostile queries"
_SECOND = 1000


def measure(options: Options) -> Section:
    """The index of each corpus and size."""
    rows, remarks = [], []
    for kind, name in corpus.KINDS.items():
        for count in corpus.sizes(options, kind):
            indexes.built(options, indexes.OURS, count, kind)
            facts = job("ask_hostile", indexes.folder(options, indexes.OURS, count, kind)).facts
            rows.append(_row(f"{count:,}, {name}", facts))
            remarks += [f"Raised at {count:,}, {name}: `{one}`." for one in facts["raised"]]
    about = (
        "Nesting, lengths of 100,000 characters, broken fields, other search engines' syntax, half characters: wall ms from text to page "
        "with facets, the same list as the tests'. To reach: none raises, none takes over a second."
    )
    head = ("articles", "queries", "p50 ms", "p99 ms", "slowest ms", "over a second", "raised", "the slowest begins")
    return Section(TITLE, (about, Table(head, rows), *remarks))


def _row(name: str, facts: dict) -> tuple[str, ...]:
    times = facts["ms"]
    figures = [number(percentile(times, at)) for at in (50, 99, 100)]
    slow = sum(ms > _SECOND for ms in times)
    shown = facts["slowest"].replace("|", "\\|").replace("`", "'")
    return (name, f"{len(times)}", *figures, f"{slow}", f"{len(facts['raised'])}", f"`{shown}`")
