"""Days over the articles of lists by date."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import sync
from reader.model.listing import Sort

KEY = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def folder(publisher, tmp_path):
    """Two articles of today, one of yesterday, many of two days in 2019, one without a date."""
    make, today = publisher.article, datetime.now().astimezone().date()
    news = [
        make("a", "A", date=str(today)),
        make("b", "B", date=str(today)),
        make("c", "C", date=str(today - timedelta(1))),
        *(make(f"june-{n}", f"June {n}", "Snow.", date="2019-06-03") for n in range(100)),
        *(make(f"may-{n}", f"May {n}", "Snow.", date="2019-05-31") for n in range(100)),
        make("none", "None", date=""),
    ]
    with Library.open(tmp_path / "library") as library:
        sync(library, publisher.publish(*news))
        drain(library)
    return tmp_path / "library"


@pytest.fixture
def grouped(driver):
    driver.window.commands.group_by_day()
    return driver


def choose_in_menu(driver):
    """Choose the entry in the menu of orders by keys."""
    header = driver.window.articles.header
    driver.qtbot.mouseClick(header._sort, Qt.MouseButton.LeftButton)
    while header.menu.activeAction().text() != "Group by day":
        QTest.keyClick(header.menu, KEY.Key_Down)
    QTest.keyClick(header.menu, KEY.Key_Return)
    driver.settle()


def days(driver):
    """Places where a day begins, and its name."""
    model = driver.window.articles.articles
    return {place: model.day(place) for place in range(model.rowCount()) if model.day(place)}


def test_a_day_stands_over_its_first_article(grouped):
    view = grouped.window.articles.view
    view.setFocus()
    seen = {}
    for place in (0, 64, 128, 192):
        view.show_first(place)
        grouped.qtbot.waitUntil(lambda at=place: grouped.window.articles.articles.row(at) is not None)
        grouped.settle()
        seen.update(days(grouped))
    assert list(seen.values()) == ["Today", "Yesterday", "3 June 2019", "31 May 2019", "Without a date"]
    assert list(seen)[:4] == [0, 2, 3, 103]


def test_days_are_read_out_with_their_first_article(grouped):
    model = grouped.window.articles.articles
    assert model.index(0).data(SPOKEN).startswith("Today, A, ")
    assert model.index(1).data(SPOKEN).startswith("B, ")
    assert model.index(2).data(SPOKEN).startswith("Yesterday, C, ")


def test_keys_skip_days_and_all_rows_stay_as_high(grouped):
    view = grouped.window.articles.view
    view.setFocus()
    for title in ("B", "C"):
        grouped.press(KEY.Key_Down)
        assert grouped.title == title
    assert view.visualRect(view.model().index(2, 0)).height() == view.visualRect(view.model().index(1, 0)).height()


def test_days_are_painted(grouped):
    view = grouped.window.articles.view
    ink = picture(view, 2)
    grouped.window.commands.group_by_day()
    assert picture(view, 2) != ink
    assert days(grouped) == {}


def test_it_is_chosen_below_the_orders(driver):
    choose_in_menu(driver)
    assert days(driver)[0] == "Today"
    choose_in_menu(driver)
    assert days(driver) == {}


def test_only_orders_by_date_have_days(grouped):
    header = grouped.window.articles.header
    header.sorted_by.emit(Sort.TITLE)
    grouped.settle()
    assert days(grouped) == {}
    assert not header._by_day.isEnabled()
    header.sorted_by.emit(Sort.OLDEST)
    grouped.settle()
    assert list(days(grouped).items())[:2] == [(0, "Without a date"), (1, "31 May 2019")]


def test_a_search_by_date_has_days_too(grouped):
    grouped.press(KEY.Key_Slash)
    grouped.type("title:june")
    assert days(grouped) == {}
    grouped.window.articles.header.sorted_by.emit(Sort.NEWEST)
    grouped.settle()
    assert next(iter(days(grouped).values())) == "3 June 2019"


def test_it_is_remembered(grouped, open_window, folder):
    grouped.window.close()
    again = open_window(folder)
    assert days(again)[0] == "Today"
    again.window.commands.group_by_day()
    assert days(again) == {}


def picture(view, place):
    return view.viewport().grab(view.visualRect(view.model().index(place, 0))).toImage()
