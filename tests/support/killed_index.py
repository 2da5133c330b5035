"""Write and merge an index in this process and kill it, with no warning, at the n-th thing it does to the disk.

Run as ``python -m tests.support.killed_index FOLDER N``. Counted are Python's audit events of files. When the work ends
first, the count is printed. With N 0 it goes on writing until someone else kills it, and says each batch.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from reader.search import Index
from tests.support.last_step import LastStep
from tests.support.search import article

KEYS = 12
BATCHES_BEFORE = 16


def write(index: Index, number: int) -> None:
    """Batch ``number``: three keys anew, which say what batch they are of, and one taken away."""
    keys = [(number * 3 + at) % KEYS for at in range(3)]
    index.write([article(key, f"batch{number}", f"mule key{key}") for key in keys], [(number * 3 + 5) % KEYS])


def expected(number: int) -> dict[int, int]:
    """Key to batch, after batches 0 to ``number``."""
    state: dict[int, int] = {}
    for batch in range(number + 1):
        state.pop((batch * 3 + 5) % KEYS, None)
        state |= {(batch * 3 + at) % KEYS: batch for at in range(3)}
    return state


def main(folder: Path, last: int) -> None:
    step = LastStep(last)
    with Index.open(folder, "library") as index:
        if last:
            step.audit("os.scandir", "mmap.__new__")
            write(index, BATCHES_BEFORE)
            index.merge_when_idle()
            print(step.count)
            return
        for number in count():
            write(index, number)
            print(number, flush=True)
            if not number % 5:
                index.merge_when_idle()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
