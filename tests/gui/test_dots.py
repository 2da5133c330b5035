"""A dot between the pieces of a byline is not seen where the line breaks at it."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextDocument

from reader import resources
from reader.model.article import Article
from reader.model.listing import Node, NodeKind
from reader.model.page import DocumentView, FurtherView, Named, PageView, SeriesPlace, Story
from reader.model.page_style import PageStyle, Theme
from reader.render import document, further, page
from reader.ui.reading.dots import Dots, _at_an_end
from reader.ui.reading.printout import Printout
from tests.gui.test_printing import printed

STYLE = PageStyle(Theme.parse(resources.read("themes/light.json")))


def opened(open_window, folder, width):
    driver = open_window(folder, size=(width, 800))
    driver.window.visits.open_article("courier")
    driver.settle()
    return driver


def dangling(browser):
    """Where dots stand at the ends of lines, as far as the page is seen."""
    return list(Dots(browser.document()).dangling(QRectF(browser.viewport().rect())))


@pytest.mark.parametrize("width", [380, 430])
def test_a_dot_at_the_end_of_a_line_is_not_seen(open_window, folder, width):
    driver = opened(open_window, folder, width)
    browser = driver.window.reading.browser
    before, ends = browser.toPlainText(), dangling(browser)
    assert ends
    seen = browser.viewport().grab().toImage()
    paper = driver.window.look.colour("paper").name()
    for place in ends:
        inside = place.toRect().adjusted(1, 1, -1, -1)
        assert {
            seen.pixelColor(x, inside.center().y() + dy).name()
            for x in range(inside.left(), inside.right())
            for dy in range(-6, 7)
        } == {paper}
    assert browser.toPlainText() == before
    assert before.count("·") > len(ends)


def test_in_a_wide_window_and_on_paper_none_dangles(open_window, folder):
    driver = opened(open_window, folder, 1400)
    assert dangling(driver.window.reading.browser) == []
    assert isinstance(printed(driver), Printout)


def test_nor_is_one_among_the_stories_that_come_after_an_article(open_window, folder):
    driver = opened(open_window, folder, 1400)
    browser, paper = driver.window.reading.browser, driver.window.look.colour("paper").name()
    stories = tuple(
        Story("s", "A title", "en", "24 March 2026", "", "word " * words + "end.") for words in range(5, 30)
    )
    browser.show_page(page(PageView(Article("p", "a", "A title", "en", "Words."), source="A paper"), STYLE), {}, STYLE)
    browser.add_after(further(FurtherView("en", stories), STYLE))
    whole, bar = QRectF(0, 0, 1400, browser.document().size().height()), browser.verticalScrollBar()
    ends = [place.toRect().center() for place in Dots(browser.document()).dangling(whole)]
    assert ends
    for middle in ends:
        bar.setValue(middle.y() - 100)
        drawn, y = browser.viewport().grab().toImage(), middle.y() - bar.value()
        assert {drawn.pixelColor(middle.x() + dx, y).name() for dx in (-1, 0, 1)} == {paper}


def test_the_three_dots_of_a_break_and_those_on_a_box_are_left_as_they_are(qapp):
    place = SeriesPlace(Named(Node(NodeKind.SERIES, "s"), "A series with a long name of many words"), "Part 1 of 2")
    view = PageView(Article("p", "a", "A title", "en", "Words.\n\n***\n\nWords."), series=place)
    for html in (page(view, STYLE).html, document(DocumentView("Us", "en", "Words.\n\n***\n\nWords."), STYLE).html):
        shown = QTextDocument()
        shown.setHtml(html)
        for width in range(200, 500, 10):
            shown.setTextWidth(width)
            assert not list(Dots(shown).dangling(QRectF(0, 0, width, shown.size().height())))


def test_a_line_that_is_not_laid_out_is_not_asked_for_anything(qapp):
    document = QTextDocument("News\u00a0\u00a0·\u00a0 3 May")
    assert _at_an_end(document.firstBlock(), 6) is None
