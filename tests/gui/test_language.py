"""The window in other languages."""

from PySide6.QtCore import Qt

from reader.ui import words
from reader.ui.words import counted, short_date, text


def test_a_window_in_arabic_runs_from_right_to_left(open_window, folder):
    driver = open_window(folder, language="ar")
    window = driver.window
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left = window.articles.mapTo(window, window.articles.rect().topLeft()).x()
    assert left > window.reading.mapTo(window, window.reading.rect().topLeft()).x()
    assert driver.branch("الأحدث")


def test_a_window_in_russian_runs_from_left_to_right(open_window, folder):
    driver = open_window(folder, language="ru")
    assert driver.window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert driver.branch("Последние")


def test_a_missing_sentence_falls_back_to_english(open_window, folder):
    open_window(folder, language="kk")
    assert text("Nobody ever says {what}.", what="this") == "Nobody ever says this."
    assert counted(2, "mule", "mules") == "2 mules"
    assert text("Search") == "Іздеу"


def test_counts_have_their_forms(open_window, folder):
    open_window(folder, language="ru")
    assert [counted(n, "article", "articles") for n in (1, 3, 5)] == ["1 статья", "3 статьи", "5 статей"]


def test_dates_have_the_digits_of_all_other_numbers(open_window, folder):
    open_window(folder, language="ar")
    assert "2026" in short_date("2026-01-19")


def test_a_language_is_kept_for_the_next_start(open_window, folder):
    driver = open_window(folder)
    driver.window.bar.appearance.click()
    box = driver.window.appearance.languages
    box.activated.emit(box.findData("ug"))
    assert driver.window.state.language == "ug"
    assert words.language() == "en"
