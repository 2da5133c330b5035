"""Cold start: from nothing to a picture of the window with an article and the list, as a whole process."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.bench import corpus
from tests.bench.processes import Usage, in_turns, job, reader, run
from tests.bench.report import Section, Table, number, ratio

if TYPE_CHECKING:
    from tests.bench.options import Options

TITLE = "Cold start"


def measure(options: Options) -> Section:
    """The window, the least that Qt needs for the same page, and an interpreter that does nothing."""
    library = corpus.library(options, options.articles)
    page, picture = options.work / "page.html", options.work / "window.png"
    article = job("first_page", library, page).facts["id"]
    window, least, bare = in_turns(
        options.times,
        lambda: reader("--data-dir", library, "--offscreen", "--screenshot", picture, "--article", article),
        lambda: job("least_window", page, picture),
        lambda: run([sys.executable, "-c", "pass"]),
    )
    names = {
        "packhorse with its window, list and article": window,
        "a bare QTextBrowser with the same page": least,
        "python that does nothing": bare,
    }
    rows = [_row(name, usage, least) for name, usage in names.items()]
    about = (
        f"A library of {options.articles:,} articles; each process starts, draws without a screen into a PNG file, and ends. "
        f"Medians of {options.times} starts in turns, after one that does not count."
    )
    return Section(
        TITLE,
        (
            about,
            Table(
                ("process", "wall s", "CPU s", "peak MB", "time to the bare page's", "memory to the bare page's"), rows
            ),
        ),
    )


def _row(name: str, usage: Usage, reference: Usage) -> tuple[str, ...]:
    figures = (usage.wall, usage.cpu, usage.peak_mb)
    compared = (ratio(usage.wall, reference.wall), ratio(usage.peak_mb, reference.peak_mb))
    return (name, *map(number, figures), *compared)
