"""Small things that were ugly in pictures, and shall not come back."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat
from PySide6.QtWidgets import QLabel

from reader.model.article import Article, ArticleRow
from reader.model.listing import Node, NodeKind
from reader.model.overview import Span
from reader.model.page import PageView
from reader.render.page import byline
from reader.ui import words
from reader.ui.article_list.row_text import block, lay_out
from reader.ui.erasing_dialog import ErasingDialog
from reader.ui.filters.buckets import span_words
from reader.ui.filters.tally_list import Tally, TallyList
from reader.ui.theme import make_look


def test_an_empty_list_without_a_row_is_named_in_the_windows_language(open_window, folder):
    driver = open_window(folder, Node(NodeKind.NOTES), language="ru")
    assert driver.window.articles._title == "Заметки"


def test_a_month_by_itself_stands_in_its_own_form(qapp):
    words.speak("ru")
    assert span_words(Span("2026-10", "2026-10")) == "октябрь 2026"
    words.speak("es")
    assert span_words(Span("2026-10", "2026-10")) == "octubre 2026"


def test_no_line_of_a_row_holds_a_lone_ellipsis(qapp):
    font = QFont()
    font.setPixelSize(13)
    told = "thin paper, carbon paper, thin paper."
    width = QFontMetricsF(font).horizontalAdvance(told) + 2
    laid = block(f"{told} …", font, width, lines=3, line_height=18).layout
    last = laid.lineAt(laid.lineCount() - 1)
    assert laid.text()[last.textStart() :].strip(" \u00a0") != "…"


@pytest.mark.parametrize("language", ["en", "ru", "ug"])
def test_no_word_of_a_question_is_cut_off_in_a_narrow_window(open_window, folder, language):
    driver = open_window(folder, size=(380, 700), language=language)
    driver.window.commands.keep_nothing()
    dialog = driver.window.findChild(ErasingDialog)
    driver.qtbot.waitUntil(dialog.isVisible)
    shown = [*dialog.findChildren(QLabel), dialog.more]
    assert all(one.height() >= one.heightForWidth(one.width()) for one in shown)
    dialog.reject()


def test_a_cut_text_takes_no_line_more_than_it_may(qapp):
    font = QFont()
    font.setPixelSize(12)
    told = "the platen: thin paper, carbon paper, thin paper, carbon paper. You square the edges " * 3
    for width in range(120, 320):
        laid = block(told, font, width, lines=2, line_height=17).layout
        assert laid.lineCount() <= 2


def test_a_date_in_chinese_and_the_name_of_a_language_stay_on_one_line():
    view = PageView(Article("p", "a", "T", "zh", body="x"), date="2026年3月3日", minutes="5 分钟")
    said = byline(view)
    assert "2026\u2060年\u20603\u2060月\u20603\u2060日" in said
    assert "5\u00a0分\u2060钟" in said


@pytest.mark.parametrize("window", ["en", "ar"])
@pytest.mark.parametrize(
    ("tag", "title", "at_right"),
    [("en", "Snow", False), ("ar", "ثلج", True), ("ug", "قار", True), ("ru", "Снег", False)],
)
def test_a_row_stands_at_the_side_where_its_own_language_begins(qapp, window, tag, title, at_right):
    words.speak(window)
    row = ArticleRow(1, "p", "a", title, tag, standfirst=f"{title}.", date="2019-06-03", section="News")
    laid = lay_out(row, make_look("light"), 400, QTextCharFormat())
    for part in (laid.meta, laid.title, laid.summary):
        seen = part.layout.lineAt(0).naturalTextRect()
        assert (seen.left() > 150) == at_right
        assert (seen.right() > 399) == at_right


def test_after_another_filter_the_numbers_are_seen_from_the_top(qapp, qtbot):
    shown = TallyList(make_look("light"), "Regions")
    qtbot.addWidget(shown)
    shown.resize(200, 150)
    shown.show()
    many = [Tally(str(place), f"Region {place}", 40 - place) for place in range(40)]
    shown.show_tallies(many)
    bar = shown.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    shown.setCurrentRow(38)
    shown.clearFocus()
    bar.setValue(bar.maximum())
    shown.show_tallies(many[::-1])
    assert bar.value() == 0


def test_who_goes_through_the_numbers_by_keys_stays_with_his_row(qapp, qtbot):
    shown = TallyList(make_look("light"), "Regions")
    qtbot.addWidget(shown)
    shown.resize(200, 150)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus()
    shown.show_tallies([Tally(str(place), f"Region {place}", 40) for place in range(40)])
    shown.setCurrentRow(30)
    shown.show_tallies([Tally(str(place), f"Region {place}", 39, chosen=place == 30) for place in range(40)])
    assert shown.value() == "30"
    assert shown.viewport().rect().contains(shown.visualItemRect(shown.currentItem()).center())
