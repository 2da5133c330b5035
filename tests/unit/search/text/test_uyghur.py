from __future__ import annotations

import pytest

from reader.search.text.uyghur import in_arabic_letters


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
