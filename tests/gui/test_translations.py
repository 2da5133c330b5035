"""An article in its languages: from one to the other at the same paragraph, and side by side."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import sync
from reader.ui.memory import remembered_visit
from reader.ui.navigator import Place
from reader.ui.reading.block_place import block_at, cited_at, own_share, position_of
from reader.ui.reading.passage import block
from reader.ui.state import WindowState
from reader.ui.translations import letters

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
PARTS = 12
WORDS = {
    "en": "The courier went on over the pass. ",
    "ru": "Гонец шёл дальше через перевал. ",
    "ug": "ئەلچى داۋاندىن ئاشتى. ",
}


def body(language, merged=()):
    """A heading and three paragraphs of growing length in each part; some parts have two of them in one."""
    told = []
    for part in range(PARTS):
        paragraphs = [f"{language} {part}.{n} " + WORDS[language] * (3 + (part + n) % 4) for n in range(3)]
        if part in merged:
            paragraphs[:2] = [" ".join(paragraphs[:2])]
        told += [f"## Part {part} {language}", *paragraphs]
    return "\n\n".join(told)


@pytest.fixture
def folder(publisher, tmp_path):
    make = publisher.article
    bundle = publisher.publish(
        publisher.section("news", "News"),
        make("pass", "The pass", body("en"), section="news", date="2019-06-30"),
        make("pass.ru", "Перевал", body("ru", {1, 5}), section="news", date="2019-06-20", language="ru", work="pass"),
        make("pass.ug", "داۋان", body("ug"), section="news", date="2019-06-10", language="ug", work="pass"),
        make("two", "Two", body("en"), section="news", date="2019-05-30"),
        make("two.ru", "Два", body("ru"), section="news", date="2019-05-20", language="ru", work="two"),
        make("alone", "Alone", "Only here.", section="news", date="2019-05-10"),
    )
    with Library.open(tmp_path / "library") as library:
        sync(library, bundle)
        drain(library)
    return tmp_path / "library"


def open_article(driver, identity):
    driver.window.visits.open_article(identity)
    driver.settle()


def follow(driver, address):
    driver.window.reading.browser.anchorClicked.emit(QUrl(address))
    driver.settle()


def go_to(driver, words):
    """Scroll until a line stands at the top."""
    browser = driver.window.reading.browser
    cursor = browser.document().find(words)
    browser.go_to_anchor(f"block-{block_at(browser.document(), cursor.position())}")


def top(driver):
    """The line that is being read, in the article's own text."""
    browser = driver.window.reading.browser
    at = position_of(browser.document(), f"block-{block(browser)}")
    return browser.document().findBlock(at).text().strip("\u2068\u2069").split(" ", 2)[:2]


def beside(driver):
    return driver.window.reading.prepared.page.beside


def test_a_link_to_a_translation_opens_it_at_the_same_paragraph(driver):
    go_to(driver, "en 6.1 ")
    follow(driver, "packhorse:article/pass.ru")
    assert driver.title == "Перевал"
    assert top(driver) == ["ru", "6.1"]


def test_what_became_one_paragraph_is_found_from_both(driver):
    go_to(driver, "en 5.1 ")
    follow(driver, "packhorse:article/pass.ru")
    assert top(driver) == ["ru", "5.0"]


def test_from_the_top_a_translation_opens_at_its_top(driver):
    follow(driver, "packhorse:article/pass.ug")
    assert driver.title == "داۋان"
    assert driver.window.reading.browser.verticalScrollBar().value() == 0


def test_the_way_back_leads_to_the_old_place(driver):
    browser = driver.window.reading.browser
    go_to(driver, "en 4.2 ")
    browser.verticalScrollBar().setValue(browser.verticalScrollBar().value() + 60)
    before = browser.verticalScrollBar().value()
    follow(driver, "packhorse:article/pass.ru")
    driver.press(Qt.Key.Key_Left, ALT)
    assert driver.title == "The pass"
    assert abs(browser.verticalScrollBar().value() - before) <= 2
    driver.press(Qt.Key.Key_Right, ALT)
    assert driver.title == "Перевал"
    assert top(driver) == ["ru", "4.2"]


def test_another_size_does_not_go_back_to_where_the_page_was_opened(driver):
    go_to(driver, "en 4.2 ")
    follow(driver, "packhorse:article/pass.ru")
    go_to(driver, "ru 9.0 ")
    driver.press(Qt.Key.Key_Plus, CTRL)
    assert top(driver) == ["ru", "9.0"]


