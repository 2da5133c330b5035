"""``FOLDER``: ask our index what nobody types by accident. Prints wall ms of each, and what was raised."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from reader.model.search import Query
from reader.search import Index
from tests.support.hostile_queries import hostile_queries

SHOWN = 40


def main(folder: Path) -> None:
    index = Index.open(folder, "bench")
    index.search(Query("warm"))
    times: list[tuple[float, str]] = []
    raised: list[str] = []
    for text in hostile_queries():
        started = perf_counter()
        try:
            index.search(Query(text, facets=True, keys=True))
        except Exception as error:  # noqa: BLE001  (whatever it is, it is the finding)
            raised.append(f"{type(error).__name__}: {text[:SHOWN]!a}")
        times.append(((perf_counter() - started) * 1000, ascii(text[:SHOWN])))
    print(json.dumps({"ms": [ms for ms, _ in times], "slowest": max(times)[1], "raised": raised}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
