"""``FOLDER COLLECTION SCRATCH``: index a judged collection in each way and ask its questions. Prints the measures of each ranking."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import judged, measures, rankings
from tests.bench.engines import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.engines import Engine
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
    """The measures, how many questions found nothing at all, and for how many there was a hint."""
    index, asked, found = answers(way, collection, scratch)
    hinted = sum(bool(index.hint(one)) for one in asked)
    return {**measured(collection, found), "hinted": hinted}


def answers(way: Ranking, collection: Collection, scratch: Path) -> tuple[Engine, list[Asked], list[Sequence[int]]]:
    """The index, made when absent, what it was asked, and what it found."""
    folder = scratch / way.index
    if not folder.exists():
        index = way.engine(folder)
        index.add(collection.documents)
        index.finish()
    index = way.engine(folder)
    asked = [Asked(way.phrase(question.text)) for question in collection.questions]
    found = [index.search(one) if one.text else [] for one in asked]
    return index, asked, found


def measured(collection: Collection, found: Sequence[Sequence[int]]) -> dict[str, float]:
    """The measures of what was found, and how many questions found nothing at all."""
    gains = [question.gains for question in collection.questions]
    return {**measures.means(zip(found, gains, strict=True)), "nothing": sum(not keys for keys in found)}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
