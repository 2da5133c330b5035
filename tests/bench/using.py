"""The real window in use: opening, scrolling, switching lists, typing a search, each from the key to the pixels."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.bench import corpus
from tests.bench.processes import Usage, job
from tests.bench.report import Section, Table, number
from tests.bench.timing import percentile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.options import Options

TITLE = "The window in use"
ACTIONS = 100
_TYPED = 12
_CLASSES = ("common word", "rare word", "three words, AND", "phrase of two common words")
_OURS = {
    "open next": "J: the next article painted",
    "open next, whole": "… with the stories to go on to, the window at rest",
    "open far": "a click on a row far away: the article painted",
    "open far, whole": "… with the stories to go on to, the window at rest",
    "scroll page": "a page down in the list, all rows filled",
    "scroll page, first": "… the first picture, rows may be empty",
    "scroll far": "the list's bar to anywhere, all rows filled",
    "scroll far, first": "… the first picture, rows may be empty",
    "switch": "Down in the navigation: the next list, all rows filled",
    "type": "a letter typed: the new results, all rows filled",
    "type, passages": "… and below each title the passage with its marks",
}
_BARE = {
    "open": "a bare QTextBrowser with the newest article's page",
    "scroll page": "a page down in a bare QListView with as many strings",
    "scroll far": "its bar to anywhere",
    "switch": "it gets as many other strings",
}
_SEARCH = "the same letters asked of the library without a window"


def measure(options: Options) -> Section:
    """A table for each size."""
    about = (
        f"The real window, {ACTIONS} times each action, without a screen; from the key or the click until Qt has painted what was asked for. "
        "Memory is proportional (PSS), of the window's process. To reach: opening p95 50 ms; "
        "a letter typed p95 60 ms."
    )
    return Section(TITLE, (about, *(part for count in options.sizes for part in _parts(options, count))))


def _parts(options: Options, count: int) -> tuple[Table, str]:
    library = corpus.library(options, count)
    page = options.work / "page.html"
    job("first_page", library, page)
    used = job("use_window", library, ACTIONS, json.dumps(_words(options, count)))
    bare = job("bare_widgets", page, ACTIONS, count)
    times = used.facts["times"]
    rows = [_row(name, times[key]) for key, name in _OURS.items() if key in times]
    rows += [_row(name, bare.facts["times"][key]) for key, name in _BARE.items()]
    rows.append(_row(_SEARCH, times["search"]))
    return Table((f"{count:,} articles, wall ms", "times", "p50", "p95", "worst"), rows), _memory(used, bare)


def _words(options: Options, count: int) -> list[str]:
    """Some of each class that people type."""
    queries = json.loads((corpus.articles(options, count) / "queries.json").read_text())
    groups = zip(*(queries[name][:_TYPED] for name in _CLASSES), strict=True)
    return [text for group in groups for text, *_how in group][:_TYPED]


def _row(name: str, times: Sequence[float]) -> tuple[str, ...]:
    return (name, str(len(times)), *(number(percentile(times, at)) for at in (50, 95, 100)))


def _memory(used: Usage, bare: Usage) -> str:
    ours = ", ".join(f"{name} {number(size)} MB" for name, size in used.facts["memory"].items())
    return f"Memory: {ours}; the bare widgets {number(bare.facts['memory']['after all'])} MB."
