"""Footnotes, terms and outside addresses are read where they stand, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.library import Library
from reader.library.receive import sync
from reader.model.publication import Kind, Text

BODY = (
    "One.[^1] A [stick](term:stick) and [outside](https://example.org/a?b).\n\n"
    + "The courier went on. " * 400
    + "\n\n[^1]: The note says *this*."
)


@pytest.fixture
def noted(open_window, publisher, tmp_path):
    bundle = publisher.publish(
        publisher.section("news", "News"),
        Text(publisher.id, Kind.TERM, "stick", "Stick", "en", "A small memory.", work="stick"),
        publisher.article("noted", "Noted", BODY, section="news", date="2019-06-30"),
    )
    with Library.open(tmp_path / "noted") as library:
        sync(library, bundle)
    driver = open_window(tmp_path / "noted")
    driver.window.reading.browser.setFocus()
    return driver


def tab_to(driver, words):
    card = driver.window.reading.browser.note
    for _ in range(12):
        driver.press(Qt.Key.Key_Tab)
        if card.isVisible() and words in card.accessibleName():
            return card
    pytest.fail(words)


def test_tab_to_a_footnotes_mark_shows_the_note_beside_it_and_esc_hides_it(noted):
    browser = noted.window.reading.browser
    card = tab_to(noted, "The note says this.")
    assert browser.rect().contains(card.geometry())
    assert not card.geometry().intersects(browser.cursorRect().translated(browser.viewport().pos()))
    assert browser.hasFocus()
    noted.press(Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert noted.title == "Noted"


@pytest.mark.parametrize("hidden", [True, False])
def test_enter_on_a_mark_shows_the_note_and_again_goes_to_the_list(noted, hidden):
    browser = noted.window.reading.browser
    card = tab_to(noted, "The note says this.")
    noted.press(Qt.Key.Key_Escape) if hidden else None
    noted.press(Qt.Key.Key_Return)
    assert card.isVisible()
    assert "Go to the note" in card.accessibleName()
    assert browser.verticalScrollBar().value() == 0
    noted.press(Qt.Key.Key_Return)
    assert not card.isVisible()
    assert browser.verticalScrollBar().value() > 500
    noted.press(Qt.Key.Key_Tab)
    assert browser.textCursor().charFormat().anchorHref().startswith("#b-fnref")
    noted.press(Qt.Key.Key_Return)
    assert browser.verticalScrollBar().value() < 500


def test_links_that_tab_comes_to_are_spoken_with_what_they_say(noted, monkeypatch):
    spoken = []
    monkeypatch.setattr("reader.ui.reading.browser.announce", lambda _widget, words: spoken.append(words))
    tab_to(noted, "The note says this.")
    tab_to(noted, "A small memory.")
    assert spoken[-2].startswith("1, link, The note says this.")
    assert spoken[-1].startswith("stick, link, ")
    assert "A small memory." in spoken[-1]
    noted.press(Qt.Key.Key_Tab)
    assert spoken[-1].startswith("outside, link, ")
    assert "https://example.org/a?b" in spoken[-1]


def test_a_term_is_defined_at_the_term_and_enter_goes_to_the_glossary(noted):
    card = tab_to(noted, "A small memory.")
    noted.press(Qt.Key.Key_Return)
    assert noted.title == "Noted"
    assert card.isVisible()
    assert "Open the glossary" in card.accessibleName()
    assert card._text.verticalScrollBar().maximum() == 0
    noted.press(Qt.Key.Key_Return)
    assert noted.title == "Glossary"
    noted.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert noted.title == "Noted"


def test_a_press_on_a_term_shows_its_definition_and_another_goes_to_the_glossary(noted):
    browser = noted.window.reading.browser
    place = browser.cursorRect(browser.document().find("stick")).center() - QPoint(4, 0)
    QTest.mouseMove(browser.viewport(), place)
    noted.qtbot.waitUntil(browser.note.isVisible)
    for title in ("Noted", "Glossary"):
        QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=place)
        noted.settle()
        assert noted.title == title


def test_the_card_itself_leads_to_the_glossary(noted):
    card = tab_to(noted, "A small memory.")
    noted.press(Qt.Key.Key_Return)
    place = card._text.cursorRect(card._text.document().find("glossary")).center() - QPoint(4, 0)
    QTest.mouseClick(card._text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    noted.settle()
    assert noted.title == "Glossary"


def test_the_way_back_from_a_note_leads_to_its_mark(noted):
    browser = noted.window.reading.browser
    bar = browser.verticalScrollBar()
    bar.setValue(3)
    tab_to(noted, "The note says this.")
    noted.press(Qt.Key.Key_Return)
    before = bar.value()
    noted.press(Qt.Key.Key_Return)
    below = bar.value()
    assert below > 500
    noted.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert noted.title == "Noted"
    assert abs(bar.value() - before) <= 4
    noted.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert abs(bar.value() - below) <= 2
    noted.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    tab_to(noted, "The note says this.")
    noted.press(Qt.Key.Key_Return)
    noted.press(Qt.Key.Key_Return)
    assert bar.value() > 500
    noted.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert abs(bar.value() - before) <= 40


def test_an_outside_address_is_shown_whole(noted):
    tab_to(noted, "https://example.org/a?b")


def test_the_mouse_over_a_term_shows_its_definition(noted, qtbot):
    browser = noted.window.reading.browser
    cursor = browser.document().find("stick")
    place = browser.cursorRect(cursor).center() - QPoint(4, 0)
    QTest.mouseMove(browser.viewport(), place - QPoint(0, 60))
    QTest.mouseMove(browser.viewport(), place)
    qtbot.waitUntil(lambda: "A small memory." in browser.note.accessibleName() and browser.note.isVisible())
    QTest.mouseMove(browser.viewport(), place + QPoint(0, 200))
    qtbot.waitUntil(lambda: not browser.note.isVisible())


def test_a_note_is_gone_with_the_page(noted):
    card = tab_to(noted, "A small memory.")
    noted.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert not card.isVisible()


def test_tab_begins_with_what_is_on_the_screen_and_leaves_the_page_after_the_last_link(noted):
    browser = noted.window.reading.browser
    bar = browser.verticalScrollBar()
    bar.setValue(bar.maximum())
    noted.press(Qt.Key.Key_Tab)
    assert bar.value() > 500
    for _ in range(12):
        if not browser.hasFocus():
            break
        noted.press(Qt.Key.Key_Tab)
    assert not browser.hasFocus()
