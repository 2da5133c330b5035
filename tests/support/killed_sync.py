"""Sync in this process and kill it, with no warning, at the n-th thing it does to the disk.

Run as ``python -m tests.support.killed_sync LIBRARY BUNDLE N``. Counted are Python's audit events of files and of the
database, and each report of progress. When the sync ends first, the count is printed.
"""

import sys
from pathlib import Path

from reader.model.article import Tier
from reader.sources import open_source
from reader.store import Store
from reader.sync import Allowance, synchronize
from tests.support.last_step import LastStep


def main(library: Path, bundle: Path, last: int) -> None:
    step = LastStep(last)
    step.audit()
    with Store.open(library) as store, open_source(bundle) as source:
        # Every write inside the transaction counts too.
        store._db.set_trace_callback(lambda statement: step() if statement.startswith(("INSERT", "COMMIT")) else None)
        (publication,) = source.publications()
        synchronize(store, source, publication, Allowance(tiers=tuple(Tier)), report=step)
    print(step.count)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
