"""The map, the timeline, the facets and the search field are one filter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import sync
from reader.model.listing import Node
from reader.model.publication import Kind, Thing
from reader.model.search import FacetKind

KEY = Qt.Key
SHAPES = [["cn", "M60 10h20v20h-20z"], ["kz", "M40 10h10v10h-10z"], ["xx", "M5 5h10v10h-10z"]]


@pytest.fixture
def folder(publisher, tmp_path):
    make = publisher.article
    extra = {"width": 100, "height": 50, "shapes": SHAPES}
    small = {"width": 10, "height": 10, "shapes": [["cn-xj", "M0 0h9v9z"]]}
    bundle = publisher.publish(
        publisher.section("news", "News"),
        Thing(publisher.id, Kind.MAP, "world", {"en": "World"}, position=0, extra=extra),
        Thing(publisher.id, Kind.MAP, "provinces", {"en": "Provinces"}, position=1, extra=small),
        Thing(publisher.id, Kind.REGION, "cn", {"en": "China"}),
        Thing(publisher.id, Kind.REGION, "kz", {"en": "Kazakhstan"}),
        Thing(publisher.id, Kind.REGION, "cn-xj", {"en": "Xinjiang"}, parent="cn"),
        make("road", "The road", section="news", regions=("cn",), date="2018-11-05"),
        make("river", "The river", section="news", regions=("cn", "kz"), date="2019-02-03"),
        make("school", "The school", regions=("kz",), date="2019-03-01"),
        make("camel", "The camel", body="A beast of sand.", date="2019-03-02"),
    )
    with Library.open(tmp_path / "library") as library:
        sync(library, bundle)
        drain(library)
    return tmp_path / "library"


def shows(driver, page):
    return driver.window.explore.currentWidget() is page


def region_press(driver, region):
    canvas = driver.window.explore.map.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.place_of(region).toPoint())
    driver.settle()


def test_the_map_opens_beside_the_list_and_says_what_is_in_the_library(driver):
    driver.select("Map")
    page = driver.window.explore.map
    assert shows(driver, page)
    assert driver.window.articles.isVisible()
    assert page.head.count.text() == "4 articles · 2 regions"
    assert [page.regions.item(row).text() for row in range(2)] == ["China", "Kazakhstan"]
    assert page.histogram.isVisible()


def test_pressing_a_region_filters_the_list_at_once(driver):
    driver.select("Map")
    region_press(driver, "kz")
    assert driver.window.bar.search.text() == "region:kz"
    assert sorted(driver.titles()) == ["The river", "The school"]
    assert shows(driver, driver.window.explore.map)
    region_press(driver, "cn")
    assert driver.window.bar.search.text() == "region:cn"
    region_press(driver, "cn")
    assert driver.window.bar.search.text() == ""
    assert str(driver.shown.node) == "latest"
    assert shows(driver, driver.window.explore.map)


def test_region_months_section_and_words_are_one_text_and_each_can_go(driver):
    driver.window.filtering.apply("words")
    driver.settle()
    driver.select("Map")
    region_press(driver, "cn")
    driver.window.filtering.narrow(FacetKind.SECTION, "news")
    driver.settle()
    bars = driver.window.explore.map.histogram
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars.place_of(0).center())
    driver.settle()
    assert driver.window.bar.search.text() == "words region:cn section:news on:2018-11"
    assert driver.titles() == ["The road"]
    chips = driver.window.articles.results.chips
    assert [pill.text() for pill in chips.pills] == ["China", "News", "November 2018", "Clear all"]
    chips.pills[1].setFocus()
    driver.press(KEY.Key_Delete)
    assert driver.window.bar.search.text() == "words region:cn on:2018-11"
    chips.pills[-1].click()
    driver.settle()
    assert driver.window.bar.search.text() == "words"


def test_back_takes_a_filter_away(driver):
    driver.select("Map")
    region_press(driver, "kz")
    driver.press(KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert str(driver.shown.node) == "latest"
    assert driver.window.bar.search.text() == ""
    driver.press(KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert driver.titles() == ["The school", "The river"]


def test_by_keys_alone_from_the_navigation_to_a_region_and_back_to_the_list(driver):
    driver.window.panes.enter(0)
    driver.select("Map")
    driver.press(KEY.Key_Right)
    driver.press(KEY.Key_Right)
    canvas = driver.window.explore.map.canvas
    assert canvas.hasFocus()
    assert canvas.region == "cn"
    driver.press(KEY.Key_Tab)
    driver.press(KEY.Key_Return)
    assert driver.window.bar.search.text() == "region:kz"
    assert canvas.hasFocus()
    driver.press(KEY.Key_Escape)
    assert driver.window.articles.view.hasFocus()


def test_an_article_takes_the_maps_place_and_back_brings_it(driver):
    driver.select("Map")
    driver.press(KEY.Key_J)
    assert shows(driver, driver.window.reading)
    driver.press(KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shows(driver, driver.window.explore.map)


def test_a_list_of_the_navigation_is_a_filter_of_the_map(driver):
    driver.select("News")
    driver.select("Map")
    page = driver.window.explore.map
    assert [pill.text() for pill in page.head.chips.pills] == ["News"]
    region_press(driver, "kz")
    assert driver.window.bar.search.text() == "section:news region:kz"
    assert driver.titles() == ["The river"]


def test_another_map_is_kept_over_a_restart(driver, open_window, folder):
    driver.select("Map")
    driver.window.explore.map.switch.pills[1].click()
    driver.settle()
    assert driver.window.explore.map.drawing.map.id == "provinces"
    driver.window.close()
    again = open_window(folder)
    assert str(again.window.navigator.place.document) == "map:provinces"


def test_the_timeline_filters_by_keys_and_by_years(driver):
    driver.select("Timeline")
    page = driver.window.explore.timeline
    assert shows(driver, page)
    driver.window.panes.enter(2)
    driver.press(KEY.Key_Home)
    driver.press(KEY.Key_Return)
    assert driver.window.bar.search.text() == "on:2018-11"
    assert driver.titles() == ["The road"]
    driver.press(KEY.Key_Escape)
    assert driver.window.bar.search.text() == ""
    page.years.setFocus()
    page.years.setCurrentRow(0)
    driver.press(KEY.Key_Return)
    assert driver.window.bar.search.text() == "on:2019"
    assert len(driver.titles()) == 3


def test_letters_that_the_pictures_do_not_take_work_from_them(driver):
    driver.select("Timeline")
    driver.window.panes.enter(2)
    driver.press(KEY.Key_Slash)
    assert driver.window.bar.search.hasFocus()


def test_filters_are_seen_for_searches_only(driver):
    results = driver.window.articles.results
    assert not results.isVisible()
    driver.press(KEY.Key_Slash)
    driver.type("words section:news")
    assert results.isVisible()
    assert results.histogram.isVisible()
    driver.press(KEY.Key_Escape)
    driver.press(KEY.Key_Escape)
    assert not results.isVisible()


def test_f_goes_to_the_filters_and_they_fold_by_a_button(driver):
    driver.press(KEY.Key_Slash)
    driver.type("words section:news")
    driver.press(KEY.Key_Return)
    driver.press(KEY.Key_F)
    assert driver.window.articles.results.chips.pills[0].hasFocus()
    driver.window.articles.header.fold.setFocus()
    driver.press(KEY.Key_Space)
    assert not driver.window.articles.results.histogram.isVisible()
    assert not driver.window.state.filters
    assert driver.window.articles.header.fold.accessibleName() == "Show the filters"


def test_the_order_is_chosen_by_keys(driver, qtbot):
    driver.press(KEY.Key_Slash)
    driver.type("words")
    header = driver.window.articles.header
    header._sort.setFocus()
    driver.press(KEY.Key_Space)
    qtbot.waitUntil(header.menu.isVisible)
    assert header.menu.activeAction().text() == "by relevance"
    for key in (KEY.Key_Up, KEY.Key_Up, KEY.Key_Return):
        QTest.keyClick(header.menu, key)
    driver.settle()
    assert driver.titles()[0] == "The road"


def test_a_narrow_window_shows_the_map_alone(open_window, folder):
    driver = open_window(folder, size=(420, 700))
    driver.window.open_node(Node.parse("map"))
    driver.settle()
    assert driver.window.explore.map.isVisible()
    assert not driver.window.articles.isVisible()
    assert driver.window.explore.map.canvas.isVisible()


def test_words_are_typed_beside_the_region_that_was_pressed(driver):
    driver.select("Map")
    region_press(driver, "cn")
    driver.press(KEY.Key_Slash)
    driver.type("river")
    assert driver.window.bar.search.text() == "region:cn river"
    assert driver.titles() == ["The river"]
    driver.press(KEY.Key_Escape) if driver.window.completing.popup.isVisible() else None
    driver.press(KEY.Key_Return)
    driver.press(KEY.Key_Slash)
    assert driver.window.bar.search.selectedText() == "river"
    driver.type("road")
    assert driver.titles() == ["The road"]
    region_press(driver, "kz")
    assert driver.window.bar.search.text() == "road region:kz"


def test_all_of_a_search_is_selected_by_its_own_key(driver):
    driver.window.filtering.apply("region:cn river")
    driver.settle()
    driver.press(KEY.Key_Slash)
    driver.press(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert driver.window.bar.search.selectedText() == "region:cn river"
    driver.type("school")
    assert driver.window.bar.search.text() == "school"
