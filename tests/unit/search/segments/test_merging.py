"""A merged segment is as if its documents had been written at once, and nothing of deleted ones is left in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from reader.search import schema
from reader.search.segments import merging
from reader.search.segments.inversion import write_segment
from reader.search.segments.lexicon import Lexicon
from reader.search.segments.manifest import IndexFile, Part
from reader.search.segments.segment import LENGTHS, Segment
from reader.search.segments.snapshot import View
from tests.support.search import article, many_languages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model.search import SearchDocument

MORE = [
    article(
        21, "Mules and frozen mules", "The zanzibarian librarians", tags=("mule train", "books"), date="2019-06-03"
    ),
    article(22, body="Librarians carried zanzibarian books", labels=(("section", "news"),)),
    article(23, "Чтение книги", "Библиотекари помнили книги", "ru", work="a"),
    article(24),
    article(25, "Reading books", "mules mules mules", work="a", labels=(("section", "news"), ("has", "picture"))),
]
BATCHES = [many_languages()[:6], MORE[:2], [*many_languages()[6:], *MORE[2:]]]
GONE = {2, 21, 22, 10}


def written(path: Path, documents: Sequence[SearchDocument]) -> Segment:
    write_segment(path, documents, Lexicon())
    return Segment(path)


def merged(folder: Path, batches: Sequence[Sequence[SearchDocument]], gone: set[int]) -> Segment:
    views, base = [], 0
    for number, batch in enumerate(batches):
        segment = written(folder / f"segment-{number}.idx", batch)
        part = Part(IndexFile(segment.name, 0, segment.container.checksum))
        views.append(View(segment, base, part, np.sort(segment.numbers(sorted(gone))).astype(np.uint32)))
        base += segment.size
    merging.merge(folder / "segment-99.idx", views)
    return Segment(folder / "segment-99.idx")


def contents(segment: Segment) -> dict[str, object]:
    """All that a segment answers."""
    found: dict[str, object] = {}
    for field in schema.FIELDS:
        first, last = segment.entries(field)
        for word in segment.entry_words[first:last].tolist():
            entry = segment.entry(field, word)
            assert entry is not None
            found[f"{field}:{segment.words[word].decode()}"] = (
                segment.documents(entry).tolist(),
                segment.frequencies(entry).tolist(),
                [at for piece in segment.positions(entry) for at in piece.tolist()],
                None if (often := segment.everywhere(entry)) is None else often.tolist(),
            )
        found[f"lengths of {field}"] = segment.lengths(field).tolist()
    for language in sorted(segment.stemmed):
        stems = segment.forms.all_stems(language)
        for number, stem in enumerate(stems.strings):
            forms = stems.words[stems.numbers == number].tolist()
            found[f"{language} stem {stem.decode()}"] = sorted(segment.words[word] for word in forms)
    found["tongues"] = {
        segment.words[number].decode(): tongues for number, tongues in enumerate(segment.forms.all_tongues().tolist())
    }
    for word, _ in enumerate(segment.words):  # type: ignore[arg-type]  # it has items by number
        found[f"writing of {segment.words[word].decode()}"] = (segment.forms.writing(word) or (None,))[0]
    names = segment.labels.parts
    labels = [
        (int(at), names[number]) for at, number in zip(segment.labels.documents, segment.labels.numbers, strict=True)
    ]
    columns = (segment.keys, segment.days, segment.works, segment.starts)
    return found | {"labels": sorted(labels), "columns": [column.tolist() for column in columns]}


@pytest.mark.parametrize("places", [600_000, 1, 7])
@pytest.mark.parametrize("gone", [set(), GONE, {one.key for one in BATCHES[1]}])
def test_merged_is_as_written_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: set[int], places: int
) -> None:
    monkeypatch.setattr(merging, "_PLACES", places)
    kept = [one for batch in BATCHES for one in batch if one.key not in gone]
    expected = contents(written(tmp_path / "segment-50.idx", kept))
    found = contents(merged(tmp_path, BATCHES, gone))
    assert found.keys() == expected.keys()
    assert {name for name in found if found[name] != expected[name]} == set()


def test_lengths_add_up_exactly_or_as_their_bytes_have_them(tmp_path: Path) -> None:
    (tmp_path / "worn").mkdir()
    whole, worn = merged(tmp_path, BATCHES, set()), merged(tmp_path / "worn", BATCHES, GONE)
    at_once = written(tmp_path / "segment-50.idx", [one for batch in BATCHES for one in batch])
    for field in schema.FIELDS:
        assert whole.total_length(field) == at_once.total_length(field)
        assert worn.total_length(field) == int(LENGTHS[worn.lengths(field)].sum())


def test_the_numbers_of_keys_are_found(tmp_path: Path) -> None:
    segment = merged(tmp_path, BATCHES, GONE)
    for key in (1, 3, 25):
        assert [segment.keys[number] for number in segment.numbers([key])] == [key]
    assert segment.numbers(sorted(GONE)).tolist() == []
    segment.container.check_all()


def test_a_deleted_word_is_nowhere_in_the_file(tmp_path: Path) -> None:
    segment = merged(tmp_path, BATCHES, GONE)
    whole = (tmp_path / segment.name).read_bytes()
    for word in ("zanzibarian", "zanzibar", "图书", "train"):
        assert any(word.encode() in (tmp_path / f"segment-{number}.idx").read_bytes() for number in range(3))
        assert word.encode() not in whole
    assert b"librarians" in whole


def test_a_merged_segment_can_be_merged(tmp_path: Path) -> None:
    once = merged(tmp_path, BATCHES, GONE)
    (tmp_path / "again").mkdir()
    part = Part(IndexFile(once.name, 0, once.container.checksum))
    merging.merge(tmp_path / "again" / "segment-1.idx", [View(once, 0, part, np.empty(0, np.uint32))])
    assert contents(Segment(tmp_path / "again" / "segment-1.idx")) == contents(once)
