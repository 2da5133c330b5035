"""A dot between the pieces of a byline is not seen where the line breaks at it."""

import pytest
from PySide6.QtGui import QTextCursor

from reader.ui.reading.printout import Printout
from tests.gui.test_printing import SIZE


def dots(browser):
    """The dots over the text: whether each stands at the end of its line, and whether it is seen."""
    document, found = browser.document(), []
    block = document.begin()
    while block.isValid():
        document.documentLayout().blockBoundingRect(block)
        for at, sign in enumerate(block.text()):
            if sign == "·":
                line = block.layout().lineForTextPosition(at)
                rest = block.text()[at + 1 : line.textStart() + line.textLength()]
                cursor = QTextCursor(document)
                cursor.setPosition(block.position() + at + 1)
                found.append(
                    (not rest.strip(" \u00a0\u2068\u2069"), cursor.charFormat().foreground().color().alpha() > 0)
                )
        block = block.next()
    return found


@pytest.mark.parametrize("width", [380, 430, 520, 1400])
def test_a_dot_is_seen_exactly_where_something_follows_on_its_line(open_window, folder, width):
    driver = open_window(folder, size=(width, 800))
    driver.window.visits.open_article("courier")
    driver.window.panes.enter(driver.window.panes.focused())
    driver.settle()
    found = dots(driver.window.reading.browser)
    assert len(found) >= 3
    assert all(at_end != seen for at_end, seen in found)
    assert width > 500 or any(at_end for at_end, _seen in found)


def test_a_wider_window_shows_them_again(open_window, folder):
    driver = open_window(folder, size=(380, 800))
    driver.window.visits.open_article("courier")
    driver.settle()
    assert not all(seen for _end, seen in dots(driver.window.reading.browser))
    driver.window.resize(1400, 800)
    driver.qtbot.wait(1)
    driver.settle()
    assert all(seen for _end, seen in dots(driver.window.reading.browser))
    words = driver.window.reading.browser.toPlainText()
    assert words.count("·") == len(dots(driver.window.reading.browser))
    sheet = []
    driver.window.quick.ask("", driver.window.reading.sheet_work(), sheet.append)
    driver.settle()
    assert Printout(sheet[0], SIZE).count
