"""After a sync the reader is led to what is new, and finds it again later."""

from PySide6.QtCore import Qt

from reader.library import Library
from reader.library.receive import sync
from reader.model.listing import LATEST, Node, NodeKind

NEW = Node(NodeKind.NEW)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def next_edition(publisher):
    return publisher.publish(
        publisher.article("newest", "The newest", section="news", date="2019-07-01", standfirst="Of today."),
        publisher.article("newer", "The newer", section="essays", date="2019-06-30"),
        publisher.article("census", "The census", "Counted again.", section="essays", date="2019-06-29"),
    )


def bring_in(driver, path):
    driver.window.sync.open_source(path)
    driver.settle()
    driver.qtbot.keyClick(driver.window.sync._first, Qt.Key.Key_Space)
    driver.qtbot.waitUntil(lambda: "is in the library" in driver.window.sync._title.text())
    driver.settle()


def page(driver):
    return driver.window.reading.browser.toPlainText()


def test_the_panel_leads_to_what_is_new(driver, publisher):
    bring_in(driver, next_edition(publisher))
    second = driver.window.sync._second
    assert (second.isVisible(), second.text()) == (True, "What is new")
    driver.qtbot.keyClick(second, Qt.Key.Key_Space)
    driver.settle()
    assert driver.window.sync.isHidden()
    assert (driver.shown.node, driver.titles()) == (NEW, ["The newest", "The newer", "The census"])
    for words in ("New in edition 2", "2 new articles · 1 changed article", "1 new · 1 changed", "Of today."):
        assert words in page(driver)
    driver.press(Qt.Key.Key_J)
    assert driver.title == "The newest"


def test_the_status_line_offers_it_and_undo_does_not_take_it(driver, publisher):
    bring_in(driver, next_edition(publisher))
    driver.qtbot.keyClick(driver.window.sync, Qt.Key.Key_Escape)
    status = driver.window.status
    assert status._words == "2 new articles · 1 changed article"
    assert status._undo.isVisible()
    driver.qtbot.mouseClick(status._undo, Qt.MouseButton.LeftButton)
    driver.settle()
    assert driver.shown.node == NEW
    assert status._undo.isHidden()
    driver.window.status.offer("News", "See", lambda: driver.window.open_node(LATEST))
    driver.press(Qt.Key.Key_Z, CTRL)
    assert driver.shown.node == NEW


def test_it_is_found_later_in_the_navigation_and_by_its_key(open_window, folder, publisher):
    with Library.open(folder) as library:
        sync(library, next_edition(publisher))
    driver = open_window(folder)
    assert driver.branch("New in this edition").count == 3
    driver.press(Qt.Key.Key_N, SHIFT)
    assert driver.shown.node == NEW
    assert driver.window.articles.header.accessibleName() == "New in this edition · 3"
    assert "New in edition 2" in page(driver)
    driver.window.close()
    again = open_window(folder)
    assert again.shown.node == NEW


def test_of_a_first_edition_nothing_is_told_apart(open_window, tmp_path, bundle):
    driver = open_window(tmp_path / "empty")
    bring_in(driver, bundle)
    assert [driver.window.sync._first.text(), driver.window.sync._second.text()] == ["Read now", "Close"]
    driver.qtbot.keyClick(driver.window.sync, Qt.Key.Key_Escape)
    assert "new article" not in driver.window.status._words
    assert not driver.window.navigation.tree.holds(NEW)
