"""Errors in the window's language."""

import pytest

from reader.errors import BundleError, SourceError, StoreError
from reader.ui import words
from reader.ui.faults import explain, explain_code


@pytest.fixture
def speak():
    """Choose a language; English again at the end."""
    yield words.speak
    words.speak("en")


def test_an_error_is_said_in_the_windows_language(speak):
    speak("ru")
    what, following = explain(BundleError("edition-older", theirs=3, ours=7))
    assert what == "Это выпуск 3, а у вас уже есть выпуск 7."
    assert following == "Ничего не изменено. Поищите более новую копию."


def test_a_known_reason_is_said_in_it_too_and_another_as_it_is(speak):
    speak("es")
    assert (
        "permiso denegado" in explain(SourceError("source-unreadable", source="stick", reason="Permission denied"))[0]
    )
    assert "Odd." in explain(SourceError("source-unreadable", source="stick", reason="Odd."))[0]


def test_a_name_is_no_word_to_translate(speak):
    speak("fr")
    assert "Permission denied" in explain(SourceError("source-absent", source="Permission denied"))[0]


def test_a_path_keeps_its_direction(speak):
    speak("ar")
    assert "\u2068/media/USB (2)/\u2069" in explain(SourceError("source-absent", source="/media/USB (2)/"))[0]


def test_a_digest_is_told_in_short(speak):
    speak("en")
    what, _following = explain(BundleError("index-wrong", segment="0123456789abcdef" * 4))
    assert "\u20680123456789abcdef…\u2069 is not" in what


def test_a_reason_that_is_missing_leaves_no_empty_brackets(speak):
    speak("zh-Hans")
    assert "（?）" in explain(StoreError("store-unusable", reason=""))[0]


def test_a_hint_and_an_unknown_code(speak):
    speak("kk")
    assert explain_code("query-nothing", {})[0] == "Бұл іздеуде сөз жоқ."
    assert explain_code("never-heard-of", {}) == ("never-heard-of", "")


@pytest.mark.parametrize(
    ("tag", "number", "size"),
    [
        ("en", "1,234,567", "1.2 MB"), ("ru", "1\u00a0234\u00a0567", "1,2 МБ"), ("fr", "1\u202f234\u202f567", "1,2 Mo"),
        ("es", "1.234.567", "1,2 MB"), ("zh-Hant", "1,234,567", "1.2 MB"), ("ar", "1,234,567", "\u200f\u20681.2\u2069 م.ب"),
    ],
)  # fmt: skip
def test_numbers_and_sizes_are_written_as_the_language_does(speak, tag, number, size):
    speak(tag)
    assert words.number(1_234_567) == number
    assert words.size(1_234_567) == size
    assert number in explain(BundleError("segment-too-large", bytes=1_234_567, most=1))[0]
