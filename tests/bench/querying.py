"""Queries of each class, ours beside stock Whoosh, SQLite FTS5 and tantivy, on the same articles; and what an index costs."""

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
        "cache; a class is broken off after ten seconds. Ours also counts every hit, folds translations, finds all forms of a word, and looks "
        "each time whether the index was replaced; the others are asked for none of it. Hits agree when the first five queries find as many "
        "articles in all. Ours takes the dozen most frequent continuations of a prefix, the others all; only ours counts facets. Memory of its "
        "own is what is resident without mapped files. To reach at 100,000 articles: p95 of at most 0.7 × FTS5's, 0.1 × for common words, and "
        "2 × tantivy's."
    )
    parts: list[str | Table] = [about]
    for count in options.sizes:
        parts += _at(options, count)
    return Section(TITLE, parts)


def _at(options: Options, count: int) -> list[str | Table]:
    for engine in indexes.NAMES:
        indexes.built(options, engine, count)
    articles = corpus.articles(options, count)
    folders = {engine: indexes.folder(options, engine, count) for engine in indexes.NAMES}
    used = {engine: job("ask", engine, folder, articles / "queries.json") for engine, folder in folders.items()}
    changed = {engine: job("change_twenty", engine, folder, articles) for engine, folder in folders.items()}
    answers: dict[str, Answers] = {engine: usage.facts["classes"] for engine, usage in used.items()}
    classes = tuple(answers["packhorse"])
    head = (f"{count:,} articles", *indexes.NAMES.values(), "to FTS5's, p95", "to tantivy's, p95", "hits agree")
    rows = [_row(name, {engine: found[name] for engine, found in answers.items()}) for name in classes]
    return [Table(head, [*rows, *_costs(used, changed)]), *_remarks(answers["packhorse"])]


def _row(name: str, answers: Answers) -> tuple[str, ...]:
    times = {engine: (percentile(found["ms"], 50), percentile(found["ms"], 95)) for engine, found in answers.items()}
    shown = [f"{number(middle)} / {number(most)}" for middle, most in times.values()]
    first = min(len(found["totals"]) for found in answers.values())
    same = len({tuple(found["totals"][:first]) for found in answers.values()}) == 1
    ours = times["packhorse"][1]
    return (name, *shown, ratio(ours, times["fts5"][1]), ratio(ours, times["tantivy"][1]), "yes" if same else "no")


def _costs(used: dict[str, Usage], changed: dict[str, Usage]) -> list[tuple[str, ...]]:
    kinds = {
        "open and first query, wall ms": [usage.facts["opening"] for usage in used.values()],
        "20 articles changed, CPU ms": [usage.facts["cpu"] for usage in changed.values()],
        "20 articles changed and found, wall ms": [usage.facts["wall"] for usage in changed.values()],
        "peak MB": [usage.peak_mb for usage in used.values()],
        "of its own, MB": [usage.facts["private"] for usage in used.values()],
    }
    return [(name, *map(number, figures), "", "", "") for name, figures in kinds.items()]


def _remarks(ours: Answers) -> list[str]:
    """What ours did not answer in full."""
    hinted = {name: found["hints"] for name, found in ours.items() if found["hints"]}
    return [
        f"Ours gave a hint in place of a full answer: {name} ({', '.join(hints)})." for name, hints in hinted.items()
    ]
