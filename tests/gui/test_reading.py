from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_the_first_start_opens_the_newest_article(driver):
    assert driver.title == "The courier"
    assert driver.titles(3) == ["The courier", "The census", "كىتاب"]
    assert driver.window.bar.title.text() == "Winter Review"


def test_j_and_k_go_to_the_next_and_the_previous_article(driver):
    driver.press(Qt.Key.Key_J)
    assert driver.title == "The census"
    driver.press(Qt.Key.Key_K)
    assert driver.title == "The courier"


def test_letters_work_from_every_pane(driver):
    for pane in (driver.window.navigation, driver.window.reading.browser, driver.window.articles.view):
        pane.setFocus()
        before = driver.window.articles.view.selected()
        driver.press(Qt.Key.Key_J)
        assert driver.window.articles.view.selected() == before + 1


def test_letters_do_nothing_in_a_text_field(driver):
    driver.press(Qt.Key.Key_Slash)
    driver.type("jsm")
    assert driver.window.bar.search.text() == "jsm"
    assert driver.title == "The courier"
    assert not driver.window.reading.row.starred


def test_n_skips_what_is_read(driver):
    driver.window.marking.set_read([driver.row("census").key], read=True)
    driver.settle()
    driver.press(Qt.Key.Key_N)
    assert driver.title == "كىتاب"
    driver.press(Qt.Key.Key_P)
    assert driver.title == "The courier"


def test_space_pages_down_and_then_goes_to_the_next_unread(driver):
    bar = driver.window.reading.browser.verticalScrollBar()
    driver.press(Qt.Key.Key_Space)
    assert bar.value() > 0
    driver.press(Qt.Key.Key_Space, SHIFT)
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    driver.press(Qt.Key.Key_Space)
    assert driver.title == "The census"


def test_star_and_read_are_shown_at_once_and_kept(driver):
    driver.press(Qt.Key.Key_S)
    driver.press(Qt.Key.Key_M)
    assert (driver.row("courier").starred, driver.row("courier").read) == (True, True)
    assert driver.window.bar.star.isChecked()
    driver.select("Starred")
    assert driver.titles() == ["The courier"]
    driver.press(Qt.Key.Key_D, CTRL)
    assert not driver.window.reading.row.starred


def test_mark_all_read_can_be_undone(driver):
    driver.press(Qt.Key.Key_A, SHIFT)
    assert driver.row("census").read
    driver.qtbot.waitUntil(lambda: driver.branch("Unread").unread == 0)
    driver.press(Qt.Key.Key_Z, CTRL)
    assert not driver.row("census").read
    driver.qtbot.waitUntil(lambda: driver.branch("Unread").unread == 40)


def test_an_article_is_read_after_some_seconds_on_the_screen(driver, monkeypatch):
    monkeypatch.setattr("reader.ui.reading.reading_clock.SECONDS", 0.1)
    driver.press(Qt.Key.Key_J)
    driver.qtbot.waitUntil(lambda: driver.row("census").read)
    assert not driver.row("courier").read


def test_back_and_forward_keep_the_place_in_the_page(driver):
    browser = driver.window.reading.browser
    browser.verticalScrollBar().setValue(browser.verticalScrollBar().maximum() // 2)
    before = browser.fraction()
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "The courier"
    assert abs(browser.fraction() - before) < 0.02
    driver.press(Qt.Key.Key_Right, ALT)
    assert driver.title == "The census"


def test_the_mouse_goes_back(driver):
    driver.press(Qt.Key.Key_J)
    driver.qtbot.mouseClick(driver.window.articles.view.viewport(), Qt.MouseButton.BackButton)
    driver.settle()
    assert driver.title == "The courier"


def follow(driver, address):
    from PySide6.QtCore import QUrl

    driver.window.reading.browser.anchorClicked.emit(QUrl(address))
    driver.settle()


def test_links_lead_to_articles_terms_and_lists(driver):
    follow(driver, "packhorse:article/census")
    assert driver.title == "The census"
    follow(driver, "packhorse:term/stick")
    assert driver.title == "Glossary"
    follow(driver, "packhorse:node/tag/winter")
    assert driver.titles() == ["The census"]
    follow(driver, "packhorse:node/author/writer")
    assert (driver.title, driver.titles()) == ("A. Writer", ["The courier"])


def test_a_link_to_what_is_not_here_says_so(driver):
    follow(driver, "packhorse:article/nothing")
    assert driver.title == "The courier"
    assert "nothing" in driver.window.status._words


def test_an_outside_address_is_shown_whole_and_copied(driver):
    address = "https://example.org/a?b=c&d=%20e"
    follow(driver, "packhorse:external/https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%26d%3D%2520e")
    dialog = driver.window.findChild(QDialog)
    assert dialog.findChild(QLineEdit).text() == address
    driver.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == address


def test_find_marks_every_place_without_accents(driver):
    driver.press(Qt.Key.Key_F, CTRL)
    bar = driver.window.reading.find_bar
    driver.qtbot.keyClicks(bar._field, "CÓURIER")
    driver.qtbot.waitUntil(lambda: len(driver.window.reading.browser.extraSelections()) > 100)
    assert bar._count.text().startswith("1 of ")
    driver.press(Qt.Key.Key_F3)
    assert bar._count.text().startswith("2 of ")
    driver.press(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert not driver.window.reading.browser.extraSelections()


def test_zoom_makes_the_text_larger_and_stays_in_place(driver):
    before = driver.window.reading._style(600).size
    driver.press(Qt.Key.Key_Plus, CTRL)
    assert driver.window.reading._style(600).size > before
    driver.press(Qt.Key.Key_0, CTRL)
    assert driver.window.reading._style(600).size == before


def test_an_uyghur_article_runs_from_right_to_left(driver):
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_J)
    block = driver.window.reading.browser.document().findBlockByNumber(2)
    assert driver.window.reading.prepared.page.right_to_left
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    assert not driver.window.isRightToLeft()


def test_a_damaged_article_has_a_calm_page(open_window, folder):
    for path in (folder / "publications").rglob("*.seg"):
        path.write_bytes(path.read_bytes()[:40])
    driver = open_window(folder)
    assert driver.window.reading.prepared is None
    assert "repair" in driver.window.reading.empty._words.text()


def test_stories_come_after_the_page_without_moving_it(driver, monkeypatch):
    browser = driver.window.reading.browser
    shown = []
    monkeypatch.setattr(browser, "add_after", shown.append)
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_K)
    assert "Keep reading" not in browser.toPlainText()
    browser.verticalScrollBar().setValue(300)
    browser.selectAll()
    monkeypatch.undo()
    chosen = browser.textCursor().selectedText()
    browser.add_after(shown[-1])
    assert browser.verticalScrollBar().value() == 300
    assert browser.textCursor().selectedText() == chosen
    assert "Keep reading" in browser.toPlainText()


def test_a_place_among_the_stories_is_found_again(driver):
    browser = driver.window.reading.browser
    browser.verticalScrollBar().setValue(browser.verticalScrollBar().maximum())
    before, at = browser.fraction(), browser.verticalScrollBar().value()
    assert before > 1
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_Left, ALT)
    assert abs(browser.verticalScrollBar().value() - at) <= 2


def test_words_are_found_in_stories_that_came_later(driver):
    driver.press(Qt.Key.Key_F, CTRL)
    bar = driver.window.reading.find_bar
    driver.qtbot.keyClicks(bar._field, "keep reading")
    driver.qtbot.waitUntil(lambda: bar._count.text() == "1 of 1")
    driver.press(Qt.Key.Key_J)
    driver.qtbot.waitUntil(lambda: bar._count.text() == "1 of 1")
