"""Numbers of paragraphs in the margin: as citations count them, painted only, and on paper."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import sync
from reader.ui.reading.block_place import cited_at
from reader.ui.reading.paragraph_numbers import ParagraphNumbers
from reader.ui.reading.passage import passage
from reader.ui.reading.text_place import paragraph_of
from tests.gui.test_preferences import Shown
from tests.gui.test_printing import printed, words

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BODY = (
    "First words.\n\n> Quoted.\n\n## A heading\n\nSecond words.\n\n- a list\n\n“Third” words.\n\n" + "On and on. " * 900
)


@pytest.fixture
def numbered(publisher, open_window, tmp_path):
    make = publisher.article
    bundle = publisher.publish(
        make("long", "Long", BODY, work="long", date="2020-01-02"),
        make("long.ru", "Долго", BODY, language="ru", work="long"),
        make("kitab", "كىتاب", "قار ياغدى.\n\nقار ياغدى.", language="ug"),
    )
    with Library.open(tmp_path / "numbered") as library:
        sync(library, bundle)
        drain(library)
    driver = open_window(tmp_path / "numbered")
    driver.window.visits.open_article("long")
    driver.settle()
    return driver


def switch(driver):
    driver.window.commands.switch_numbers()
    driver.settle()


def inked(driver, *, right=False):
    """Heights on the screen at which something is painted in a margin."""
    browser = driver.window.reading.browser
    side = int(browser.document().rootFrame().frameFormat().leftMargin())
    seen = browser.viewport().grab().toImage()
    paper = driver.window.look.colour("paper").name()
    columns = range(seen.width() - side + 9, seen.width() - 2) if right else range(2, side - 9)
    return {y for y in range(seen.height()) if any(seen.pixelColor(x, y).name() != paper for x in columns)}


def heights(driver):
    """Where the first lines of paragraphs are on the screen."""
    browser = driver.window.reading.browser
    layout, document = browser.document().documentLayout(), browser.document()
    tops = [layout.blockBoundingRect(document.findBlock(at)).top() for at, _n in ParagraphNumbers(document).told]
    seen = [round(top) - browser.verticalScrollBar().value() for top in tops]
    return [top for top in seen if -8 < top < browser.viewport().height() - 40]


def test_margins_are_empty_until_the_preferences_say_otherwise(numbered):
    assert not inked(numbered)
    shown = Shown(numbered)
    shown.search("cite")
    assert shown.names() == {"Reading": ["Numbers of paragraphs"]}
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_Left)
    shown.leave()
    ink = inked(numbered)
    assert len(heights(numbered)) == 4
    assert all(any(top <= y <= top + 34 for y in ink) for top in heights(numbered))
    assert all(any(top <= y <= top + 34 for top in heights(numbered)) for y in ink)


def test_the_command_switches_them_and_says_so(numbered):
    switch(numbered)
    assert numbered.window.status._words == "Paragraphs are numbered in the margin."
    assert inked(numbered)
    switch(numbered)
    assert not inked(numbered)


def test_they_are_the_numbers_that_are_cited(numbered):
    document = numbered.window.reading.browser.document()
    told = ParagraphNumbers(document).told
    assert [count for _at, count in told] == [1, 2, 3, 4]
    assert all(paragraph_of(document, at) == count for at, count in told)


def test_a_passage_names_the_paragraphs_it_begins_and_ends_in(numbered):
    browser = numbered.window.reading.browser
    document = browser.document()
    starts = [at for at, _count in ParagraphNumbers(document).told]
    end = document.characterCount() - 1
    spans = [
        (starts[0], starts[0] + 3),
        (starts[1], starts[3]),
        (starts[1] + 2, starts[3] + 2),
        (0, starts[1] + 1),
        (0, end),
    ]
    told = []
    for start, stop in spans:
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        browser.setTextCursor(cursor)
        told.append(passage(browser).paragraphs)
    assert told == [(1, 1), (2, 3), (2, 4), (1, 2), (1, 4)]


def test_beside_a_translation_each_text_has_its_own(numbered):
    numbered.press(Qt.Key.Key_G, SHIFT)
    switch(numbered)
    document = numbered.window.reading.browser.document()
    told = ParagraphNumbers(document, holds_two=True).told
    assert [count for _at, count in told] == [1, 1, 2, 2, 3, 3, 4, 4]
    assert all(cited_at(document, at) == (place % 2 == 1, count) for place, (at, count) in enumerate(told))
    cursor = QTextCursor(document)
    cursor.setPosition(told[0][0])
    cursor.setPosition(told[4][0] + 2, QTextCursor.MoveMode.KeepAnchor)
    numbered.window.reading.browser.setTextCursor(cursor)
    assert passage(numbered.window.reading.browser).paragraphs == (1, 3)
    assert inked(numbered)


def test_far_down_a_long_page_they_are_still_there(numbered):
    switch(numbered)
    bar = numbered.window.reading.browser.verticalScrollBar()
    bar.setValue(round(heights(numbered)[-1]) - 40)
    assert inked(numbered)
    bar.setValue(bar.value() + 300)
    assert not inked(numbered)


def test_right_to_left_pages_have_them_at_the_right(numbered):
    switch(numbered)
    numbered.window.visits.open_article("kitab")
    numbered.settle()
    assert inked(numbered, right=True)
    assert not inked(numbered)


def test_they_are_not_copied(numbered):
    browser = numbered.window.reading.browser
    before = browser.toPlainText()
    switch(numbered)
    browser.setFocus()
    numbered.press(Qt.Key.Key_A, CTRL)
    numbered.press(Qt.Key.Key_C, CTRL)
    assert browser.toPlainText() == before
    copied = QGuiApplication.clipboard().text().partition("First words")[2].partition("On and on")[0]
    assert "“Third” words." in copied
    assert not any(letter.isdigit() for letter in copied)


def test_paper_has_them_when_the_screen_has(numbered):
    assert "1" not in words(printed(numbered), 0).splitlines()
    switch(numbered)
    sheets = printed(numbered)
    lines = words(sheets, 0).splitlines()
    assert [line for line in lines if line in {"1", "2", "3", "4", "5"}] == ["1", "2", "3", "4"]


def test_a_line_that_is_not_laid_out_has_no_number(qapp):
    document = QTextDocument("A paragraph")
    document.firstBlock().setVisible(False)
    numbers = ParagraphNumbers(document)
    numbers.told = [(0, 1)]
    assert not list(numbers._in(QRectF(0, 0, 100, 100)))
