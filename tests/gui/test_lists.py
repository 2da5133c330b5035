from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from reader.library import Library, searches
from reader.library.index import drain
from reader.library.receive import sync
from reader.model.listing import Node, NodeKind, Sort
from reader.ui.article_list.contents import PAGE
from reader.ui.panes import Pane
from tests.gui.conftest import received

ALT = Qt.KeyboardModifier.AltModifier


def test_the_tree_has_counts_and_headings(driver):
    branches = {one.title: one for one in driver.window.navigation.tree.branches()}
    assert branches["News"].count == 39
    assert branches["North"].parent is branches["News"]
    assert branches["Essays"].unread == 1
    assert branches["Sections"].heading
    assert {"Authors", "Tags", "Languages", "About us", "Glossary"} <= set(branches)


def test_a_section_holds_its_own_and_those_below(driver):
    driver.select("News")
    assert driver.shown.total == 39
    assert driver.window.articles.header.accessibleName() == "News · 39"
    driver.select("Essays")
    assert driver.titles() == ["The census"]
    assert driver.title == "The courier"


def test_brackets_go_through_the_sections(driver):
    seen = []
    for _ in range(4):
        driver.press(Qt.Key.Key_BracketRight)
        seen.append(driver.shown.node.id)
    assert seen == ["news", "north", "essays", "news"]
    driver.press(Qt.Key.Key_BracketLeft)
    assert driver.shown.node.id == "essays"


def test_sorting_is_kept_for_each_list(driver):
    driver.select("News")
    driver.window.articles.header.sorted_by.emit(Sort.TITLE)
    driver.settle()
    assert driver.shown.sort is Sort.TITLE
    driver.select("Essays")
    assert driver.shown.sort is Sort.NEWEST
    driver.select("News")
    assert driver.shown.sort is Sort.TITLE


def test_a_document_is_shown_beside_the_list(driver):
    driver.select("About us")
    assert driver.title == "About us"
    assert driver.shown.node.kind is NodeKind.LATEST
    assert driver.window.navigation.currentIndex().data() == "About us"


def test_typing_searches_and_esc_goes_back_to_the_list(driver):
    driver.select("News")
    driver.press(Qt.Key.Key_Slash)
    driver.type("courier")
    assert driver.window.articles.header._words == "1 result"
    assert driver.row("courier").marks
    assert driver.window.bar.search.hasFocus()
    driver.press(Qt.Key.Key_Escape)  # the suggestions first
    driver.press(Qt.Key.Key_Escape)
    assert (driver.window.bar.search.text(), driver.shown.node.id) == ("", "news")
    driver.press(Qt.Key.Key_Escape)
    assert driver.window.articles.view.hasFocus()


def test_one_step_back_leaves_a_whole_search(driver):
    driver.press(Qt.Key.Key_Slash)
    driver.type("courier")
    driver.press(Qt.Key.Key_Return)
    assert driver.window.articles.view.hasFocus()
    driver.press(Qt.Key.Key_Left, ALT)
    assert (driver.shown.node.kind, driver.window.bar.search.text()) == (NodeKind.LATEST, "")


def test_hits_are_marked_in_the_article(driver):
    driver.press(Qt.Key.Key_Slash)
    driver.type("census")
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_Down)
    mark = driver.window.look.theme.mark
    assert mark in driver.window.reading.browser.toHtml()


def test_nothing_found_says_what_to_do(driver):
    driver.press(Qt.Key.Key_Slash)
    driver.type("zzzz")
    pane = driver.window.articles
    assert pane.empty.isVisible()
    assert pane.empty._title.text() == "Nothing found"


def test_a_filter_that_is_to_blame_can_be_removed(driver):
    driver.press(Qt.Key.Key_Slash)
    driver.type("census -is:unread")
    pane = driver.window.articles
    assert pane.empty.isVisible()
    assert "other words" not in pane.empty.accessibleName()
    (button,) = pane.empty._buttons
    button.click()
    driver.settle()
    assert driver.window.bar.search.text() == "census"
    assert pane.view.isVisible()


def test_what_is_not_understood_is_hinted(driver):
    driver.press(Qt.Key.Key_Slash)
    driver.type("courier " * 40)
    assert driver.shown.hint
    assert driver.window.articles.header._hint.isVisible()


def test_rows_say_what_they_show(driver):
    model = driver.window.articles.articles
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "The courier, News, 30 June 2019, unread"
    driver.press(Qt.Key.Key_S)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("starred")


def test_left_and_right_move_between_panes_and_mirror(driver, qapp):
    window = driver.window
    window.articles.view.setFocus()
    driver.press(Qt.Key.Key_Right)
    assert window.reading.browser.hasFocus()
    driver.press(Qt.Key.Key_Left)
    driver.press(Qt.Key.Key_Left)
    assert window.navigation.hasFocus()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    driver.press(Qt.Key.Key_Left)
    assert window.articles.view.hasFocus()
    assert window.navigation.mapTo(window, window.navigation.rect().topLeft()).x() > window.width() // 2


