"""Articles are filed by keys alone, listed like any others, and every step can be taken back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from reader.library import Library, collections
from reader.library.read import key_of
from reader.model.listing import LATEST, Node, NodeKind, Sort
from reader.ui.filing import FilingPanel
from reader.ui.filing.choices import CHOICE
from reader.ui.go_to import GoTo
from reader.ui.scope import scopes

CTRL = Qt.KeyboardModifier.ControlModifier


def listed(folder):
    with Library.open(folder) as library:
        return [(one.title, one.count) for one in collections.listed(library)]


def made(folder, **contents):
    """Collections by title, made before the window opens."""
    with Library.open(folder) as library:
        for title, articles in contents.items():
            one = collections.create(library, title)
            for name in articles:
                collections.add(library, one.id, [key_of(library, name)])


def panel_of(driver):
    return driver.window.findChild(FilingPanel)


def open_panel(driver):
    driver.press(Qt.Key.Key_B)
    driver.qtbot.waitUntil(lambda: panel_of(driver) is not None and panel_of(driver).isVisible())
    return panel_of(driver)


def hit(driver, panel, key):
    QTest.keyClick(panel.field, key)
    driver.settle()


def close(driver, panel):
    hit(driver, panel, Qt.Key.Key_Escape)
    driver.qtbot.waitUntil(lambda: panel_of(driver) is None)
    with driver.qtbot.waitActive(driver.window):
        driver.window.activateWindow()


def rows(panel):
    return [panel.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(panel.list.count())]


def stand_on(driver, title):
    driver.window.navigation.setFocus()
    driver.select(title)


def said(driver):
    return driver.window.status._words


def test_a_first_collection_is_made_by_naming_it(driver, folder):
    assert driver.branch("Collections").node == Node(NodeKind.COLLECTION)
    panel = open_panel(driver)
    assert "first" in panel.field.placeholderText()
    driver.qtbot.keyClicks(panel.field, "Snow")
    assert rows(panel) == ["New collection “Snow”"]
    hit(driver, panel, Qt.Key.Key_Return)
    assert listed(folder) == [("Snow", 1)]
    assert rows(panel) == ["Snow, 1 article, filed here"]
    assert panel.field.text() == ""
    close(driver, panel)
    assert said(driver) == "Filed in “Snow”."
    assert driver.window.reading.filed.titles == ("Snow",)
    assert driver.branch("Snow").count == 1
    assert [one.title for one in driver.window.navigation.tree.branches()].count("Collections") == 1


def test_enter_ticks_and_unticks_what_was_typed_for(open_window, folder):
    made(folder, Snow=["census"], Roads=[], Snowfall=[])
    driver = open_window(folder)
    panel = open_panel(driver)
    driver.qtbot.keyClicks(panel.field, "snow")
    assert rows(panel) == ["Snow, 1 article, not filed here", "Snowfall, 0 articles, not filed here"]
    hit(driver, panel, Qt.Key.Key_Down)
    hit(driver, panel, Qt.Key.Key_Return)
    assert rows(panel)[1] == "Snowfall, 1 article, filed here"
    assert panel.list.currentRow() == 1
    hit(driver, panel, Qt.Key.Key_Return)
    assert rows(panel)[1] == "Snowfall, 0 articles, not filed here"
    driver.qtbot.keyClicks(panel.field, "ROADS")
    assert rows(panel) == ["Roads, 0 articles, not filed here"]
    driver.qtbot.keyClicks(panel.field, " and tea")
    hit(driver, panel, Qt.Key.Key_Up)
    hit(driver, panel, Qt.Key.Key_Return)
    assert ("ROADS and tea", 1) in listed(folder)
    close(driver, panel)


def test_a_click_and_space_tick_too(open_window, folder):
    made(folder, Snow=[], Roads=[])
    driver = open_window(folder)
    panel = open_panel(driver)
    place = panel.list.visualItemRect(panel.list.item(1)).center()
    driver.qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    driver.settle()
    assert panel.list.item(1).data(CHOICE).is_on
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    driver.settle()
    assert not panel.list.item(1).data(CHOICE).is_on
    close(driver, panel)


def test_several_articles_are_filed_at_once_and_some_of_them_are_told(open_window, folder):
    made(folder, Snow=["census"])
    driver = open_window(folder)
    keys = tuple(driver.row(name).key for name in ("courier", "census"))
    driver.window.articles.selected_keys = lambda: keys
    panel = open_panel(driver)
    assert panel._title.text() == "File 2 articles"
    assert rows(panel) == ["Snow, 1 article, some of them filed here"]
    hit(driver, panel, Qt.Key.Key_Return)
    assert rows(panel) == ["Snow, 2 articles, filed here"]
    close(driver, panel)
    driver.press(Qt.Key.Key_Z, CTRL)
    assert listed(folder) == [("Snow", 1)]


def test_filing_is_undone(open_window, folder):
    made(folder, Snow=["census"])
    driver = open_window(folder)
    panel = open_panel(driver)
    hit(driver, panel, Qt.Key.Key_Return)
    close(driver, panel)
    assert listed(folder) == [("Snow", 2)]
    driver.press(Qt.Key.Key_Z, CTRL)
    assert listed(folder) == [("Snow", 1)]
    assert driver.window.reading.filed.titles == ()
    assert driver.window.reading.filed.isHidden()


def test_without_an_article_there_is_nothing_to_file(open_window, folder):
    driver = open_window(folder, Node(NodeKind.STARRED))
    driver.press(Qt.Key.Key_B)
    assert panel_of(driver) is None
    assert said(driver) == "Choose an article first, then file it."


def test_a_collection_is_a_list_as_added_and_can_be_sorted(open_window, folder):
    made(folder, Snow=["courier", "item-3", "census"])
    driver = open_window(folder)
    stand_on(driver, "Snow")
    assert driver.titles() == ["The census", "Item 3", "The courier"]
    assert driver.window.articles.header.accessibleName() == "Snow · 3"
    driver.window.articles.sort_chosen.emit(Sort.NEWEST)
    driver.settle()
    assert driver.titles() == ["The courier", "The census", "Item 3"]


def test_an_empty_collection_says_how_to_fill_it(open_window, folder):
    made(folder, Snow=[])
    driver = open_window(folder)
    stand_on(driver, "Snow")
    assert "Press B" in driver.window.articles.empty.accessibleName()


def test_del_in_the_list_takes_out_and_undo_puts_back(open_window, folder):
    made(folder, Snow=["courier", "census"])
    driver = open_window(folder)
    stand_on(driver, "Snow")
    driver.window.articles.view.setFocus()
    driver.press(Qt.Key.Key_J)
    first = driver.title
    driver.press(Qt.Key.Key_Delete)
    assert len(driver.titles()) == 1
    assert said(driver) == "Taken out of “Snow”."
    driver.press(Qt.Key.Key_Z, CTRL)
    assert len(driver.titles()) == 2
    assert driver.title == first


def test_a_collection_is_renamed_and_another_ones_name_is_refused(open_window, folder):
    made(folder, Snow=["courier"], Roads=[])
    driver = open_window(folder)
    stand_on(driver, "Snow")
    driver.press(Qt.Key.Key_F2)
    assert driver.window.focusWidget().accessibleName() == "Title of the collection"
    driver.type("Ice")
    driver.press(Qt.Key.Key_Return)
    assert listed(folder) == [("Ice", 1), ("Roads", 0)]
    assert driver.window.articles.header.accessibleName() == "Ice · 1"
    assert driver.window.reading.filed.titles == ("Ice",)
    driver.press(Qt.Key.Key_F2)
    driver.type("roads")
    driver.press(Qt.Key.Key_Return)
    assert listed(folder) == [("Ice", 1), ("Roads", 0)]
    assert said(driver).startswith("There is a collection “\u2068Roads\u2069” already.")


def test_a_removed_collection_gives_way_to_its_neighbour_and_comes_back(open_window, folder):
    made(folder, Snow=["courier"], Roads=["census"])
    driver = open_window(folder)
    stand_on(driver, "Snow")
    driver.press(Qt.Key.Key_Delete)
    assert listed(folder) == [("Roads", 1)]
    assert driver.titles() == ["The census"]
    driver.press(Qt.Key.Key_Delete)
    assert (listed(folder), driver.shown.node) == ([], LATEST)
    driver.press(Qt.Key.Key_Z, CTRL)
    assert listed(folder) == [("Roads", 1)]
    assert driver.branch("Roads").count == 1


def test_the_menu_copies_the_citations(open_window, folder, qapp):
    made(folder, Snow=["courier", "census"])
    driver = open_window(folder)
    stand_on(driver, "Snow")
    tree = driver.window.navigation
    qapp.sendEvent(tree, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = tree.findChild(QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    driver.settle()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Snow"
    assert [line.split(", ")[1] for line in copied[2:3]] == ["The courier"]
    assert said(driver) == "2 citations of “Snow” copied."


def test_the_line_over_the_page_opens_a_collection(open_window, folder):
    made(folder, Snow=["courier"])
    driver = open_window(folder)
    assert driver.window.reading.filed.isVisible()
    (pill,) = driver.window.reading.filed._pills.pills
    pill.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert driver.titles() == ["The courier"]
    driver.select("Essays")
    driver.press(Qt.Key.Key_J)
    assert driver.window.reading.filed.isHidden()


def test_a_search_keeps_to_the_collection_that_was_shown(open_window, folder):
    made(folder, Snow=["courier", "census"])
    driver = open_window(folder)
    stand_on(driver, "Snow")
    driver.press(Qt.Key.Key_Slash)
    driver.type("courier")
    choice = next(one for one in scopes(driver.window) if "Snow" in one.title)
    choice.choose()
    driver.settle()
    assert driver.titles() == ["The courier"]
    assert [chip.label for chip in driver.window.articles.results._overview.chips][-1] == "Snow"


def test_collections_are_gone_to_by_name(open_window, folder):
    made(folder, Snow=["courier"])
    driver = open_window(folder)
    driver.press(Qt.Key.Key_K, CTRL)
    found = driver.window.findChild(GoTo)
    driver.qtbot.keyClicks(found.field, "snow collections")
    assert found.list.currentItem().text() == "Snow  ·  Collections"
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    driver.settle()
    assert driver.shown.node.kind is NodeKind.COLLECTION


def test_where_no_collection_is_shown_its_commands_say_so(driver):
    driver.window.commands.take_out()
    assert "taken out of a collection" in said(driver)
    driver.window.commands.copy_citations()
    assert "copy its citations" in said(driver)
