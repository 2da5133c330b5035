"""What is unread, and of how many, stands in the navigation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OF = "\u2009/\u2009"


class Painter(QPainter):
    """Notes the words, and the room they were given."""

    def __init__(self, ground, drawn):
        super().__init__(ground)
        self._ground, self._drawn = ground, drawn

    def drawText(self, room, _flags, words):  # noqa: N802  (Qt's name)
        self._drawn.append((room, words))


def numbers(driver, title, room=200):
    """What stands beside a title, with so much room, and what a screen reader says."""
    navigation = driver.window.navigation
    branch = driver.branch(title)
    spoken = navigation.tree.index_of(branch).data(Qt.ItemDataRole.AccessibleTextRole)
    return "".join(navigation._delegate.numbers(branch, room)), spoken


def test_a_section_says_how_many_are_unread_of_how_many(driver):
    assert numbers(driver, "News") == ("39", "News, 39 articles, 39 unread")
    driver.press(KEY.Key_M)
    driver.qtbot.waitUntil(lambda: driver.branch("News").unread == 38)
    assert numbers(driver, "News") == (f"38{OF}39", "News, 39 articles, 38 unread")
    driver.press(KEY.Key_A, SHIFT)
    driver.qtbot.waitUntil(lambda: driver.branch("News").unread == 0)
    assert numbers(driver, "News") == ("39", "News, 39 articles")


def test_what_is_unread_is_written_otherwise_than_a_total(driver):
    delegate = driver.window.navigation._delegate
    assert delegate.numbers(driver.branch("News"), 200) == ("39", "")
    assert delegate.numbers(driver.branch("Unread"), 200) == ("", "40")
    driver.press(KEY.Key_A, SHIFT)
    driver.qtbot.waitUntil(lambda: driver.branch("News").unread == 0)
    assert delegate.numbers(driver.branch("News"), 200) == ("", "39")


def test_where_the_title_needs_the_room_the_total_goes(driver):
    driver.press(KEY.Key_M)
    driver.qtbot.waitUntil(lambda: driver.branch("News").unread == 38)
    assert numbers(driver, "News", 4)[0] == "38"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_numbers_and_title_do_not_meet(open_window, folder, language):
    driver = open_window(folder, size=(1000, 700), language=language)
    driver.press(KEY.Key_M)
    driver.qtbot.waitUntil(lambda: driver.branch("News").unread == 38)
    view, drawn = driver.window.navigation, []
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    index = view.tree.index_of(driver.branch("News"))
    option.widget, option.rect = view, view.visualRect(index)
    painter = Painter(QPixmap(400, 400), drawn)
    view._delegate.paint(painter, option, index)
    painter.end()
    (total_room, total), (_unread_room, unread), (title_room, title) = drawn
    assert (total, unread, title) == (f"{OF}39", "38", "News")
    used = view._delegate._width(unread, total)
    assert title_room.width() <= total_room.width() - used
    assert title_room.width() >= QFontMetrics(view._delegate._font).horizontalAdvance(title)
