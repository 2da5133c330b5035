"""Searches that are kept and remembered, and the page that explains how to search."""

import shutil

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from reader.library import Library, searches
from reader.model.listing import Node, NodeKind
from reader.ui.indexing import Indexing

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def kept(folder):
    with Library.open(folder) as library:
        return [one.text for one in searches.saved(library)], tuple(one.id for one in searches.recent(library))


def search(driver, words):
    driver.press(Qt.Key.Key_Slash)
    driver.qtbot.keyClicks(driver.window.bar.search, words)
    driver.settle()


def search_on(driver, letter):
    if not driver.window.bar.search.hasFocus():
        driver.press(Qt.Key.Key_Slash)
    driver.qtbot.keyClicks(driver.window.bar.search, letter)
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


def test_a_half_typed_search_that_finds_the_open_article_was_not_used(driver, folder):
    for letter in driver.title.split()[0].lower():
        search_on(driver, letter)
        assert kept(folder)[1] == ()


def test_a_search_is_remembered_when_a_hit_is_chosen(driver, folder):
    search(driver, "item")
    driver.window.articles.view.setFocus()
    driver.press(Qt.Key.Key_Down)
    assert kept(folder)[1] == ("item",)


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


def keep(driver, words):
    search(driver, words)
    driver.press(Qt.Key.Key_S, CTRL)
    driver.settle()


def stand_on(driver, title):
    driver.window.navigation.setFocus()
    driver.select(title)


def titles(folder):
    with Library.open(folder) as library:
        return [one.title for one in searches.saved(library)]


def test_a_kept_search_is_renamed_with_f2(driver, folder):
    keep(driver, "courier")
    stand_on(driver, "courier")
    driver.press(Qt.Key.Key_F2)
    driver.type("Riders")
    driver.press(Qt.Key.Key_Return)
    driver.settle()
    assert titles(folder) == ["Riders"]
    assert driver.branch("Riders").node == Node(NodeKind.SEARCH, "courier")
    assert driver.window.navigation.hasFocus()


def test_escape_leaves_the_title(driver, folder):
    keep(driver, "courier")
    stand_on(driver, "courier")
    driver.press(Qt.Key.Key_F2)
    driver.type("Riders")
    driver.press(Qt.Key.Key_Escape)
    driver.settle()
    assert titles(folder) == ["courier"]
    assert driver.shown.node.id == "courier"


def test_a_kept_search_goes_with_del_and_comes_back_with_undo(driver, folder):
    keep(driver, "courier")
    stand_on(driver, "courier")
    driver.press(Qt.Key.Key_Delete)
    driver.settle()
    assert titles(folder) == []
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.settle()
    assert titles(folder) == ["courier"]


def test_f2_and_del_do_nothing_to_other_rows(driver, folder):
    keep(driver, "courier")
    stand_on(driver, "Essays")
    driver.press(Qt.Key.Key_F2)
    driver.press(Qt.Key.Key_Delete)
    assert titles(folder) == ["courier"]
    assert driver.window.navigation.hasFocus()


def test_the_menu_of_a_kept_search_opens_from_the_keyboard(driver, folder, qapp):
    keep(driver, "courier")
    stand_on(driver, "courier")
    tree = driver.window.navigation
    qapp.sendEvent(tree, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = tree.findChild(QMenu)
    assert [one.text().split("\t")[0] for one in menu.actions()] == ["Rename", "Keep no longer"]
    menu.actions()[1].trigger()
    menu.close()
    driver.settle()
    assert titles(folder) == []


def test_the_mark_beside_the_hits_shows_and_keeps(driver, folder):
    search(driver, "courier")
    button = driver.window.articles.header.keep
    assert button.accessibleName() == "Keep this search (Ctrl+S)"
    driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.settle()
    assert titles(folder) == ["courier"]
    assert button.accessibleName() == "Keep this search no longer (Ctrl+S)"
    driver.select("Essays")
    assert button.isHidden()


def test_the_history_is_switched_and_cleared_in_the_preferences(driver, folder):
    search(driver, "courier")
    driver.press(Qt.Key.Key_Return)
    driver.settle()
    popover, button = driver.window.appearance, driver.window.bar.appearance
    button.click()
    driver.settle()
    assert (popover.history[True].isChecked(), popover.clear.isEnabled()) == (True, True)
    driver.qtbot.keyClick(popover.clear, Qt.Key.Key_Space)
    driver.settle()
    assert kept(folder)[1] == ()
    driver.qtbot.keyClick(popover.history[False], Qt.Key.Key_Space)
    driver.settle()
    with Library.open(folder) as library:
        assert not searches.keeps_history(library)
    assert (popover.history[False].isChecked(), popover.clear.isEnabled()) == (True, False)
    popover.hide()


def test_while_the_index_is_made_the_list_says_so_and_what_it_finds_comes_by_itself(open_window, folder, monkeypatch):
    shutil.rmtree(folder / "index")
    begin, held = Indexing.start, []

    def wait(indexing):
        held.append(indexing)

    monkeypatch.setattr(Indexing, "start", wait)
    driver = open_window(folder)
    search(driver, "courier")
    empty = driver.window.articles.empty
    assert empty.accessibleName().startswith("Nothing found yet The search index is still being built.")
    assert driver.window.articles.header._hint.isHidden()
    monkeypatch.setattr(Indexing, "start", begin)
    held[0].start()
    driver.qtbot.waitUntil(lambda: len(driver.titles()) > 0, timeout=20_000)
    assert driver.shown.node.id == "courier"
