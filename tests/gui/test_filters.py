import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.model.overview import Chip, Overview, Span
from reader.model.search import Facet, FacetKind, FacetValue
from reader.ui.filters import Results
from reader.ui.filters.buckets import buckets, numbered, span_words
from reader.ui.filters.facet_panel import FacetPanel
from reader.ui.filters.facets import useful
from reader.ui.filters.histogram import Histogram
from reader.ui.filters.tally_list import Tally, TallyList
from reader.ui.keyed_row import KEY as KEY_OF_ROW
from reader.ui.theme import make_look

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
MONTHS = (("2018-11", 3), ("2018-12", 1), ("2019-02", 8), ("2019-03", 2))
FACETS = (
    Facet(FacetKind.SECTION, (FacetValue("news", 6, "News"), FacetValue("all", 14, "All of it"))),
    Facet(FacetKind.LANGUAGE, (FacetValue("en", 9), FacetValue("zh", 5))),
    Facet(FacetKind.TAG, (FacetValue("pack horse", 2, "pack horse"),)),
)
CHIPS = (
    Chip("snow", "snow", 0, 4),
    Chip("News", "section:news", 5, 17, "section"),
    Chip("en", "lang:en", 18, 25, "lang"),
    Chip("", "on:2019", 26, 33, "date", Span("2019-01", "2019-12")),
)
OVERVIEW = Overview("snow", 14, CHIPS, FACETS, MONTHS, span=Span("2019-01", "2019-12"))


@pytest.fixture(params=["light", "dark"])
def look(qapp, request):
    return make_look(request.param)


@pytest.fixture
def shown(qtbot):
    def show(widget, width=420, height=200):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        with qtbot.waitActive(widget):
            widget.activateWindow()
        return widget

    return show


@pytest.fixture
def bars(look, shown):
    bars = shown(Histogram(look))
    bars.show_months(MONTHS, Span())
    bars.setFocus()
    return bars


def name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_months_without_articles_have_a_bar_too():
    assert [bar.count for bar in buckets(MONTHS, 40)] == [3, 1, 0, 8, 2]


def test_many_months_become_years_then_decades():
    months = [(f"{year}-0{month}", 1) for year in range(1990, 2020) for month in (1, 6)]
    years = buckets(months, 40)
    assert (len(years), years[0].span, years[0].count) == (30, Span("1990-01", "1990-12"), 2)
    assert [bar.count for bar in buckets(months, 4)] == [20, 20, 20]
    assert [bar.count for bar in buckets(months, 4, [(str(year), 3) for year in range(1990, 2020)])] == [30, 30, 30]
    assert len(buckets([("0001-01", 1), ("9999-12", 1)], 5)) <= 101


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.one_of(st.text(max_size=8), st.dates().map(lambda day: day.isoformat()[:7])), st.integers(1, 9))
    ),
    st.integers(-1, 90),
)
def test_no_article_is_lost_whatever_the_months(months, most):
    assert sum(bar.count for bar in buckets(months, most)) == sum(n for m, n in months if numbered(m) is not None)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span("2018-01", "2020-12"), "2018 – 2020"),
        (Span("2018-01", "2018-12"), "2018"),
        (Span("2019-06", "2019-06"), "June 2019"),
        (Span("2018-05", "2019-11"), "May 2018 – Nov 2019"),
        (Span("2018-01", ""), "since 2018"),
        (Span("", "2018-05"), "until May 2018"),
    ],
)
def test_spans_in_words(span, words):
    assert span_words(span) == words


def test_arrows_move_and_enter_filters(bars, qtbot):
    assert name(bars) == "Articles by month, March 2019, 2 articles"
    QTest.keyClick(bars, KEY.Key_Left)
    assert name(bars) == "Articles by month, February 2019, 8 articles"
    with qtbot.waitSignal(bars.chosen) as told:
        QTest.keyClick(bars, KEY.Key_Return)
    assert told.args == [Span("2019-02", "2019-02")]


def test_shift_and_arrows_extend_and_escape_takes_it_back(bars, qtbot):
    QTest.keyClick(bars, KEY.Key_Home)
    QTest.keyClick(bars, KEY.Key_Right, SHIFT)
    assert name(bars) == "Articles by month, Nov 2018 – Dec 2018, 4 articles"
    QTest.keyClick(bars, KEY.Key_Escape)
    assert name(bars) == "Articles by month, December 2018, 1 article"
    QTest.keyClick(bars, KEY.Key_End, SHIFT)
    with qtbot.waitSignal(bars.chosen) as told:
        QTest.keyClick(bars, KEY.Key_Return)
    assert told.args == [Span("2018-12", "2019-03")]


