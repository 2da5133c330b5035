"""Ctrl+K goes anywhere by name; Ctrl+P puts the page on paper."""

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from reader.ui.go_to import GoTo, matching


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
    QTest.keyClicks(dialog.field, " nothing is called this")
    assert dialog.list.count() == 0
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_titles_that_begin_with_the_words_come_first(driver):
    driver.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(driver.window, GoTo)
    found = matching(dialog._all, "no")
    assert found[0].title.casefold().startswith("no")
    dialog.reject()


def test_ctrl_p_asks_for_a_printer(driver):
    driver.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog_of(driver.window, QPrintDialog).reject()


def test_a_page_is_saved_as_pdf_under_its_title(driver, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    driver.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(driver.window, QFileDialog)
    dialog.accept()
    qtbot.waitUntil((tmp_path / "The courier.pdf").exists)
    assert (tmp_path / "The courier.pdf").read_bytes().startswith(b"%PDF")
