"""A segment holds exactly what the analysis finds in the documents it was written from."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import pytest
from whoosh.util.numeric import length_to_byte

from reader.search import schema
from reader.search.segments import inversion, layout
from reader.search.segments.inversion import write_segment
from reader.search.segments.lexicon import Lexicon
from reader.search.segments.segment import Entry, Segment
from reader.search.text.analysis import GAP, positions
from reader.search.text.days import UNDATED, day_number
from tests.support.search import article, many_languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.model.search import SearchDocument

DOCUMENTS = [
    *many_languages(),
    article(40, body="mule", date="2019-06-03", labels=(("section", "news"), ("has", "picture"), ("section", "news"))),
    article(30, "Mules, mules", tags=("mule train", "驮书的马", "mule"), authors=("Ann Lee", "李安"), work="one"),
    article(20, "The horses carried", language="fr", work="one"),
]


@pytest.fixture(scope="module", autouse=True)
def _as_in_a_large_one() -> Iterator[None]:
    """Words that many documents have are common here too, as few as there are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "_FEWEST_DOCUMENTS", 1)
        yield


@pytest.fixture(scope="module")
def segment(tmp_path_factory: pytest.TempPathFactory) -> Segment:
    return written(tmp_path_factory.mktemp("index") / "segment-1.idx", DOCUMENTS)


def written(path: Path, documents: Sequence[SearchDocument]) -> Segment:
    write_segment(path, documents, Lexicon())
    return Segment(path)


def terms(field: str) -> list[dict[str, list[int]]]:
    """For each document, the terms of a field with their positions in it."""
    place = schema.FIELDS.index(field)
    return [positions(schema.texts_of(one)[place]) for one in DOCUMENTS]


def in_row(segment: Segment, entry: Entry) -> list[int]:
    """The places of an entry's word."""
    return [at for piece in segment.positions(entry) for at in piece.tolist()]


def begins(segment: Segment, field: str) -> list[int]:
    """Where a field begins in each document: every value and every field before it is followed by a gap."""
    found = []
    for start, one in zip(segment.starts.tolist(), DOCUMENTS, strict=False):
        sizes = [sum(map(len, positions(values).values())) + GAP * (len(values) + 1) for values in schema.texts_of(one)]
        found.append(start + [0, *accumulate(sizes)][schema.FIELDS.index(field)])
    return found


@pytest.mark.parametrize("field", schema.FIELDS)
def test_postings_are_those_of_the_analysis(segment: Segment, field: str) -> None:
    expected, offsets = terms(field), begins(segment, field)
    words = sorted({word for found in expected for word in found}, key=str.encode)
    first, last = segment.entries(field)
    assert [segment.words[number].decode() for number in segment.entry_words[first:last]] == words
    for word in words:
        entry = segment.find(field, word)
        assert entry is not None
        holding = [number for number, found in enumerate(expected) if word in found]
        assert segment.documents(entry).tolist() == holding
        assert segment.frequencies(entry).tolist() == [len(expected[number][word]) for number in holding]
        places = [offsets[number] + at for number in holding for at in expected[number][word]]
        assert in_row(segment, entry) == places


@pytest.mark.parametrize("field", schema.FIELDS)
def test_many_entries_at_once_are_as_one_by_one(segment: Segment, field: str) -> None:
    first, last = segment.entries(field)
    entries = [segment.entry(field, int(word)) for word in segment.entry_words[first:last]]
    of_places, places, totals = segment.places(first, last)
    documents, counts = segment.document_lists(first, last)
    assert places.tolist() == [at for entry in entries if entry for at in in_row(segment, entry)]
    assert ((segment.starts[of_places] <= places) & (places < segment.starts[of_places + 1])).all()
    assert documents.tolist() == [number for entry in entries if entry for number in segment.documents(entry).tolist()]
    assert [(int(count), int(total)) for count, total in zip(counts, totals, strict=True)] == [
        (entry.documents, entry.places) for entry in entries if entry
    ]


@pytest.mark.parametrize("field", schema.FIELDS)
def test_short_lists_together_are_as_one_by_one(segment: Segment, field: str) -> None:
    first, last = segment.entries(field)
    entries = [one for word in segment.entry_words[first:last][::-1] if (one := segment.entry(field, int(word)))]
    documents, often, counts = segment.short(entries)
    assert documents.tolist() == [number for entry in entries for number in segment.documents(entry).tolist()]
    assert often.tolist() == [count for entry in entries for count in segment.frequencies(entry).tolist()]
    assert counts.tolist() == [entry.documents for entry in entries]


