"""Whatever is typed, searching neither fails nor hangs."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING

import pytest

from reader.model.search import Query
from reader.search import Index
from tests.support.hostile_queries import COUNT, hostile_queries
from tests.support.search import article, many_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = Path(__file__).parents[3] / "resources" / "sample" / "articles"
PARAGRAPHS = 200
#: Far more than any should take, on a busy machine too.
SECONDS = 1.0


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Articles of ten languages and paragraphs of the sample, in two segments, one of them with deletions."""
    texts = [text for path in sorted(SAMPLE.rglob("*.md")) for text in path.read_text("utf-8").split("\n\n")[1:]]
    paragraphs = list(islice((text for text in texts if len(text) > 80), PARAGRAPHS))
    assert len(paragraphs) == PARAGRAPHS
    languages = cycle(("en", "ru", "zh-Hans", "ug"))
    with Index.open(tmp_path_factory.mktemp("hostile") / "index", "library") as opened:
        opened.write(many_languages(), [])
        opened.write(
            [
                article(100 + at, text[:40], text, language)
                for at, (text, language) in enumerate(zip(paragraphs, languages, strict=False))
            ],
            [],
        )
        opened.write([], [1, 150])
        yield opened


def test_none_raises_and_none_takes_long(index: Index) -> None:
    times = {}
    for text in hostile_queries():
        start = thread_time()  # its own work: other processes may hold the processor
        index.search(Query(text, facets=True))
        index.search(Query(text, keys=True))
        times[text] = thread_time() - start
    assert len(times) == COUNT
    assert {text[:60]: taken for text, taken in times.items() if taken > SECONDS} == {}


@pytest.mark.parametrize("text", ["library before:1000", "library -library", "on:2020..2018", "after:2999", 'in:"%_"'])
def test_nothing_found_has_no_keys(index: Index, text: str) -> None:
    assert not len(index.search(Query(text, keys=True)).keys or ())


def test_the_index_is_well_afterwards(index: Index) -> None:
    assert index.verify()
    assert index.search(Query("кітапханашы")).hits[0].key == 5
