"""``ENGINE FOLDER QUERIES``: ask each query of each class. Prints CPU ms of each, some totals to compare, hints, memory."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

from tests.bench.engines import Asked, engine_named
from tests.bench.queries import OURS_ONLY, quoted
from tests.bench.timing import milliseconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.engines import Engine

#: CPU seconds after which a class is broken off, and its counting: some of Whoosh's own take seconds a query.
BUDGET = 10.0
TOTALS = 5
_CHUNK = 1 << 20


def main(name: str, folder: Path, queries: Path) -> None:
    classes = {title: [Asked(*one) for one in asked] for title, asked in json.loads(queries.read_text()).items()}
    _into_the_page_cache(folder)
    engine = engine_named(name)(folder)
    asked = {title: some for title, some in classes.items() if name == "packhorse" or title not in OURS_ONLY}
    answers = {title: _ask(engine, some) for title, some in asked.items()}
    memory = _memory()
    opened_anew = engine_named(name)(folder)  # the words were asked for already
    answers |= {title: _ask(opened_anew, some) for title, some in quoted(asked).items()}
    print(json.dumps({"classes": answers, "memory": memory}))


def _into_the_page_cache(folder: Path) -> None:
    """Read every file once: between building and asking the system may have put pages away."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as opened:
                while opened.read(_CHUNK):
                    pass


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


def _memory() -> dict[str, float]:
    """MB that are resident now: the process's own, and pages of files, which the system takes back when it needs them."""
    status = Path("/proc/self/status")
    found = re.findall(r"Rss(Anon|File):\s+(\d+) kB", status.read_text()) if status.exists() else []
    return {kind: int(kilobytes) * 1024 / 1e6 for kind, kilobytes in found}


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
