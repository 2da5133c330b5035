"""Opening an article: everything looked up, made a page, laid out and painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import corpus
from tests.bench.processes import job
from tests.bench.report import Section, Table, number
from tests.bench.timing import percentile

if TYPE_CHECKING:
    from tests.bench.options import Options

TITLE = "Opening an article"
ARTICLES = 200


def measure(options: Options) -> Section:
    """Each step's times, and the bare browser's with the same pages."""
    steps = job("open_pages", corpus.library(options, options.articles), ARTICLES).facts
    whole = [page + shown for page, shown in zip(steps["page"], steps["shown"], strict=True)]
    names = {
        "packhorse, from the key to painted": whole,
        "of that, making the page": steps["page"],
        "of that, `setHtml` and painting": steps["shown"],
        "afterwards, the stories to go on to": steps["further"],
        "a bare QTextBrowser: `setHtml` of the same page and painting": steps["bare"],
    }
    rows = [(name, *(number(percentile(times, at)) for at in (50, 95, 100))) for name, times in names.items()]
    about = (
        f"{len(whole)} articles from all over a library of {options.articles:,}, shown before related stories are looked up. "
        "To reach: p95 of at most 50 ms."
    )
    return Section(
        TITLE,
        (
            about,
            Table(("wall ms", "p50", "p95", "worst"), rows),
        ),
    )
