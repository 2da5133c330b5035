"""Relevance: how early what people judged relevant comes, ours beside SQLite FTS5 and stock Whoosh."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bench import judged
from tests.bench.processes import Skipped, job
from tests.bench.report import Section, Table

if TYPE_CHECKING:
    from tests.bench.options import Options

TITLE = "Relevance"
#: Measures by collection: the name in the facts, and the head of the column.
_GRADED = {"ndcg": "nDCG@10", "precision": "P@10", "mrr": "MRR"}
_KNOWN_ITEM = {"mrr": "MRR", "first": "at the first place", "ten": "in the first ten"}
COLUMNS = {judged.CRANFIELD: _GRADED, judged.JAPANESE: _KNOWN_ITEM, judged.CHINESE: _KNOWN_ITEM}
NAMES = {
    judged.CRANFIELD: "Cranfield, English",
    judged.JAPANESE: "JSQuAD, Japanese",
    judged.CHINESE: "CMRC 2018, simplified Chinese",
}
_SHOWN = 8


def measure(options: Options) -> Section:
    """A table for each collection that the folder has.

    Raises:
        Skipped: there is no folder, or none of the collections in it.
    """
    there = [name for name in COLUMNS if options.judged and (options.judged / name).is_dir()]
    if not there:
        raise Skipped(f"it needs --judged DIR, a folder with some of {', '.join(COLUMNS)}")
    about = (
        "Cranfield's questions are whole sentences: each engine gets their words ORed (ours takes 32 terms and 512 characters); "
        "grades 1 (a complete answer) to 4 (minimum interest) gain 4 to 1, its one -1 a question gains nothing, nDCG takes 2^gain - 1. Of JSQuAD and CMRC 2018 each paragraph is an article, and "
        f"{judged.QUESTIONS} questions are drawn, always the same; its paragraph is relevant. MRR looks at the first 20. A hint says that a query was too long, or that most of its words were taken for enough. Equal weights for all fields unless it says ours. "
        "To reach: at least level with the best of FTS5 and stock Whoosh, in each language clearly better than stock Whoosh."
    )
    parts: list[str | Table] = [about]
    for name in there:
        parts += _judged(options, name)
    return Section(TITLE, parts)


def _judged(options: Options, name: str) -> list[str | Table]:
    facts = job("judge", options.judged, name, options.work / f"judged-{name}").facts
    columns = COLUMNS[name]
    rows = [_row(title, found, columns) for title, found in facts["rankings"].items()]
    head = (f"{NAMES[name]}: {facts['documents']:,} articles, {facts['questions']} questions", *columns.values(),
            "found nothing", "with a hint")  # fmt: skip
    return [Table(head, rows), *(_grid(options, name) if options.grid else ())]


def _row(title: str, found: dict[str, float], columns: dict[str, str]) -> tuple[str, ...]:
    counts = (str(found[count]) for count in ("nothing", "hinted") if count in found)
    return (title, *(f"{found[column]:.3f}" for column in columns), *counts)


def _grid(options: Options, name: str) -> list[str | Table]:
    """The constants as they are, and the best of the others."""
    tried: list[list[Any]] = job("try_weights", options.judged, name, options.work / f"judged-{name}").facts["tried"]
    columns = COLUMNS[name]
    first = next(iter(columns))
    best = sorted(tried[1:], key=lambda one: -one[-1][first])
    rows = [_row(_choice(one), one[-1], columns) for one in (tried[0], *best[:_SHOWN], best[-1])]
    about = f"Ours with other constants, {len(tried)} choices: first as it is now, then the best by {columns[first]}, last the worst."
    return [
        about,
        Table(("k1, b of the body, weight of the title", *columns.values(), "found nothing"), rows),
    ]


def _choice(tried: list[Any]) -> str:
    return ", ".join(f"{value:g}" for value in tried[:-1])
