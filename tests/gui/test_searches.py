"""Searches that are kept and remembered, and the page that explains how to search."""

from PySide6.QtCore import Qt

from reader.library import Library, searches
from reader.model.listing import Node, NodeKind

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def kept(folder):
    with Library.open(folder) as library:
        return [one.text for one in searches.saved(library)], searches.recent(library)


def search(driver, words):
    driver.press(Qt.Key.Key_Slash)
    driver.qtbot.keyClicks(driver.window.bar.search, words)
    driver.settle()


def test_a_search_is_kept_shown_in_the_navigation_and_let_go(driver, folder):
    search(driver, "courier")
    driver.press(Qt.Key.Key_S, CTRL)
    driver.settle()
    assert kept(folder)[0] == ["courier"]
    assert driver.window.navigation.tree.find(Node(NodeKind.SEARCH, "courier")).isValid()
    driver.press(Qt.Key.Key_S, CTRL)
    driver.settle()
    assert kept(folder)[0] == []


def test_without_a_search_there_is_nothing_to_keep(driver, folder):
    driver.press(Qt.Key.Key_S, CTRL)
    driver.settle()
    assert kept(folder)[0] == []
    assert driver.window.status._words == "Search for something first, then keep it."


def test_a_search_is_remembered_when_it_was_used(driver, folder):
    search(driver, "cour")
    assert kept(folder)[1] == ()
    driver.qtbot.keyClicks(driver.window.bar.search, "ier")
    driver.settle()
    driver.press(Qt.Key.Key_Return)
    driver.settle()
    assert kept(folder)[1] == ("courier",)


def test_the_history_can_be_switched_off(driver, folder):
    driver.window.commands.switch_history()
    driver.settle()
    search(driver, "courier")
    driver.press(Qt.Key.Key_Return)
    driver.settle()
    assert kept(folder)[1] == ()


def test_the_page_of_help_runs_its_examples(driver):
    driver.press(Qt.Key.Key_F1, SHIFT)
    driver.settle()
    browser = driver.window.reading.browser
    assert "How to search" in browser.toPlainText()
    assert "section:" in browser.toPlainText()
    assert "packhorse:node/search/" in driver.window.reading.prepared.page.html
