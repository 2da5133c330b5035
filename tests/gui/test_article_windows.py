"""Articles in windows of their own: how they open, what they share with the main window, and what is left of them."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reader.ui import state as storage
from reader.ui.article_window.remembered import Remembered
from reader.ui.article_window.window import ArticleWindow
from reader.ui.article_window.windows import MOST
from reader.ui.key_help import KeyHelp
from reader.ui.reading.link_steps import links
from tests.support.scrolling import scroll_by_share

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def small(driver):
    """Article windows that can be seen, the oldest first."""
    return [one for one in driver.window.article_windows.windows if one.isVisible()]


def title(window):
    return window.reading.prepared.page.title if window.reading.prepared else ""


def press(driver, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key in an article window."""
    window.activateWindow()
    driver.qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.focusWidget() or window, key, modifier)
    driver.settle()


def open_one(driver):
    """Open the article that is read in a window of its own."""
    driver.press(Key.Key_Return, CTRL)
    driver.qtbot.waitUntil(lambda: any(title(one) for one in small(driver)))
    driver.settle()
    return small(driver)[-1]


def link_at(browser, name):
    """Where on the page a link to an article can be clicked."""
    for start, _end in links(browser.document()):
        cursor = browser.textCursor()
        cursor.setPosition(start + 2)
        if cursor.charFormat().anchorHref() == f"packhorse:article/{name}":
            return browser.cursorRect(cursor).center()
    raise AssertionError(name)


@pytest.mark.parametrize("modifier", [CTRL, SHIFT])
def test_enter_with_ctrl_or_shift_opens_the_article_in_a_window_of_its_own(driver, modifier):
    driver.window.articles.view.setFocus()
    driver.press(Key.Key_Return, modifier)
    (window,) = small(driver)
    assert title(window) == window.windowTitle() == driver.title == "The courier"
    assert window.isActiveWindow()
    assert window.reading.browser.hasFocus()


def test_an_article_that_is_open_comes_forward_instead_of_opening_twice(driver):
    first = open_one(driver)
    driver.window.activateWindow()
    driver.qtbot.waitUntil(driver.window.isActiveWindow)
    driver.press(Key.Key_Return, CTRL)
    assert small(driver) == [first]
    driver.qtbot.waitUntil(first.isActiveWindow)


def test_the_middle_button_opens_a_row_and_leaves_the_page_alone(driver):
    view = driver.window.articles.view
    place = view.visualRect(view.model().index(1, 0)).center()
    driver.qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=place)
    driver.settle()
    (window,) = small(driver)
    assert (title(window), driver.title) == ("The census", "The courier")


@pytest.mark.parametrize(
    ("button", "modifier"),
    [(Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier), (Qt.MouseButton.LeftButton, CTRL)],
)
def test_a_link_opens_apart_by_the_middle_button_or_ctrl(driver, button, modifier):
    browser = driver.window.reading.browser
    driver.qtbot.mouseClick(browser.viewport(), button, modifier, link_at(browser, "census"))
    driver.settle()
    (window,) = small(driver)
    assert (title(window), driver.title) == ("The census", "The courier")


def test_the_end_of_the_page_is_no_link(driver):
    browser = driver.window.reading.browser
    browser.setFocus()
    browser.moveCursor(QTextCursor.MoveOperation.End)
    driver.press(Key.Key_Return, CTRL)  # a warning of Qt's would fail this
    assert len(small(driver)) == 1


def test_the_link_that_tab_went_to_opens_apart_by_ctrl_enter(driver):
    browser = driver.window.reading.browser
    browser.setFocus()
    while browser.textCursor().selectedText() != "the census":
        driver.press(Key.Key_Tab)
    driver.press(Key.Key_Return, CTRL)
    assert [title(one) for one in small(driver)] == ["The census"]


def test_links_lead_on_in_the_same_window_with_a_way_back(driver):
    window = open_one(driver)
    browser = window.reading.browser
    driver.qtbot.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=link_at(browser, "census"))
    driver.qtbot.waitUntil(lambda: title(window) == "The census")
    assert window.windowTitle() == "The census"
    press(driver, window, Key.Key_Left, ALT)
    assert title(window) == "The courier"
    assert not window.bar.back.isEnabled()
    press(driver, window, Key.Key_Right, ALT)
    assert title(window) == "The census"
    assert [title(one) for one in small(driver)] == ["The census"]
    assert driver.title == "The courier"


def test_a_section_opens_in_the_main_window_and_brings_it_forward(driver):
    window = open_one(driver)
    window.reading.node_followed.emit(driver.branch("Essays").node)
    driver.settle()
    assert str(driver.window.navigator.place.node) == "section:essays"
    driver.qtbot.waitUntil(driver.window.isActiveWindow)


def test_marks_made_in_one_window_show_in_the_others(driver):
    window = open_one(driver)
    press(driver, window, Key.Key_S)
    assert window.bar.star.isChecked()
    assert driver.window.bar.star.isChecked()
    assert driver.row("courier").starred
    driver.window.activateWindow()
    driver.qtbot.waitUntil(driver.window.isActiveWindow)
    driver.press(Key.Key_S)
    assert not window.bar.star.isChecked()
    assert not window.reading.row.starred


def test_a_note_written_in_one_window_shows_in_the_others(driver):
    window = open_one(driver)
    press(driver, window, Key.Key_E)
    QTest.keyClicks(window.focusWidget(), "ask the courier")
    press(driver, window, Key.Key_Escape)
    assert window.isVisible()
    assert driver.window.reading.note_bar.field.toPlainText() == "ask the courier"
    assert driver.window.reading.note_bar.isVisible()


