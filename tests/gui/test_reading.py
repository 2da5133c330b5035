import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from reader.library import Library
from reader.library.receive import sync
from reader.ui.preferences.style import MEASURES, page_style
from reader.ui.reading.find import occurrences
from tests.gui.conftest import received
from tests.support.scrolling import scroll_by_share

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SIZES = ((600, 800), (800, 600), (1000, 700), (1400, 900))


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
    assert dialog.findChild(QPlainTextEdit).toPlainText() == address
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
    before = driver.window.reading._asking._style(600).size
    driver.press(Qt.Key.Key_Plus, CTRL)
    assert driver.window.reading._asking._style(600).size > before
    driver.press(Qt.Key.Key_0, CTRL)
    assert driver.window.reading._asking._style(600).size == before


def test_large_text_in_a_narrow_window_breaks_no_word_of_the_title(open_window, publisher, tmp_path):
    title = "Announcing our Technical Practice about Understanding debt"
    driver = open_window(received(publisher.publish(publisher.article("a", title)), tmp_path / "own"), size=(420, 700))
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_Return)
    for _ in range(5):
        driver.press(Qt.Key.Key_Plus, CTRL)
    block = driver.window.reading.browser.document().begin()
    while block.text().replace("\u00a0", " ") != title:
        block = block.next()
    lines = [block.layout().lineAt(n) for n in range(block.layout().lineCount())]
    starts = [line.textStart() for line in lines[1:]]
    assert starts
    assert all(block.text()[start - 1] == " " for start in starts)


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
    assert "Repair the library" in driver.window.reading.empty._words.text()


