"""Queries of each class, ours beside stock Whoosh and SQLite FTS5, on the same articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bench import corpus, indexes
from tests.bench.processes import job
from tests.bench.report import Section, Table, number, ratio
from tests.bench.timing import percentile

if TYPE_CHECKING:
    from tests.bench.options import Options
    from tests.bench.processes import Usage

TITLE = "Searching"

Answers = dict[str, dict[str, Any]]


def measure(options: Options) -> Section:
    """A table for each size of index."""
    about = (
        f"CPU ms, p50 / p95 of {options.queries} queries of a class, the first 20 hits; each engine in a process of its own, all in the page "
        "cache. Ours also counts every hit, and looks each time whether the index was replaced; the others are asked for neither. Hits agree when the first five queries find as many articles in all three. Ours takes the dozen "
        "most frequent continuations of a prefix, the others all. To reach at 100,000 articles: p95 of at most 0.7 × FTS5's, 0.1 × for common words."
    )
    parts: list[str | Table] = [about]
    for count in options.sizes:
        parts += _at(options, count)
    return Section(TITLE, parts)


def _at(options: Options, count: int) -> list[str | Table]:
    for engine in indexes.NAMES:
        indexes.built(options, engine, count)
    queries = corpus.articles(options, count) / "queries.json"
    used = {engine: job("ask", engine, indexes.folder(options, engine, count), queries) for engine in indexes.NAMES}
    answers: dict[str, Answers] = {engine: usage.facts["classes"] for engine, usage in used.items()}
    classes = tuple(answers["packhorse"])
    head = (f"{count:,} articles", *indexes.NAMES.values(), "ours to FTS5's, p95", "hits agree")
    rows = [_row(name, {engine: found[name] for engine, found in answers.items()}) for name in classes]
    return [Table(head, [*rows, *_costs(used)]), *_remarks(answers["packhorse"])]


def _row(name: str, answers: Answers) -> tuple[str, ...]:
    times = {engine: (percentile(found["ms"], 50), percentile(found["ms"], 95)) for engine, found in answers.items()}
    shown = [f"{number(middle)} / {number(most)}" for middle, most in times.values()]
    same = len({tuple(found["totals"]) for found in answers.values()}) == 1
    return (name, *shown, ratio(times["packhorse"][1], times["fts5"][1]), "yes" if same else "no")


def _costs(used: dict[str, Usage]) -> list[tuple[str, ...]]:
    opening = [number(usage.facts["opening"]) for usage in used.values()]
    memory = [number(usage.peak_mb) for usage in used.values()]
    return [("open and first query, wall ms", *opening, "", ""), ("peak MB", *memory, "", "")]


def _remarks(ours: Answers) -> list[str]:
    """What ours did not answer in full."""
    hinted = {name: found["hints"] for name, found in ours.items() if found["hints"]}
    return [
        f"Ours gave a hint in place of a full answer: {name} ({', '.join(hints)})." for name, hints in hinted.items()
    ]
