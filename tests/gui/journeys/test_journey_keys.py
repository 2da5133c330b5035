"""The table of keys, each from each pane."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.ui.commands import KEYS
from reader.ui.key_help import KeyHelp

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier
FIRST, SECOND = "The courier", "The census"


@pytest.fixture(params=["navigation", "list", "page"])
def anywhere(request, hand):
    """The window with the focus in one of its panes."""
    window = hand.window
    pane = {"navigation": window.navigation, "list": window.articles.view, "page": window.reading.browser}
    pane[request.param].setFocus()
    assert pane[request.param].hasFocus()
    return hand


def test_letters_work_from_every_pane(anywhere):
    hand = anywhere
    hand.press(Key.Key_J)
    assert hand.title == SECOND
    hand.press(Key.Key_K)
    assert hand.title == FIRST
    hand.press(Key.Key_S)
    assert hand.row.starred
    hand.press(Key.Key_M)
    assert hand.row.read
    hand.press(Key.Key_N)
    assert hand.title == SECOND
    hand.press(Key.Key_J)
    hand.press(Key.Key_P)
    assert hand.title == SECOND
    hand.press(Key.Key_P)
    assert hand.title == SECOND, "what lies before is read"


def test_brackets_go_through_the_sections_from_every_pane(anywhere):
    hand, nodes = anywhere, []
    for key in (Key.Key_BracketRight, Key.Key_BracketRight, Key.Key_BracketRight, Key.Key_BracketLeft):
        hand.press(key)
        nodes.append(hand.node)
    assert nodes == ["section:news", "section:north", "section:essays", "section:north"]


def test_space_reads_on_from_every_pane(anywhere):
    hand = anywhere
    hand.press(Key.Key_Space)
    assert hand.fraction > 0
    hand.press(Key.Key_Space, SHIFT)
    assert hand.fraction == 0
    for _page in range(100):
        hand.press(Key.Key_Space)
        if hand.title != FIRST:
            break
    assert hand.title == SECOND
    assert hand.fraction == 0


def test_modified_keys_work_from_every_pane(anywhere):
    hand, window = anywhere, anywhere.window
    hand.press(Key.Key_D, CTRL)
    assert hand.row.starred
    hand.press(Key.Key_J)
    hand.press(Key.Key_Left, ALT)
    assert hand.title == FIRST
    hand.press(Key.Key_Right, ALT)
    assert hand.title == SECOND
    ordinary = window.state.text_size
    hand.press(Key.Key_Plus, CTRL)
    assert window.state.text_size > ordinary
    hand.press(Key.Key_0, CTRL)
    hand.press(Key.Key_Minus, CTRL)
    assert window.state.text_size < ordinary
    hand.press(Key.Key_F11)
    assert window.isFullScreen()
    hand.press(Key.Key_F11)
    assert not window.isFullScreen()
    hand.press(Key.Key_F9)
    assert hand.panes() == {"list", "page"}
    hand.press(Key.Key_F9)
    assert hand.panes() == {"navigation", "list", "page"}


@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_Slash, Mod.NoModifier), (Key.Key_L, CTRL)])
def test_search_is_entered_from_every_pane(anywhere, key, modifier):
    anywhere.press(key, modifier)
    assert anywhere.window.bar.search.hasFocus()
    assert anywhere.window.bar.search.text() == ""


def test_find_is_opened_from_every_pane_and_f3_goes_round(anywhere):
    hand, bar = anywhere, anywhere.window.reading.find_bar
    hand.press(Key.Key_F, CTRL)
    hand.type("winter road")
    hand.until(lambda: bar._count.text() == "1 of 1")
    hand.press(Key.Key_A, CTRL)
    hand.type("two sticks")
    hand.until(lambda: bar._count.text() == "1 of 60")
    hand.press(Key.Key_F3)
    assert bar._count.text() == "2 of 60"
    hand.press(Key.Key_F3, SHIFT)
    hand.press(Key.Key_F3, SHIFT)
    assert bar._count.text() == "60 of 60"
    hand.press(Key.Key_Escape)
    assert bar.isHidden()
    assert not hand.window.reading.browser.extraSelections()
    assert hand.window.reading.browser.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Question])
def test_the_list_of_keys_names_every_key(anywhere, key):
    hand = anywhere
    hand.press(key)
    dialog = hand.window.findChild(KeyHelp)
    hand.until(dialog.isVisible)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {each.words for each in KEYS} <= said
    with hand.qtbot.waitActive(dialog):
        dialog.activateWindow()
    hand.press(Key.Key_Escape)
    hand.until(lambda: not any(one.isVisible() for one in hand.window.findChildren(KeyHelp)))


def test_left_and_right_go_through_the_panes_and_stop_at_the_ends(hand):
    window = hand.window
    window.articles.view.setFocus()
    focused = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Left, Key.Key_Left):
        hand.press(key)
        focused.append(window.focusWidget())
    page, middle, left = window.reading.browser, window.articles.view, window.navigation
    assert focused == [page, page, middle, left, left]


def test_left_and_right_mirror_with_the_window(hand, qapp):
    window = hand.window
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window.articles.view.setFocus()
        hand.press(Key.Key_Left)
        assert window.reading.browser.hasFocus()
        hand.press(Key.Key_Right)
        hand.press(Key.Key_Right)
        assert window.navigation.hasFocus()
        assert window.navigation.mapTo(window, window.navigation.rect().center()).x() > window.width() // 2
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        hand.settle()


def test_enter_opens_what_the_list_stands_on(hand):
    hand.window.articles.view.setFocus()
    hand.press(Key.Key_Down)
    assert (hand.title, hand.window.articles.view.hasFocus()) == (SECOND, True)
    hand.press(Key.Key_Return)
    assert (hand.title, hand.node) == (SECOND, "latest")


def test_letters_only_type_in_the_search_field(hand):
    typed = "jknpsm[]/? A"
    hand.press(Key.Key_Slash)
    hand.type(typed)
    hand.settle()
    assert hand.window.bar.search.text() == typed
    assert (hand.title, hand.row.starred, hand.row.read) == (FIRST, False, False)
    assert not hand.window.findChildren(KeyHelp)
    hand.press(Key.Key_Left)
    assert hand.window.bar.search.cursorPosition() == len(typed) - 1


def test_letters_only_type_in_the_find_bar(hand):
    hand.press(Key.Key_F, CTRL)
    hand.type("jns m")
    hand.settle()
    assert hand.window.reading.find_bar._field.text() == "jns m"
    assert (hand.title, hand.row.starred, hand.row.read) == (FIRST, False, False)


def test_space_presses_a_button_that_has_the_focus(hand):
    hand.press(Key.Key_J)
    hand.window.bar.back.setFocus()
    hand.press(Key.Key_Space)
    assert hand.title == FIRST


def test_keys_do_nothing_where_there_is_nothing(open_window, tmp_path):
    hand = open_window(tmp_path / "empty")
    for key in (Key.Key_J, Key.Key_K, Key.Key_N, Key.Key_P, Key.Key_S, Key.Key_M, Key.Key_BracketLeft, Key.Key_F3):
        hand.press(key)
    hand.press(Key.Key_A, SHIFT)
    hand.press(Key.Key_F, CTRL)
    hand.press(Key.Key_Left, ALT)
    hand.press(Key.Key_Escape)
    assert hand.window.first_start.isVisible()