def test_find_zoom_and_contents_are_there(driver):
    window = open_one(driver)
    press(driver, window, Key.Key_F, CTRL)
    assert window.reading.find_bar.isVisible()
    assert not driver.window.reading.find_bar.isVisible()
    QTest.keyClicks(window.focusWidget(), "courier")
    press(driver, window, Key.Key_F3)
    press(driver, window, Key.Key_Escape)
    assert window.isVisible()
    assert not window.reading.find_bar.isVisible()
    before = window.reading.browser.document().defaultFont().pixelSize()
    press(driver, window, Key.Key_Plus, CTRL)
    sizes = {one.reading.browser.document().defaultFont().pixelSize() for one in (window, driver.window)}
    assert len(sizes) == 1
    assert sizes.pop() > before


def test_a_theme_is_in_force_in_all_windows(driver):
    window = open_one(driver)
    driver.window.state.theme = "dark"
    driver.window.restyle()
    driver.settle()
    assert window.look == driver.window.look
    assert driver.window.look.theme.paper in window.reading.prepared.page.html or window.look.theme.dark


def test_the_picture_opens_over_its_own_window(driver):
    window = open_one(driver)
    window.reading.picture_followed.emit("pass")
    assert window.gallery.isVisible()
    assert not driver.window.gallery.isVisible()
    press(driver, window, Key.Key_Escape)
    assert not window.gallery.isVisible()
    assert window.isVisible()


@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Key.Key_W, CTRL)])
def test_esc_and_ctrl_w_close_it_alone(driver, key, modifier):
    window = open_one(driver)
    press(driver, window, key, modifier)
    driver.qtbot.waitUntil(lambda: not small(driver))
    assert driver.window.isVisible()
    driver.window.restyle()
    driver.settle()


def test_ctrl_q_ends_everything(driver, qtbot):
    window = open_one(driver)
    with qtbot.waitSignal(driver.window.closing):
        QTest.keyClick(window, Key.Key_Q, CTRL)
    assert not driver.window.isVisible()
    assert not small(driver)
    qtbot.waitUntil(lambda: not [one for one in QApplication.topLevelWidgets() if isinstance(one, ArticleWindow)])
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("packhorse")]


def test_the_list_of_keys_names_only_what_works_there(driver):
    window = open_one(driver)
    QTest.keyClick(window, Key.Key_F1)
    dialog = next(one for one in window.findChildren(KeyHelp) if one.isVisible())
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Find in the article", "Print", "Back", "Close this window", "Ctrl+W", "End"} <= words
    assert not {"Next article", "Mark all as read", "Filters of the search"} & words
    dialog.close()


def test_two_windows_do_not_drop_each_others_pages(driver):
    keys = [driver.row(name).key for name in ("courier", "census", "kitab")]
    for key in keys:
        driver.window.article_windows.open(key)
    driver.settle()
    assert [title(one) for one in small(driver)] == ["The courier", "The census", "كىتاب"]


def test_there_are_only_so_many_and_the_status_line_says_so(driver):
    model = driver.window.articles.articles
    for place in range(MOST + 1):
        driver.window.article_windows.open(model.key(place))
    assert len(small(driver)) == MOST
    assert str(MOST) in driver.window.status._words
    driver.settle()


def test_a_window_closed_at_once_is_not_told_of_its_page(driver):
    driver.window.article_windows.open(driver.row("census").key)
    small(driver)[0].close()
    driver.settle()
    assert not small(driver)


def test_windows_open_again_at_the_next_start(driver, open_window, folder):
    window = open_one(driver)
    scroll_by_share(window.reading.browser, 1 / 2)
    fraction = window.reading.browser.fraction()
    window.setGeometry(120, 90, 600, 500)
    driver.window.article_windows.open(driver.row("kitab").key)
    driver.settle()
    driver.window.close()
    again = open_window(folder)
    again.qtbot.waitUntil(lambda: len(small(again)) == 2)
    again.settle()
    first, second = small(again)
    assert (title(first), title(second)) == ("The courier", "كىتاب")
    assert first.geometry().size().toTuple() == (600, 500)
    assert first.reading.browser.fraction() == pytest.approx(fraction, abs=0.02)
    assert again.window.isActiveWindow()


def test_they_are_remembered_while_they_are_open_not_only_at_the_end(driver, folder):
    window = open_one(driver)
    driver.qtbot.waitUntil(lambda: len(storage.load(folder).windows) == 1)
    window.close()
    driver.qtbot.waitUntil(lambda: not storage.load(folder).windows)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"article": "1", "document": "", "publication": "", "fraction": 0.0, "geometry": []},
        {"article": 1, "document": "", "publication": "", "fraction": 0.0, "geometry": ["a"]},
    ],
)
def test_what_is_not_ours_is_not_a_window(values):
    assert Remembered.parse(values) is None


def test_a_window_whose_page_is_still_to_come_keeps_its_place(driver):
    key = driver.row("courier").key
    windows = driver.window.article_windows
    windows._open_again([Remembered(key, fraction=0.4, geometry=[0, 0, 500, 400])])
    (kept,) = windows.remembered()
    assert kept["fraction"] == 0.4
    driver.settle()
    assert windows.remembered()[0]["fraction"] == pytest.approx(0.4, abs=0.02)


def test_nothing_to_show_is_no_visit():
    assert Remembered().visit() is None
    assert Remembered(document="no:kind").visit() is None
    assert Remembered.parse(Remembered(3, fraction=0.5, geometry=[0, 0, 400, 400]).values()).visit().place.article == 3


def test_a_mouse_has_its_own_way_back(driver):
    window = open_one(driver)
    window.open_article("saddlebag/census" if window.reading.row.publication == "saddlebag" else "census")
    driver.settle()
    driver.qtbot.mouseClick(window, Qt.MouseButton.BackButton, pos=QPoint(4, 4))
    driver.settle()
    assert title(window) == "The courier"
