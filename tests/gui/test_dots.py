"""A dot between the pieces of a byline is not seen where the line breaks at it."""

import pytest
from PySide6.QtCore import QRectF

from reader.ui.reading.dots import Dots
from reader.ui.reading.printout import Printout
from tests.gui.test_printing import printed


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