def test_g_opens_the_only_other_language(driver):
    open_article(driver, "two")
    go_to(driver, "en 7.0 ")
    driver.press(Qt.Key.Key_G)
    assert (driver.title, top(driver)) == ("Два", ["ru", "7.0"])
    driver.press(Qt.Key.Key_G)
    assert (driver.title, top(driver)) == ("Two", ["en", "7.0"])


def test_g_offers_several_languages_with_a_letter_each(driver):
    go_to(driver, "en 3.0 ")
    driver.press(Qt.Key.Key_G)
    menu = driver.window.findChild(QMenu)
    assert [one.text() for one in menu.actions()] == ["Русский (&R)", "ئۇيغۇرچە (&U)"]
    assert menu.activeAction() is menu.actions()[0]
    driver.qtbot.keyClick(menu, Qt.Key.Key_U)
    driver.settle()
    assert (driver.title, top(driver)) == ("داۋان", ["ug", "3.0"])


def test_an_article_in_one_language_says_so(driver):
    open_article(driver, "alone")
    for modifier in (Qt.KeyboardModifier.NoModifier, SHIFT):
        driver.window.status.say("")
        driver.press(Qt.Key.Key_G, modifier)
        assert driver.window.status._words == "This article is here in one language only."
    assert not beside(driver)


def test_letters_are_one_for_each_language():
    assert letters(["es", "en", "zh-hans", "zh-hant"]) == ["E", "N", "Z", "H"]
    assert len(set(letters(["aa"] * 5))) == 5


def test_side_by_side_begins_and_ends_at_the_same_paragraph(driver):
    go_to(driver, "en 6.1 ")
    driver.press(Qt.Key.Key_G, SHIFT)
    assert (beside(driver), top(driver)) == ("ru", ["en", "6.1"])
    go_to(driver, "en 9.0 ")
    driver.press(Qt.Key.Key_Escape)
    assert (beside(driver), driver.title, top(driver)) == ("", "The pass", ["en", "9.0"])
    driver.press(Qt.Key.Key_G, SHIFT)
    driver.press(Qt.Key.Key_G, SHIFT)
    assert (beside(driver), top(driver)) == ("", ["en", "9.0"])


def test_rows_begin_at_one_height(driver):
    driver.press(Qt.Key.Key_G, SHIFT)
    document = driver.window.reading.browser.document()
    layout = document.documentLayout()
    for part in range(PARTS):
        places = [document.find(words) for words in (f"Part {part} en", f"Part {part} ru")]
        boxes = [layout.blockBoundingRect(place.block()) for place in places]
        assert abs(boxes[0].top() - boxes[1].top()) <= 1
        assert boxes[0].right() <= boxes[1].left()


def test_the_language_chosen_last_is_taken_next_time(driver):
    driver.press(Qt.Key.Key_G, SHIFT)
    follow(driver, "packhorse:beside/ug")
    assert beside(driver) == "ug"
    driver.press(Qt.Key.Key_Escape)
    driver.press(Qt.Key.Key_G, SHIFT)
    assert beside(driver) == "ug"
    assert driver.window.state.translations == {"en": "ug"}


def test_the_windows_own_language_stands_beside_a_foreign_article(open_window, folder):
    driver = open_window(folder, language="en")
    open_article(driver, "pass.ug")
    driver.press(Qt.Key.Key_G, SHIFT)
    assert beside(driver) == "en"


def test_articles_go_on_side_by_side_where_they_can(driver):
    driver.press(Qt.Key.Key_G, SHIFT)
    open_article(driver, "alone")
    assert not beside(driver)
    open_article(driver, "two")
    assert beside(driver) == "ru"


def test_the_way_back_leads_side_by_side_again(driver):
    driver.press(Qt.Key.Key_G, SHIFT)
    go_to(driver, "en 8.0 ")
    before = driver.window.reading.browser.verticalScrollBar().value()
    follow(driver, "packhorse:article/pass.ru")
    assert (beside(driver), driver.title, top(driver)) == ("", "Перевал", ["ru", "8.0"])
    driver.press(Qt.Key.Key_Left, ALT)
    assert (beside(driver), driver.title) == ("ru", "The pass")
    assert abs(driver.window.reading.browser.verticalScrollBar().value() - before) <= 2


def test_side_by_side_is_there_again_after_a_restart(driver, open_window, folder):
    driver.press(Qt.Key.Key_G, SHIFT)
    go_to(driver, "en 8.0 ")
    driver.window.close()
    again = open_window(folder)
    assert (beside(again), top(again)) == ("ru", ["en", "8.0"])


