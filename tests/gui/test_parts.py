import threading
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QCoreApplication, Qt, QUrl
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QImage, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from reader.errors import QueryError
from reader.model.article import ArticleRow
from reader.model.languages import name_of
from reader.model.listing import LATEST, Node, NodeKind, Sort
from reader.model.page import Page
from reader.ui.article_list.contents import PAGE, Contents
from reader.ui.article_list.model import ArticleListModel
from reader.ui.article_list.row_text import block, lay_out, meta_line
from reader.ui.catalogue import TAGS
from reader.ui.jobs import Lane
from reader.ui.navigator import Navigator, Place
from reader.ui.preferences import page_style
from reader.ui.preferences.offered import language_choices
from reader.ui.reading.browser import Browser
from reader.ui.reading.find import occurrences
from reader.ui.state import WindowState
from reader.ui.theme import make_look
from reader.ui.utf16 import from_units, to_units
from reader.ui.words import counted, language_name, short_date, size

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def look(qapp):
    return make_look("light")


@pytest.fixture
def lane(qapp, tmp_path):
    lane = Lane("test", tmp_path)
    yield lane
    lane.close()


def test_the_last_request_of_a_topic_wins(lane, qtbot):
    hold, got = threading.Event(), []
    lane.ask("", lambda _library: hold.wait(10))
    for number in range(5):
        lane.ask("topic", lambda _library, n=number: n, got.append)
    lane.ask("", lambda _library: "kept", got.append)
    hold.set()
    qtbot.waitUntil(lambda: not lane.busy)
    assert got == [4, "kept"]


def test_an_answer_that_nobody_wants_any_more_is_dropped(lane, qtbot):
    got = []
    lane.ask("topic", lambda _library: 1, got.append)
    lane.forget("topic")
    qtbot.waitUntil(lambda: not lane.busy)
    assert got == []


def test_what_can_wait_comes_last(lane, qtbot):
    hold, got = threading.Event(), []
    lane.ask("", lambda _library: hold.wait(10))
    lane.ask("a", lambda _library: "later", got.append, later=True)
    lane.ask("b", lambda _library: "now", got.append)
    hold.set()
    qtbot.waitUntil(lambda: not lane.busy)
    assert got == ["now", "later"]


def test_errors_come_back_as_ours(lane, qtbot):
    def fail(_library):
        raise QueryError("article-unknown", id="x")

    got = []
    with qtbot.waitSignal(lane.failed) as told:
        lane.ask("", fail)
    lane.ask("", fail, None, got.append)
    qtbot.waitUntil(lambda: not lane.busy)
    assert [told.args[0].code, got[0].code] == ["article-unknown"] * 2


def test_a_bug_is_raised_in_the_windows_thread(lane, qtbot):
    with qtbot.captureExceptions() as caught:
        lane.ask("", lambda _library: 1 / 0)
        qtbot.waitUntil(lambda: not lane.busy)
    assert caught[0][0] is ZeroDivisionError


def test_a_closed_lane_leaves_no_thread_and_no_answer(qapp, tmp_path):
    lane, got = Lane("closing", tmp_path), []
    lane.ask("", lambda _library: 1, got.append)
    lane.close()
    QCoreApplication.processEvents()
    assert got == []
    assert not any(thread.name == "packhorse-closing" for thread in threading.enumerate())


def test_searches_take_one_step_in_the_history(qapp):
    navigator = Navigator()
    navigator.open_node(Node(NodeKind.TAG, "snow"))
    for words in ("c", "co", "cou"):
        navigator.search(words)
    navigator.back()
    assert navigator.place.node == Node(NodeKind.TAG, "snow")
    navigator.forward()
    assert navigator.place.node.id == "cou"
    navigator.search("")
    assert navigator.place.node == Node(NodeKind.TAG, "snow")


def test_documents_keep_the_list_beside_them(qapp):
    navigator = Navigator()
    navigator.open_article(7)
    navigator.open_node(Node(NodeKind.PAGE, "about"))
    assert navigator.place == Place(LATEST, 0, Node(NodeKind.PAGE, "about"))


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "/etc/passwd",
        "qrc:/x.png",
        ":/qt-project.org/styles/commonstyle/images/file-16.png",
        "//server/share/x.png",
        "\\\\server\\share\\x.png",
        "http://example.org/x.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "packhorse:media/other/standard",
        "",
    ],
)
def test_the_browser_loads_nothing_but_what_it_was_given(look, qtbot, address):
    browser = Browser(look)
    qtbot.addWidget(browser)
    ours = QImage(3, 3, QImage.Format.Format_RGB32)
    style = page_style(WindowState(), look, 600)
    browser.show_page(Page(f'<img src="{address}">', "x", "en"), {"packhorse:media/pass/standard": ours}, style)
    assert browser.loadResource(IMAGE, QUrl(address)).size().toTuple() == (1, 1)
    assert browser.document().resource(IMAGE, QUrl(address)).size().toTuple() == (1, 1)
    for kind in (1, 3, 4, 100):
        assert browser.loadResource(kind, QUrl(address)) == QByteArray()
    assert browser.loadResource(IMAGE, QUrl("packhorse:media/pass/standard")) is ours
    browser.setSource(QUrl(address))
    assert browser.source().isEmpty()


