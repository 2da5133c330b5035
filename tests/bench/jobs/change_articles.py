"""``ENGINE FOLDER ARTICLES``: replace twenty articles in an index, several times. Prints wall and CPU ms until all are found."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from tests.bench.corpus import read_documents
from tests.bench.engines import Asked, engine_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.search import SearchDocument
    from tests.bench.engines import Engine

CHANGED = 20
#: Words that no corpus has, one for each time.
MARKS = tuple(f"qxz{letter * 3}qxz" for letter in "abcde")


def main(engine: str, folder: Path, articles: Path) -> None:
    index = engine_named(engine)(folder)
    index.search(Asked(MARKS[0]))
    documents = list(read_documents(articles, CHANGED * len(MARKS)))
    costs = [_changed(index, documents[at * CHANGED :][:CHANGED], mark) for at, mark in enumerate(MARKS)]
    wall, cpu = zip(*costs, strict=True)
    print(json.dumps({"wall": wall, "cpu": cpu}))


def _changed(index: Engine, before: Sequence[SearchDocument], mark: str) -> tuple[float, float]:
    after = [one._replace(body=f"{one.body}\n\n{mark}") for one in before]
    wall, cpu = perf_counter(), process_time()
    index.change(before, after)
    found = index.search(Asked(mark))
    cost = (perf_counter() - wall) * 1000, (process_time() - cpu) * 1000
    if set(found) != {one.key for one in after}:
        sys.exit(f"{len(found)} of the {CHANGED} changed articles are found")
    return cost


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
