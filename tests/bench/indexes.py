"""Indexes of the same articles by each engine, each built in a process of its own in every run; stock Whoosh's, which takes minutes, is kept."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from typing import TYPE_CHECKING

from tests.bench import corpus
from tests.bench.processes import Usage, job

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.options import Options

OURS, KEPT = "packhorse", "whoosh"
#: So few articles are indexed several times, and the middle one counts: it takes a fraction of a second.
_SHORT = 2_000
#: The engines' names in ``engines``, whose modules would make the benchmarks' own process large; and for people.
NAMES = {OURS: "packhorse", "whoosh": "stock Whoosh", "fts5": "SQLite FTS5", "tantivy": "tantivy"}


def folder(options: Options, engine: str, count: int, kind: str = corpus.ZIPF) -> Path:
    """Where the engine's index of so many articles lies once it is built."""
    place = options.kept if engine == KEPT else options.work
    return place / f"{engine}-{corpus.name_of(options, count, kind)}"


def built(options: Options, engine: str, count: int, kind: str = corpus.ZIPF) -> tuple[Usage, bool]:
    """What building the index took, and whether that was in this run."""
    made = folder(options, engine, count, kind)
    note = made.with_name(f"{made.name}.json")
    if not note.exists():
        times = options.times if count <= _SHORT and engine != KEPT else 1
        uses = [_build(engine, made, corpus.articles(options, count, kind)) for _ in range(times)]
        usage = sorted(uses, key=lambda use: float(use.facts["cpu"]))[times // 2]
        note.write_text(json.dumps({**asdict(usage), "run": options.work.name}))
    noted = json.loads(note.read_text())
    run = noted.pop("run", "")
    return Usage(**noted), run == options.work.name


def _build(engine: str, made: Path, articles: Path) -> Usage:
    shutil.rmtree(made, ignore_errors=True)  # of the last time, or what a run that was stopped left
    return job("build_index", engine, made, articles)