def test_escape_clears_the_span_of_the_filter(bars, qtbot):
    bars.show_months(MONTHS, Span("2018-11", "2018-12"))
    assert "Nov 2018 – Dec 2018" in bars.accessibleDescription()
    with qtbot.waitSignal(bars.chosen) as told:
        QTest.keyClick(bars, KEY.Key_Escape)
    assert told.args == [Span()]


def test_the_same_span_again_takes_it_away(bars, qtbot):
    bars.show_months(MONTHS, Span("2019-03", "2019-03"))
    with qtbot.waitSignal(bars.chosen) as told:
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars.place_of(4).center())
    assert told.args == [Span()]


def test_dragging_over_bars_filters(bars, qtbot):
    with qtbot.waitSignal(bars.chosen) as told:
        QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=bars.place_of(3).center())
        QTest.mouseMove(bars, bars.place_of(1).center())
        QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=bars.place_of(1).center())
    assert told.args == [Span("2018-12", "2019-02")]


def test_a_mirrored_window_has_the_newest_at_the_left(bars, qtbot):
    bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert bars.place_of(0).left() > bars.place_of(4).left()
    QTest.keyClick(bars, KEY.Key_Right)
    assert "February 2019" in name(bars)


def test_bars_of_a_span_are_drawn_in_accent(bars, look):
    bars.show_months(MONTHS, Span("2019-02", "2019-02"))
    bars.clearFocus()
    picture = bars.grab().toImage()
    inside, outside = (
        picture.pixelColor(bars.place_of(at).center().x(), bars.place_of(at).bottom() - 2) for at in (3, 0)
    )
    assert (inside.name(), outside.name()) == (look.theme.accent, look.theme.rule)


@pytest.fixture
def results(look, shown):
    frame = QWidget()
    column = QVBoxLayout(frame)
    results = Results(look)
    column.addWidget(results)
    shown(frame, 420, 500)
    results.show_overview(OVERVIEW)
    yield results
    frame.close()


def test_only_filters_have_chips_above_the_hits(results):
    assert [pill.text() for pill in results.chips.pills] == ["News", "English", "2019", "Clear all"]
    assert name(results.chips.pills[0]) == "Remove filter: News"


@pytest.mark.parametrize("key", [KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_Return, KEY.Key_Space])
def test_keys_take_a_chip_away(results, qtbot, key):
    results.chips.pills[0].setFocus()
    QTest.keyClick(results.chips.pills[0], KEY.Key_Right)
    assert results.chips.pills[1].hasFocus()
    with qtbot.waitSignal(results.removed) as told:
        QTest.keyClick(results.chips.pills[1], key)
    assert told.args == [CHIPS[2]]


