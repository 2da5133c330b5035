"""Kept searches and collections in the reader's own order: by keys, from the menu, by drag, and back."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu

from reader.library import Library, collections, searches

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


def kept(folder, *texts, filed=()):
    with Library.open(folder) as library:
        for text in texts:
            searches.save(library, text)
        for title in filed:
            collections.create(library, title)


def order(folder):
    with Library.open(folder) as library:
        return [one.text for one in searches.saved(library)], [one.title for one in collections.listed(library)]


def shown(driver, *titles):
    return [one.title for one in driver.window.navigation.tree.branches() if one.title in titles]


def stand_on(driver, title):
    driver.window.navigation.setFocus()
    driver.select(title)


def menu_of(driver, qapp):
    tree = driver.window.navigation
    qapp.sendEvent(tree, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    return tree.findChild(QMenu)


def test_alt_and_arrows_move_a_kept_search_and_undo_puts_it_back(open_window, folder):
    kept(folder, "courier", "item", "census")
    driver = open_window(folder)
    stand_on(driver, "census")
    driver.press(UP, ALT)
    assert shown(driver, "courier", "item", "census") == ["courier", "census", "item"]
    assert driver.window.status._words == "“census” is now 2 of 3."
    driver.press(UP, ALT)
    driver.press(UP, ALT)
    assert order(folder)[0] == ["census", "courier", "item"]
    assert (driver.shown.node.id, driver.window.navigation.hasFocus()) == ("census", True)
    driver.press(DOWN, ALT)
    assert order(folder)[0] == ["courier", "census", "item"]
    driver.press(Qt.Key.Key_Z, CTRL)
    assert order(folder)[0] == ["census", "courier", "item"]
    assert shown(driver, "courier", "item", "census") == ["census", "courier", "item"]


def test_the_order_of_collections_is_there_after_a_restart(open_window, folder):
    kept(folder, filed=("Snow", "Roads"))
    driver = open_window(folder)
    stand_on(driver, "Roads")
    driver.press(UP, ALT)
    driver.press(Qt.Key.Key_Z, CTRL)
    assert order(folder)[1] == ["Snow", "Roads"]
    driver.press(UP, ALT)
    driver.window.close()
    assert order(folder)[1] == ["Roads", "Snow"]
    assert shown(open_window(folder), "Snow", "Roads") == ["Roads", "Snow"]


def test_keys_pressed_fast_one_after_another_all_count(open_window, folder):
    kept(folder, "a", "b", "c", "d")
    driver = open_window(folder)
    stand_on(driver, "d")
    for _ in range(3):
        driver.qtbot.keyClick(driver.window.navigation, UP, ALT)
    driver.settle()
    assert order(folder)[0] == ["d", "a", "b", "c"]


def test_other_rows_stay_where_they_are_and_the_window_says_what_to_choose(open_window, folder):
    kept(folder, "courier", "item")
    driver = open_window(folder)
    stand_on(driver, "Essays")
    driver.press(UP, ALT)
    assert order(folder)[0] == ["courier", "item"]
    assert "Choose a collection or a kept search" in driver.window.status._words


def test_the_menu_moves_as_far_as_there_is_room(open_window, folder, qapp):
    kept(folder, filed=("Snow", "Roads"))
    driver = open_window(folder)
    stand_on(driver, "Snow")
    menu = menu_of(driver, qapp)
    assert [one.text() for one in menu.actions()[:3]] == ["Rename\tF2", "Move down\tAlt+Down", "Keep no longer\tDel"]
    menu.actions()[1].trigger()
    menu.close()
    driver.settle()
    assert order(folder)[1] == ["Roads", "Snow"]


def test_another_key_moves_as_well_and_the_menu_names_it(open_window, folder, qapp):
    kept(folder, filed=("Snow", "Roads"))
    driver = open_window(folder)
    driver.window.keymap.give("move_up", "Ctrl+J", instead="Alt+Up")
    stand_on(driver, "Roads")
    driver.press(Qt.Key.Key_J, CTRL)
    assert order(folder)[1] == ["Roads", "Snow"]
    driver.select("Snow")
    menu = menu_of(driver, qapp)
    assert menu.actions()[1].text() == "Move up\tCtrl+J"
    menu.close()


def drag(driver, qapp, title, onto, *, above):
    """Drop a row at the upper or lower edge of another, as Qt tells the view of it."""
    view = driver.window.navigation
    index = view.tree.index_of(driver.branch(title))
    place = view.visualRect(view.tree.index_of(driver.branch(onto)))
    at = QPointF(place.center().x(), place.top() + 1 if above else place.bottom() - 1)
    data, action, left = view.tree.mimeData([index]), Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    qapp.sendEvent(view.viewport(), QDragEnterEvent(at.toPoint(), action, data, left, none))
    drop = QDropEvent(at, action, data, left, none)
    qapp.sendEvent(view.viewport(), drop)
    driver.settle()


def test_a_row_is_dragged_among_its_like_only(open_window, folder, qapp):
    kept(folder, "courier", "item", "census", filed=("Snow", "Roads"))
    driver = open_window(folder)
    drag(driver, qapp, "courier", "census", above=False)
    assert order(folder)[0] == ["item", "census", "courier"]
    drag(driver, qapp, "courier", "item", above=True)
    assert order(folder)[0] == ["courier", "item", "census"]
    drag(driver, qapp, "courier", "item", above=False)
    assert order(folder)[0] == ["item", "courier", "census"]
    drag(driver, qapp, "courier", "Roads", above=True)
    drag(driver, qapp, "Essays", "census", above=True)
    assert order(folder) == (["item", "courier", "census"], ["Snow", "Roads"])
    assert driver.window.navigation.tree.index_of(driver.branch("Essays")).data() == "Essays"
