"""``FOLDER COUNT EACH``: write articles, so many queries of each class, and how much text there is."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from tests.bench.queries import queries
from tests.bench.words import article, text_of


def main(folder: Path, count: int, each: int) -> None:
    folder.mkdir(parents=True)
    size = 0
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as lines:
        for key in range(1, count + 1):
            made = article(key)
            size += len(text_of(made).encode())
            lines.write(json.dumps(asdict(made)) + "\n")
    (folder / "queries.json").write_text(json.dumps(queries(count, each)))
    (folder / "size.json").write_text(json.dumps({"text": size}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
