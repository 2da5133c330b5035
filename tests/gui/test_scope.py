"""Where a search looks: everywhere, in a list, in a language, in a publication."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import sync
from reader.model.listing import NodeKind
from tests.support.publisher import Publisher

KEY, CTRL_SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def menu(driver):
    driver.press(KEY.Key_F, CTRL_SHIFT)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(driver, title):
    shown = menu(driver)
    while shown.activeAction().text() != title:
        driver.qtbot.keyClick(shown, KEY.Key_Down)
    driver.qtbot.keyClick(shown, KEY.Key_Return)
    driver.window.activateWindow()  # a window system does so by itself
    driver.settle()


def search(driver, words):
    driver.press(KEY.Key_Slash)
    driver.type(words)


def test_a_search_is_kept_to_the_list_it_began_in(driver):
    driver.select("Essays")
    search(driver, "the")
    everywhere = driver.shown.total
    choose(driver, "Only in “Essays”")
    assert driver.window.bar.search.text() == "the section:essays "
    assert 0 < driver.shown.total < everywhere
    driver.type("census")
    assert driver.shown.node.id == "the section:essays census"


def test_everywhere_takes_it_back(driver):
    driver.select("Essays")
    search(driver, "the")
    choose(driver, "Only in “Essays”")
    choose(driver, "Everywhere")
    assert driver.window.bar.search.text() == "the "
    assert driver.shown.node.id == "the"


def test_the_list_can_be_chosen_before_anything_is_typed(driver):
    driver.select("Unread")
    driver.press(KEY.Key_Slash)
    choose(driver, "Only in “Unread”")
    driver.type("cens")
    assert driver.shown.node.id == "is:unread cens"
    assert driver.window.bar.search.hasFocus()


def test_a_language_keeps_one_at_a_time(driver):
    search(driver, "the")
    choose(driver, "Only in “English”")
    assert driver.shown.node.id == "the lang:en"


def test_what_is_in_force_is_checked(driver):
    search(driver, "the")
    shown = menu(driver)
    assert [one.text() for one in shown.actions() if one.isChecked()] == ["Everywhere"]
    shown.close()


@pytest.fixture
def two(folder, tmp_path):
    """The library with a second publication."""
    other = Publisher(tmp_path / "other", "Summer Review")
    bundle = other.publish(other.section("news", "News", position=1), other.article("far", "Far", "A courier."))
    with Library.open(folder) as library:
        sync(library, bundle)
        drain(library)
    return folder


def test_a_publication_stays_while_typing_and_goes_as_a_chip(open_window, two):
    driver = open_window(two)
    search(driver, "cour*")
    titles = [info.title("en") for info in driver.window.publications]
    total = driver.shown.total
    choose(driver, f"Only in “{titles[0]}”")
    assert driver.shown.total < total
    driver.window.bar.search.setFocus()
    driver.type(" -snowfall")
    assert driver.shown.node.publication == driver.window.publications[0].id
    pill = driver.window.articles.results.chips.pills[0]
    assert pill.text() == titles[0]
    pill.removed.emit()
    driver.settle()
    assert driver.shown.node.publication == ""
    assert driver.shown.node.kind is NodeKind.SEARCH