@pytest.mark.parametrize("field", schema.FIELDS)
def test_common_words_are_counted_in_every_document(segment: Segment, field: str) -> None:
    first, last = segment.entries(field)
    for entry in (segment.entry(field, int(word)) for word in segment.entry_words[first:last]):
        assert entry is not None
        found = segment.everywhere(entry)
        assert (found is not None) == (entry.documents * 4 > segment.size)
        if found is not None:
            expected = dict(zip(segment.documents(entry).tolist(), segment.frequencies(entry).tolist(), strict=True))
            assert found.tolist() == [expected.get(number, 0) for number in range(segment.size)]


@pytest.mark.parametrize("field", schema.FIELDS)
def test_lengths_count_terms(segment: Segment, field: str) -> None:
    sizes = [sum(map(len, found.values())) for found in terms(field)]
    assert segment.lengths(field).tolist() == [length_to_byte(size) for size in sizes]
    assert segment.total_length(field) == sum(sizes)


def test_a_word_is_found_only_where_it_is(segment: Segment) -> None:
    assert segment.find("title", "librarians") is None
    assert segment.find("body", "librarian") is None
    assert segment.number("librarian") == -1
    assert segment.find("body", "") is None
    assert segment.find("body", "\U0010ffff") is None


def test_documents_are_known_by_their_keys(segment: Segment) -> None:
    assert segment.size == len(DOCUMENTS)
    assert segment.keys.tolist() == [one.key for one in DOCUMENTS]
    assert sorted(segment.numbers([30, 1, 99, 30, 20, -5]).tolist()) == [0, 11, 12]
    assert segment.numbers([]).tolist() == []
    assert segment.days.tolist() == [*[UNDATED] * 10, day_number("2019-06-03"), UNDATED, UNDATED]


def test_translations_have_one_work(segment: Segment) -> None:
    works = segment.works.tolist()
    assert works[11] == works[12]
    assert len(set(works)) == len(works) - 1


def test_labels_are_those_of_the_document_each_once(segment: Segment) -> None:
    own = [segment.labels.parts[number] for number in segment.labels.numbers[segment.labels.documents == 10]]
    assert sorted(own) == [("has", "picture"), ("lang", "en"), ("publication", "pub"), ("section", "news")]


def test_stems_tell_their_forms_in_their_language(segment: Segment) -> None:
    def forms(language: str, stem: str) -> list[str]:
        return sorted(segment.words[number].decode() for number in segment.forms.of(language, stem))

    assert forms("en", "mule") == ["mules"]
    assert forms("en", "carri") == ["carried"]
    assert forms("en", "absent") == forms("xx", "mule") == []
    assert segment.forms.stems_of("en", segment.number("mules")) == ["mule"]
    assert segment.forms.stems_of("en", segment.number("mule")) == []
    assert segment.forms.stems_of("xx", segment.number("mules")) == []
    assert "en" in segment.stemmed
    assert "zh" not in segment.stemmed
    every = segment.forms.all_stems("en")
    assert every.words[every.numbers == every.strings.index(b"mule")].tolist() == [segment.number("mules")]


def test_words_are_written_as_most_write_them(tmp_path: Path) -> None:
    french = "L'État: l'état des écoles. Une école, ÉCOLE; une Ecole. Cote, côte, côté, côté; strasse Straße"
    texts = [french, "Ещё раз: мо́лодость, молодость", "أَنّ المكتبـة", "می‌خواهم", "図書館", "ﬁn"]
    segment = written(tmp_path / "segment-1.idx", [article(at, body=text) for at, text in enumerate(texts, 1)])

    def writing(word: str) -> str | None:
        found = segment.forms.writing(segment.number(word))
        return found[0] if found else None

    assert [writing(word) for word in ("etat", "ecole", "cote", "l", "une")] == ["état", "école", "côté", None, None]
    assert (writing("strasse"), writing("еще"), writing("молодость")) == ("straße", "ещё", None)
    assert (writing("المكتبة"), writing("ان"), writing("fin")) == (None, "أن", None)
    assert writing("میخواهم".translate(str.maketrans("ی", "ي"))) == "می\u200cخواهم"
    assert writing("図書") is None
    assert segment.forms.writing(segment.number("ecole")) == ("école", 2)


def test_documents_without_a_word(tmp_path: Path) -> None:
    empty = written(tmp_path / "segment-1.idx", [article(1), article(2, "…", tags=("", "!"))])
    assert empty.size == 2
    assert len(empty.words) == 0
    assert empty.find("body", "mule") is None
    empty.container.check_all()


def test_it_is_the_same_in_however_many_pieces_texts_are_cut_up(
    segment: Segment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inversion, "_LETTERS", 7)
    written(tmp_path / segment.name, DOCUMENTS)
    whole = segment.container
    again = Segment(tmp_path / segment.name).container
    assert whole.checksum == again.checksum
