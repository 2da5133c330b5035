"""``ENGINE FOLDER ARTICLES``: change twenty articles in a full index, in one commit. Prints CPU and wall ms, until a search finds them."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

from tests.bench.corpus import read_articles
from tests.bench.engines import Asked, engine_named
from tests.bench.jobs.build_index import document_of

_CHANGED = 20
_WORD = "zzyzx"


def main(engine: str, folder: Path, articles: Path) -> None:
    before = [document_of(fields) for fields in read_articles(articles, _CHANGED)]
    after = [replace(one, body=f"{one.body} {_WORD}") for one in before]
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        copy = Path(shutil.copytree(folder, Path(scratch) / "index"))
        index = engine_named(engine)(copy)
        index.search(Asked(before[0].title.split()[0].lower()))
        cpu, wall = process_time(), perf_counter()
        index.change(before, after)
        found = len(index.search(Asked(_WORD)))
        spent = {"cpu": (process_time() - cpu) * 1000, "wall": (perf_counter() - wall) * 1000, "found": found}
    print(json.dumps(spent))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
