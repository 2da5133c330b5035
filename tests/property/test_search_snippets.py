"""A snippet is a piece of its text, and its marks are the terms."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.search import matches, snippet
from reader.search.text.analysis import units
from reader.search.text.snippets import ELLIPSIS

ALPHABET = st.sampled_from("ab Ab é\u0301书图が\u3099กำ่كِـ\u200f\u202eيй .,\n“”-'😀𠀀")
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
