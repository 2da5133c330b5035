"""Keys of keyboards that type no Latin letters act by their place."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from reader.ui.key_places import latin_key

Mod = Qt.KeyboardModifier
pytestmark = pytest.mark.skipif(sys.platform not in {"linux", "win32"}, reason="a Mac's keys have other numbers")
OFFSET = 8 if sys.platform == "linux" else 0
J, S, D, A, FULL_STOP, SLASH = 36, 31, 32, 30, 52, 53


def event(kind, letter, place, modifiers=Mod.NoModifier):
    return QKeyEvent(kind, ord(letter.upper()), modifiers, place + OFFSET, 0, 0, letter)


def press(driver, letter, place, modifiers=Mod.NoModifier):
    """As Qt does: the question to what has the focus first, then, if no shortcut is known, the press to the window."""
    QApplication.sendEvent(driver.window.focusWidget(), event(QEvent.Type.ShortcutOverride, letter, place, modifiers))
    QApplication.sendEvent(driver.window.windowHandle(), event(QEvent.Type.KeyPress, letter, place, modifiers))
    driver.settle()


@pytest.mark.parametrize(
    ("letter", "place", "modifiers", "latin"),
    [
        ("о", J, Mod.NoModifier, "J"),
        ("ت", J, Mod.NoModifier, "J"),
        ("ф", A, Mod.ShiftModifier, "Shift+A"),
        ("ю", FULL_STOP, Mod.ShiftModifier, ">"),
        ("ظ", SLASH, Mod.NoModifier, "/"),
        ("؟", SLASH, Mod.ShiftModifier, "?"),
        ("в", D, Mod.ControlModifier, "Ctrl+D"),
        ("j", J, Mod.NoModifier, ""),
        ("é", 3, Mod.NoModifier, ""),
        ("о", 99, Mod.NoModifier, ""),
    ],
)
def test_a_letter_of_another_script_is_the_latin_one_at_its_place(letter, place, modifiers, latin):
    assert latin_key(event(QEvent.Type.KeyPress, letter, place, modifiers)) == latin


def test_a_russian_keyboard_goes_on_and_stars(driver):
    press(driver, "о", J)
    assert driver.title == "The census"
    press(driver, "в", D, Mod.ControlModifier)
    assert driver.row("census").starred


def test_a_field_takes_the_letters_itself(driver):
    press(driver, "ظ", SLASH)
    field = driver.window.focusWidget()
    assert field is driver.window.bar.search
    press(driver, "о", J)
    assert field.text() == "о"
    assert driver.title == "The courier"


def test_a_letter_that_was_given_to_a_command_is_its_own(driver):
    driver.window.keymap.give("toggle_star", "О")
    press(driver, "о", J)  # Qt's own shortcut answers in the window; none is asked by its place
    assert driver.title == "The courier"


def test_keys_do_nothing_behind_the_panel(driver, bundle):
    driver.window.sync.open_source(bundle)
    driver.settle()
    press(driver, "о", J)
    assert driver.title == "The courier"


def test_a_key_that_qt_found_itself_acts_once(driver):
    QApplication.sendEvent(driver.window.focusWidget(), event(QEvent.Type.ShortcutOverride, "о", J))
    driver.qtbot.wait(10)
    QApplication.sendEvent(driver.window.windowHandle(), event(QEvent.Type.KeyPress, "о", J))
    driver.settle()
    assert driver.title == "The courier"
