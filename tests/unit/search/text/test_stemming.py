from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.text.stemming import has_stemmer, language_of, languages_for, stem, stems_once

WORDS = st.sampled_from(
    ["Nations", "étudiants", "книгой", "كتابلار", "المدرسه", "7", "9th", "", "漢字", "ß", "İstanbul", "қалаларымызға", "x\ud800s"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["nation", "nations", "Nations"]),
        ("en-GB", ["library", "libraries"]),
        ("fr-CA", ["étudiant", "étudiants", "e\u0301tudiants"]),
        ("es", ["canción", "canciones"]),
        ("de", ["Haus", "Hauses"]),
        ("ru", ["книга", "книги", "книгой"]),
        ("ar", ["كتاب", "الكتاب", "الْكِتَابُ"]),
        ("ar", ["مدرسة", "مدرسه", "المدرسه", "الْمَدْرَسَةُ"]),
        ("ar", ["مستشفى", "مستشفي"]),
        ("ar", ["وجه", "الوجه"]),
        ("ar", ["مكتبة", "المكتبة", "والمكتبات", "مكتبات", "بالمكتبه", "للمكتبات", "وللمكتبة", "كالمكتبة"]),
        ("ar", ["كتب", "الكتب", "والكتب", "فالكتب", "وبالكتب", "وَالْكُتُبُ"]),
        ("ar", ["إنسان", "الإنسان", "انسان", "والانسان", "للإنسان"]),
        ("ar", ["قانون", "القانون", "بالقانون", "فالقانون"]),
        ("ar", ["حرية", "الحرية", "حريات", "والحريات"]),
        ("ar", ["فن", "الفن", "للفن"]),
        ("ar", ["التزام", "الالتزام", "بالالتزام"]),
        ("ar", ["سياسة", "السياسات", "سياسات"]),
        ("ar", ["والدة", "الوالدة"]),
        ("hi", ["किताब", "किताबें"]),
        ("nb", ["bok", "boka"]),
        ("tr", ["kitap", "kitaplar"]),
        ("fi", ["kirja", "kirjat"]),
        ("sr-Latn", ["knjiga", "knjige"]),
        ("pl", ["gazeta", "gazety", "gazet"]),
        ("cs", ["škola", "školy", "školou"]),
        ("fa", ["کتاب", "کتابها", "کتاب‌های", "كتابهاي"]),
        ("eo", ["libro", "libroj", "librojn"]),
        ("kk", ["қала", "Қалалар", "қаланың", "қаласында", "қалаларымызға"]),
        ("ug", ["كىتاب", "كىتابلار", "كىتابنىڭ", "كىتابلىرىدىن"]),
        ("ug-Latn", ["kitab", "Kitablar", "kitabning", "kitabliridin"]),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: list[str]) -> None:
    assert len({stem(form, language) for form in forms}) == 1


def test_different_words_have_different_stems() -> None:
    assert stem("nation", "en") != stem("native", "en")
    assert stem("книга", "ru") != stem("книжник", "ru")


@pytest.mark.parametrize(
    ("one", "other"),
    [("الله", "له"), ("والدين", "دين"), ("والد", "د"), ("بالغ", "غ"), ("ألم", "م"), ("وكالة", "ة"), ("بنات", "بنة")],
)
def test_letters_of_an_arabic_word_are_not_taken_for_what_stands_before_it(one: str, other: str) -> None:
    assert stem(one, "ar") != stem(other, "ar")


@pytest.mark.parametrize("language", ["zh", "zh-Hant", "ja", "ko", "th", "bo", "ka", "x", "", "nonsense"])
def test_without_a_stemmer_a_word_is_folded(language: str) -> None:
    assert not has_stemmer(language)
    assert stem("Élèves", language) == "eleves"


@pytest.mark.parametrize(
    "language", ["en", "EN_gb", "fr-CA", "sr-Latn", "nb", "nn-NO", "kk-Cyrl-KZ", "ug-CN", "ug-Latn"]
)
def test_any_tag_of_a_language_will_do(language: str) -> None:
    assert has_stemmer(language)


@pytest.mark.parametrize("word", ["", "\ud800", "\x00", "é" * 1000, "书", "🐴", "'", "\u0301"])
def test_nothing_raises(word: str) -> None:
    for language in ("en", "ar", "ru", "el", "tr", "zh"):
        assert len(stem(word, language)) <= 64


def test_threads_do_not_disturb_each_other() -> None:
    words = [
        f"{start}{end}" for start in ("walk", "talk", "load", "pack") for end in ("s", "ed", "ing", "er", "ers")
    ] * 50
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda word: stem(word + "s", "en"), words)) == {stem(word + "s", "en") for word in words}


@pytest.mark.parametrize(
    ("word", "languages"),
    [
        ("mule", ("en", "ug-Latn", "sr")),
        ("книга", ("ru", "kk", "sr")),
        ("كتاب", ("ar", "ug")),
        ("书", ("zh-Hans",)),
        ("2019", ()),
    ],
)
def test_the_languages_of_a_word_are_those_of_its_script(word: str, languages: tuple[str, ...]) -> None:
    assert languages_for(word, ["en", "ru", "kk", "ar", "ug", "ug-Latn", "sr", "zh-Hans"]) == languages


def test_uyghur_has_the_same_stems_in_both_scripts() -> None:
    assert stem("kitablar", "ug-Latn") == stem("كىتابلار", "ug") == stem("kitab", "ug")
    assert stem("jumhuriyetning", "ug-Latn") == stem("جۇمھۇرىيەت", "ug")


def test_letters_that_uyghur_does_not_have_are_of_another_language() -> None:
    assert stem("cave", "ug-Latn") == "cave"


@given(st.lists(WORDS | st.text(max_size=9)), st.sampled_from(["en", "ru-RU", "ar", "ug", "kk", "tr", "zh", "x"]))
def test_many_stems_at_once_are_those_of_each_word(words: list[str], language: str) -> None:
    found = {
        (place, own): stemmed
        for own, places, stems in stems_once(words, language)
        for place, stemmed in zip(places, stems, strict=True)
    }
    owns = [(place, language_of(word, language)) for place, word in enumerate(words)]
    assert found == {(place, own): stem(words[place], own) for place, own in owns if own}
