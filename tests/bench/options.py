"""What a run of the benchmarks was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """``work`` is a scratch folder, ``kept`` one for what the next run can use too; ``posts`` a folder of Markdown or nothing;
    ``judged`` one of judged collections or nothing, ``grid`` whether to try other weights on them; ``sizes`` are the indexes to query,
    ``real_sizes`` those of real text, which take the longest.

    ``articles`` is the size of the library that is opened, ``pictured`` of the bundle with pictures that is synced,
    ``queries`` how many of each class, ``times`` how often a process is started.
    """

    work: Path
    kept: Path
    posts: Path | None
    articles: int
    pictured: int
    sizes: tuple[int, ...]
    queries: int
    times: int
    real_sizes: tuple[int, ...] = ()
    judged: Path | None = None
    grid: bool = False
