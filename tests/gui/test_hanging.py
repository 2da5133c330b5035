"""A quotation mark that begins a paragraph hangs where there is room before it."""

import pytest
from PySide6.QtGui import QTextDocument

from reader import resources
from reader.model.article import Article
from reader.model.page import PageView
from reader.model.page_style import PageStyle, Theme
from reader.render import beside, page
from reader.ui.reading.hanging import hang_quotes

STYLE = PageStyle(Theme.parse(resources.read("themes/light.json")))
SAID = '"Snow", she said.'


def view(body, language="en"):
    return PageView(Article("p", f"a.{language}", "A title", language, body, work="a.en"))


def indents(html):
    """How far each line that begins with a mark is pulled out, in pixels."""
    document = QTextDocument()
    document.setHtml(html)
    hang_quotes(document)
    block, found = document.begin(), []
    while block.isValid():
        if block.text()[:1] == "“":
            found.append(-block.blockFormat().textIndent())
        block = block.next()
    return found


@pytest.mark.parametrize("body", [SAID, f"> {SAID}", f"> Before.\n>\n> {SAID}", f"> > {SAID}", f"## {SAID}"])
def test_in_text_headings_and_quotations_it_hangs(qapp, body):
    (hung,) = indents(page(view(body), STYLE).html)
    assert hung > 0


@pytest.mark.parametrize("body", [f"- {SAID}", f"|A|B|\n|-|-|\n|{SAID}|{SAID}|"])
def test_in_lists_and_tables_it_stays(qapp, body):
    assert not any(indents(page(view(body), STYLE).html))


def test_side_by_side_it_hangs_in_both_columns(qapp):
    style = PageStyle(STYLE.theme, measure=900, column=420)
    one, other = indents(beside(view(SAID), view(SAID, "en-GB"), style).html)
    assert one == other > 0
