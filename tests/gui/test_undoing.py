"""Ctrl+Z takes back the last thing done, however long ago, and whatever was said meanwhile."""

import pytest
from PySide6.QtCore import Qt

from reader.library.receive import sync
from reader.ui import undoing

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def listed(driver):
    driver.press(KEY.Key_Home)
    return driver


def undo(driver):
    driver.press(KEY.Key_Z, CTRL)


def let_pass(driver):
    """The message's time is over."""
    timer = driver.window.status._timer
    as_ever = timer.interval()
    timer.start(1)
    driver.qtbot.waitUntil(lambda: not timer.isActive())
    timer.setInterval(as_ever)


def said(driver):
    return driver.window.status._words


def starred(driver):
    return [name for name in ("courier", "census", "kitab") if driver.row(name).starred]


def test_all_marked_read_are_taken_back_when_the_message_is_gone(listed):
    listed.press(KEY.Key_A, SHIFT)
    let_pass(listed)
    assert listed.window.status._undo.isHidden()
    undo(listed)
    assert not listed.row("census").read
    assert said(listed) == "Undone: 40 articles marked as read."


def test_another_message_does_not_take_the_way_back(listed):
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(KEY.Key_M)
    listed.press(KEY.Key_C, CTRL)
    assert said(listed) == "2 citations copied."
    undo(listed)
    assert not listed.row("courier").read
    assert not listed.row("census").read


def test_a_star_alone_is_the_last_act(listed):
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(KEY.Key_S)
    assert starred(listed) == ["courier", "census", "kitab"]
    listed.press(KEY.Key_Home)
    listed.press(KEY.Key_S)
    assert starred(listed) == ["census", "kitab"]
    assert listed.window.status._undo.isHidden(), "the button would take back what the message does not tell of"
    undo(listed)
    assert starred(listed) == ["courier", "census", "kitab"]
    undo(listed)
    assert starred(listed) == []


def test_read_alone_is_the_last_act(listed):
    listed.press(KEY.Key_A, SHIFT)
    listed.press(KEY.Key_M)
    assert not listed.row("courier").read
    undo(listed)
    assert listed.row("courier").read
    assert listed.row("census").read
    undo(listed)
    assert not listed.row("census").read


def test_where_nothing_was_done_that_is_said(listed):
    undo(listed)
    assert said(listed) == "Nothing to undo."
    listed.press(KEY.Key_S)
    undo(listed)
    undo(listed)
    assert said(listed) == "Nothing to undo."
    assert starred(listed) == []


def test_the_button_takes_back_what_its_message_tells(listed):
    listed.press(KEY.Key_A, SHIFT)
    listed.qtbot.mouseClick(listed.window.status._undo, Qt.MouseButton.LeftButton)
    listed.settle()
    assert not listed.row("census").read
    undo(listed)
    assert said(listed) == "Nothing to undo."


def test_twenty_steps_are_kept(listed):
    for _time in range(undoing.MOST + 1):
        listed.press(KEY.Key_S)
    for _time in range(undoing.MOST):
        undo(listed)
    assert starred(listed) == ["courier"]
    undo(listed)
    assert said(listed) == "Nothing to undo."


def test_marks_of_the_very_articles_come_back_after_another_edition(listed, publisher):
    listed.press(KEY.Key_M)
    listed.press(KEY.Key_A, SHIFT)
    newer = publisher.publish(publisher.article("late", "Late", section="news", date="2019-07-30"))
    listed.window.quick.ask("", lambda library: sync(library, newer), lambda _done: listed.window.refresh())
    listed.settle()
    assert listed.titles()[0] == "Late"
    undo(listed)
    assert listed.row("courier").read
    assert not listed.row("census").read
    assert not listed.row("late").read
    listed.qtbot.waitUntil(lambda: listed.branch("Unread").unread == 40)


def test_what_shall_be_forgotten_does_not_come_back(listed):
    listed.press(KEY.Key_S)
    listed.press(KEY.Key_M)
    listed.window.keeping_nothing.erase(own=True)
    listed.settle()
    undo(listed)
    assert said(listed) == "Nothing to undo."


def test_a_star_given_in_a_window_of_its_own_goes_there(listed):
    listed.window.article_windows.open(listed.row("courier").key)
    apart = listed.window.article_windows.windows[0]
    listed.qtbot.waitUntil(lambda: apart.reading.row is not None)
    apart.commands.toggle_star()
    listed.settle()
    assert apart.reading.row.starred
    apart.commands.undo()
    listed.settle()
    assert not apart.reading.row.starred
    assert starred(listed) == []
