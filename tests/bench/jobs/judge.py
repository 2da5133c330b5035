"""``FOLDER COLLECTION SCRATCH``: index a judged collection in each way and ask its questions. Prints the measures of each ranking."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import judged, measures, rankings
from tests.bench.engines import Asked

if TYPE_CHECKING:
    from tests.bench.judged import Collection
    from tests.bench.rankings import Ranking


def main(folder: Path, name: str, scratch: Path) -> None:
    collection = judged.read(folder, name)
    ways = rankings.ENGLISH if name == judged.CRANFIELD else rankings.CHARACTERS
    print(json.dumps({
        "documents": len(collection.documents),
        "questions": len(collection.questions),
        "rankings": {title: judge(way, collection, scratch) for title, way in ways.items()},
    }))  # fmt: skip


def judge(way: Ranking, collection: Collection, scratch: Path) -> dict[str, float]:
    """The measures, how many questions found nothing at all, and how many were not taken whole."""
    folder = scratch / way.index
    if not folder.exists():
        index = way.engine(folder)
        index.add(collection.documents)
        index.finish()
    index = way.engine(folder)
    asked = [Asked(way.phrase(question.text)) for question in collection.questions]
    found = [index.search(one) if one.text else [] for one in asked]
    gains = [question.gains for question in collection.questions]
    nothing = sum(not keys for keys in found)
    hinted = sum(bool(index.hint(one)) for one in asked)
    return {**measures.means(zip(found, gains, strict=True)), "nothing": nothing, "hinted": hinted}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
