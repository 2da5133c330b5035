"""Several rows of the list at once: how they are selected, and what is done with them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import sync
from reader.model.listing import Node, NodeKind, Sort

KEY, MOD = Qt.Key, Qt.KeyboardModifier
SHIFT, CTRL, PLAIN = MOD.ShiftModifier, MOD.ControlModifier, MOD.NoModifier
MANY = 200


def selected(driver):
    """Titles of the selected rows."""
    model = driver.window.articles.articles
    places = [place for first, last in driver.window.articles.view.ranges() for place in range(first, last + 1)]
    return [model.index(place).data() for place in places]


def click(driver, place, modifier=PLAIN, button=Qt.MouseButton.LeftButton):
    view = driver.window.articles.view
    at = view.visualRect(view.model().index(place, 0)).center()
    driver.qtbot.mouseClick(view.viewport(), button, modifier, at)
    driver.settle()


def heading(driver):
    return driver.window.articles.header.accessibleName()


def unread(driver):
    return driver.branch("Unread").unread


def until_unread(driver, count):
    driver.qtbot.waitUntil(lambda: unread(driver) == count)


@pytest.fixture
def listed(driver):
    """The list has the focus, its first row is open."""
    driver.window.articles.view.setFocus()
    return driver


@pytest.fixture
def large(open_window, folder, publisher):
    """A window on more articles than a page of rows, of which all hold the word frost."""
    make = publisher.article
    more = [
        make(f"frost-{n}", f"Frost {n}", "A winter of frost.", date=f"2018-01-{n % 28 + 1:02}") for n in range(MANY)
    ]
    with Library.open(folder) as library:
        sync(library, publisher.publish(*more))
        drain(library)
    driver = open_window(folder)
    driver.window.articles.view.setFocus()
    return driver


def search(driver, words):
    driver.press(KEY.Key_Slash)
    driver.type(words)
    driver.press(KEY.Key_Return)


def open_menu(driver):
    """Press the Menu key; answers the entries' words, their keys, and the menu."""
    view = driver.window.articles.view
    at = view.visualRect(view.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    driver.settle()
    driver.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    return [action.text().split("\t") for action in menu.actions() if not action.isSeparator()], menu


def test_shift_and_arrows_extend_and_a_plain_arrow_leaves(listed):
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(KEY.Key_Down, SHIFT)
    assert selected(listed) == listed.titles(3)
    assert heading(listed) == "Latest · 3 selected"
    assert listed.title == listed.titles(3)[2]
    listed.press(KEY.Key_Up, SHIFT)
    assert selected(listed) == listed.titles(2)
    listed.press(KEY.Key_Down)
    assert selected(listed) == listed.titles(3)[2:]
    assert heading(listed) == "Latest · 40"


@pytest.mark.parametrize(("key", "place"), [(KEY.Key_J, 2), (KEY.Key_K, 0)])
def test_letters_leave_the_selection(listed, key, place):
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(key)
    assert selected(listed) == [listed.titles(3)[place]] == [listed.title]


def test_shift_and_control_click_and_control_space(listed):
    click(listed, 2, SHIFT)
    assert selected(listed) == listed.titles(3)
    click(listed, 1, CTRL)
    titles = listed.titles(3)
    assert selected(listed) == [titles[0], titles[2]]
    listed.press(KEY.Key_Space, CTRL)
    assert selected(listed) == titles
    click(listed, 0)
    assert selected(listed) == titles[:1]


def test_a_click_that_selects_more_does_not_leave_the_list_of_a_narrow_window(open_window, folder):
    driver = open_window(folder, size=(500, 700))
    click(driver, 1, CTRL)
    assert driver.window.articles.isVisible()
    assert len(selected(driver)) == 2
    click(driver, 1)
    assert driver.window.reading.isVisible()


def test_home_and_end_go_and_extend(listed):
    listed.press(KEY.Key_End, SHIFT)
    assert listed.window.articles.selected_count() == 40
    listed.press(KEY.Key_Home)
    assert selected(listed) == ["The courier"]
    listed.press(KEY.Key_End)
    assert listed.window.articles.view.selected() == 39


def test_all_are_selected_and_marked_and_undone(listed):
    listed.press(KEY.Key_M)
    listed.press(KEY.Key_A, CTRL)
    assert heading(listed) == "Latest · 40 selected"
    listed.press(KEY.Key_M)
    assert listed.row("item-3").read
    until_unread(listed, 0)
    assert listed.window.status._words == "39 articles marked as read."
    listed.press(KEY.Key_Z, CTRL)
    until_unread(listed, 39)
    assert listed.row("courier").read
    assert heading(listed) == "Latest · 40 selected"


def test_when_all_are_read_they_become_unread(listed):
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(KEY.Key_M)
    listed.press(KEY.Key_M)
    assert not listed.row("courier").read
    assert listed.window.status._words == "2 articles marked as unread."
    listed.press(KEY.Key_Z, CTRL)
    assert listed.row("courier").read


def test_stars_go_to_all_and_come_off_all(listed):
    listed.press(KEY.Key_S)
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(KEY.Key_S)
    assert (listed.row("courier").starred, listed.row("census").starred) == (True, True)
    listed.qtbot.waitUntil(lambda: listed.branch("Starred").count == 2)
    listed.press(KEY.Key_S)
    listed.qtbot.waitUntil(lambda: listed.branch("Starred").count == 0)
    listed.press(KEY.Key_Z, CTRL)
    assert listed.row("census").starred


def test_marks_work_from_the_page_too(listed):
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(KEY.Key_Right)
    assert listed.window.reading.browser.hasFocus()
    listed.press(KEY.Key_M)
    assert (listed.row("courier").read, listed.row("census").read) == (True, True)


def test_rows_are_fetched_as_soon_as_one_scrolls(large):
    view = large.window.articles.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    large.qtbot.waitUntil(lambda: large.window.articles.articles.row(MANY + 39) is not None, timeout=3000)


def test_rows_that_were_not_fetched_are_known(large):
    pane = large.window.articles
    large.press(KEY.Key_A, CTRL)
    assert list(pane.selected_keys()) == list(pane.contents.keys)
    assert len(pane.selected_keys()) == MANY + 40


def test_all_hits_of_a_search_are_known_and_marked(large):
    search(large, "frost")
    pane = large.window.articles
    assert (pane.contents.total, len(pane.contents.keys)) == (MANY, MANY)
    large.press(KEY.Key_A, CTRL)
    large.press(KEY.Key_M)
    until_unread(large, 40)
    assert large.window.status._words == f"{MANY} articles marked as read."
    large.press(KEY.Key_Z, CTRL)
    until_unread(large, MANY + 40)


def test_mark_all_read_takes_every_hit_beyond_the_first_page(large):
    search(large, "frost")
    large.press(KEY.Key_A, SHIFT)
    until_unread(large, 40)


def test_keys_of_a_search_that_changed_meanwhile_are_not_taken(large):
    search(large, "frost")
    model = large.window.articles.articles
    model.show(model.contents.__class__(model.contents.node, Sort.NEWEST, MANY, (), model.contents.first))
    model.know(range(MANY))
    assert not model.contents.keys
    assert model.keys(((0, 1),)) == [row.key for row in model.contents.first[:2]]
    assert model.keys(((0, MANY - 1),)) is None


def test_the_next_unread_hit_is_found_beyond_the_first_page(large):
    search(large, "frost")
    large.press(KEY.Key_Home)
    pane = large.window.articles
    large.window.marking.set_read(pane.contents.keys[:150], read=True)
    large.press(KEY.Key_N)
    assert pane.view.selected() == 150


@pytest.mark.parametrize(("sort", "older"), [(Sort.NEWEST, KEY.Key_J), (Sort.OLDEST, KEY.Key_K)])
def test_older_ones_are_marked_as_read(listed, sort, older):
    listed.window.articles.header.sorted_by.emit(sort)
    listed.settle()
    click(listed, 2)
    row = listed.window.articles.selected_row()
    listed.press(older, SHIFT)
    rows = [listed.window.articles.articles.row(place) for place in range(40)]
    assert all(one.read for one in rows if one.date < row.date)
    assert not any(one.read for one in rows if one.date > row.date)
    assert not listed.row(row.id).read
    listed.press(KEY.Key_Z, CTRL)
    until_unread(listed, 40)


def test_below_and_above_are_counted_from_all_that_is_selected(listed):
    click(listed, 1)
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(KEY.Key_J, SHIFT)
    until_unread(listed, 3)
    listed.press(KEY.Key_K, SHIFT)
    until_unread(listed, 2)
    listed.press(KEY.Key_K, SHIFT)
    assert listed.window.status._words == "Everything here is read already."


def test_below_marks_hits_beyond_the_first_page(large):
    search(large, "frost")
    large.press(KEY.Key_Home)
    large.press(KEY.Key_J, SHIFT)
    until_unread(large, 41)


def test_the_menu_shows_what_can_be_done_and_its_keys(listed):
    entries, menu = open_menu(listed)
    assert entries == [
        ["Open", "Return"],
        ["Open in a window of its own", "Ctrl+Return"],
        ["Mark as read", "M"],
        ["Star", "S"],
        ["Mark older as read", "Shift+J"],
        ["Mark newer as read", "Shift+K"],
        ["File in a collection", "B"],
        ["Copy with citation", "Ctrl+C"],
    ]
    assert menu.accessibleName() == "1 article"
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    listed.settle()
    assert listed.row("courier").read
    entries, menu = open_menu(listed)
    assert ["Mark as unread", "M"] in entries
    menu.close()


def test_the_menu_says_below_where_the_order_is_not_by_date(listed):
    listed.window.articles.header.sorted_by.emit(Sort.TITLE)
    listed.settle()
    entries, menu = open_menu(listed)
    menu.close()
    assert ["Mark all below as read", "Shift+J"] in entries
    listed.select("History")
    listed.window.articles.view.setFocus()
    listed.press(KEY.Key_Home)
    entries, menu = open_menu(listed)
    menu.close()
    assert ["Mark all above as read", "Shift+K"] in entries


def test_a_right_click_takes_the_row_or_the_selection_that_it_is_in(listed):
    asked = []
    listed.window.articles.menu_wanted.connect(lambda chosen, _at: asked.append(list(chosen.keys)))
    view, keys = listed.window.articles.view, listed.shown.keys
    for place in (2, 0):
        click(listed, place, button=Qt.MouseButton.RightButton)
        at = view.visualRect(view.model().index(place, 0)).center()
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, QPoint(9, 9)))
        listed.settle()
        QApplication.activePopupWidget().close()
        click(listed, 1) if place == 2 else None
        listed.press(KEY.Key_Up, SHIFT) if place == 2 else None
    assert asked == [[keys[2]], list(keys[:2])]


