"""What was opened is forgotten when the reader says so twice, and not before."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from reader.library import Library, browse
from reader.model.listing import Node, NodeKind
from reader.ui.erasing_dialog import ErasingDialog

HISTORY = Node(NodeKind.HISTORY)
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(folder):
    with Library.open(folder) as library:
        return [row.id for row in browse.rows(library, browse.keys(library, HISTORY))]


def read_three(driver):
    for _ in range(2):
        driver.press(Qt.Key.Key_J)
    driver.select("History")
    driver.qtbot.waitUntil(lambda: len(driver.titles()) > 1)


def ask(driver):
    driver.window.commands.forget_opened()
    return driver.window.findChild(ErasingDialog)


def test_the_dialog_keeps_by_itself_and_forgets_when_told(driver, folder):
    read_three(driver)
    dialog = ask(driver)
    assert dialog.focusWidget().text() == "Keep"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.settle()
    assert len(opened(folder)) > 1
    dialog = ask(driver)
    role = QDialogButtonBox.ButtonRole.AcceptRole
    (forget,) = (one for one in dialog.buttons.buttons() if dialog.buttons.buttonRole(one) is role)
    forget.click()
    driver.settle()
    assert opened(folder) == []
    assert driver.titles() == []
    assert "opened" in driver.window.articles.empty.accessibleName()
    assert not driver.window.navigator.can_go_back
    assert driver.window.status._words == "What was opened is forgotten."
    driver.window.reading.restyle()
    driver.settle()
    assert opened(folder) == [], "a page made anew is not opened again"


def test_a_row_is_taken_out_with_del_and_comes_back(driver, folder):
    read_three(driver)
    before = driver.titles()
    driver.window.articles.view.setFocus()
    driver.window.articles.view.select(1)
    driver.press(Qt.Key.Key_J)
    gone = driver.window.reading.row.id
    driver.press(Qt.Key.Key_Delete)
    assert gone not in opened(folder)
    assert driver.window.status._words == "1 article taken out of the history."
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.settle()
    assert gone in opened(folder)
    assert len(driver.titles()) >= len(before)
