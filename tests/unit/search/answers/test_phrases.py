"""Phrases are found where their words follow each other, by whichever of the three ways."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from reader.search.answers import phrases
from reader.search.segments import segment as segment_module
from reader.search.segments.inversion import write_segment
from reader.search.segments.lexicon import Lexicon
from reader.search.segments.segment import Segment
from tests.support.search import article

if TYPE_CHECKING:
    from pathlib import Path

WORDS = ["one", "two", "three", "four"]
_CHANCE = random.Random(4)
TEXTS = [[_CHANCE.choice(WORDS) for _ in range(size)] for size in [0, 1, 2, *range(3, 60), 400]]


@pytest.fixture(scope="module")
def segment(tmp_path_factory: pytest.TempPathFactory) -> Segment:
    path: Path = tmp_path_factory.mktemp("index") / "segment-1.idx"
    write_segment(path, [article(key, body=" ".join(text)) for key, text in enumerate(TEXTS)], Lexicon())
    return Segment(path)


@pytest.fixture(params=["halving", "sorting", "marking", "marking in small windows"], autouse=True)
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "_FAR_MORE", 0 if request.param == "halving" else 1 << 20)
    monkeypatch.setattr(phrases, "_FEWEST_MARKED", 1 << 60 if request.param == "sorting" else 0)
    if request.param == "marking in small windows":
        monkeypatch.setattr(phrases, "_WINDOW", 8)


@pytest.fixture(params=[5, 64], ids=["in small pieces", "in pieces"], autouse=True)
def _pieces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (segment_module, phrases):
        monkeypatch.setattr(module, "PIECE", request.param)


def expected(parts: list[list[str]]) -> dict[int, int]:
    often = {
        key: sum(
            all(word in part for word, part in zip(text[at:], parts, strict=False))
            for at in range(len(text) - len(parts) + 1)
        )
        for key, text in enumerate(TEXTS)
    }
    return {key: count for key, count in often.items() if count}


def found(segment: Segment, parts: list[list[str]], field: str = "body") -> dict[int, int]:
    documents, often = phrases.phrase(segment, field, parts)
    return {int(number): int(count) for number, count in zip(documents, often, strict=True)}


@pytest.mark.parametrize("size", [1, 2, 3, 4, 6])
def test_words_in_order(segment: Segment, size: int) -> None:
    for seed in range(25):
        parts = [[random.Random(seed * 10 + at).choice(WORDS)] for at in range(size)]
        assert found(segment, parts) == expected(parts)


def test_any_of_several_at_a_place(segment: Segment) -> None:
    for parts in ([["one"], ["two", "three"]], [["one", "four", "absent"], ["two"], WORDS], [WORDS, WORDS]):
        assert found(segment, parts) == expected(parts)


def test_what_is_not_there(segment: Segment) -> None:
    assert found(segment, [["one"], ["absent"]]) == {}
    assert found(segment, [["absent"]]) == {}
    assert found(segment, [["one"], ["two"]], "title") == {}
    assert found(segment, [["one"]] * 30) == {}


def test_no_phrase_runs_from_one_value_or_document_into_the_next(tmp_path: Path) -> None:
    documents = [article(1, "mule", "train", tags=("pack", "horse")), article(2, "books")]
    write_segment(tmp_path / "segment-1.idx", documents, Lexicon())
    other = Segment(tmp_path / "segment-1.idx")
    assert found(other, [["pack"], ["horse"]], "tag") == {}
    assert found(other, [["mule"], ["train"]], "title") == {}
    assert found(other, [["mule"], ["books"]], "title") == {}
