"""``FOLDER COUNT EACH KIND [POSTS]``: write articles, so many queries of each class, and how much text there is."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tests.bench import realtext, vocabularies, words
from tests.bench.corpus import ZIPF
from tests.bench.queries import queries


def main(folder: Path, count: int, each: int, kind: str, posts: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)  # what a run that was stopped left
    folder.mkdir(parents=True)
    made = words.article if kind == ZIPF else partial(realtext.article, posts)
    drawn = vocabularies.invented(count) if kind == ZIPF else vocabularies.real(posts)
    size = 0
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as lines:
        for document in map(made, range(1, count + 1)):
            size += len(words.text_of(document).encode())
            lines.write(json.dumps(asdict(document)) + "\n")
    (folder / "queries.json").write_text(json.dumps(queries(drawn, each)))
    (folder / "size.json").write_text(json.dumps({"text": size}))


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        int(sys.argv[2]),
        int(sys.argv[3]),
        sys.argv[4],
        Path(sys.argv[5]) if len(sys.argv) > 5 else realtext.SAMPLE,
    )
