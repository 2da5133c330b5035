"""A snippet is a piece of its text, its marks are the terms, and the quick way to find them finds what the slow way does."""

from __future__ import annotations

from itertools import pairwise
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from reader.search import matches, snippet
from reader.search.text.analysis import Unit, units
from reader.search.text.finding import Words
from reader.search.text.plain import Plain
from reader.search.text.script import word_pattern
from reader.search.text.snippets import ELLIPSIS

ALPHABET = st.sampled_from("ab Ab é\u0301书图が\u3099กำ่كِـ\u200f\u202eيй .,\n“”-'😀𠀀")
#: Letters that fold to several, to none, or to another, jamo, and half-width kana with their marks.
STRANGE = st.sampled_from(
    "ßsSæaeﬁﬀfiİıiиИ\u0306йآا\u0653أـ\u064eﹰﷺｶﾞガか\u3099한한ﾡก\u0e33\u0e4dา่〇十〸\u00ad\u200dʼ_ .書"
)
texts = st.text(ALPHABET, max_size=300)
terms = st.lists(st.text(ALPHABET, max_size=6), max_size=4)


@given(texts, terms, st.integers(1, 120))
def test_a_snippet_is_a_piece_of_the_text(text: str, wanted: list[str], width: int) -> None:
    shown, marks = snippet(text, wanted, "en", width)
    inner = shown.removeprefix(ELLIPSIS).removesuffix(ELLIPSIS)
    flat = " ".join(text.replace("\u202e", "").split())
    assert inner in flat
    assert marks == tuple(sorted(marks))
    assert all(0 <= start < end <= len(shown) for start, end in marks)
    assert all(ELLIPSIS not in shown[start:end] for start, end in marks)


@given(texts, terms)
def test_marks_do_not_overlap_and_hold_a_term(text: str, wanted: list[str]) -> None:
    marks = matches(text, wanted, "en")
    assert all(one[1] <= other[0] for one, other in pairwise(marks))
    sought = {unit.text for term in wanted for unit in units(term)}
    for start, end in marks:
        inside = [unit.text for unit in units(text[start:end])]
        assert inside
        assert sought.issuperset(inside)


@given(texts)
def test_every_word_of_a_text_can_be_marked(text: str) -> None:
    for unit in units(text):
        assert any(
            start <= unit.start and unit.end <= end for start, end in matches(text, [text[unit.start : unit.end]], "en")
        )


@given(st.text(st.one_of(ALPHABET, STRANGE), max_size=60), st.data())
def test_terms_stand_where_units_say(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    pieces = [text[slice(*sorted((data.draw(places), data.draw(places))))] for _ in range(3)]
    wanted = [*pieces, *data.draw(st.lists(st.text(STRANGE, max_size=3), max_size=2))]
    expected = {(start, end, number) for number, term in enumerate(wanted) for start, end in slowly(text, term)}
    assert set(Words(text).finds(wanted)) == expected


@given(st.text(st.one_of(ALPHABET, STRANGE), max_size=60))
def test_a_text_is_cut_as_it_is_analysed(text: str) -> None:
    words = Words(text)
    cut = list(zip(words.written, words.starts, words.ends, strict=True))
    assert cut == [(match.group(), match.start(), match.end()) for match in word_pattern().finditer(text)]


def slowly(text: str, term: str) -> list[tuple[int, int]]:
    """Where a term stands, by comparing all units of the text with its own."""
    found, wanted = list(units(text)), list(units(term))
    starts = range(len(found) - len(wanted) + 1) if wanted else ()
    places = [found[at : at + len(wanted)] for at in starts]
    return [(place[0].start, place[-1].end) for place in places if shape(place) == shape(wanted)]


def shape(found: list[Unit]) -> tuple[object, ...]:
    """The texts of units, which are words, and which are of one run."""
    together = tuple(one.run == other.run for one, other in pairwise(found) if one.run or other.run)
    return ([unit.text for unit in found], [bool(unit.run) for unit in found], together)


#: Texts that are often plain: letters of several scripts that fold to one, and what parts words.
PLAIN = st.text(st.sampled_from("aab ABé čñøğй Ёяб قار كىتاب ئەلچى αβς १२ ²٣ 9 .,-—“”’'…\n_😀⌚½"), max_size=400)


@given(PLAIN, st.lists(PLAIN.map(lambda text: text[:7]), max_size=5), st.integers(1, 200))
def test_plain_texts_give_the_snippets_of_words(text: str, wanted: list[str], width: int) -> None:
    plain = Plain.of(text, wanted)
    if plain is not None:
        assert plain.finds(wanted) == Words(text).finds(wanted)
    quick = snippet(text, wanted, "en", width)
    with patch.object(Plain, "of", return_value=None):
        assert snippet(text, wanted, "en", width) == quick


def test_what_is_plain() -> None:
    assert Plain.of("Ünlü “кафе” كىتاب 2019 — naïve", ["x"])
    for text in ("straße", "图书 and", "e\u0301", "ﬁnd", "soft\u00adhyphen", "كـتاب", "हिन्दी", "ม้า"):
        assert Plain.of(text, []) is None
    assert Plain.of("a" * 80, ["a" * 64]) is None
