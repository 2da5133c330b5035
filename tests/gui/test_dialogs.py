"""Small windows over the window: what they show, and that nothing is left of them."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QPlainTextEdit, QPushButton

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


@pytest.fixture
def opened(monkeypatch):
    """What was handed to the system's browser."""
    handed = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: handed.append(url.toString()) or True)
    return handed


def buttons(dialog):
    return {one.text(): one for one in dialog.findChildren(QPushButton)}


def outside(driver, address="https://example.org/a?b=c#d"):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the one before is gone
    driver.window.reading.external_followed.emit(address)
    return entered(driver, ExternalAddress)


def test_nothing_is_opened_in_the_browser_without_a_press(driver, opened):
    dialog = outside(driver)
    leave = buttons(dialog)["Open in the browser"]
    assert (leave.isDefault(), leave.autoDefault()) == (False, False)
    QTest.keyClick(dialog, Key.Key_Return)
    dialog = outside(driver)
    QTest.keyClick(dialog, Key.Key_Escape)
    dialog = outside(driver)
    buttons(dialog)["Open in the browser"].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert not opened
    assert QGuiApplication.clipboard().text() == "https://example.org/a?b=c#d"


def test_a_press_opens_it_in_the_browser(driver, opened):
    dialog = outside(driver)
    assert "use the network" in " ".join(one.text() for one in dialog.findChildren(QLabel))
    QTest.mouseClick(buttons(dialog)["Open in the browser"], Qt.MouseButton.LeftButton)
    assert opened == ["https://example.org/a?b=c#d"]
    assert not dialog.isVisible()


def test_where_no_browser_takes_it_that_is_said(driver, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog = outside(driver)
    QTest.mouseClick(buttons(dialog)["Open in the browser"], Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "No browser took it." in " ".join(one.text() for one in dialog.findChildren(QLabel))


@pytest.mark.parametrize(
    "address", ["mailto:desk@example.org", "ftp://example.org/a", "https:///a", "file:///etc/hosts"]
)
def test_only_addresses_of_the_web_are_offered_to_the_browser(driver, address):
    assert "Open in the browser" not in buttons(outside(driver, address))


def test_who_is_in_danger_can_have_it_never_offered(driver):
    driver.window.state.offer_browser = False
    dialog = outside(driver)
    assert set(buttons(dialog)) == {"Copy", "Close"}
    assert "does not open it" in " ".join(one.text() for one in dialog.findChildren(QLabel))


@pytest.mark.parametrize("language", ["kk", "ru", "ar"])
def test_the_buttons_have_room_in_a_narrow_window(open_window, folder, language):
    driver = open_window(folder, size=(380, 700), language=language)
    dialog = outside(driver)
    for button in buttons(dialog).values():
        assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))
        assert button.width() >= button.sizeHint().width()
