"""How late the window's thread is while the reader syncs and indexes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.bench import corpus
from tests.bench.processes import job
from tests.bench.report import Section, Table, number
from tests.bench.timing import percentile

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.options import Options

TITLE = "Lateness of the window's thread"
#: What goes on beside the frames, and what the library holds before it: nothing, or articles that wait to be indexed.
WORK = {"nothing": False, "index in a process": True, "index in a thread": True, "sync in a thread": False}


def measure(options: Options) -> Section:
    """Each work beside frames at 60 Hz."""
    bundle = corpus.bundle(options, options.pictured, pictures=True)
    rows = [_row(work, _late(options, work, bundle)) for work in WORK]
    about = (
        f"A thread that wakes 60 times a second and runs about a millisecond of Python, while {options.pictured:,} articles with pictures are "
        "synced or indexed; from when the frame was due to when it was done. The reader syncs in a thread and indexes in a process; in a thread "
        "is what that spares. To reach: p99 of at most 16 ms, at worst 50."
    )
    return Section(
        TITLE,
        (
            about,
            Table(("meanwhile", "frames", "p50 ms", "p99 ms", "worst ms"), rows),
        ),
    )


def _row(work: str, late: list[float]) -> tuple[str, ...]:
    return (work, f"{len(late):,}", *(number(percentile(late, at)) for at in (50, 99, 100)))


def _late(options: Options, work: str, bundle: Path) -> list[float]:
    library = options.work / "late"
    shutil.rmtree(library, ignore_errors=True)
    if WORK[work]:
        job("sync_bundle", library, bundle)
    return list(job("tick", work, library, bundle).facts["late"])