def test_finding_ignores_case_and_accents_and_counts_as_qt_does():
    assert occurrences("Élève élevé", "ELEVE") == [(0, 5), (6, 11)]
    assert occurrences("𠮷野 and 野", "野") == [(2, 3), (8, 9)]
    assert occurrences("Straße", "strasse") == [(0, 6)]
    assert occurrences("anything", "  ") == []


@given(st.text(), st.integers(0, 40))
def test_offsets_go_there_and_back(text, offset):
    offset = min(offset, len(text))
    assert from_units(text, to_units(text, offset)) == offset


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=5))
def test_finding_never_fails(text, wanted):
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert all(0 <= start < end <= units for start, end in occurrences(text, wanted))


def row(key, **fields):
    return ArticleRow(key, "p", f"a{key}", f"Title {key}", "en", **fields)


def big_list(total=100_000):
    return Contents(LATEST, Sort.NEWEST, total, range(1, total + 1), tuple(row(key) for key in range(1, PAGE + 1)))


def test_a_long_list_holds_only_pages_that_were_seen(qapp):
    model = ArticleListModel()
    model.show(big_list())
    assert model.rowCount() == 100_000
    assert model.missing(0, 10) == [1]
    for page in range(1, 100):
        model.bring({page: tuple(row(page * PAGE + at + 1) for at in range(PAGE))})
    assert len(model._pages) <= 24
    assert model.index(99 * PAGE).data() == f"Title {99 * PAGE + 1}"
    assert model.index(99_999).data() == ""
    assert (model.key(99_999), model.place(100_000)) == (100_000, 99_999)


def test_marking_changes_rows_that_are_here(qapp):
    model = ArticleListModel()
    model.show(big_list())
    with_signal = []
    model.dataChanged.connect(lambda *_: with_signal.append(1))
    model.mark({2, 90_000}, read=True)
    assert (model.row(1).read, model.row(0).read, len(with_signal)) == (True, False, 1)


def test_long_texts_are_cut_at_two_lines_with_their_marks(look):
    from PySide6.QtGui import QTextCharFormat

    made = block(
        "word " * 100, look.sans(), 200, lines=2, line_height=20, marks=[(0, 4), (400, 404)], mark=QTextCharFormat()
    )
    assert made.layout.lineCount() == 2
    assert made.layout.text().endswith("…")
    assert len(made.layout.formats()) == 1


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "ug", "zh"]))
def test_any_title_can_be_laid_out(title, language):
    from PySide6.QtGui import QTextCharFormat

    one = replace(row(1), title=title, language=language, standfirst=title)
    laid = lay_out(one, make_look("light"), 180, QTextCharFormat())
    assert laid.title.layout.lineCount() <= 2


def test_the_meta_line_names_other_languages_only(qapp):
    one = row(1, date="2019-06-03", section="News", minutes=4)
    assert meta_line(one, QFont(), 900) == "3 Jun 2019 · News · 4 min"
    assert meta_line(replace(one, language="zh-Hans"), QFont(), 900).endswith("· 简体中文")


def test_what_has_no_room_in_the_meta_line_is_left_out_whole(qapp):
    one = row(1, date="2019-06-03", section="News", minutes=4)
    room = QFontMetricsF(QFont()).horizontalAdvance("3 Jun 2019 · News · 4")
    assert meta_line(one, QFont(), room) == "3 Jun 2019 · News"
    assert meta_line(one, QFont(), 1) == "3 Jun 2019"


def test_words():
    assert [counted(1, "hit", "hits"), counted(2210, "hit", "hits")] == ["1 hit", "2,210 hits"]
    assert [size(940), size(12_300), size(41_000_000), size(1_900_000_000)] == ["940 B", "12 KB", "41 MB", "1.9 GB"]
    assert [short_date("2019-06-03"), short_date("2019"), short_date("")] == ["3 Jun 2019", "", ""]
    assert [language_name("ru"), language_name("ug"), language_name("x-odd")] == ["Русский", "ئۇيغۇرچە", "x-odd"]
    assert all(language_name(tag) == name_of(tag) == language_choices()[tag] for tag in TAGS)
    assert language_name("kk") == "Қазақша"


def test_every_control_has_a_name_and_can_be_reached(driver):
    driver.window.appearance.open_under(driver.window.bar.appearance)
    controls = [one for kind in (QAbstractButton, QLineEdit) for one in driver.window.findChildren(kind)]
    visible = [one for one in controls if one.isVisible()]
    assert len(visible) > 15
    for one in visible:
        spoken = QAccessible.queryAccessibleInterface(one)
        assert spoken.text(QAccessible.Text.Name), one
        by_arrows = spoken.role() is QAccessible.Role.RadioButton and not one.isChecked()
        assert by_arrows or one.focusPolicy() & Qt.FocusPolicy.TabFocus, spoken.text(QAccessible.Text.Name)
    driver.window.appearance.close()


def test_rows_are_read_out_through_the_systems_interface(driver):
    table = QAccessible.queryAccessibleInterface(driver.window.articles.view)
    assert table.text(QAccessible.Text.Name) == "Articles"
    names = [table.child(place).text(QAccessible.Text.Name) for place in range(6)]
    assert any(name.startswith("The courier, News, 30 June 2019") for name in names)
