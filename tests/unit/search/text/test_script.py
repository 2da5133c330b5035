from __future__ import annotations

import pytest

from reader.search.text.script import characters, fold


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("cafe", "Café"),
        ("cafe", "CAFE\u0301"),
        ("strasse", "Straße"),
        ("naive", "naïve"),
        ("aeon", "æon"),
        ("lodz", "Łódź"),
        ("istanbul", "İSTANBUL"),
        ("αθηνα", "Ἀθῆνα"),
        ("σοφοσ", "ΣΟΦΌΣ"),
        ("σοφοσ", "σοφός"),
        ("елка", "Ёлка"),
        ("замок", "за́мок"),
        ("library", "Ｌｉｂｒａｒｙ"),
        ("office", "oﬃce"),
        ("knowledge", "know\u00adledge"),
        ("2019", "٢٠١٩"),
        ("2019", "۲۰۱۹"),
        ("كتاب", "كِتَاب"),
        ("كتاب", "كـــتاب"),
        ("احمد", "أحمد"),
        ("ספר", "סֵפֶר"),
        ("فارسي", "فارسی"),
        ("كتاب", "کتاب"),
        ("راسته", "راستہ"),
        ("isik", "ışık"),
        ("isik", "IŞIK"),
    ],
)
def test_spellings_that_a_reader_takes_for_the_same_fold_alike(typed: str, printed: str) -> None:
    assert fold(printed) == fold(typed) == typed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ئۇيغۇر", "يۇيغۇر"),  # Uyghur hamza on yeh is not yeh
        ("мой", "мои"),  # Cyrillic short i is not i
        ("їжак", "іжак"),
        ("қала", "кала"),  # Kazakh letters are letters of their own
        ("өнер", "онер"),
        ("ۇ", "و"),
        ("كىتاب", "كيتاب"),  # alef maqsura is a vowel of Uyghur
        ("ئە", "ئه"),
        ("مدرسة", "مدرسه"),  # the same only as stems of Arabic
        ("שלום", "שלומ"),  # keyboards have the final letters
        ("が", "か"),
        ("กา", "ก่า"),
    ],
)
def test_marks_that_make_another_letter_stay(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_word_is_cut_at_64_characters() -> None:
    assert len(fold("x" * 1000)) == len(fold("é" * 1000)) == 64


def test_characters_keep_their_marks_and_offsets() -> None:
    assert characters("書店") == [("書", 0, 1), ("店", 1, 2)]
    assert characters("か\u3099い") == [("が", 0, 2), ("い", 2, 3)]
    assert characters("ｶﾞｲ") == [("ガ", 0, 2), ("イ", 2, 3)]
    assert characters("ที่นี่") == [("ที่", 0, 3), ("นี่", 3, 6)]


def test_hangul_written_apart_is_put_together() -> None:
    assert characters("\u1112\u1161\u11ab\u1100\u1173\u11af") == [("한", 0, 3), ("글", 3, 6)]