def test_a_click_takes_a_chip_away_and_clear_all_clears(results, qtbot):
    with qtbot.waitSignal(results.removed):
        QTest.mouseClick(results.chips.pills[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(results.cleared):
        QTest.mouseClick(results.chips.pills[-1], Qt.MouseButton.LeftButton)


def test_the_focus_stays_in_the_row_when_a_chip_goes(results):
    results.chips.pills[1].setFocus()
    results.chips.show_chips([CHIPS[1], CHIPS[3]])
    assert results.chips.pills[1].hasFocus()


def test_facets_that_divide_the_hits_have_pills(results, qtbot):
    values = [(str(kind), value.value) for kind, value in useful(FACETS, 14)]
    assert values == [("section", "news"), ("lang", "en"), ("lang", "zh"), ("tag", "pack horse")]
    assert name(results.facets.pills[0]) == "Sections: News, 6 articles"
    with qtbot.waitSignal(results.narrowed) as told:
        QTest.mouseClick(results.facets.pills[0], Qt.MouseButton.LeftButton)
    assert told.args == [FacetKind.SECTION, "news"]


def test_where_there_are_no_sections_topics_and_tags_take_their_room():
    topics = tuple(FacetValue(f"t{n}", 100 - n, f"Topic {n}") for n in range(9))
    sections, tags = (FacetValue("odd", 3, "Odd"),), (FacetValue("topic 0", 99, "topic 0"), FacetValue("b", 97, "b"))
    facets = (Facet(FacetKind.SECTION, sections), Facet(FacetKind.TOPIC, topics), Facet(FacetKind.TAG, tags))
    values = [value.value for _kind, value in useful(facets, 200)]
    assert values == ["t0", "t1", "t2", "t3", "t4", "b"], "three of 200 divide nothing, and no words come twice"


def test_what_has_no_room_gives_way_and_more_stays(results, qtbot):
    values = tuple(FacetValue(f"s{n}", 9 - n, f"A long title of a section {n}") for n in range(3))
    langs = tuple(FacetValue(one, 3) for one in ("en", "ru"))
    results.show_overview(Overview("x", 14, (), (Facet(FacetKind.SECTION, values), Facet(FacetKind.LANGUAGE, langs))))
    results.parentWidget().resize(240, 500)
    qtbot.waitUntil(results.facets.pills[3].isHidden)
    assert results.facets.rect().contains(results.facets.more_pill.geometry())
    results.parentWidget().resize(900, 500)
    qtbot.waitUntil(results.facets.pills[3].isVisible)


def test_the_panel_filters_as_one_types(look, results, qtbot):
    panel = FacetPanel(FACETS, look, results)
    panel.open()
    QTest.keyClicks(panel.field, "hor")
    assert [panel.list.item(row).text() for row in range(panel.list.count())] == ["Tags", "pack horse"]
    assert panel.list.item(1).data(KEY_OF_ROW) == "2"
    with qtbot.waitSignal(panel.chosen) as told:
        QTest.keyClick(panel.field, KEY.Key_Return)
    assert told.args == [FacetKind.TAG, "pack horse"]


def test_headings_of_the_panel_are_passed_over(look, results):
    panel = FacetPanel(FACETS, look, results)
    panel.open()
    assert not panel.list.visualItemRect(panel.list.item(1)).isEmpty()
    for _ in range(2):
        QTest.keyClick(panel.field, KEY.Key_Down)
    assert panel.list.currentItem().text().startswith("English")
    panel.reject()


def test_what_was_meant_is_a_button(results, qtbot):
    results.show_meant("courier")
    assert name(results.meant) == "Did you mean “courier”?"
    results.meant.setFocus()
    with qtbot.waitSignal(results.meant_chosen) as told:
        QTest.keyClick(results.meant, KEY.Key_Return)
    assert told.args == ["courier"]


def test_it_gives_way_to_the_list_and_folds(results):
    results.fit_into(430)
    assert (results.histogram.isVisible(), results.facets.isVisible()) == (False, True)
    results.fit_into(300)
    assert (results.facets.isVisible(), results.chips.isVisible()) == (False, True)
    results.fit_into(2000)
    results.set_open(is_open=False)
    assert not results.histogram.isVisible()
    results.show_overview(None)
    assert not results.isVisible()


def test_a_list_with_numbers_says_them(look, shown, qtbot):
    tallies = shown(TallyList(look, "Regions"))
    tallies.show_tallies([Tally("cn", "China", 40, chosen=True), Tally("kz", "Kazakhstan", 1)])
    tallies.setFocus()
    face = QAccessible.queryAccessibleInterface(tallies)
    spoken = [face.child(row).text(QAccessible.Text.Name) for row in range(face.childCount())]
    assert spoken == ["China, 40 articles, in the filter", "Kazakhstan, 1 article"]
    tallies.setCurrentRow(0)
    QTest.keyClick(tallies, KEY.Key_Down)
    with qtbot.waitSignal(tallies.pressed_value) as told:
        QTest.keyClick(tallies, KEY.Key_Return)
    assert told.args == ["kz"]
    tallies.show_tallies([Tally("us", "United States", 3), Tally("kz", "Kazakhstan", 1)])
    assert tallies.value() == "kz"


def test_points_between_bars_belong_to_one(bars):
    places = {bars._at(QPointF(x, 5)) for x in range(bars.width())}
    assert places <= {-1, 0, 1, 2, 3, 4}
    assert bars._at(QPointF(QPoint(-5, 0))) == -1


def test_esc_goes_from_the_filters_to_the_hits_and_only_then_leaves_the_search(driver):
    driver.press(KEY.Key_Slash)
    driver.type("snow")
    driver.press(KEY.Key_Return)
    driver.press(KEY.Key_F)
    assert driver.window.articles.results.isAncestorOf(driver.window.focusWidget())
    driver.press(KEY.Key_Escape)
    assert driver.window.bar.search.text() == "snow"
    assert driver.window.articles.view.hasFocus()
    driver.press(KEY.Key_Escape)
    assert driver.window.bar.search.text() == ""
