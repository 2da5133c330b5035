from __future__ import annotations

import pytest

from reader.search.text.uyghur import beginnings_in_other_letters, in_arabic_letters, in_other_letters


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("kitab", "كىتاب"),
        ("uyghur", "ئۇيغۇر"),
        ("aile", "ئائىلە"),
        ("bash", "باش"),
        ("yéngi", "يېڭى"),
        ("yëngi", "يېڭى"),
        ("ye\u0301ngi", "يېڭى"),
        ("özbék", "ئۆزبېك"),
        ("üch", "ئۈچ"),
        ("zhurnal", "ژۇرنال"),
        ("xelq", "خەلق"),
        ("hawa", "ھاۋا"),
    ],
)
def test_latin_letters_have_arabic_ones(latin: str, arabic: str) -> None:
    assert in_arabic_letters(latin) == arabic


@pytest.mark.parametrize("word", ["", "cave", "vase", "naïve", "كىتاب", "book1", "书"])
def test_other_words_have_none(word: str) -> None:
    assert in_arabic_letters(word) == ""


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("كىتاب", "kitab"),
        ("ئۇيغۇر", "uyghur"),
        ("ئائىلە", "aile"),
        ("يېڭى", "yengi"),  # folded, as the index has it
        ("ئۈچ", "uch"),
        ("ژۇرنال", "zhurnal"),
    ],
)
def test_arabic_letters_have_latin_ones(arabic: str, latin: str) -> None:
    assert in_other_letters(arabic) == (latin,)
    assert arabic in in_other_letters(latin)


def test_a_letter_with_its_mark_is_meant_so_and_a_bare_one_may_be_either() -> None:
    assert in_other_letters("köl") == ("كۆل",)
    assert in_other_letters("kol") == ("كول", "كۆل")
    assert len(in_other_letters("e" * 60)) <= 16


@pytest.mark.parametrize("word", ["", "cave", "مكتبة", "книга", "2019", "书", "ئ"])
def test_words_of_other_languages_have_no_other_letters(word: str) -> None:
    assert in_other_letters(word) == ()
    assert beginnings_in_other_letters(word) == ()


def test_a_beginning_may_end_within_a_letter() -> None:
    assert "قۇش" in beginnings_in_other_letters("qus")
    assert "قۇس" in beginnings_in_other_letters("qus")
    assert "كىچ" in beginnings_in_other_letters("kic")
    assert "يېڭ" in beginnings_in_other_letters("yén")
