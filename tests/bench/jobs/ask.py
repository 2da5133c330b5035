"""``ENGINE FOLDER QUERIES``: ask each query of each class. Prints CPU ms of each, some totals to compare, hints, first answer's ms."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

from tests.bench.engines import Asked, engine_named
from tests.bench.timing import milliseconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.engines import Engine

#: CPU seconds after which a class is broken off: some of Whoosh's own take seconds a query.
BUDGET = 10.0
TOTALS = 5
_PAGES = Path("/proc/self/statm")
_MEGABYTE = 1e6


def main(engine: str, folder: Path, queries: Path) -> None:
    classes = {name: [Asked(*one) for one in asked] for name, asked in json.loads(queries.read_text()).items()}
    first = next(iter(classes.values()))[0]
    opened: list[Engine] = []

    def begin() -> None:
        opened.append(engine_named(engine)(folder))
        opened[0].search(first)

    opening = milliseconds(begin)
    answers = {name: _ask(opened[0], asked) for name, asked in classes.items()}
    print(json.dumps({"opening": opening, "classes": answers, "private": _private_mb()}))


def _ask(engine: Engine, asked: Sequence[Asked]) -> dict[str, Any]:
    times: list[float] = []
    engine.search(asked[-1])
    for one in asked:
        times.append(milliseconds(lambda one=one: engine.search(one), process_time))
        if sum(times) > BUDGET * 1000:
            break
    some = asked[: min(TOTALS, len(times))]
    hints = sorted({hint for one in some if (hint := engine.hint(one))})
    return {"ms": times, "totals": [engine.total(one) for one in some], "hints": hints}


def _private_mb() -> float:
    """Memory that is not a mapped file's: what the page cache cannot take back."""
    if not _PAGES.exists():
        return 0.0
    _, resident, shared, *_ = map(int, _PAGES.read_text().split())
    return (resident - shared) * 4096 / _MEGABYTE


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
