"""Indexes of the same articles by each engine, built once a run, each in a process of its own."""

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

#: The engines' names for ``engines.engine_named``, and for people.
NAMES = {"packhorse": "packhorse", "whoosh": "stock Whoosh", "fts5": "SQLite FTS5", "tantivy": "tantivy"}
OURS = "packhorse"
_BUILT: set[Path] = set()


def folder(options: Options, engine: str, count: int) -> Path:
    """Where the engine's index of so many articles lies once it is built."""
    return options.work / f"{engine}-{count}"


def built(options: Options, engine: str, count: int) -> Usage:
    """What building the index took. With a folder that is kept, others are built once; ours is built in each run."""
    note = options.work / f"{engine}-{count}.json"
    place = folder(options, engine, count)
    if engine == OURS and place not in _BUILT:
        note.unlink(missing_ok=True)
        shutil.rmtree(place, ignore_errors=True)
        _BUILT.add(place)
    if not note.exists():
        usage = job("build_index", engine, folder(options, engine, count), corpus.articles(options, count))
        note.write_text(json.dumps(asdict(usage)))
    return Usage(**json.loads(note.read_text()))
