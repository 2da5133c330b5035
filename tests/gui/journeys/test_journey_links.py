"""Links of a page: where they lead, and that nothing else is ever loaded or opened."""

import pytest
from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reader.ui.reading.external import ExternalAddress

OUTSIDE = "https://example.org/a?b=c&d=%20e#f"
FOREIGN = [
    "file:///etc/passwd",
    "http://127.0.0.1:9/x.png",
    "https://example.org/x.png",
    "qrc:/qt-project.org/styles/commonstyle/images/file-16.png",
    "//host/share/x.png",
    "\\\\host\\share\\x.png",
    "data:image/png;base64,iVBORw0KGgo=",
    "packhorse:media/../../etc/passwd/standard",
    "/etc/passwd",
]
KINDS = [
    QTextDocument.ResourceType.HtmlResource,
    QTextDocument.ResourceType.ImageResource,
    QTextDocument.ResourceType.StyleSheetResource,
    QTextDocument.ResourceType.MarkdownResource,
]


@pytest.fixture(autouse=True)
def opened_outside(monkeypatch):
    """Everything that was given to the system to open."""
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or False)
    yield opened
    assert not opened


def anchors(hand):
    """Every address that the page shown leads to."""
    document, found = hand.window.reading.browser.document(), []
    block = document.begin()
    while block.isValid():
        found += [one.format.anchorHref() for one in block.textFormats() if one.format.isAnchor()]
        block = block.next()
    return [one for one in found if one]


def test_every_address_of_the_page_is_ours(hand):
    found = anchors(hand)
    assert any("census" in one for one in found)
    assert all(one.startswith(("packhorse:", "#")) for one in found)


def test_an_article_a_term_and_a_tag_lead_where_they_say(hand):
    found = anchors(hand)
    hand.follow(next(one for one in found if "article/" in one and "census" in one))
    assert (hand.title, hand.node) == ("The census", "latest")
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    for _press in ("its definition", "the glossary"):
        hand.follow(next(one for one in found if "term/" in one))
    assert hand.title == "Glossary"
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    hand.follow(next(one for one in found if "node/tag/" in one))
    assert (hand.node, hand.titles()) == ("tag:winter", ["The courier", "The census"])
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    hand.follow(next(one for one in found if "node/author/" in one))
    assert (hand.node, hand.title) == ("author:writer", "A. Writer")
    hand.window.reading.setFocus()
    hand.follow("packhorse:node/author/writer")
    assert hand.window.articles.view.hasFocus()


def test_links_are_reached_and_followed_without_a_mouse(hand):
    hand.window.reading.browser.setFocus()
    for _step in range(40):
        hand.press(Qt.Key.Key_Tab)
        if "census" in hand.window.reading.browser.textCursor().charFormat().anchorHref():
            break
    hand.press(Qt.Key.Key_Return)
    assert hand.title == "The census"


def test_an_address_outside_is_shown_whole_and_not_opened(hand):
    hand.follow(next(one for one in anchors(hand) if "external/" in one))
    dialog = hand.window.findChild(ExternalAddress)
    hand.until(dialog.isVisible)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == OUTSIDE
    QApplication.clipboard().clear()
    with hand.qtbot.waitActive(dialog):
        dialog.activateWindow()
    hand.press(Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == OUTSIDE
    assert hand.title == "The courier"


@pytest.mark.parametrize("address", FOREIGN, ids=range(len(FOREIGN)))
def test_nothing_from_outside_is_loaded(hand, address):
    browser = hand.window.reading.browser
    for kind in KINDS:
        loaded = browser.loadResource(kind.value, QUrl(address))
        nothing = (isinstance(loaded, QByteArray) and loaded.isEmpty()) or loaded is None
        assert nothing or (isinstance(loaded, QImage) and (loaded.width(), loaded.height()) == (1, 1))


@pytest.mark.parametrize("address", [*FOREIGN, "javascript:alert(1)", "mailto:a@b.c"], ids=range(len(FOREIGN) + 2))
def test_a_foreign_link_leads_nowhere(hand, address):
    before = hand.window.reading.browser.toHtml()
    hand.follow(address)
    hand.window.reading.browser.setSource(QUrl(address))
    hand.settle()
    assert (hand.title, hand.node) == ("The courier", "latest")
    assert hand.window.reading.browser.toHtml() == before
    assert not [one for one in hand.window.findChildren(ExternalAddress) if one.isVisible()]
