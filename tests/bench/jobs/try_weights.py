"""``FOLDER COLLECTION SCRATCH``: our ranking of a judged collection with other constants. Prints the measures of each choice."""

from __future__ import annotations

import json
import sys
from itertools import product
from pathlib import Path

from reader.search import schema
from tests.bench import judged, phrasing, rankings
from tests.bench.engines.packhorse import Packhorse
from tests.bench.jobs.judge import answers, measured

K1 = (0.9, 1.2, 1.6, 2.2)
#: How much the body's length tells against it.
B = (0.4, 0.6, 0.8)
#: How much a find in the title counts for one in the body.
TITLE = (1.0, 2.0, 3.5)


def main(folder: Path, name: str, scratch: Path) -> None:
    collection = judged.read(folder, name)
    phrase = phrasing.words if name == judged.CRANFIELD else phrasing.pairs
    way = rankings.Ranking("ours", Packhorse, phrase)
    now = (schema.K1, schema.WEIGHTS[schema.BODY][1], schema.WEIGHTS[schema.TITLE][0])
    tried = []
    for choice in dict.fromkeys([now, *product(K1, B, TITLE)]):
        _set(*choice)
        _index, _asked, found = answers(way, collection, scratch)
        tried.append((*choice, measured(collection, found)))
    print(json.dumps({"tried": tried}))


def _set(k1: float, b: float, title: float) -> None:
    schema.K1 = k1
    schema.WEIGHTS[schema.BODY] = (schema.WEIGHTS[schema.BODY][0], b)
    schema.WEIGHTS[schema.TITLE] = (title, schema.WEIGHTS[schema.TITLE][1])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
