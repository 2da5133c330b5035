"""``ENGINE FOLDER ARTICLES``: index the articles. Prints CPU and wall seconds in the engine alone, reading them not counted."""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from reader.library.index import BATCH, FIRST_BATCH
from tests.bench.corpus import read_documents
from tests.bench.engines import engine_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.model.search import SearchDocument


def main(engine: str, folder: Path, articles: Path) -> None:
    cost = {"cpu": 0.0, "wall": 0.0}
    index = engine_named(engine)(folder)
    count = 0
    for batch in _batches(articles):
        _count(cost, lambda batch=batch: index.add(batch))
        count += len(batch)
    _count(cost, index.finish)
    print(json.dumps({**cost, "documents": count}))


def _batches(articles: Path) -> Iterator[list[SearchDocument]]:
    """The sizes in which ``reader.library.index`` takes them from its queue."""
    source = read_documents(articles)
    size = FIRST_BATCH
    while batch := list(islice(source, size)):
        yield batch
        size = BATCH


def _count(cost: dict[str, float], work: Callable[[], None]) -> None:
    cpu, wall = process_time(), perf_counter()
    work()
    cost["cpu"] += process_time() - cpu
    cost["wall"] += perf_counter() - wall


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
