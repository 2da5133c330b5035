"""The menu of a row in the navigation, and of the row of the list that has the focus, by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(driver):
    driver.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    return {one.text().split("\t")[0]: one for one in menu.actions() if not one.isSeparator()}


def choose(driver, words):
    action = opened(driver)[words]
    QApplication.activePopupWidget().setActiveAction(action)
    driver.qtbot.keyClick(QApplication.activePopupWidget(), KEY.Key_Return)
    driver.window.activateWindow()  # as a desktop does
    driver.settle()


def stand_on(driver, title):
    driver.select(title)
    driver.window.navigation.setFocus()


def test_a_section_is_marked_as_read_from_its_row_and_undone(driver):
    stand_on(driver, "Essays")
    driver.press(KEY.Key_F10, SHIFT)
    choose(driver, "Mark all as read")
    driver.qtbot.waitUntil(lambda: driver.branch("Essays").unread == 0)
    assert driver.branch("News").unread == 39
    assert driver.window.status._words == "1 article marked as read."
    driver.press(KEY.Key_Z, CTRL)
    driver.qtbot.waitUntil(lambda: driver.branch("Essays").unread == 1)


def test_a_row_that_is_read_has_nothing_to_mark(driver):
    stand_on(driver, "Essays")
    driver.press(KEY.Key_A, SHIFT)
    driver.qtbot.waitUntil(lambda: driver.branch("Essays").unread == 0)
    driver.window.navigation.setFocus()
    driver.press(KEY.Key_F10, SHIFT)
    assert list(opened(driver)) == ["Open"]
    QApplication.activePopupWidget().close()


def test_the_right_button_opens_the_menu_and_no_other_list(driver):
    tree = driver.window.navigation
    before = driver.window.navigator.place
    at = tree.visualRect(tree.tree.index_of(driver.branch("Essays"))).center()
    driver.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.RightButton, pos=at)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tree.viewport().mapToGlobal(at))
    QApplication.sendEvent(tree.viewport(), asked)
    choose(driver, "Mark all as read")
    driver.qtbot.waitUntil(lambda: driver.branch("Essays").unread == 0)
    assert driver.window.navigator.place == before


@pytest.mark.parametrize("title", ["About us", "Explore"])
def test_a_page_or_a_heading_has_no_menu(driver, title):
    tree = driver.window.navigation
    at = tree.visualRect(tree.tree.index_of(driver.branch(title))).center()
    QApplication.sendEvent(
        tree.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tree.viewport().mapToGlobal(at))
    )
    assert QApplication.activePopupWidget() is None


def test_shift_f10_opens_the_menu_of_the_row_with_the_focus(driver):
    driver.press(KEY.Key_J)
    driver.press(KEY.Key_F10, SHIFT)
    choose(driver, "Star")
    assert driver.row("census").starred
    assert not driver.row("courier").starred


def test_shift_f10_opens_the_menu_of_the_page(driver):
    driver.window.reading.browser.setFocus()
    driver.press(KEY.Key_F10, SHIFT)
    assert "Select all" in opened(driver)
    QApplication.activePopupWidget().close()


def test_shift_f10_opens_the_menu_of_a_window_of_its_own(driver):
    driver.window.article_windows.open(driver.row("courier").key)
    apart = driver.window.article_windows.windows[0]
    driver.qtbot.waitUntil(lambda: apart.reading.row is not None)
    with driver.qtbot.waitActive(apart):
        apart.activateWindow()
    apart.reading.browser.setFocus()
    driver.qtbot.keyClick(apart.reading.browser, KEY.Key_F10, SHIFT)
    assert "Select all" in opened(driver)
    QApplication.activePopupWidget().close()
