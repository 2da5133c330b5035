"""Remove a publication in this process and kill it, with no warning, at the n-th thing it does to the disk.

Run as ``python -m tests.support.killed_removal LIBRARY PUBLICATION OWN N``; OWN is ``own`` or ``keep``. Counted are Python's audit
events of files and of the database, and each statement that writes. When it ends first, the count is printed.
"""

import sys
from pathlib import Path

from reader.store import Store
from tests.support.last_step import LastStep

WRITES = ("INSERT", "UPDATE", "DELETE", "COMMIT", "VACUUM", "PRAGMA wal_checkpoint")


def main(library: Path, publication: str, own: str, last: int) -> None:
    step = LastStep(last)
    with Store.open(library) as store:
        step.audit()
        store._db.set_trace_callback(lambda statement: step() if statement.startswith(WRITES) else None)
        store.remove(publication, own=own == "own")
    print(step.count)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
