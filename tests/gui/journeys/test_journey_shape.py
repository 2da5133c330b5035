"""Narrow windows, scripts that run the other way, and what a screen reader is told."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit, QWidget

from tests.gui.journeys.hand import accessible

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
ROLE = QAccessible.Role
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTextEdit)


def test_a_medium_window_folds_the_navigation(open_window, folder):
    hand = open_window(folder, size=(850, 700))
    assert hand.panes() == {"list", "page"}
    hand.press(Key.Key_F9)
    assert "navigation" in hand.panes()
    hand.press(Key.Key_F9)
    assert hand.panes() == {"list", "page"}
    hand.window.resize(1400, 900)
    hand.settle()
    assert hand.panes() == {"navigation", "list", "page"}


def test_a_narrow_window_shows_one_pane_at_a_time(open_window, folder):
    hand = open_window(folder, size=(550, 700))
    assert hand.panes() == {"list"}
    hand.press(Key.Key_Down)
    assert hand.panes() == {"list"}
    hand.press(Key.Key_Return)
    assert (hand.panes(), hand.title) == ({"page"}, "The census")
    hand.press(Key.Key_Escape)
    assert hand.panes() == {"list"}
    hand.press(Key.Key_Right)
    assert hand.panes() == {"page"}
    hand.press(Key.Key_Left)
    hand.press(Key.Key_Left)
    assert hand.panes() == {"navigation"}


def test_a_narrow_window_lets_the_keys_walk_through_the_navigation(open_window, folder):
    hand = open_window(folder, size=(550, 700))
    hand.press(Key.Key_Left)
    for _row in range(3):
        hand.press(Key.Key_Down)
    assert hand.panes() == {"navigation"}
    chosen = hand.window.navigation.currentIndex().data()
    hand.press(Key.Key_Return)
    assert hand.panes() == {"list"}
    assert hand.window.articles.header._words == chosen


def test_an_arabic_article_runs_from_the_right_in_a_window_that_does_not(hand):
    hand.press(Key.Key_J)
    hand.press(Key.Key_J)
    document = hand.window.reading.browser.document()
    block = document.begin()
    while "أغلق" not in block.text():
        block = block.next()
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    assert not hand.window.isRightToLeft()
    hand.press(Key.Key_K)
    assert hand.window.reading.browser.document().begin().next().textDirection() == Qt.LayoutDirection.LeftToRight


def name_of(widget):
    one = QAccessible.queryAccessibleInterface(widget)
    return one.text(QAccessible.Text.Name).strip() if one else ""


def test_everything_that_can_be_used_has_a_name(hand, publisher):
    hand.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hand.window.sync.open_source(publisher.publish(publisher.article("one")))
    hand.settle()
    used = [one for one in hand.window.findChildren(QWidget) if isinstance(one, INTERACTIVE)]
    assert len(used) > 20
    mute = [
        (type(one).__name__, one.objectName(), type(one.parent()).__name__)
        for one in used
        if one.isVisible() and not name_of(one)
    ]
    assert not mute


def test_every_focusable_thing_in_the_tree_has_a_name_and_a_role(hand):
    focusable = [one for one in accessible(hand.window) if one.state().focusable and not one.state().invisible]
    assert focusable
    mute = [
        (one.role(), type(one.object()).__name__) for one in focusable if not one.text(QAccessible.Text.Name).strip()
    ]
    assert not mute
    assert all(one.role() is not QAccessible.Role.NoRole for one in focusable)


def test_rows_say_title_section_date_and_whether_they_are_read(hand):
    assert spoken(hand)[:2] == ["The courier, News, 30 June 2019, unread", "The census, Essays, 29 June 2019, unread"]
    hand.press(Key.Key_M)
    assert spoken(hand)[0] == "The courier, News, 30 June 2019, read"
    hand.press(Key.Key_S)
    assert spoken(hand)[0] == "The courier, News, 30 June 2019, read, starred"


def spoken(hand):
    """Names of the list's rows, as a screen reader meets them."""
    view = QAccessible.queryAccessibleInterface(hand.window.articles.view)
    below = [view.child(place) for place in range(view.childCount())]
    return [one.text(QAccessible.Text.Name) for one in below if one.role() in {ROLE.Cell, ROLE.ListItem}]
