"""What is united of a segment is what its lists say one by one, and forms found together are those found one by one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import StoreError
from reader.model.search import Query
from reader.search import Index, schema
from reader.search.answers.vocabulary import Vocabulary
from reader.search.segments import conflation
from reader.search.segments.conflation import FIELDS, Conflated, _as_one, write_conflated
from reader.search.segments.container import Damaged
from reader.search.segments.inversion import write_segment
from reader.search.segments.lexicon import Lexicon
from reader.search.segments.manifest import IndexFile, Part
from reader.search.segments.segment import Segment
from reader.search.segments.snapshot import Snapshot, View
from tests.support.search import article, many_languages, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model.search import SearchDocument

BOOKS = [
    article(1, "A book", "Books carried a book; booking is carrying.", tags=("books",)),
    article(2, "Mules", "A mule and the mules carry nothing."),
    article(3, body="Un livre, des livres et la carrière d'un mule.", language="fr"),
    article(4, "Books, books", language="en"),
]


def united(folder: Path, documents: Sequence[SearchDocument]) -> tuple[Segment, Conflated]:
    write_segment(folder / "segment-1.idx", documents, Lexicon())
    segment = Segment(folder / "segment-1.idx")
    write_conflated(folder / "conflated-1.idx", segment)
    return segment, Conflated(folder / "conflated-1.idx", segment)


def listed(segment: Segment, words: Sequence[int], field: str) -> Counter[int]:
    """How often each document has any of the words in a field, from their own lists."""
    found: Counter[int] = Counter()
    for entry in (segment.entry(field, word) for word in words):
        if entry:
            rows = zip(segment.documents(entry).tolist(), segment.frequencies(entry).tolist(), strict=True)
            found.update({document: int(often) for document, often in rows})
    return found


def together(conflated: Conflated, number: int) -> dict[str, Counter[int]]:
    """The same from their united list, by field."""
    documents, rows = conflated.postings(number)
    found = {field: Counter[int]() for field in FIELDS}
    bodies = schema.BODY, np.arange(len(documents)), conflated.bodies(rows)
    for field, at, often in (bodies, *conflated.further(rows)):
        found[field] = +Counter(dict(zip(documents[at].tolist(), map(int, often), strict=True)))
    return found


def numbers(segment: Segment, *words: str) -> list[int]:
    return sorted(segment.number(word) for word in words)


@pytest.mark.parametrize("items", [1, 40, 1 << 18])
@pytest.mark.parametrize("short", [0, 2, 256])
def test_a_united_list_is_the_sum_of_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, items: int, short: int
) -> None:
    monkeypatch.setattr(conflation, "_ITEMS", items)
    monkeypatch.setattr(conflation, "_SHORT", short)
    segment, conflated = united(tmp_path, paragraphs())
    compared = 0
    for word in range(len(segment.words)):
        words = conflated.settled(word) or []
        number = conflated.find(words)
        if number >= 0:
            assert together(conflated, number) == {field: listed(segment, words, field) for field in FIELDS}
            assert conflated.count(number) == len(set().union(*(listed(segment, words, at) for at in FIELDS)))
            compared += 1
    assert compared > 500


@pytest.mark.parametrize(
    "documents", [BOOKS, [*many_languages(), *BOOKS], paragraphs()], ids=["few", "languages", "sample"]
)
def test_forms_are_those_found_one_by_one(tmp_path: Path, documents: Sequence[SearchDocument]) -> None:
    segment, conflated = united(tmp_path, documents)
    part = Part(IndexFile(segment.name, 0, segment.container.checksum))
    gone = np.empty(0, np.uint32)
    at_once, apart = (Vocabulary(Snapshot((View(segment, 0, part, gone, held),))) for held in (conflated, None))
    words = [word.decode() for word in segment.words.all()]
    settled = [word for word in words if conflated.settled(segment.number(word)) is not None]
    assert len(settled) > len(words) / 4
    for word in words:
        assert at_once.forms(word) == apart.forms(word), word
        assert next(iter(at_once.forms(word))) == word
    assert any(len(at_once.forms(word)) > 1 for word in settled)


def test_a_list_is_of_exactly_some_words(tmp_path: Path) -> None:
    segment, conflated = united(tmp_path, BOOKS)
    books, carried = numbers(segment, "book", "books", "booking"), numbers(segment, "carried", "carry", "carrying")
    assert {*map(conflated.find, (books, carried))} == {0, 1}
    assert conflated.find(books[:2]) == conflated.find([*books, *carried]) == conflated.find([]) == -1


@pytest.mark.parametrize(("few", "is_listed"), [(2, False), (3, True)])
def test_a_word_alone_in_several_fields_of_few_documents_has_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int, *, is_listed: bool
) -> None:
    monkeypatch.setattr(conflation, "_FEW", few)
    segment, conflated = united(tmp_path, [article(1, "zebu", "zebu zebu gnu"), article(2, body="a zebu")])
    found = [conflated.find(numbers(segment, word)) for word in ("zebu", "gnu")]
    assert found == [0 if is_listed else -1, -1]
    if is_listed:
        often = {field: often for field, often in together(conflated, 0).items() if often}
        assert often == {schema.BODY: {0: 2, 1: 1}, schema.TITLE: {0: 1}}


@given(st.lists(st.tuples(*[st.integers(0, 1 << 40) | st.integers(0, 2)] * 3), min_size=1))
def test_rows_have_the_same_number_if_they_are_equal(rows: list[tuple[int, ...]]) -> None:
    numbers = _as_one([np.array(column) for column in zip(*rows, strict=True)]).tolist()
    assert [rows.index(row) for row in rows] == [numbers.index(number) for number in numbers]


def test_a_word_of_another_language_too_is_asked_for(tmp_path: Path) -> None:
    segment, conflated = united(tmp_path, BOOKS)
    assert conflated.settled(segment.number("mules")) is None  # mule counts in English texts alone: it is French too
    assert conflated.settled(segment.number("nothing")) == numbers(segment, "nothing")
    assert conflated.settled(segment.number("mule")) == numbers(segment, "mule", "mules")


def test_common_words_are_not_united(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.search.segments.layout._FEWEST_DOCUMENTS", 1)
    segment, conflated = united(tmp_path, [*BOOKS, article(5, body="books")])
    assert conflated.find(numbers(segment, "book", "books", "booking")) == -1
    assert conflated.find(numbers(segment, "carried", "carry", "carrying")) == 0
    assert conflated.settled(segment.number("book")) == numbers(segment, "book", "books", "booking")


@pytest.mark.parametrize("documents", [[], [article(1)], [article(1, body="书书")], [article(1, body="one two")]])
def test_there_may_be_nothing_to_unite(tmp_path: Path, documents: Sequence[SearchDocument]) -> None:
    segment, conflated = united(tmp_path, documents)
    assert all(conflated.settled(word) in (None, [word]) for word in range(len(segment.words)))
    conflated.container.check_all()


def test_more_forms_than_are_looked_for_stay_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("reader.search.segments.classes", "reader.search.answers.vocabulary"):
        monkeypatch.setattr(f"{module}.MOST_FORMS", 2)
    segment, conflated = united(tmp_path, BOOKS)
    assert conflated.settled(segment.number("book")) is None
    assert conflated.find(numbers(segment, "book", "books", "booking")) == -1
    assert conflated.settled(segment.number("mule")) == numbers(segment, "mule", "mules")


def test_a_list_with_documents_that_are_not_there_is_damage(tmp_path: Path) -> None:
    united(tmp_path, BOOKS)
    (tmp_path / "less").mkdir()
    write_segment(tmp_path / "less/segment-1.idx", BOOKS[:1], Lexicon())
    less = Conflated(tmp_path / "conflated-1.idx", Segment(tmp_path / "less/segment-1.idx"))
    with pytest.raises(Damaged):
        for number in range(2):
            less.postings(number)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    with Index.open(tmp_path / "index", "library") as opened:
        for some in (BOOKS[:2], BOOKS[2:]):
            opened.write(some, [])
        opened.merge_when_idle(thorough=True)
        return opened


def files(folder: Path) -> set[str]:
    return {path.name.partition("-")[0] for path in folder.glob("*.idx")}


def test_what_is_united_goes_with_its_segment(index: Index, tmp_path: Path) -> None:
    assert files(tmp_path / "index") == {"segment", "conflated"}
    with Index.open(tmp_path / "index", "library") as opened:
        assert opened.search(Query("booking")).total == 2
        opened.write([], [4])
        assert files(tmp_path / "index") == {"segment", "conflated", "deleted"}
        assert opened.search(Query("booking")).total == 1
        opened.write([], [1, 2, 3])
        assert files(tmp_path / "index") == set()


def test_without_what_was_united_the_index_is_made_anew(index: Index, tmp_path: Path) -> None:
    next((tmp_path / "index").glob("conflated-*.idx")).unlink()
    with Index.open(tmp_path / "index", "library") as opened:
        assert opened.fresh


def test_what_is_united_of_another_segment_is_noticed(index: Index, tmp_path: Path) -> None:
    path = next((tmp_path / "index").glob("conflated-*.idx"))
    other = tmp_path / "other.idx"
    write_segment(tmp_path / "segment-2.idx", BOOKS[:3], Lexicon())
    write_conflated(other, Segment(tmp_path / "segment-2.idx"))
    other.replace(path)
    with Index.open(tmp_path / "index", "library") as opened:
        assert opened.fresh


def test_damage_in_what_is_united_is_noticed(index: Index, tmp_path: Path) -> None:
    path = next((tmp_path / "index").glob("conflated-*.idx"))
    whole = bytearray(path.read_bytes())
    whole[64:1024] = bytes(960)
    with Index.open(tmp_path / "index", "library") as opened:
        path.write_bytes(whole)
        assert not opened.verify()
    with Index.open(tmp_path / "index", "library") as opened:
        assert opened.fresh


def test_damage_that_shows_in_a_list_ends_in_a_fresh_index(index: Index, tmp_path: Path) -> None:
    path = next((tmp_path / "index").glob("conflated-*.idx"))
    with Index.open(tmp_path / "index", "library") as opened:
        view = opened._snapshot.views[0]
        assert view.conflated is not None
        number = view.conflated.find(numbers(view.segment, "book", "books", "booking"))
        view.conflated._counts = memoryview(np.full(len(view.conflated._counts), 99, np.uint32))  # type: ignore[arg-type]
        assert number >= 0
        with pytest.raises(StoreError, match="index-damaged"):
            opened.search(Query("booking"))
    assert path.exists()
    with Index.open(tmp_path / "index", "library") as opened:
        assert opened.fresh
