"""Beside kiwix-desktop on a screen: the time to a readable article, the next ones, and the memory of all processes."""

from __future__ import annotations

import shutil
from statistics import median
from typing import TYPE_CHECKING, Any

from tests.bench import corpus
from tests.bench.processes import Skipped, job
from tests.bench.report import Section, Table, number, ratio
from tests.bench.timing import percentile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.bench.options import Options

TITLE = "Beside kiwix-desktop"
ARTICLES = 20
#: Programs, and the Debian packages that bring them.
NEEDED = {"kiwix-desktop": "kiwix", "zimwriterfs": "zim-tools", "Xvfb": "xvfb", "xdotool": "xdotool"}


def measure(options: Options) -> Section:
    """Both with as many articles; then ours with those of the largest library.

    Raises:
        Skipped: a program is not installed.
    """
    absent = [package for program, package in NEEDED.items() if not shutil.which(program)]
    if absent:
        raise Skipped(f"it needs the Debian packages {', '.join(absent)}")
    theirs, ours = _in_turns(options)
    rows = [_row("kiwix-desktop", options.articles, theirs, theirs), _row("packhorse", options.articles, ours, theirs)]
    if (most := max(options.sizes)) > options.articles:
        rows.append(_row("packhorse", most, _median(options, "packhorse", corpus.library(options, most)), theirs))
    about = (
        f"On a screen in memory, with the files in the page cache; medians of {options.times} starts, after one that does not count. Readable: from the start of the "
        "process until its picture is as it stays, but for 0.5 % of the pixels, seen in the screen's own memory. "
        f"Then {ARTICLES} articles one after another, from the press to the same. Memory: of all processes, each with its share of what it has in common with others (PSS). "
        "The first page of the ZIM is the newest article with twenty titles below it. To reach: at most 0.7 × the time and 0.4 × the memory; idle and reading 150 MB at 100,000."
    )
    head = ("program", "articles", "readable s", "to kiwix", "CPU s", "next article p50 ms", "p95 ms", "idle MB", "to kiwix", "after reading MB", "to kiwix")  # fmt: skip
    return Section(TITLE, (about, Table(head, rows)))


def _in_turns(options: Options) -> tuple[dict[str, Any], dict[str, Any]]:
    zim, library = _zim(options), corpus.library(options, options.articles)
    return _median(options, "kiwix", zim), _median(options, "packhorse", library)


def _zim(options: Options) -> Path:
    """The same articles as a ZIM; kept, as it does not depend on the program."""
    folder = options.kept / f"zim-{corpus.name_of(options, options.articles, corpus.ZIPF)}"
    if not (folder / "articles.zim").exists():
        shutil.rmtree(folder, ignore_errors=True)  # what a run that was stopped left
        job("make_zim", folder, corpus.articles(options, options.articles))
    return folder / "articles.zim"


def _median(options: Options, program: str, library: Path) -> dict[str, Any]:
    """Figures of several starts after one that does not count: the median of each, and all articles that were opened."""
    found = [job("on_screen", program, library, ARTICLES).facts for _ in range(options.times + 1)][1:]
    middle = {name: median(one[name] for one in found) for name in ("readable", "cpu", "idle", "after reading")}
    return {**middle, "opened": [seconds * 1000 for one in found for seconds in one["opened"]]}


def _row(name: str, articles: int, one: dict[str, Any], other: dict[str, Any]) -> tuple[str, ...]:
    opened: Sequence[float] = one["opened"]
    return (
        name,
        f"{articles:,}",
        number(one["readable"]),
        ratio(one["readable"], other["readable"]),
        number(one["cpu"]),
        number(percentile(opened, 50)),
        number(percentile(opened, 95)),
        *(text for key in ("idle", "after reading") for text in (number(one[key]), ratio(one[key], other[key]))),
    )
