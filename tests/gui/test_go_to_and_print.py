"""Ctrl+K goes anywhere by name; Ctrl+P puts the page on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from reader.ui.go_to import GoTo
from reader.ui.go_to_entries import matching


def dialog_of(window, kind):
    return next(one for one in window.findChildren(kind) if one.isVisible())


def test_ctrl_k_goes_to_a_section_by_its_name(driver, qtbot):
    window = driver.window
    driver.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(window, GoTo)
    QTest.keyClicks(dialog.field, "ess")
    assert dialog.list.currentItem().text().startswith("Essays")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: str(window.navigator.place.node) == "section:essays")
    assert not dialog.isVisible()


def test_ctrl_k_finds_commands_and_leaves_by_esc(driver, qtbot):
    window = driver.window
    driver.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(window, GoTo)
    QTest.keyClicks(dialog.field, "full screen")
    assert "Command" in dialog.list.currentItem().text()
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def asked(driver, words):
    driver.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(driver.window, GoTo)
    QTest.keyClicks(dialog.field, words)
    driver.settle()
    return dialog


def rows(dialog):
    return [dialog.list.item(row).text().partition("  ·")[0] for row in range(dialog.list.count())]


def test_ctrl_k_finds_an_article_by_its_title(driver, qtbot):
    dialog = asked(driver, "census")
    assert rows(dialog) == ["The census", "Search for “\u2068census\u2069”"]
    assert dialog.list.currentRow() == 0
    assert dialog._none.isHidden()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    driver.settle()
    assert driver.title == "The census"


@pytest.mark.parametrize(
    ("typed", "first"),
    [("dark", "Theme: Dark"), ("theme", "Theme: System"), ("sync", "Sync"), ("appear", "Appearance")],
)
def test_ctrl_k_finds_what_the_bar_offers(driver, typed, first):
    dialog = asked(driver, typed)
    assert rows(dialog)[0] == first
    dialog.reject()


def test_ctrl_k_changes_the_theme(driver):
    QTest.keyClick(asked(driver, "dark").field, Qt.Key.Key_Return)
    driver.settle()
    assert driver.window.state.theme == "dark"
    assert driver.window.look.theme.name == "dark"


def test_ctrl_k_opens_the_appearance(driver, qtbot):
    QTest.keyClick(asked(driver, "appear").field, Qt.Key.Key_Return)
    qtbot.waitUntil(driver.window.appearance.isVisible)
    driver.window.appearance.hide()


def test_ctrl_k_says_that_nothing_is_called_so_and_searches_for_it(driver):
    dialog = asked(driver, "courier went")
    assert dialog._none.isVisible()
    assert len(rows(dialog)) == 1
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    driver.settle()
    assert str(driver.shown.node) == "search:courier went"
    assert driver.titles() == ["The courier"]


def test_ctrl_k_has_no_words_of_an_earlier_letter(driver):
    dialog = asked(driver, "zz")
    assert dialog._none.isVisible()
    dialog.field.setText("ess")
    driver.settle()
    assert dialog._none.isHidden()
    assert rows(dialog)[0] == "Essays"
    dialog.reject()


def test_titles_that_begin_with_the_words_come_first(driver):
    driver.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(driver.window, GoTo)
    found = matching(dialog._all, "no")
    assert found[0].title.casefold().startswith("no")
    dialog.reject()


def test_ctrl_p_asks_for_a_printer(driver):
    driver.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog_of(driver.window, QPrintDialog).reject()


@pytest.fixture(autouse=True)
def first_run(tmp_path, monkeypatch):
    """Nothing was saved yet, and the reader's own folder is the test's."""
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    monkeypatch.setattr("reader.ui.reading.printing._used", [])


def test_the_folder_used_last_is_offered_for_the_next_pdf(driver, qtbot, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    driver.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(driver.window, QFileDialog)
    dialog.setDirectory(str(stick))
    dialog.accept()
    qtbot.waitUntil((stick / "The courier.pdf").exists)
    qtbot.waitUntil(lambda: driver.window.printing._task is None)
    with qtbot.waitActive(driver.window):
        driver.window.activateWindow()
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    offered = dialog_of(driver.window, QFileDialog)
    assert offered.directory().path() == str(stick)
    offered.reject()


def test_a_page_is_saved_as_pdf_under_its_title(driver, qtbot, tmp_path):
    driver.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(driver.window, QFileDialog)
    dialog.accept()
    qtbot.waitUntil((tmp_path / "The courier.pdf").exists)
    assert (tmp_path / "The courier.pdf").read_bytes().startswith(b"%PDF")
