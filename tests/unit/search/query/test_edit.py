from __future__ import annotations

from datetime import date

import pytest

from reader.search.query import edit


def parts(text: str) -> list[str]:
    return [piece.text for piece in edit.pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("mule", ["mule"]),
        ("pack horse", ["pack", "horse"]),
        ("pack AND horse", ["pack", "horse"]),
        ("mule OR horse book", ["mule OR horse", "book"]),
        ('-tag:"winter road" x', ['-tag:"winter road"', "x"]),
        ("NOT mule", ["NOT mule"]),
        ("x NOT", ["x"]),
        ("x OR", ["x"]),
        ("x title:", ["x"]),
        ("tag: winter", ["tag: winter"]),
        ("a OR title:", ["(a OR title:)"]),
        ("a OR NOT", ["(a OR NOT)"]),
        ('x "open phrase', ["x", '"open phrase"']),
        ("x “open phrase", ["x", '“open phrase"']),
        ("(a (b", ["(a (b))"]),
        ('(a "b', ['(a "b")']),
        ("a) b)", ["a", "b"]),
        ("author:(a OR b) c", ["author:(a OR b)", "c"]),
    ],
)
def test_the_parts_of_a_query_are_closed_where_they_were_left_open(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_a_part_knows_its_field_value_and_place() -> None:
    text = 'mule  -auteur:"Mara Quill" NOT tag:(a b) (c d)'
    found = edit.pieces(text)
    assert [(piece.field, piece.value, piece.negated) for piece in found] == [
        ("", "mule", False),
        ("author", "Mara Quill", True),
        ("tag", "", True),
        ("", "", False),
    ]
    assert [text[piece.start : piece.end] for piece in found] == [piece.text for piece in found]


def test_a_part_is_taken_away() -> None:
    text = "mule AND tag:winter OR tag:summer section:on-foot"
    one, two, three = edit.pieces(text)
    assert edit.remove(text, two) == "mule section:on-foot"
    assert edit.remove(text, one) == "tag:winter OR tag:summer section:on-foot"
    assert edit.restore(edit.remove(text, one), one) == "tag:winter OR tag:summer section:on-foot mule"
    assert edit.remove(text, three) == "mule tag:winter OR tag:summer"


def test_of_two_like_parts_one_is_taken_away() -> None:
    assert edit.remove("mule mule", edit.pieces("mule mule")[1]) == "mule"


@pytest.mark.parametrize(
    ("text", "field", "value", "expected"),
    [
        ("", "tag", "winter", "tag:winter"),
        ("mule", "tag", "winter road", 'mule tag:"winter road"'),
        ("tag:a", "tag", "b", "tag:a tag:b"),
        ("tag:a x", "tag", "A", "x tag:A"),
        ("-tag:a", "tag", "a", "tag:a"),
        ("section:a x", "section", "b", "x section:b"),
        ("-section:a x", "section", "b", "-section:a x section:b"),
        ("lang:en", "lang", "fr", "lang:fr"),
        ("rubrique:a", "section", "b", "section:b"),
        ('x "open', "tag", "a", 'x "open" tag:a'),
        ("x title:", "tag", "a", "x tag:a"),
        ("x OR", "tag", "a", "x tag:a"),
    ],
)
def test_a_value_is_added(text: str, field: str, value: str, expected: str) -> None:
    assert edit.add(text, field, value) == expected


def test_a_value_is_excluded_and_named_in_the_readers_language() -> None:
    assert edit.add("tag:a section:b", "tag", "a", negated=True) == "section:b -tag:a"
    assert edit.add("x", "section", "b", name="раздел") == "x раздел:b"


@pytest.mark.parametrize(
    ("first", "last", "typed"),
    [
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2019, 6, 1), date(2019, 6, 30), "2019-06"),
        (date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
        (date(2019, 6, 3), date(2019, 6, 3), "2019-06-03"),
        (date(2018, 1, 1), date(2020, 12, 31), "2018..2020"),
        (date(2018, 3, 1), date(2019, 6, 30), "2018-03..2019-06"),
        (date(2018, 3, 1), date(2019, 6, 29), "2018-03-01..2019-06-29"),
        (date(2018, 1, 1), None, "2018.."),
        (None, date(2018, 6, 30), "..2018-06"),
        (date(2020, 1, 1), date(2018, 12, 31), "2018-12-31..2020-01-01"),
        (date(9999, 12, 1), date.max, "9999-12"),
        (None, None, ""),
    ],
)
def test_a_span_of_days_is_written_shortly(first: date | None, last: date | None, typed: str) -> None:
    assert edit.days_as_typed(first, last) == typed


def test_a_span_of_days_takes_the_place_of_all_others() -> None:
    text = "mule after:2017 before:2020 on:2018"
    assert edit.set_days(text, date(2019, 1, 1), date(2019, 12, 31)) == "mule on:2019"
    assert edit.set_days(text, None, None) == "mule"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("snow ro", "snow ro*"),
        ("кітап", "кітап*"),
        ("snow ", ""),
        ("ro*", ""),
        ("-ro", ""),
        ("tag:ro", ""),
        ('"snow ro', ""),
        ("snow OR", ""),
        ("图书", ""),
        ("", ""),
        ("x" * 600, ""),
    ],
)
def test_the_last_word_begun(typed: str, asked: str) -> None:
    assert edit.begun(typed) == asked
