"""Small windows over the window: what they show, and that nothing is left of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit

from reader.ui.erasing_dialog import ErasingDialog
from reader.ui.go_to import GoTo
from reader.ui.key_help import KeyHelp
from reader.ui.keyed_row import KEY
from reader.ui.reading.external import ExternalAddress
from reader.ui.shortcuts import how_to_go, with_key

Key = Qt.Key


@pytest.mark.parametrize(
    ("kind", "show"),
    [
        (KeyHelp, lambda window: window.commands.help()),
        (ExternalAddress, lambda window: window.reading.external_followed.emit("https://example.org")),
    ],
)
def test_nothing_is_left_of_a_dialog_that_was_closed(driver, kind, show):
    for _time in range(2):
        show(driver.window)
        (dialog,) = driver.window.findChildren(kind)
        QTest.keyClick(dialog, Key.Key_Escape)
        driver.qtbot.waitUntil(lambda: not driver.window.findChildren(kind))


def test_keys_stand_in_two_columns_where_there_is_room(driver):
    driver.window.commands.help()
    dialog = driver.window.findChild(KeyHelp)
    assert dialog._columns.direction() is QBoxLayout.Direction.LeftToRight
    dialog.resize(400, 600)
    assert dialog._columns.direction() is QBoxLayout.Direction.TopToBottom
    dialog.close()


def test_going_anywhere_shows_the_key_of_a_command(driver):
    driver.window.keymap.give("print_page", "F12", instead="Ctrl+P")
    driver.window.commands.go_to()
    dialog = driver.window.findChild(GoTo)
    QTest.keyClicks(dialog.field, "print")
    item = dialog.list.item(0)
    assert item.data(KEY) == "F12"
    spoken = QAccessible.queryAccessibleInterface(dialog.list).child(0)
    assert spoken.text(QAccessible.Text.Name).endswith("(F12)")
    dialog.close()


def test_no_key_is_named_where_there_is_none():
    assert (with_key("Star", "S"), with_key("Star", "")) == ("Star (S)", "Star")
    assert how_to_go("J", "K", "Space").count(".") == 2
    assert how_to_go("", "K", "Space") == "Space reads on."
    assert how_to_go("", "", "") == ""


def entered(driver, kind):
    """A dialog that is open, once it has the keys."""
    dialog = driver.window.findChild(kind)
    with driver.qtbot.waitActive(dialog):
        dialog.activateWindow()
    return dialog


@pytest.mark.parametrize("size", [(1400, 900), (420, 700)])
def test_an_address_is_shown_whole_and_copied_by_keys(open_window, folder, size):
    driver = open_window(folder, size=size, language="ar")
    address = "https://example.org/" + "a-long-way/" * 12 + "?from=here"
    driver.window.reading.external_followed.emit(address)
    dialog = entered(driver, ExternalAddress)
    assert dialog.width() <= size[0]
    field = next(one for one in dialog.findChildren(QPlainTextEdit) if one.isVisible())
    assert (field.toPlainText(), field.verticalScrollBar().maximum()) == (address, 0)
    assert field.layoutDirection() is Qt.LayoutDirection.LeftToRight
    field.setFocus()
    QTest.keyClick(field, Key.Key_Tab)
    assert not field.hasFocus()
    QTest.keyClick(dialog, Key.Key_Return)
    assert QGuiApplication.clipboard().text() == address


def test_the_focus_stays_at_the_button_when_the_theme_changes(driver):
    driver.window.commands.keep_nothing()
    dialog = entered(driver, ErasingDialog)
    keep = next(one for one in dialog.buttons.buttons() if one is not dialog.erase)
    driver.qtbot.waitUntil(keep.hasFocus)
    driver.window.state.theme = "dark"
    driver.window.restyle()
    assert keep.hasFocus()
    assert keep.isDefault()
    QTest.keyClick(dialog, Key.Key_Escape)
