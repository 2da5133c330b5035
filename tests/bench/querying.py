"""Queries of each class, ours beside stock Whoosh, SQLite FTS5 and tantivy, on the same articles."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

from tests.bench import corpus, indexes
from tests.bench.processes import job, typical
from tests.bench.report import Section, Table, number, ratio
from tests.bench.timing import percentile

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tests.bench.options import Options
    from tests.bench.processes import Usage

TITLE = "Searching"
_ABSENT = "-"
_asked: dict[tuple[str, int, str], dict[str, Usage]] = {}

Answers = dict[str, dict[str, Any]]


def measure(options: Options) -> Section:
    """A table for each corpus and size of index."""
    about = (
        f"CPU ms of all threads, p50 / p95 of {options.queries} queries of a class, the first 20 hits; each engine in a process of its own, all in the page "
        f"cache. Of each query the median of {options.times} processes in turns, in each of which it is asked once; stock Whoosh has one process. A class is broken off after ten CPU seconds; the number of queries that were asked is then in brackets. Ours also counts every hit, folds translations, finds all forms of a word, and looks each time whether the index was replaced; the others are asked for none of it. "
        "Hits agree when the first five queries find as many articles in all; the other engines have no stemming, FTS5 takes accents off, and of scripts without spaces they make one word a run, "
        "so that in real text they cannot agree. Ours takes the dozen most frequent continuations of a prefix, the others all; "
        "tantivy, whose parser has no prefixes, gets an expression for each field. Some classes are ours alone; one of them asks anew after each letter of two words. "
        "In quotes: the same words, for which ours looks as they are and the others have no more to do, in an index opened anew. "
        "To reach at 100,000 articles: p95 of at most 0.7 × FTS5's, 0.1 × for common words, and 2 × tantivy's."
    )
    parts: list[str | Table] = [about]
    for kind in corpus.KINDS:
        for count in corpus.sizes(options, kind):
            parts += tables(options, count, kind)
    return Section(TITLE, parts)


def asked(options: Options, count: int, kind: str, engines: Collection[str] = indexes.NAMES) -> dict[str, Usage]:
    """What each engine answered and cost, asked once a run."""
    found = _asked.setdefault((options.work.name, count, kind), {})
    missing = [engine for engine in engines if engine not in found]
    for engine in missing:
        indexes.built(options, engine, count, kind)
    queries = corpus.articles(options, count, kind) / "queries.json"
    rounds: dict[str, list[Usage]] = {engine: [] for engine in missing}
    for turn in range(options.times):
        for engine in missing:
            if not turn or engine != indexes.KEPT:  # whose queries take minutes
                rounds[engine].append(job("ask", engine, indexes.folder(options, engine, count, kind), queries))
    found.update((engine, _typical(uses)) for engine, uses in rounds.items())
    return {engine: found[engine] for engine in engines}


def _typical(uses: Sequence[Usage]) -> Usage:
    """What processes cost that were asked the same: the medians, also of each query. A busy moment hits one of them."""
    used = typical(uses)
    for name, answer in used.facts["classes"].items():
        times = [one.facts["classes"][name]["ms"] for one in uses]
        answer["ms"] = [median(some) for some in zip(*times, strict=False)]  # a class that was broken off has fewer
    return used


def tables(options: Options, count: int, kind: str, engines: Collection[str] = indexes.NAMES) -> list[str | Table]:
    """A table of one index's queries, and what there is to say of it."""
    used = asked(options, count, kind, engines)
    answers: dict[str, Answers] = {engine: usage.facts["classes"] for engine, usage in used.items()}
    head = (
        f"{count:,} articles, {corpus.KINDS[kind]}",
        *(indexes.NAMES[engine] for engine in engines),
        "ours to FTS5's, p95",
        "to tantivy's",
        "hits agree",
    )
    rows = [
        _row(options, name, {engine: found.get(name) for engine, found in answers.items()})
        for name in answers[indexes.OURS]
    ]
    return [Table(head, rows), *_remarks(answers[indexes.OURS])]


def _row(options: Options, name: str, found: dict[str, Any]) -> tuple[str, ...]:
    shown = [_times(options, answer["ms"]) if answer else _ABSENT for answer in found.values()]
    answers = {engine: answer for engine, answer in found.items() if answer}
    if len(answers) == 1:
        return (name, *shown, _ABSENT, _ABSENT, _ABSENT)
    most = {engine: percentile(found["ms"], 95) for engine, found in answers.items()}
    ratios = [ratio(most[indexes.OURS], most[engine]) for engine in ("fts5", "tantivy")]
    return (name, *shown, *ratios, "yes" if _agree(answers) else "no")


def _times(options: Options, times: list[float]) -> str:
    figures = f"{number(percentile(times, 50))} / {number(percentile(times, 95))}"
    return figures if len(times) >= options.queries else f"{figures} ({len(times)})"


def _agree(answers: Answers) -> bool:
    """Whether all engines count alike, for as many queries as the slowest was asked."""
    totals = [found["totals"] for found in answers.values()]
    compared = min(map(len, totals))
    return len({tuple(some[:compared]) for some in totals}) == 1


def _remarks(ours: Answers) -> list[str]:
    """What ours did not answer in full."""
    hinted = {name: found["hints"] for name, found in ours.items() if found["hints"]}
    return [
        f"Ours gave a hint in place of a full answer: {name} ({', '.join(hints)})." for name, hints in hinted.items()
    ]