def test_others_can_add_to_the_menu(listed):
    got = []
    listed.window.lists.menu.filling.connect(
        lambda menu, chosen: menu.addAction("Mine", lambda: got.extend(chosen.keys))
    )
    listed.press(KEY.Key_Down, SHIFT)
    entries, menu = open_menu(listed)
    assert entries[-1] == ["Mine"]
    menu.actions()[-1].trigger()
    menu.close()
    assert got == list(listed.shown.keys[:2])


def test_titles_are_copied_with_their_citations(listed):
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(KEY.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 2
    assert "The courier" in lines[0]
    assert "The census" in lines[1]


def test_the_selection_outlives_a_refresh(listed):
    listed.press(KEY.Key_Down, SHIFT)
    listed.press(KEY.Key_Down, SHIFT)
    listed.window.refresh()
    listed.settle()
    assert selected(listed) == listed.titles(3)
    assert heading(listed) == "Latest · 3 selected"
    listed.window.open_node(Node(NodeKind.SECTION, "news"))
    listed.settle()
    assert heading(listed) == "News · 39"


def test_without_a_selected_row_nothing_stands_below(listed):
    listed.window.reading.article_followed.emit("census")
    listed.settle()
    listed.select("North")
    assert listed.window.articles.selected_count() == 0
    listed.press(KEY.Key_J, SHIFT)
    assert listed.window.status._words == "Select an article of the list first."
    listed.window.commands.copy_titles()
    listed.settle()
    assert "The census" in QGuiApplication.clipboard().text()
    assert listed.window.status._words == "1 citation copied."
    listed.press(KEY.Key_M)
    assert listed.window.reading.row.read
