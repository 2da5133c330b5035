"""The menu on a page: what it offers on a link, a picture, selected words and the article, and what that does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from reader.ui.page_menu import query_of
from reader.ui.reading.external import ExternalAddress
from reader.ui.reading.link_steps import links
from reader.ui.reading.pointing import Pointed

CTRL = Qt.KeyboardModifier.ControlModifier


def ask(driver, place=None):
    """Right click there; the Menu key without a place. Answers the entries by their words."""
    browser = driver.window.reading.browser
    reason = QContextMenuEvent.Reason.Keyboard if place is None else QContextMenuEvent.Reason.Mouse
    at = place or QPoint(3, 3)
    event = QContextMenuEvent(reason, at, browser.viewport().mapToGlobal(at))
    QApplication.sendEvent(browser.viewport(), event)
    menu = next(one for one in driver.window.findChildren(QMenu) if one.isVisible())
    return menu, {_words(one): one for one in menu.actions() if not one.isSeparator()}


def _words(action):
    """What it says, without its key and the signs that keep directions apart."""
    return action.text().partition("\t")[0].translate({0x2068: None, 0x2069: None})


def choose(driver, menu, entry):
    entry.trigger()
    menu.close()
    driver.settle()


def link_at(browser, beginning):
    for start, _end in links(browser.document()):
        cursor = browser.textCursor()
        cursor.setPosition(start + 1)
        if cursor.charFormat().anchorHref().startswith(beginning):
            browser.ensureCursorVisible()
            return browser.cursorRect(cursor).center()
    raise AssertionError(beginning)


def select(browser, words):
    cursor = browser.document().find(words)
    assert not cursor.isNull()
    browser.setTextCursor(cursor)


def free_place(browser):
    """A place with no link, in sight."""
    cursor = browser.document().find("The courier went on")
    return browser.cursorRect(cursor).center()


def test_words_that_are_selected_can_be_copied_cited_and_searched_for(driver):
    browser = driver.window.reading.browser
    select(browser, "winter road")
    menu, entries = ask(driver, free_place(browser))
    assert {"Copy", "Copy with citation", "Search for “winter road”", "Star", "Note on the article"} <= set(entries)
    assert "Ctrl+C" in entries["Copy"].text()
    choose(driver, menu, entries["Copy"])
    assert QGuiApplication.clipboard().text() == "winter road"
    menu, entries = ask(driver, free_place(browser))
    choose(driver, menu, entries["Copy with citation"])
    assert QGuiApplication.clipboard().text().startswith("“winter road” — ")
    menu, entries = ask(driver, free_place(browser))
    choose(driver, menu, entries["Search for “winter road”"])
    assert str(driver.window.navigator.place.node) == 'search:"winter road"'
    assert driver.window.bar.search.text() == '"winter road"'
    assert driver.titles() == ["The courier"]
    assert driver.title == "The courier"


def test_without_words_nothing_is_offered_for_them(driver):
    _menu, entries = ask(driver, free_place(driver.window.reading.browser))
    assert set(entries) == {"Star", "Note on the article", "This article in a window of its own", "Select all"}
    choose(driver, _menu, entries["Star"])
    assert driver.window.reading.row.starred
    menu, entries = ask(driver, free_place(driver.window.reading.browser))
    assert "Take the star away" in entries
    choose(driver, menu, entries["Select all"])
    assert "census" in driver.window.reading.browser.textCursor().selectedText()


def test_a_link_to_an_article_opens_here_or_in_a_window_of_its_own(driver):
    browser = driver.window.reading.browser
    menu, entries = ask(driver, link_at(browser, "packhorse:article/census"))
    choose(driver, menu, entries["Open in a window of its own"])
    (window,) = driver.window.article_windows.windows
    assert window.reading.prepared.page.title == "The census"
    assert driver.title == "The courier"
    menu, entries = ask(driver, link_at(browser, "packhorse:article/census"))
    choose(driver, menu, entries["Open"])
    assert driver.title == "The census"


def test_an_address_outside_is_copied_or_shown_whole(driver):
    browser = driver.window.reading.browser
    menu, entries = ask(driver, link_at(browser, "packhorse:external"))
    choose(driver, menu, entries["Copy the address"])
    assert QGuiApplication.clipboard().text() == "https://example.org/a?b=c"
    menu, entries = ask(driver, link_at(browser, "packhorse:external"))
    choose(driver, menu, entries["Show the whole address …"])
    dialog = next(one for one in driver.window.findChildren(ExternalAddress) if one.isVisible())
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "https://example.org/a?b=c"
    dialog.reject()


def test_a_picture_is_enlarged_or_its_caption_copied(driver):
    browser = driver.window.reading.browser
    browser.setFocus()
    while not (link := browser.focused_link()) or link.kind != "media":
        driver.press(Qt.Key.Key_Tab)
    menu, entries = ask(driver)
    choose(driver, menu, entries["Copy the caption"])
    assert QGuiApplication.clipboard().text() == "A pass"
    menu, entries = ask(driver)
    assert "Copy" not in entries
    choose(driver, menu, entries["Enlarge the picture"])
    assert driver.window.gallery.isVisible()
    driver.window.gallery.leave()


def test_the_menu_key_asks_about_what_is_selected(driver):
    browser = driver.window.reading.browser
    select(browser, "winter")
    menu, entries = ask(driver)
    assert "Search for “winter”" in entries
    menu.close()
    cursor = browser.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    browser.setTextCursor(cursor)
    menu, entries = ask(driver)
    assert not any(words.startswith("Search") for words in entries)
    menu.close()


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("snow", "snow"),
        ("قار", "قار"),
        ("winter road", '"winter road"'),
        ('he said “no”: "-tag:x"', '"he said no : -tag:x"'),
        ("tag:winter", '"tag:winter"'),
    ],
)
def test_words_of_a_page_are_never_read_as_signs_of_the_search(words, query):
    assert query_of(words) == query


def test_an_article_opens_in_a_window_of_its_own_once(driver):
    menu, entries = ask(driver, free_place(driver.window.reading.browser))
    choose(driver, menu, entries["This article in a window of its own"])
    (window,) = driver.window.article_windows.windows
    assert window.reading.row == driver.window.reading.row
    window.reading.browser.menu_wanted.emit(Pointed(QPoint(0, 0)))
    own = next(one for one in window.findChildren(QMenu) if one.isVisible())
    assert "This article in a window of its own" not in {_words(one) for one in own.actions()}
    own.close()
