"""Days as each language writes them, on one line however narrow it is."""

import pytest
from PySide6.QtGui import QTextLayout, QTextOption

from reader.render.dates import date_text
from reader.render.parts import unbroken
from reader.ui import catalogue, words

DAY = "2019-06-03"


def lines(said):
    """What Qt makes of words in no room at all."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout = QTextLayout(said)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1)
        found.append(said[line.textStart() : line.textStart() + line.textLength()])
    return found


@pytest.mark.parametrize("tag", catalogue.TAGS)
def test_the_date_of_a_page_stays_on_one_line(qapp, tag):
    assert len(lines(unbroken(date_text(DAY, tag)))) == 1


@pytest.mark.parametrize("tag", [tag for tag in catalogue.TAGS if not tag.startswith("zh")])
def test_the_window_writes_days_as_pages_do_and_on_one_line(qapp, tag):
    words.speak(tag)
    assert words.long_date(DAY) == date_text(DAY, tag)
    assert len(lines(words.unbroken(words.long_date(DAY)))) == 1