def test_what_is_remembered_may_be_of_another_time():
    assert remembered_visit(WindowState(node="latest", article=3, beside="ug")).place == Place(article=3, beside="ug")


def test_a_passage_of_either_column_is_cited_as_what_it_is(driver):
    driver.press(Qt.Key.Key_G, SHIFT)
    browser = driver.window.reading.browser
    for words, identity, paragraph in (("en 2.1", "pass", 8), ("ru 2.1", "pass.ru", 7)):
        browser.setTextCursor(browser.document().find(words))
        browser.setFocus()
        driver.press(Qt.Key.Key_C, CTRL | SHIFT)
        assert f", {identity}, paragraph {paragraph}, revision 1" in QApplication.clipboard().text()


def test_numbers_of_paragraphs_are_those_of_the_page_alone(driver):
    browser = driver.window.reading.browser
    cursor = browser.document().find("en 7.2 ")
    browser.setTextCursor(cursor)
    browser.setFocus()
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    alone = QApplication.clipboard().text()
    driver.press(Qt.Key.Key_G, SHIFT)
    browser.setTextCursor(browser.document().find("en 7.2 "))
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == alone
    title = browser.document().find("Перевал").position()
    assert cited_at(browser.document(), title) == (False, 0)


def test_a_column_is_selected_by_itself(driver):
    driver.press(Qt.Key.Key_G, SHIFT)
    browser = driver.window.reading.browser
    cursor = browser.document().find("ru 3.0")
    cursor.setPosition(browser.document().find("ru 3.2").position(), QTextCursor.MoveMode.KeepAnchor)
    words = cursor.selection().toPlainText()
    assert "ru 3.1" in words
    assert "en 3" not in words


def test_one_finds_in_both_columns(driver):
    driver.press(Qt.Key.Key_G, SHIFT)
    driver.press(Qt.Key.Key_F, CTRL)
    driver.type("Part 4")
    driver.qtbot.waitUntil(lambda: driver.window.reading.find_bar._count.text() == "1 of 2")


def test_in_a_narrow_window_the_translation_follows_each_part(open_window, folder):
    driver = open_window(folder, size=(700, 700))
    go_to(driver, "en 6.1 ")
    driver.press(Qt.Key.Key_G, SHIFT)
    browser = driver.window.reading.browser
    layout, document = browser.document().documentLayout(), browser.document()
    boxes = [layout.blockBoundingRect(document.find(words).block()) for words in ("en 6.1 ", "ru 6.1 ", "en 6.2 ")]
    assert boxes[0].bottom() <= boxes[1].top() + 1
    assert boxes[1].bottom() <= boxes[2].top() + 1
    assert top(driver) == ["en", "6.1"]
    driver.window.resize(1400, 900)
    driver.qtbot.waitUntil(lambda: driver.window.reading.unsettled)
    driver.settle()
    document = browser.document()
    places = [
        document.documentLayout().blockBoundingRect(document.find(words).block()) for words in ("en 6.1 ", "ru 6.1 ")
    ]
    assert abs(places[0].top() - places[1].top()) <= 1


def test_what_was_read_side_by_side_is_remembered_for_the_page_alone(driver):
    driver.press(Qt.Key.Key_G, SHIFT)
    go_to(driver, "en 6.0 ")
    browser = driver.window.reading.browser
    share = own_share(browser.document(), browser.top())
    assert 0.4 < share < 0.6
    open_article(driver, "alone")
    driver.press(Qt.Key.Key_G, SHIFT)
    open_article(driver, "two")
    driver.press(Qt.Key.Key_Escape)
    open_article(driver, "pass")
    assert not beside(driver)
    assert abs(driver.window.reading.browser.fraction() - share) < 0.05


def test_a_mirrored_window_has_the_article_at_the_right(open_window, folder):
    driver = open_window(folder, language="ar")
    go_to(driver, "en 6.1 ")
    driver.press(Qt.Key.Key_G, SHIFT)
    follow(driver, "packhorse:beside/ru")
    document = driver.window.reading.browser.document()
    boxes = [
        document.documentLayout().blockBoundingRect(document.find(words).block()) for words in ("en 6.1 ", "ru 6.1 ")
    ]
    assert boxes[1].right() <= boxes[0].left()
    assert top(driver) == ["en", "6.1"]


def test_paper_has_the_article_alone(driver):
    driver.press(Qt.Key.Key_G, SHIFT)
    sheets = []
    driver.window.quick.ask("", driver.window.reading.sheet_work(), sheets.append)
    driver.settle()
    assert driver.window.reading.prepared.page.beside
    assert not sheets[0].page.beside
