"""What an index costs its reader besides queries: memory, the first result of a new process, a commit of twenty articles."""

from __future__ import annotations

import json
import os
import shutil
from statistics import median
from typing import TYPE_CHECKING

from tests.bench import corpus, indexes, querying
from tests.bench.processes import Usage, in_turns, job
from tests.bench.report import Section, Table, number, ratio

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.options import Options

TITLE = "Costs of an index"


def measure(options: Options) -> Section:
    """A table for each corpus and size, a row for each engine."""
    about = (
        "Memory: what is resident in a process that has asked all queries of the section before, its own and the pages of files, which the system takes back when "
        "it needs them; and the most there was. First result: a new process from its start to the end, with the interpreter and the imports that the "
        f"engine needs, medians of {options.times} starts in turns; once with the index in the page cache, once with its pages given back. Commit: twenty articles "
        "of the full index replaced, until all twenty are found, medians of five commits in one process. Ours, FTS5 and tantivy are on the disk by then; stock Whoosh "
        "(`merge=False`) never waits for the disk."
    )
    tables = [_table(options, count, kind) for kind in corpus.KINDS for count in corpus.sizes(options, kind)]
    return Section(TITLE, (about, *tables))


def _table(options: Options, count: int, kind: str) -> Table:
    starts = _starts(options, count, kind)
    asked = querying.asked(options, count, kind)
    text = corpus.text_bytes(corpus.articles(options, count, kind))
    rows = []
    for engine, name in indexes.NAMES.items():
        size = corpus.size_of(indexes.folder(options, engine, count, kind))
        memory = asked[engine].facts["memory"]
        own, mapped = memory.get("Anon", 0.0), memory.get("File", 0.0)
        warm, cold = starts[engine]
        wall, cpu = _commit(options, engine, count, kind)
        figures = (own, mapped, asked[engine].peak_mb, warm * 1000, cold * 1000, wall, cpu)
        rows.append((name, number(size / 1e6), ratio(size, text), *map(number, figures)))
    head = (f"{count:,} articles, {corpus.KINDS[kind]}", "index MB", "to the text", "own MB", "pages of files MB", "peak MB",
            "first result ms", "not in the page cache ms", "commit of 20 ms", "CPU ms")  # fmt: skip
    return Table(head, rows)


def _starts(options: Options, count: int, kind: str) -> dict[str, tuple[float, float]]:
    """Seconds of a new process with each engine, with the index in the page cache and without."""
    queries = json.loads((corpus.articles(options, count, kind) / "queries.json").read_text())
    text = queries["common word"][0][0]

    def start(engine: str, *, cold: bool) -> Usage:
        folder = indexes.folder(options, engine, count, kind)
        if cold:
            _give_back(folder)
        return job("first_result", engine, folder, text)

    for engine in indexes.NAMES:
        indexes.built(options, engine, count, kind)
    pairs = [(engine, cold) for cold in (False, True) for engine in indexes.NAMES]
    turns = [lambda engine=engine, cold=cold: start(engine, cold=cold) for engine, cold in pairs]
    walls = dict(zip(pairs, (usage.wall for usage in in_turns(options.times, *turns)), strict=True))
    return {engine: (walls[engine, False], walls[engine, True]) for engine in indexes.NAMES}


def _give_back(folder: Path) -> None:
    """Ask the system to forget what it holds of these files in memory."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _commit(options: Options, engine: str, count: int, kind: str) -> tuple[float, float]:
    """Wall and CPU ms of a commit, in a copy of the index."""
    copy = options.work / f"{engine}-changed"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(indexes.folder(options, engine, count, kind), copy)
    os.sync()  # nobody pays for the copying
    try:
        facts = job("change_articles", engine, copy, corpus.articles(options, count, kind)).facts
    finally:
        shutil.rmtree(copy, ignore_errors=True)
    return median(facts["wall"]), median(facts["cpu"])