def words_at_the_top(browser):
    cursor = browser.cursorForPosition(browser.viewport().rect().topLeft() + QPoint(browser.viewport().width() // 2, 4))
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    return cursor.selectedText().strip()


def scroll_into(browser, share):
    """Bring the middle of a paragraph to the top: between two of them it would be either."""
    bar, document = browser.verticalScrollBar(), browser.document()
    scroll_by_share(browser, share)
    block = browser.cursorForPosition(QPoint(browser.viewport().width() // 2, 40)).block()
    box = document.documentLayout().blockBoundingRect(block)
    bar.setValue(round(box.top() + box.height() / 3))


def numbered(publisher):
    body = "\n\n".join(
        f"{n}. In this paragraph the courier went on and on, over the {n}th pass. " * 4 for n in range(80)
    )
    return publisher.publish(
        publisher.section("news", "News"), publisher.article("long", "Long", body, section="news", date="2019-06-30")
    )


@pytest.fixture
def long_article(open_window, publisher, tmp_path):
    with Library.open(tmp_path / "long") as library:
        sync(library, numbered(publisher))
    return open_window(tmp_path / "long")


def test_the_same_paragraph_stays_at_the_top_in_any_size_and_width(long_article):
    driver, browser = long_article, long_article.window.reading.browser
    scroll_into(browser, 1 / 2)
    before = words_at_the_top(browser)
    for _ in range(4):
        driver.press(Qt.Key.Key_Plus, CTRL)
    assert words_at_the_top(browser) == before
    driver.window.resize(800, 600)
    driver.settle()
    assert words_at_the_top(browser) == before
    driver.window.resize(1400, 900)
    driver.press(Qt.Key.Key_0, CTRL)
    assert words_at_the_top(browser) == before
    assert abs(browser.fraction() - browser._held[1]) < 0.001


@pytest.mark.parametrize("seed", range(3))
def test_no_order_of_sizes_and_zooms_loses_the_place(long_article, seed):
    driver, browser, chance = long_article, long_article.window.reading.browser, random.Random(seed)
    scroll_into(browser, 1 / 2)
    words, place = words_at_the_top(browser), browser.fraction()
    done = []
    for _ in range(20):
        for _ in range(chance.randint(1, 3)):
            act = chance.choice((*SIZES, Qt.Key.Key_Plus, Qt.Key.Key_0))
            done.append(act)
            if act in SIZES:
                driver.window.resize(*act)
            else:
                driver.qtbot.keyClick(driver.window.focusWidget(), act, CTRL)
            driver.qtbot.wait(chance.choice((0, 1, 10, 30)))
        driver.settle()
        assert browser.fraction() == pytest.approx(place), done
        assert words_at_the_top(browser) == words, done


def test_the_place_is_kept_from_one_start_to_the_next_in_another_size(long_article, open_window, tmp_path):
    browser = long_article.window.reading.browser
    scroll_into(browser, 1 / 3)
    before = words_at_the_top(browser)
    long_article.window.state.text_size = 24
    long_article.window.close()
    again = open_window(tmp_path / "long")
    assert again.window.reading._asking._style(600).size > 20
    assert words_at_the_top(again.window.reading.browser) == before


def test_how_much_is_left_is_told_and_ends_with_the_text(long_article):
    driver, browser = long_article, long_article.window.reading.browser
    assert driver.window.status._reading.text().endswith("min left")
    first = driver.window.reading.progress._share
    driver.press(Qt.Key.Key_Space)
    assert driver.window.reading.progress._share > first
    browser.verticalScrollBar().setValue(browser.verticalScrollBar().maximum())
    assert driver.window.status._reading.text() == "read to the end"


def test_words_are_copied_with_where_they_stand(driver):
    browser = driver.window.reading.browser
    cursor = browser.document().find("The courier went on.")
    browser.setTextCursor(cursor)
    browser.setFocus()
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    copied = QApplication.clipboard().mimeData()
    assert copied.text().startswith("“The courier went on.” — A. Writer, The courier, Winter Review, edition 1,")
    assert ", courier, paragraph 2, revision 1, sha256 " in copied.text()
    assert "<blockquote><p>The courier went on.</p></blockquote>" in copied.html()
    assert driver.window.status._words == "Copied with its citation."


def test_find_overlooks_marks_of_direction():
    assert occurrences("By \u2068Mara\u2069 Quill", "mara quill") == [(4, 15)]


@pytest.mark.parametrize(("size", "serif"), [(13, True), (17, True), (17, False), (28, True)])
def test_a_line_holds_sixty_to_seventy_five_letters_in_any_type(driver, size, serif):
    state, look = driver.window.state, driver.window.look
    state.text_size, state.serif = size, serif
    font = QFont(look.serif() if serif else look.sans())
    for letters in MEASURES.values():
        state.letters = letters
        style = page_style(state, look, 4000)
        font.setPixelSize(style.size)
        for language, book in BOOKS.items():
            held = style.measure_for(language) / (QFontMetricsF(font).horizontalAdvance(book) / len(book))
            assert 57 <= held <= 79, language


BOOKS = {
    "en": "There is no line to ask on. You cannot question the driver's honesty either, and it would be rude to try.",
    "ru": "Флешка побывала в карманах у девяти незнакомых людей. Файл в несколько строк скажет, переставил ли кто-нибудь из них хоть одну запятую.",
    "kk": "Кітап жүк атының қоржынында тау жолымен жүріп, мектепке де, шахтаға да, жалғыз үйге де жетіп отырды.",
    "ar": "مرّت ذاكرة صغيرة بجيوب تسعة غرباء. وثمة ملف من بضعة أسطر يستطيع أن يخبرك هل غيّر أحد منهم فاصلة واحدة.",
    "ug": "بىر فلاش دىسكا توققۇز ناتونۇش ئادەمنىڭ يانچۇقىدىن ئۆتۈپ كەلدى، بىرنەچچە قۇرلۇق ھۆججەت سىزگە بىر پەشنىڭ ئۆزگەرگەن ئۆزگەرمىگەنلىكىنى ئېيتىپ بېرەلەيدۇ.",
}


def test_an_opening_quotation_mark_hangs_in_the_margin(open_window, publisher, tmp_path):
    body = '"Snow," he said.\n\nNobody else spoke.\n\n- "in a list"'
    bundle = publisher.publish(
        publisher.section("news", "News"), publisher.article("q", "Q", body, section="news", date="2019-06-30")
    )
    with Library.open(tmp_path / "q") as library:
        sync(library, bundle)
    document = open_window(tmp_path / "q").window.reading.browser.document()
    indents = [document.find(words).blockFormat().textIndent() for words in ("Snow", "Nobody", "in a list")]
    assert -14 < indents[0] < -4
    assert indents[1:] == [0, 0]


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
    assert before > 0.8
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
