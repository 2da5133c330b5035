from __future__ import annotations

import pytest

from reader.search.text.analysis import GAP, positions, tokens, units


def terms(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mule's load: 40 books.", ["the", "mule", "s", "load", "40", "books"]),
        ("well-known l’homme snake_case", ["well", "known", "l", "homme", "snake", "case"]),
        ("Библиотекарь едет верхом", ["библиотекарь", "едет", "верхом"]),
        ("Кітапханашы атқа мінді", ["кітапханашы", "атқа", "мінді"]),
        ("ئۇيغۇرچە كىتابلار كۆپ", ["ئۇيغۇرچە", "كىتابلار", "كۆپ"]),
        ("الْكِتَابُ على الرَّفِّ", ["الكتاب", "على", "الرف"]),
        ("Oʻzbek oʼquvchi o'rta", ["o", "zbek", "o", "quvchi", "o", "rta"]),
    ],
)
def test_words_of_spaced_scripts_are_whole(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("驮书的马", ["驮书", "书的", "的马", "马"]),
        ("本を運ぶ", ["本を", "を運", "運ぶ", "ぶ"]),
        ("책을 읽다", ["책을", "을", "읽다", "다"]),
        ("书", ["书"]),
        ("3月5日", ["3", "月", "5", "日"]),
        ("ห้องสมุด", ["ห้อ", "อง", "งส", "สมุ", "มุด", "ด"]),
        ("iPhone手机", ["iphone", "手机", "机"]),
    ],
)
def test_unspaced_scripts_give_pairs_and_the_last_character(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_offsets_are_of_the_text_as_given() -> None:
    text = "Ein Cafe\u0301 in Łódź, 図書館"
    assert [text[unit.start : unit.end] for unit in units(text)] == [
        "Ein",
        "Cafe\u0301",
        "in",
        "Łódź",
        "図",
        "書",
        "館",
    ]


@pytest.mark.parametrize("nothing", ["", "  ", "\x00\x07", "\ud800\udfff", "\u200f\u202e", "?!…—", "\u0640", "🐴", "_"])
def test_what_is_no_word_gives_nothing(nothing: str) -> None:
    assert terms(nothing) == []


def test_invisible_characters_inside_a_word_do_not_divide_it() -> None:
    assert terms("know\u00adledge \u200fmule\u200e lib\u2060rary") == ["knowledge", "mule", "library"]


def test_a_phrase_cannot_run_from_one_value_into_the_next() -> None:
    assert positions(["pack horse", "mail"]) == {"pack": [0], "horse": [1], "mail": [2 + GAP]}
