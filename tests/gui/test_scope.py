"""Where a search looks: everywhere, in a list, in a language, in a publication."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from reader.library import Library, searches
from reader.library.index import drain
from reader.library.receive import sync
from reader.model.listing import Node, NodeKind
from tests.support.publisher import Publisher

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


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


def kept(folder):
    with Library.open(folder) as library:
        return [(one.title, one.text, one.publication, one.total) for one in searches.saved(library)]


@pytest.fixture
def scoped(open_window, two):
    """A window with a search that is kept twice: in the second publication, and everywhere."""
    driver = open_window(two)
    review = next(one for one in driver.window.publications if one.title("en") == "Summer Review")
    search(driver, "courier")
    choose(driver, "Only in “Summer Review”")
    driver.press(KEY.Key_S, CTRL)
    choose(driver, "Everywhere")
    driver.press(KEY.Key_S, CTRL)
    return driver, review


def test_a_search_is_kept_with_its_publication_and_without(scoped, two):
    driver, review = scoped
    (there, everywhere) = kept(two)
    assert there == ("courier", "courier", review.id, 1)
    assert everywhere[:3] == ("courier", "courier", "")
    assert everywhere[3] > 1
    rows = [one for one in driver.window.navigation.tree.branches() if one.title == "courier"]
    assert [one.where for one in rows] == ["Summer Review", ""]
    assert driver.window.navigation.tree.index_of(rows[0]).data() == "\u2068courier\u2069 · \u2068Summer Review\u2069"


def test_the_mark_tells_of_a_search_in_its_publication(scoped):
    driver, review = scoped
    header = driver.window.articles.header
    assert header.keep.accessibleName().startswith("Keep this search no longer")
    other = next(one for one in driver.window.publications if one.id != review.id)
    driver.window.filtering.keep_to(other.id)
    driver.settle()
    assert header.keep.accessibleName().startswith("Keep this search (")


def stand_on(driver, node):
    tree = driver.window.navigation
    tree.setFocus()
    tree.setCurrentIndex(tree.tree.find(node))
    driver.settle()


def test_a_kept_search_opens_is_renamed_and_comes_back_with_its_publication(scoped, two):
    driver, review = scoped
    node = Node(NodeKind.SEARCH, "courier", review.id)
    stand_on(driver, node)
    assert (driver.shown.node, driver.shown.total) == (node, 1)
    driver.press(KEY.Key_F2)
    driver.type("Review")
    driver.press(KEY.Key_Return)
    assert [one[0] for one in kept(two)] == ["Review", "courier"]
    driver.press(KEY.Key_Delete)
    assert [one[2] for one in kept(two)] == [""]
    driver.press(KEY.Key_Z, CTRL)
    assert ("Review", "courier", review.id, 1) in kept(two)


def test_the_history_offers_and_restores_the_publication(open_window, two):
    driver = open_window(two)
    review = next(one for one in driver.window.publications if one.title("en") == "Summer Review")
    with Library.open(two) as library:
        searches.remember(library, "courier", review.id)
        searches.remember(library, "snow")
    driver.press(KEY.Key_Slash)
    driver.press(KEY.Key_C)
    offered = driver.window.completing.popup.suggestions
    labels = [offered.index(row).data() for row in range(offered.rowCount())]
    label = "\u2068courier\u2069 · \u2068Summer Review\u2069"
    assert label in labels
    for _ in range(labels.index(label) + 1):
        driver.press(KEY.Key_Down)
    driver.press(KEY.Key_Return)
    assert driver.shown.node == Node(NodeKind.SEARCH, "courier", review.id)
    driver.press(KEY.Key_Return)
    driver.window.bar.search.clear()
    driver.press(KEY.Key_Slash)
    driver.type("sno")
    for _ in range(20):
        chosen = driver.window.completing.popup.chosen
        if chosen and chosen.text == "snow":
            break
        driver.press(KEY.Key_Down)
    driver.press(KEY.Key_Return)
    assert driver.shown.node == Node(NodeKind.SEARCH, "snow")
