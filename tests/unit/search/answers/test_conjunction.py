"""Several words at once: what has all of them, with the sum of what each of them gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.search import Query, SearchDocument
from reader.search import Index
from reader.search.segments import layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COUNT = 400
#: In how many of so many documents each word is; the first two are rare enough for others to be looked for with them.
EVERY = {"yak": 31, "felt": 29, "salt": 12, "road": 6, "well": 3, "sand": 1}


def document(key: int) -> SearchDocument:
    """A word is in the body of its documents, in the title of every second, and twice in the body of every third of these."""
    held = [word for word, every in EVERY.items() if key % every == 0]
    body = [word for word in held for _ in range(2 if key // EVERY[word] % 3 == 0 else 1)]
    title = [word for word in held if key // EVERY[word] % 2 == 0]
    return SearchDocument(key, "saddlebag", "en", " ".join(title), body=" ".join([*body, *["dust"] * (key % 7)]))


@pytest.fixture(scope="module", params=[1, COUNT], ids=["common words counted everywhere", "in lists alone"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder: Path = tmp_path_factory.mktemp("index")
    with Index.open(folder, "library") as opened, pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "_FEWEST_DOCUMENTS", request.param)
        opened.write([document(key) for key in range(1, 151)], ())
        opened.write([document(key) for key in range(151, COUNT + 1)], ())
        opened.write([], range(1, COUNT, 11))
        yield opened


def scores(index: Index, text: str) -> dict[int, float]:
    return {hit.key: hit.score for hit in index.search(Query(text, limit=COUNT, fold=False)).hits}


@pytest.mark.parametrize(
    "words",
    [
        ("yak", "salt"),
        ("felt", "salt"),
        ("salt", "yak", "sand"),
        ("yak", "road", "well"),
        ("salt", "yak*", "road"),
        ("sand", "well", "road"),
        ("felt", "-salt", "road"),
        ("felt", '"salt"', "salt"),
        ("yak", "sand"),
        ("sand", "well"),
        ("yak", "(salt OR road)", "well"),
    ],
)
def test_all_words_and_the_sum_of_their_scores(index: Index, words: tuple[str, ...]) -> None:
    found = scores(index, " ".join(words))
    each = [scores(index, word) for word in words if not word.startswith("-")]
    wanted = set.intersection(*map(set, each))
    for word in words:
        wanted -= set(scores(index, word[1:])) if word.startswith("-") else set()
    assert found == pytest.approx({key: sum(one[key] for one in each) for key in wanted}, rel=1e-5)
    assert found


def test_a_word_that_is_not_there_leaves_nothing(index: Index) -> None:
    assert not scores(index, "yak camel")
    assert not scores(index, "camel yak")
