from __future__ import annotations

import pytest

from reader.search import matches, snippet
from reader.search.text.analysis import units
from reader.search.text.snippets import ELLIPSIS


def marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in marks]


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("A mule, a MULE and a mulish man", ["mule"], ["mule", "MULE"]),
        ("Pack horse, pack-horse, horse pack", ["pack horse"], ["Pack horse", "pack-horse"]),
        ("Café and cafe\u0301s", ["cafe", "cafés"], ["Café", "cafe\u0301s"]),
        ("The mule’s load", ["mule's"], ["mule’s"]),
        ("中国图书馆的图书", ["图书馆"], ["图书馆"]),
        ("中国图书馆的图书", ["图书"], ["图书", "图书"]),
        ("中国图书馆的图书", ["图书", "书馆"], ["图书馆", "图书"]),
        ("书和书店", ["书"], ["书", "书"]),
        ("ｶﾞｲﾄﾞ と ガイド", ["ガイド"], ["ｶﾞｲﾄﾞ", "ガイド"]),
        ("Мой дед и её дом", ["мой", "ее"], ["Мой", "её"]),
        ("ئۇيغۇرچە كىتاب", ["كىتاب"], ["كىتاب"]),
        ("قرأ الْكِتَابَ اليوم", ["الكتاب"], ["الْكِتَابَ"]),
        ("A\uff9e と", ["A\uff9e"], ["A\uff9e"]),
        ("know\u00adledge", ["knowledge"], ["know\u00adledge"]),
        ("nothing here", ["mule", "", "?!"], []),
        ("", ["mule"], []),
    ],
)
def test_marks_are_exact(text: str, terms: list[str], expected: list[str]) -> None:
    assert marked(text, matches(text, terms, "en")) == expected


def test_the_passage_with_the_most_terms_is_shown() -> None:
    text = f"A mule. {'Nothing at all happens here. ' * 20}Then the mule met a horse. {'And then nothing again. ' * 20}"
    passage, marks = snippet(text, ["mule", "horse"], "en", 80)
    assert marked(passage, marks) == ["mule", "horse"]
    assert passage.startswith(ELLIPSIS + "Then the mule met a horse.")
    assert passage.endswith(ELLIPSIS)
    assert len(passage) <= 82


def test_a_rare_term_is_preferred_to_a_common_one() -> None:
    text = f"{'The mule walks on and on. ' * 30}A heron watched. {'The mule walks on and on. ' * 30}"
    passage, marks = snippet(text, ["mule", "heron"], "en", 60)
    assert "heron" in marked(passage, marks)


def test_a_whole_phrase_is_preferred_to_one_of_its_words() -> None:
    text = (
        f"A mule and a heron. {'Nothing at all happens here. ' * 20}The pack horse came. {'And nothing again. ' * 20}"
    )
    assert "pack horse" in snippet(text, ["mule", "pack horse"], "en", 60)[0]


def test_forms_of_one_word_are_not_several_terms() -> None:
    text = f"A mule, mules. {'Nothing at all happens here. ' * 20}The mule met a heron. {'And nothing again. ' * 20}"
    passage, marks = snippet(text, ["mule", "mules", "heron"], "en", 60)
    assert marked(passage, marks) == ["mule", "heron"]


def test_characters_on_both_sides_of_a_comma_are_no_word() -> None:
    assert matches("图，书馆", ["图书"], "zh") == ()
    assert marked("在图书 馆里", matches("在图书 馆里", ["图书 馆"], "zh")) == ["图书 馆"]
    assert marked("用iPhone手机看", matches("用iPhone手机看", ["iphone手机"], "zh")) == ["iPhone手机"]


def test_without_a_find_the_beginning_is_shown() -> None:
    passage, marks = snippet("One two three. " * 50, ["zebra"], "en", 40)
    assert (passage, marks) == ("One two three. One two three. One two" + ELLIPSIS, ())


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("“A mule!”\n\n Yes.", ["mule"], "en") == ("“A mule!” Yes.", ((3, 7),))
    assert snippet("", ["mule"], "en") == ("", ())


def test_wide_characters_take_two_columns() -> None:
    passage, marks = snippet("他们沿着小溪走。" * 20 + "图书馆在山上。" + "他们沿着小溪走。" * 20, ["图书馆"], "zh", 60)
    assert marked(passage, marks) == ["图书馆"]
    assert len(passage) <= 33  # thirty, a full stop and two ellipses


def test_right_to_left_text_keeps_its_order_and_loses_its_controls() -> None:
    text = "قال: \u2067كتاب\u2069 جديد. " + "كلمة أخرى هنا. " * 40
    passage, marks = snippet(text, ["كتاب"], "ar", 60)
    assert passage.startswith("قال: كتاب جديد.")
    assert marked(passage, marks) == ["كتاب"]


def test_words_and_marked_letters_are_not_cut() -> None:
    text = "e\u0301tude " * 100 + "mule " + "𠀀𠀁" * 100
    passage, _ = snippet(text, ["mule"], "fr", 50)
    assert all(word in ("e\u0301tude", "mule") or set(word) <= set("𠀀𠀁") for word in passage.strip(ELLIPSIS).split())


def test_the_first_mark_stands_where_a_narrow_list_shows_it():
    text = (
        "Nothing here. " * 5 + "The state had put them on the payroll, and most had never worked in a library before."
    )
    shown, marks = snippet(text, ["library"], "en")
    assert marks[0][0] <= 40
    assert shown[marks[0][0] : marks[0][1]] == "library"


@pytest.mark.parametrize("text", ["ﾡᅡ", "_ﾡᅡ", "書ㄱㅏ", "書ﾡￂ"])
def test_letters_of_hangul_that_make_no_syllable_are_found_one_by_one(text: str) -> None:
    for unit in units(text):
        assert (unit.start, unit.end) in matches(text, [text[unit.start : unit.end]], "en")
