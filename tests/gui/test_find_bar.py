"""Finding in the article begins at what is seen, and who only looked is where he was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.ui.panes import Pane

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def amid(driver):
    """In the middle of the article."""
    bar = driver.window.reading.browser.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    return driver


def place(driver):
    return driver.window.reading.browser.verticalScrollBar().value()


def top(driver):
    return driver.window.reading.browser.top()


def find(driver, words):
    bar = driver.window.reading.find_bar
    driver.press(KEY.Key_F, CTRL)
    driver.type(words)
    driver.qtbot.waitUntil(lambda: not bar._soon.isActive())
    return bar


def count(driver):
    return int(driver.window.reading.find_bar._count.text().split()[0])


def test_it_begins_at_what_is_seen(amid):
    before, seen = place(amid), top(amid)
    bar = find(amid, "the courier")
    start, _end = bar._found[bar._at]
    assert start >= seen
    assert bar._found[bar._at - 1][0] < seen + 200
    assert place(amid) == before, "it is in sight already"
    assert count(amid) > 50


def test_esc_goes_back_to_where_one_was(amid):
    before = place(amid)
    find(amid, "outside")
    assert place(amid) != before
    amid.press(KEY.Key_Escape)
    assert amid.window.reading.find_bar.isHidden()
    assert abs(place(amid) - before) <= 2


def test_after_the_last_place_the_first_follows(amid):
    find(amid, "census")
    assert count(amid) == 1
    assert place(amid) < 200


def test_who_went_on_to_a_place_stays_there(amid):
    find(amid, "outside")
    amid.press(KEY.Key_Return)
    found = place(amid)
    amid.press(KEY.Key_Escape)
    assert place(amid) == found


def test_who_scrolled_on_from_a_place_stays_there(amid):
    find(amid, "outside")
    amid.window.reading.browser.verticalScrollBar().setValue(300)
    amid.press(KEY.Key_Escape)
    assert place(amid) == 300


def test_enter_right_after_typing_goes_to_the_first_place(amid):
    bar = amid.window.reading.find_bar
    amid.press(KEY.Key_F, CTRL)
    amid.qtbot.keyClicks(bar._field, "courier")
    assert bar._soon.isActive()
    amid.press(KEY.Key_Return)
    first = count(amid)
    amid.press(KEY.Key_Return)
    assert count(amid) == first + 1


def test_another_size_of_text_keeps_the_present_place(amid):
    find(amid, "courier")
    amid.press(KEY.Key_Return)
    at = count(amid)
    amid.window.commands.zoom_in()
    amid.settle()
    assert count(amid) == at


def test_at_the_top_it_begins_with_the_first(driver):
    find(driver, "courier")
    assert count(driver) == 1
    driver.press(KEY.Key_Escape)
    assert place(driver) == 0


def test_the_next_place_is_looked_for_in_a_page_that_is_seen(open_window, folder):
    narrow = open_window(folder, size=(420, 700))
    narrow.window.panes.enter(Pane.LIST)
    narrow.press(KEY.Key_F3)
    assert narrow.window.reading.find_bar.isVisible()
    assert QApplication.focusWidget().isVisible()
    narrow.type("courier")
    narrow.window.panes.enter(Pane.LIST)
    narrow.press(KEY.Key_F3)
    assert narrow.window.reading.isVisible()


def test_a_bar_that_closes_out_of_sight_leaves_the_focus_where_it_is(open_window, folder):
    narrow = open_window(folder, size=(420, 700))
    narrow.press(KEY.Key_F3)
    narrow.window.panes.enter(Pane.LIST)
    narrow.press(KEY.Key_Escape)
    assert narrow.window.reading.find_bar.isHidden()
    assert narrow.window.articles.isAncestorOf(QApplication.focusWidget())


def test_a_picture_that_closes_in_a_narrow_window_gives_the_focus_to_the_page_it_is_from(open_window, folder):
    narrow = open_window(folder, size=(420, 700))
    window = narrow.window
    window.panes.enter(Pane.READING)
    window.gallery.open_at(window.reading.prepared.page.figures, "pass", window.reading.prepared.publication)
    window.panes.enter(Pane.LIST)
    window.gallery.leave()
    assert QApplication.focusWidget().isVisible()
    assert window.reading.isVisible()
