"""A process that writes an index until it is killed. It says each batch that it has finished."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.model.listing import SearchDocument
from reader.search import Index

BATCH = 5
KEYS = 40


def batch(number: int) -> list[SearchDocument]:
    """The documents of a batch: later batches write the same keys anew and say which batch they are of."""
    keys = [(number * BATCH + at) % KEYS for at in range(BATCH)]
    return [SearchDocument(key, "pub", "en", f"batch{number}", body=f"mule key{key} " * 50) for key in keys]


def main(folder: Path, start: int) -> None:
    """Write batches from ``start`` for ever, merging now and then."""
    with Index.open(folder, "library") as index:
        print("open", index.fresh, flush=True)
        for number in range(start, 10_000):
            index.write(batch(number), [])
            print(number, flush=True)
            if number % 4 == 3:
                index.merge_when_idle()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
