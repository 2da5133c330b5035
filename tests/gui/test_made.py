"""The next page is made while this one is read, and is never an old one."""

import pytest
from PySide6.QtCore import Qt

from reader.library import Library, mark
from reader.library.receive import sync
from reader.ui.reading import prepared


@pytest.fixture
def made(monkeypatch):
    """The keys of the articles whose pages were made, in order."""
    keys = []
    real = prepared.read.page

    def counted(library, key, *rest, **named):
        keys.append(key)
        return real(library, key, *rest, **named)

    monkeypatch.setattr(prepared.read, "page", counted)
    return keys


def test_the_next_page_is_made_before_it_is_asked_for(made, open_window, folder):
    driver = open_window(folder)
    first, second = (driver.window.articles.articles.key(place) for place in (0, 1))
    assert made == [first, second]
    driver.press(Qt.Key.Key_J)
    assert driver.title == driver.titles(2)[1]
    assert made.count(second) == 1
    driver.press(Qt.Key.Key_K)
    assert made.count(first) == 1


def test_what_the_reader_did_meanwhile_is_shown(driver, folder):
    second = driver.window.articles.articles.key(1)
    with Library.open(folder) as library:
        mark.set_note(library, second, "Ask Mira.")
    driver.press(Qt.Key.Key_J)
    assert driver.window.reading.prepared.note == "Ask Mira."


def test_an_edition_that_came_meanwhile_is_shown(driver, folder, publisher):
    assert driver.titles(2)[1] == "The census"
    census = publisher.article("census", "The census", "Counted anew.", section="essays", date="2019-06-29")
    with Library.open(folder) as library:
        sync(library, publisher.publish(census))
    driver.press(Qt.Key.Key_J)
    assert "Counted anew." in driver.window.reading.browser.toPlainText()


def test_the_page_has_the_size_that_it_has_now(made, driver):
    second = driver.window.articles.articles.key(1)
    driver.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    driver.press(Qt.Key.Key_J)
    assert made.count(second) == 2
    size = driver.window.reading.browser.document().defaultFont().pixelSize()
    assert f"font-size: {size}px" in driver.window.reading.prepared.page.html
