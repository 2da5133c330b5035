"""Lists that show unread articles only, and the order that each search keeps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from reader.model.listing import NodeKind, Sort

KEY, MOD = Qt.Key, Qt.KeyboardModifier
SHIFT, CTRL, ALT = MOD.ShiftModifier, MOD.ControlModifier, MOD.AltModifier


@pytest.fixture
def partly(driver):
    """The first article is open and read; so is one item."""
    driver.window.articles.view.setFocus()
    driver.press(KEY.Key_M)
    driver.window.marking.set_read([driver.row("item-4").key], read=True)
    driver.settle()
    return driver


def heading(driver):
    return driver.window.articles.header.accessibleName()


def shown_ids(driver):
    model = driver.window.articles.articles
    return {model.row(place).id for place in range(model.rowCount())}


def sort(driver, order):
    driver.window.articles.header.sorted_by.emit(order)
    driver.settle()


def search(driver, words):
    driver.press(KEY.Key_Slash)
    driver.type(words)
    driver.press(KEY.Key_Return)


def keep(driver):
    driver.press(KEY.Key_S, CTRL)
    driver.qtbot.waitUntil(lambda: driver.window.navigation.tree.holds(driver.shown.node))
    driver.settle()


def test_h_hides_what_was_read_but_not_the_open_article(partly):
    partly.press(KEY.Key_H)
    assert "item-4" not in shown_ids(partly)
    assert "courier" in shown_ids(partly)
    assert heading(partly) == "Latest · 38 unread"
    assert partly.window.articles.view.selected() == 0
    partly.press(KEY.Key_J)
    partly.press(KEY.Key_M)
    assert partly.row("census").read
    partly.press(KEY.Key_H)
    assert heading(partly) == "Latest · 40"
    assert partly.title == "The census"
    assert partly.window.articles.selected_row().id == "census"


def test_what_is_being_read_stays_over_a_refresh_and_the_rest_goes(partly):
    partly.press(KEY.Key_H)
    partly.press(KEY.Key_J)
    partly.press(KEY.Key_M)
    partly.window.refresh()
    partly.settle()
    assert "census" in shown_ids(partly)
    assert "courier" not in shown_ids(partly)
    assert partly.window.articles.selected_row().id == "census"


def test_it_is_kept_for_each_list_and_over_a_restart(partly, open_window, folder):
    partly.press(KEY.Key_H)
    partly.select("News")
    assert heading(partly) == "News · 39"
    partly.select("Latest")
    assert partly.shown.unread_only
    partly.window.close()
    again = open_window(folder)
    assert again.shown.unread_only
    assert again.window.articles.header.unread.isChecked()
    again.select("News")
    assert not again.window.articles.header.unread.isChecked()


def test_the_switch_says_its_state_and_can_be_pressed(partly):
    switch = partly.window.articles.header.unread
    told = QAccessible.queryAccessibleInterface(switch)
    assert told.text(QAccessible.Text.Name) == "Unread articles only"
    switch.setFocus()
    partly.press(KEY.Key_Space)
    assert partly.shown.unread_only
    assert told.state().checked
    partly.qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    partly.settle()
    assert not partly.shown.unread_only
    assert not told.state().checked


def test_all_read_says_so_and_shows_them_again(driver):
    driver.press(KEY.Key_A, SHIFT)
    driver.select("Essays")
    driver.press(KEY.Key_J)
    driver.select("North")
    driver.press(KEY.Key_H)
    empty = driver.window.articles.empty
    assert empty.isVisible()
    assert empty._title.text() == "All read here"
    assert heading(driver) == "North · 0 unread"
    driver.qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    driver.settle()
    assert heading(driver) == "North · 38"


def test_a_list_with_nothing_in_it_is_not_called_all_read(driver):
    driver.select("Starred")
    driver.press(KEY.Key_H)
    assert driver.window.articles.empty._title.text() == "No stars yet"


def test_the_list_of_unread_ones_has_no_switch(driver):
    driver.select("Unread")
    assert driver.window.articles.header.unread.isHidden()
    driver.press(KEY.Key_H)
    assert driver.window.status._words == "This list has unread articles only."


def test_in_a_search_it_is_a_word_of_the_query(partly):
    search(partly, "courier")
    before = partly.shown.total
    partly.press(KEY.Key_H)
    assert partly.window.bar.search.text() == "courier is:unread"
    assert partly.shown.node.id == "courier is:unread"
    assert partly.window.articles.header.unread.isChecked()
    assert partly.shown.total < before
    partly.press(KEY.Key_H)
    assert partly.shown.node.id == "courier"
    partly.press(KEY.Key_Left, ALT)
    assert partly.shown.unread_only


def test_a_search_of_which_all_is_read_offers_the_rest(partly):
    search(partly, '"The courier"')
    partly.press(KEY.Key_A, SHIFT)
    partly.press(KEY.Key_H)
    assert partly.window.articles.empty._title.text() == "All read here"
    partly.qtbot.mouseClick(partly.window.articles.empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    partly.settle()
    assert partly.shown.total > 0


def test_a_kept_search_has_its_own_order_and_others_share_one(driver, open_window, folder):
    search(driver, "item")
    sort(driver, Sort.OLDEST)
    keep(driver)
    search(driver, "courier")
    assert driver.shown.sort is Sort.OLDEST
    sort(driver, Sort.NEWEST)
    driver.select("item")
    assert driver.shown.sort is Sort.OLDEST
    sort(driver, Sort.TITLE)
    search(driver, "census")
    assert driver.shown.sort is Sort.NEWEST
    driver.select("item")
    assert (driver.shown.node.kind, driver.shown.sort) == (NodeKind.SEARCH, Sort.TITLE)
    driver.window.close()
    again = open_window(folder)
    assert (again.shown.node.id, again.shown.sort) == ("item", Sort.TITLE)


def test_a_search_that_is_kept_no_longer_goes_with_the_others(driver):
    search(driver, "item")
    keep(driver)
    sort(driver, Sort.OLDEST)
    driver.press(KEY.Key_S, CTRL)
    driver.qtbot.waitUntil(lambda: not driver.window.navigation.tree.holds(driver.shown.node))
    driver.select("Latest")
    search(driver, "item")
    assert driver.shown.sort is Sort.RELEVANCE
