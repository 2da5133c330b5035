"""What a run of the benchmarks was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """``work`` is a scratch folder; ``posts`` a folder of Markdown or nothing; ``judged`` a folder with judged queries or nothing; ``sizes`` are the indexes to query.

    ``articles`` is the size of the library that is opened, ``pictured`` of the bundle with pictures that is synced,
    ``queries`` how many of each class, ``times`` how often a process is started.
    """

    work: Path
    posts: Path | None
    judged: Path | None
    articles: int
    pictured: int
    sizes: tuple[int, ...]
    queries: int
    times: int
