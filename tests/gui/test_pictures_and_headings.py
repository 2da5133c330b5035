"""Pictures are enlarged in the window, headings are a list to go by; both with keys only."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.library import Library
from reader.library.receive import sync
from reader.model.article import Picture
from tests.gui.conftest import png

LINE = "The courier went on. " * 150 + "\n\n"
BODY = (
    f'## Snow\n\n{LINE}![A map](media:map "The map of the pass.")\n\n## Wind\n\n{LINE}### A night\n\n{LINE}'
    f"## Thaw\n\n{LINE}"
)


@pytest.fixture
def pictured(open_window, publisher, tmp_path):
    lead = Picture("pass", "A pass", "In February.", "Photo: us")
    bundle = publisher.publish(
        publisher.section("news", "News"),
        publisher.article("long", "Long", BODY, section="news", date="2019-06-30", lead=lead),
        publisher.article("short", "Short", "Words.", section="news", date="2019-06-29"),
        pictures=[(name, "standard", png(64)) for name in ("pass", "map")],
    )
    with Library.open(tmp_path / "pictured") as library:
        sync(library, bundle)
    driver = open_window(tmp_path / "pictured")
    driver.window.reading.browser.setFocus()
    return driver


def enlarge_first(driver):
    browser = driver.window.reading.browser
    while "packhorse:media" not in browser.textCursor().charFormat().anchorHref():
        driver.press(Qt.Key.Key_Tab)
    driver.press(Qt.Key.Key_Return)
    return driver.window.gallery


def press(driver, key):
    QTest.keyClick(driver.window.windowHandle(), key)
    driver.settle()


def test_enter_on_a_picture_enlarges_it_with_its_words_and_arrows_go_on(pictured):
    gallery = enlarge_first(pictured)
    assert gallery.geometry() == pictured.window.rect()
    assert (gallery.accessibleName(), gallery.accessibleDescription()) == ("A pass", "In February. · Photo: us")
    assert gallery._image.width() == 128  # twice its own size, no more
    press(pictured, Qt.Key.Key_Right)
    assert gallery.accessibleDescription() == "The map of the pass."
    press(pictured, Qt.Key.Key_Right)
    assert gallery.shown.media == "map"
    press(pictured, Qt.Key.Key_Left)
    assert gallery.shown.media == "pass"
    press(pictured, Qt.Key.Key_Escape)
    assert not gallery.isVisible()
    assert pictured.window.reading.browser.hasFocus()


def test_no_key_of_the_window_works_under_an_enlarged_picture(pictured):
    gallery = enlarge_first(pictured)
    for key in (Qt.Key.Key_J, Qt.Key.Key_S, Qt.Key.Key_Tab):
        press(pictured, key)
    assert pictured.title == "Long"
    assert not pictured.window.reading.row.starred
    assert gallery.hasFocus()
    pictured.window.resize(900, 700)
    pictured.settle()
    assert gallery.geometry() == pictured.window.rect()


def test_a_click_on_a_picture_enlarges_it_and_another_leaves(pictured):
    browser = pictured.window.reading.browser
    picture = browser.document().find("\ufffc")
    picture.setPosition(picture.selectionStart())
    at = browser.cursorRect(picture).topLeft() + QPoint(16, 16)
    assert browser.anchorAt(at).startswith("packhorse:media")
    QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=at)
    pictured.settle()
    gallery = pictured.window.gallery
    assert gallery.isVisible()
    QTest.mouseClick(gallery, Qt.MouseButton.LeftButton)
    assert not gallery.isVisible()


def test_c_lists_the_headings_with_the_one_being_read_and_enter_goes_there(pictured):
    browser, popover = pictured.window.reading.browser, pictured.window.headings
    pictured.press(Qt.Key.Key_C)
    assert popover.isVisible()
    rows = [popover.list.item(row).text().strip("\u2003") for row in range(popover.list.count())]
    assert rows == ["Long", "Snow", "Wind", "A night", "Thaw"]
    assert popover.list.currentRow() == 0
    QTest.keyClick(popover.list, Qt.Key.Key_Down)
    QTest.keyClick(popover.list, Qt.Key.Key_Down)
    QTest.keyClick(popover.list, Qt.Key.Key_Return)
    assert not popover.isVisible()
    assert browser.verticalScrollBar().value() > 300
    pictured.press(Qt.Key.Key_C)
    assert popover.list.currentItem().text() == "Wind"
    QTest.keyClick(popover.list, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_the_way_back_from_a_heading_leads_to_where_one_was(pictured):
    browser, popover = pictured.window.reading.browser, pictured.window.headings
    bar = browser.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before, title = bar.value(), pictured.title
    pictured.press(Qt.Key.Key_C)
    QTest.keyClick(popover.list, Qt.Key.Key_Home)
    QTest.keyClick(popover.list, Qt.Key.Key_Return)
    pictured.settle()
    assert bar.value() == 0
    pictured.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert pictured.title == title
    assert abs(bar.value() - before) <= 4


def test_an_article_without_headings_has_no_list_of_them(pictured):
    pictured.press(Qt.Key.Key_J)
    assert not pictured.window.bar.contents.isEnabled()
    pictured.press(Qt.Key.Key_C)
    assert not pictured.window.headings.isVisible()
