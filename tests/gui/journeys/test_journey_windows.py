"""Articles in windows of their own: nothing is left of them at the end, and all come back after a kill."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.ui import state as storage
from tests.support.scrolling import scroll_by_share

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def small(hand):
    return hand.window.article_windows.windows


def titles(hand):
    return [one.reading.prepared.page.title for one in small(hand) if one.reading.prepared]


def apart(hand):
    """Open what the list has chosen in a window of its own, and come back to the main window."""
    hand.window.articles.view.setFocus()
    hand.press(Key.Key_Return, CTRL)
    hand.window.activateWindow()
    hand.until(hand.window.isActiveWindow)


def test_windows_are_gone_with_the_main_window_and_come_back_after_a_kill(hand, open_window, folder, tmp_path):
    apart(hand)
    hand.press(Key.Key_J)
    apart(hand)
    before = titles(hand)
    assert len(before) == 2
    assert len(set(before)) == 2
    hand.until(lambda: len(storage.load(folder).windows) == 2)
    left = shutil.copytree(folder, tmp_path / "after the power cut")
    again = open_window(left, size=None)
    assert titles(again) == before
    again.until(again.window.isActiveWindow)
    again.end()
    assert not small(again)


def test_an_article_opens_where_it_was_left_in_its_own_window(hand):
    hand.window.articles.view.setFocus()
    hand.press(Key.Key_Return, CTRL)
    (window,) = small(hand)
    window.resize(420, 300)
    hand.settle()
    scroll_by_share(window.reading.browser, 1 / 3)
    assert window.reading.browser.verticalScrollBar().value() > 0
    left = window.reading.browser.fraction()
    QTest.keyClick(window, Key.Key_Escape)
    hand.settle()
    hand.window.activateWindow()
    hand.until(hand.window.isActiveWindow)
    hand.press(Key.Key_Return, CTRL)
    assert small(hand)[0].reading.browser.fraction() == pytest.approx(left, abs=0.02)


def test_words_of_an_article_window_are_searched_for_in_the_main_window(hand):
    hand.window.articles.view.setFocus()
    hand.press(Key.Key_Return, CTRL)
    (window,) = small(hand)
    window.search_for("lantern")
    hand.settle()
    assert hand.node == "search:lantern"
    hand.until(hand.window.isActiveWindow)
    assert hand.window.articles.view.hasFocus()
    window.activateWindow()
    hand.until(window.isActiveWindow)
    QTest.keyClick(window.focusWidget(), "/")
    hand.until(hand.window.isActiveWindow)
    assert hand.window.bar.search.hasFocus()
