"""``WORK LIBRARY BUNDLE``: play the window's thread at 60 Hz while other work goes on. Prints how late each frame was done, in ms.

Each frame runs a millisecond of Python, as drawing a list does, so that waiting for the interpreter's lock shows.
"""

from __future__ import annotations

import json
import subprocess
import sys
from math import ceil
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from reader.library import Library
from reader.library.index import drain, index_process_command
from tests.bench.jobs.sync_bundle import main as sync_bundle

if TYPE_CHECKING:
    from collections.abc import Callable

FRAME = 1 / 60
LOOPS = 12_000
IDLE_SECONDS = 5.0


def main(work: str, library: Path, bundle: Path) -> None:
    tasks: dict[str, Callable[[], object]] = {
        "nothing": lambda: sleep(IDLE_SECONDS),
        "index in a process": lambda: subprocess.run(index_process_command(library), check=True, capture_output=True),
        "index in a thread": lambda: _index(library),
        "sync in a thread": lambda: sync_bundle(library, bundle),
    }
    busy = Thread(target=tasks[work])
    late: list[float] = []
    busy.start()
    due = perf_counter()
    while busy.is_alive():
        due += FRAME * max(1, ceil((perf_counter() - due) / FRAME))  # as a timer: frames that were missed are left out
        sleep(max(0.0, due - perf_counter()))
        for _ in range(LOOPS):
            pass
        late.append((perf_counter() - due) * 1000)
    busy.join()
    print(json.dumps({"late": late}))


def _index(library: Path) -> None:
    with Library.open(library) as opened:
        drain(opened)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
