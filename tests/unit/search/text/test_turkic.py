from __future__ import annotations

import pytest

from reader.search.text.turkic import kazakh, uyghur


@pytest.mark.parametrize(
    "forms",
    [
        "адам адамдар адамның адамға адамды адамда адамнан адаммен адамдардың адамдарға",
        "кітап кітаптар кітабы кітабын кітабында кітапқа кітаптан кітаппен кітаптарымыз кітаптарыңыздан",
        "сөз сөздер сөзі сөзін сөздің сөзбен",
        "бала балалар баласы баласының балаларымызға баламыз",
        "мемлекет мемлекеттер мемлекеттің мемлекетке мемлекетіміз мемлекеттеріне",
        "құқық құқықтар құқығы құқығын құқықтарынан",
        "еңбек еңбегі еңбектің еңбекпен",
        "жол жолдар жолы жолында жолымен жолға",
        "оқу оқуы оқудың оқуға",
        "үйлер үйлерде үйлерінің",
        "мұғалім мұғалімдер мұғалімім мұғаліміңіз",
    ],
)
def test_forms_of_a_kazakh_noun_have_one_stem(forms: str) -> None:
    assert len({kazakh(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "كىتاب كىتابلار كىتابى كىتابنىڭ كىتابقا كىتابتىن كىتابلىرى كىتابلىرىمىزدىن كىتابىڭلار",
        "ئادەم ئادەملەر ئادىمى ئادەمنىڭ ئادەمگە ئادەملىرى",
        "بالا بالىلار بالىسى بالىنىڭ بالىلىرى",
        "ئائىلە ئائىلىلەر ئائىلىسى ئائىلىسىنىڭ ئائىلىدە",
        "دۆلەت دۆلەتلەر دۆلىتى دۆلەتتىن دۆلىتىگە دۆلەتتىكى",
        "ھوقۇق ھوقۇقى ھوقۇقلاردىن ھوقۇققا ھوقۇقىمىز",
        "ماددا ماددىلار ماددىسىنى",
        "قانۇن قانۇنلار قانۇنغىچە قانۇندىكى قانۇنۇم",
    ],
)
def test_forms_of_a_uyghur_noun_have_one_stem(forms: str) -> None:
    assert len({uyghur(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("бас", "басқа"), ("бір", "бірге"), ("білім", "білу"), ("қала", "қалам"), ("алма", "алты"), ("жер", "жерлес")],
)
def test_different_kazakh_words_have_different_stems(one: str, other: str) -> None:
    assert kazakh(one) != kazakh(other)


@pytest.mark.parametrize(
    ("one", "other"), [("باش", "باشقا"), ("بىر", "بىرگە"), ("بال", "بالا"), ("بار", "بىر"), ("ئات", "ئاتا")]
)
def test_different_uyghur_words_have_different_stems(one: str, other: str) -> None:
    assert uyghur(one) != uyghur(other)


@pytest.mark.parametrize("word", ["ел", "елде", "ат", "атта", "мен", "", "а", "mule", "书"])
def test_short_and_foreign_words_stay(word: str) -> None:
    assert kazakh(word) == word


@pytest.mark.parametrize("word", ["ئۇ", "سۇ", "ئات", "تىل", "", "ى", "mule", "书"])
def test_short_and_foreign_words_stay_in_uyghur(word: str) -> None:
    assert uyghur(word) == word
