"""``ENGINE FOLDER QUERY``: from nothing to the first answer, as a whole process. Prints how many hits."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench.engines import Asked, engine_named


def main(engine: str, folder: Path, text: str) -> None:
    print(json.dumps({"hits": len(engine_named(engine)(folder).search(Asked(text)))}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
