"""``FOLDER``: ask every hostile query of our index. Prints wall ms of each, and how many raised."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reader.model.search import Query
from reader.search import Index
from tests.bench.timing import milliseconds
from tests.support.hostile_queries import hostile_queries


def main(folder: Path) -> None:
    raised = 0
    times = []
    with Index.open(folder, "bench") as index:
        for text in hostile_queries():
            try:
                times.append(milliseconds(lambda text=text: index.search(Query(text, facets=True))))
            except Exception as error:  # noqa: BLE001  (that is what is counted)
                raised += 1
                print(repr(error), file=sys.stderr)
    print(json.dumps({"ms": times, "raised": raised}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
