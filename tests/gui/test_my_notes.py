"""A reader's own note on an article."""

from PySide6.QtCore import Qt

from reader.library import Library, mark
from reader.model.listing import Node, NodeKind
from reader.ui.article_list.row_text import summary_of

KEY = Qt.Key


def noted(folder, key):
    with Library.open(folder) as library:
        return mark.note(library, key)


def write(driver, words):
    driver.press(KEY.Key_E)
    driver.type(words)


def bar(driver):
    return driver.window.reading.note_bar


def test_a_note_is_written_and_listed(driver, folder):
    key = driver.row("courier").key
    write(driver, "jk, ask /her/ about [this]?")
    driver.press(KEY.Key_Escape)
    assert driver.window.reading.browser.hasFocus()
    assert noted(folder, key) == "jk, ask /her/ about [this]?"
    driver.qtbot.waitUntil(lambda: driver.window.navigation.tree.find(Node(NodeKind.NOTES)).isValid())
    driver.select("Notes")
    assert driver.titles() == ["The courier"]


def test_it_is_shown_with_its_article_only(driver, folder):
    write(driver, "Mine")
    driver.press(KEY.Key_Escape)
    assert bar(driver).isVisible()
    driver.press(KEY.Key_J)
    assert bar(driver).isHidden()
    driver.press(KEY.Key_K)
    assert (bar(driver).isVisible(), bar(driver).field.toPlainText()) == (True, "Mine")


def test_going_on_without_leaving_it_first_keeps_it(driver, folder):
    key = driver.row("courier").key
    write(driver, "Half a tho")
    driver.window.commands.next_article()
    driver.settle()
    assert noted(folder, key) == "Half a tho"


def test_closing_the_window_keeps_it(driver, folder):
    key = driver.row("courier").key
    driver.press(KEY.Key_E)
    driver.qtbot.keyClicks(driver.window.focusWidget(), "Last words")
    driver.window.close()
    assert noted(folder, key) == "Last words"


def test_a_blank_note_is_none(driver, folder):
    key = driver.row("courier").key
    write(driver, "Mine")
    driver.press(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.press(KEY.Key_Delete)
    driver.press(KEY.Key_Escape)
    assert noted(folder, key) == ""
    assert bar(driver).isHidden()


def test_a_search_finds_what_has_a_note(driver):
    write(driver, "Mine")
    driver.press(KEY.Key_Escape)
    driver.press(KEY.Key_Slash)
    driver.type("has:note")
    assert driver.titles() == ["The courier"]


def test_another_look_leaves_what_is_written(driver):
    write(driver, "Mine")
    driver.window.state.theme = "dark"
    driver.window.restyle()
    driver.settle()
    assert bar(driver).field.toPlainText() == "Mine"
    assert bar(driver).isVisible()


def test_a_row_with_a_note_is_marked_and_says_so(driver):
    model = driver.window.articles.articles
    write(driver, "Ask her")
    driver.press(KEY.Key_Escape)
    assert driver.row("courier").note == "Ask her"
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "The courier, News, 30 June 2019, unread, with a note"
    driver.window.visits.refresh()
    driver.settle()
    assert driver.row("courier").note == "Ask her"
    assert not driver.row("census").note
    driver.press(KEY.Key_E)
    driver.press(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.press(KEY.Key_Delete)
    driver.press(KEY.Key_Escape)
    assert not driver.row("courier").note


def test_a_pencil_is_drawn_at_a_note(driver):
    view = driver.window.articles.view

    def drawn():
        return view.grab(view.visualRect(view.model().index(0, 0)).adjusted(4, 30, 0, 0)).toImage().copy(0, 0, 18, 30)

    before = drawn()
    driver.window.marking.set_note(driver.row("courier").key, "Mine")
    driver.settle()
    assert drawn() != before


def test_the_list_of_notes_shows_their_words(driver):
    write(driver, "Ask her about the tin")
    driver.press(KEY.Key_Escape)
    driver.qtbot.waitUntil(lambda: driver.window.navigation.tree.find(Node(NodeKind.NOTES)).isValid())
    driver.select("Notes")
    view, model = driver.window.articles.view, driver.window.articles.articles
    view.grab()
    laid = next(iter(view._delegate._laid_out.values()))
    assert laid.summary.layout.text() == "Ask her about the tin"
    described = model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == "1 of 1, Ask her about the tin"
    driver.select("Latest")
    view.grab()
    row = driver.row("courier")
    assert summary_of(row) != "Ask her about the tin"
