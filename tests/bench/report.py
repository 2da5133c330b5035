"""Tables of Markdown, and the file of results: a section a benchmark, each with its date and machine."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INTRODUCTION = """# Results of the benchmarks

Written by `python -m tests.bench`; `--help` says how to choose benchmarks, sizes and the folder of posts. Each benchmark stands beside a named
reference, measured in the same run on the same content. Ratios mean more than the figures: they change little from machine to machine.
MB are 10^6 bytes; memory is the peak that was resident (below 25 MB it is that of the measuring process, which Linux counts in). A section that was not measured again keeps its older date.
"""
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first column is left-aligned, figures are right-aligned."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def markdown(self) -> str:
        """The table in Markdown."""
        rule = ["---", *["---:"] * (len(self.head) - 1)]
        return "\n".join(f"| {' | '.join(row)} |" for row in (self.head, rule, *self.rows))


@dataclass(frozen=True, slots=True)
class Section:
    """What one benchmark found: paragraphs and tables in order."""

    title: str
    parts: Sequence[str | Table]

    def markdown(self) -> str:
        """The section without its heading."""
        return "\n\n".join(part.markdown() if isinstance(part, Table) else part for part in self.parts)


def number(value: float) -> str:
    """A figure with three digits that count."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def ratio(ours: float, theirs: float) -> str:
    """Ours in units of theirs."""
    return f"{number(ours / theirs)} ×" if theirs else "-"


def save(path: Path, sections: Sequence[Section], titles: Sequence[str]) -> None:
    """Write the sections into the file; those that were not measured now stay as they are. ``titles`` is the order."""
    stamp = f"*{_stamp()}*"
    kept = _sections(path.read_text(encoding="utf-8")) if path.exists() else {}
    new = {one.title: f"{stamp}\n\n{one.markdown()}" for one in sections}
    path.write_text(_joined({**kept, **new}, titles), encoding="utf-8", newline="\n")


def _joined(found: Mapping[str, str], titles: Sequence[str]) -> str:
    parts = [f"## {title}\n\n{found[title]}\n" for title in titles if title in found]
    return "\n".join([INTRODUCTION, *parts])


def _sections(text: str) -> dict[str, str]:
    parts = _HEADING.split(text)[1:]
    return dict(zip(parts[::2], (part.strip() for part in parts[1::2]), strict=True))


def _stamp() -> str:
    """The day, the machine, the versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    machine = f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.machine()}"
    load = f"load {os.getloadavg()[0]:.1f} at the end"
    packages = ", ".join(f"{name} {version(name)}" for name in ("PySide6-Essentials", "whoosh3", "numpy", "tantivy"))
    made_with = f"Python {platform.python_version()}, {packages}, SQLite {sqlite3.sqlite_version}"
    return f"{datetime.now(UTC).date()} · {machine}, {load} · {made_with}"
