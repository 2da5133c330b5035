"""How late the frames of the real window are while it syncs and indexes, with nobody at it and with somebody reading."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.bench import corpus
from tests.bench.processes import job
from tests.bench.report import Section, Table, number
from tests.bench.timing import percentile

if TYPE_CHECKING:
    from tests.bench.options import Options

TITLE = "Lateness of the real window"
#: In the library before the bundle comes, so that there is something to read meanwhile.
BEFORE = 1_000
HANDS = {"still": "nobody at it", "busy": "somebody scrolls and reads"}


def measure(options: Options) -> Section:
    """Both ways, each beside the same window while nothing goes on."""
    rows = [row for hands in HANDS for row in _rows(options, hands)]
    about = (
        f"A timer of 60 frames a second in the window's thread, while the window's own panel brings in {options.articles:,} articles beside {BEFORE:,} others, and "
        "its own process indexes them; somebody presses J, turns pages of the list or leaps in it, in all four times a second. Late: from when the frame was due to "
        "when it came. Own work: CPU time of the window's thread between two frames, which no other process disturbs. To reach: p99 of at most 16 ms late, at worst 50."
    )
    head = ("meanwhile", "frames", "late p50 ms", "p99", "worst", "own work p50 ms", "p99", "worst")
    return Section(TITLE, (about, Table(head, rows)))


def _rows(options: Options, hands: str) -> list[tuple[str, ...]]:
    library = options.work / "late-window"
    shutil.rmtree(library, ignore_errors=True)
    shutil.copytree(corpus.library(options, BEFORE), library)
    facts = job("tick_window", library, corpus.bundle(options, options.articles), hands).facts
    return [_row(f"{name}, {HANDS[hands]}", late, facts["own"][name]) for name, late in facts["late"].items()]


def _row(name: str, late: list[float], own: list[float]) -> tuple[str, ...]:
    figures = (percentile(values, at) for values in (late, own) for at in (50, 99, 100))
    return (name, f"{len(late):,}", *map(number, figures))
