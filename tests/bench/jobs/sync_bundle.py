"""``LIBRARY BUNDLE``: sync a folder or zip, all tiers of pictures, without indexing. Prints what came and the seconds in sync itself."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from reader.library import Library
from reader.library.receive import Allowance, sync
from reader.model.article import Tier


def main(folder: Path, bundle: Path) -> None:
    started = perf_counter()
    with Library.open(folder) as library:
        (change,) = sync(library, bundle, Allowance(tiers=tuple(Tier)))
    facts = {"bytes": change.bytes, "requests": change.requests, "added": len(change.added)}
    print(json.dumps({**facts, "updated": len(change.updated), "seconds": perf_counter() - started}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
