"""Keys that a reader changed, by pressing them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.ui.key_help import KeyHelp
from reader.ui.preferences.keys_block import KeysBlock
from reader.ui.preferences.window import PreferencesWindow
from reader.ui.state import FILE

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier
FIRST, SECOND = "The courier", "The census"


def active(hand, dialog):
    with hand.qtbot.waitActive(dialog):
        dialog.activateWindow()
    return dialog


def open_preferences(hand):
    hand.press(Key.Key_Comma, CTRL)
    return active(hand, hand.window.findChild(PreferencesWindow))


def leave(hand, dialog):
    """Close a window over the window, and go on in the window."""
    dialog.close()
    with hand.qtbot.waitActive(hand.window):
        hand.window.activateWindow()
    hand.window.articles.view.setFocus()


@pytest.fixture
def keys(hand):
    """A hand in the list of commands, where its search has found "Next article"."""
    dialog = open_preferences(hand)
    hand.type("next article")
    hand.press(Key.Key_Down)
    block = next(one for one in dialog.shown if isinstance(one, KeysBlock))
    assert block.list.hasFocus()
    assert block.list.currentItem().text() == "Next article"
    return block


def test_a_key_is_changed_by_pressing_another(hand, keys):
    hand.press(Key.Key_Return)
    assert "in place of J" in keys.bar.said.text()
    hand.press(Key.Key_X)
    assert keys.list.hasFocus()
    leave(hand, keys.window())
    hand.press(Key.Key_J)
    assert hand.title == FIRST
    hand.press(Key.Key_X)
    assert hand.title == SECOND


def test_a_key_that_another_has_is_asked_for_and_taken(hand, keys):
    hand.press(Key.Key_Return)
    hand.press(Key.Key_K)
    assert keys.bar.said.text() == "K is used by “Previous article”. Take it?"
    hand.press(Key.Key_Return)
    assert hand.window.keymap.keys("next_article") == ("K",)
    leave(hand, keys.window())
    hand.press(Key.Key_K)
    assert hand.title == SECOND


@pytest.mark.parametrize("leaving", [(Key.Key_Escape,), (Key.Key_Tab, Key.Key_Space)])
def test_a_key_that_another_has_is_left_with_it(hand, keys, leaving):
    hand.press(Key.Key_Return)
    hand.press(Key.Key_K)
    for key in leaving:
        hand.press(key)
    assert keys.list.hasFocus()
    assert keys.window().isVisible()
    assert not hand.window.keymap.is_changed


def test_escape_leaves_what_is_being_recorded_and_nothing_else(hand, keys):
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Escape)
    assert keys.list.hasFocus()
    assert keys.bar.said.text() == "Next article"
    assert not hand.window.keymap.is_changed


@pytest.mark.parametrize(
    ("key", "said"),
    [(Key.Key_F1, "stays with “This list of keys”"), (Key.Key_Tab, "used by lists"), (Key.Key_Up, "used by")],
)
def test_a_key_that_cannot_be_had_is_refused_with_a_sentence(hand, keys, key, said):
    hand.press(Key.Key_Return)
    hand.press(key)
    assert said in keys.bar.said.text()
    hand.press(Key.Key_X)
    assert hand.window.keymap.keys("next_article") == ("X",)


def test_a_key_is_taken_away_and_put_back(hand, keys):
    hand.press(Key.Key_Delete)
    assert hand.window.keymap.keys("next_article") == ()
    reset = next(one for one in keys.bar.buttons if one.text() == "As at first")
    hand.click(reset)
    assert hand.window.keymap.keys("next_article") == ("J",)
    assert not hand.window.state.keys


def test_a_key_is_added_beside_another(hand, keys):
    hand.click(next(one for one in keys.bar.buttons if one.text() == "Add a key"))
    hand.press(Key.Key_Down, CTRL | SHIFT)
    assert hand.window.keymap.keys("next_article") == ("J", "Ctrl+Shift+Down")
    hand.click(next(one for one in keys.bar.buttons if one.text().startswith("J")))
    assert hand.window.keymap.keys("next_article") == ("Ctrl+Shift+Down",)


def test_a_command_is_found_by_pressing_its_key(hand, keys):
    keys.window().show_block(KeysBlock)
    hand.click(keys.search_key)
    hand.press(Key.Key_F7)
    assert "No command has F7" in keys.bar.said.text()
    hand.press(Key.Key_D, CTRL)
    assert keys.list.currentItem().text() == "Star, or take the star away"
    assert keys.list.hasFocus()
    assert not hand.window.keymap.is_changed


def test_changed_keys_are_named_everywhere(hand, keys):
    hand.window.keymap.give("toggle_star", "Ctrl+B", instead="S")
    hand.window.keymap.give("search", "F6", instead="/")
    window = hand.window
    assert window.bar.star.toolTip() == "Star (Ctrl+B)"
    assert window.bar.search.placeholderText().endswith("F6")
    leave(hand, keys.window())
    hand.press(Key.Key_F1)
    said = {label.text() for label in hand.window.findChild(KeyHelp).findChildren(QLabel)}
    assert {"Ctrl+B", "F6"} <= said
    assert "S" not in said
    hand.window.findChild(KeyHelp).close()


def test_changed_keys_are_there_after_a_new_start(hand, keys, open_window):
    hand.window.keymap.give("next_article", "X", instead="J")
    folder = hand.window.folder
    hand.end()
    assert b'"next_article": "X"' in (folder / FILE).read_bytes()
    later = open_window(folder)
    later.press(Key.Key_X)
    assert later.title == SECOND
    later.window.keymap.reset_all()
    later.press(Key.Key_K)
    assert later.title == FIRST
    later.press(Key.Key_J)
    assert later.title == SECOND


def test_the_list_of_keys_leads_to_changing_them(hand):
    hand.press(Key.Key_F1)
    listed = active(hand, hand.window.findChild(KeyHelp))
    listed.change.click()
    dialog = active(hand, hand.window.findChild(PreferencesWindow))
    hand.until(lambda: not hand.window.findChildren(KeyHelp))
    assert isinstance(dialog.shown[0], KeysBlock)
    dialog.close()