def test_folders_open_and_close_with_the_arrows(driver):
    navigation = driver.window.navigation
    navigation.setFocus()
    index = navigation.tree.index_of(driver.branch("Tags"))
    navigation.setCurrentIndex(index)
    driver.press(Qt.Key.Key_Right)
    assert navigation.isExpanded(index)
    driver.press(Qt.Key.Key_Left)
    assert not navigation.isExpanded(index)


def test_f9_folds_the_navigation(driver):
    driver.press(Qt.Key.Key_F9)
    assert driver.window.navigation.isHidden()
    driver.press(Qt.Key.Key_F9)
    assert driver.window.navigation.isVisible()


def test_narrower_windows_show_fewer_panes(open_window, folder):
    driver = open_window(folder, size=(800, 600))
    window = driver.window
    assert (window.navigation.isVisible(), window.articles.isVisible(), window.reading.isVisible()) == (
        False,
        True,
        True,
    )
    window.resize(500, 700)
    driver.settle()
    assert (window.articles.isVisible(), window.reading.isVisible()) == (True, False)
    window.articles.view.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert (window.articles.isVisible(), window.reading.isVisible()) == (False, True)
    driver.press(Qt.Key.Key_Escape)
    assert (window.articles.isVisible(), window.reading.isVisible()) == (True, False)


def test_the_list_of_keys_opens(driver):
    driver.press(Qt.Key.Key_F1)
    dialog = driver.window.findChild(QDialog)
    assert dialog.isVisible()
    driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_every_theme_can_be_chosen(driver):
    for name in ("sepia", "dark", "contrast", "light"):
        driver.window.state.theme = name
        driver.window.restyle()
        driver.settle()
        theme = driver.window.look.theme
        assert theme.name == name
        assert QApplication.palette().base().color().name() == theme.paper
        assert theme.ink in driver.window.reading.prepared.page.html


def test_a_kept_search_shows_what_is_new_until_it_is_opened(open_window, folder, publisher):
    with Library.open(folder) as library:
        searches.save(library, "winter", "Winter words")
        sync(library, publisher.publish(publisher.article("frost", "Frost", "A winter of frost.")))
        drain(library)
    driver = open_window(folder)
    assert driver.branch("Winter words").unread == 1
    driver.select("Winter words")
    assert "Frost" in driver.titles()
    driver.qtbot.waitUntil(lambda: driver.branch("Winter words").unread == 0)
    driver.window.navigation.setFocus()
    assert driver.window.navigation.tree.branch(driver.window.navigation.currentIndex()).title == "Winter words"


def test_an_article_without_a_standfirst_shows_how_it_opens(open_window, publisher, tmp_path):
    make = publisher.article
    own = [make(f"plain-{n}", f"Plain {n}", f"# Snow\n\nOn *day {n}* it fell.") for n in range(PAGE + 3)]
    driver = open_window(received(publisher.publish(make("told", standfirst="Of snow."), *own), tmp_path / "library"))
    pane = driver.window.articles
    assert driver.row("plain-0").snippet == "Snow On day 0 it fell."
    assert (driver.row("told").snippet, driver.row("told").standfirst) == ("", "Of snow.")
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    driver.qtbot.waitUntil(lambda: pane.articles.row(PAGE + 3) is not None)
    assert pane.articles.row(PAGE + 2).snippet.startswith("Snow On day")


def test_an_empty_list_takes_the_focus_of_its_pane_and_gives_it_back(driver):
    window = driver.window
    driver.press(Qt.Key.Key_Slash)
    driver.type("zzzz")
    driver.press(Qt.Key.Key_Escape)
    window.open_node(Node.parse("starred"))
    driver.settle()
    window.panes.enter(Pane.LIST)
    assert window.articles.empty.isVisible()
    assert window.articles.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget().isVisible()
    window.open_node(Node.parse("latest"))
    driver.settle()
    assert window.articles.view.hasFocus()


def test_the_focus_stays_on_an_empty_page_that_says_something_else(driver):
    page = driver.window.articles.empty
    driver.window.open_node(Node.parse("starred"))
    driver.settle()
    page.say("Nothing", "", [("One", lambda: page.say("Nothing either", ""))])
    page._buttons[0].show()
    page.setFocus()
    assert page._buttons[0].hasFocus()
    driver.press(Qt.Key.Key_Space)
    assert page.hasFocus()


def test_the_focus_stays_on_an_empty_page_that_changes_under_a_dialog(driver):
    page = driver.window.articles.empty
    driver.window.open_node(Node.parse("starred"))
    driver.settle()
    page.say("Nothing", "", [("One", print)])
    page._buttons[0].show()
    page.setFocus()
    dialog = QDialog(driver.window)
    dialog.open()
    driver.qtbot.waitUntil(lambda: not page._buttons[0].hasFocus())
    page.say("Nothing either", "", [("Another", print)])
    dialog.close()
    driver.window.activateWindow()
    driver.qtbot.waitUntil(page._buttons[0].hasFocus)
