"""Widths of panes, by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt

from reader.ui.panes import Pane

Key = Qt.Key


def widths(driver):
    return driver.window.panes.sizes()


def wider(driver, times=1):
    for _ in range(times):
        driver.press(Key.Key_Greater)


def narrower(driver, times=1):
    for _ in range(times):
        driver.press(Key.Key_Less)


@pytest.fixture(params=["en", "ar"])
def either_way(request, open_window, folder):
    """A window that runs to the right, and one that runs to the left."""
    return open_window(folder, language=request.param)


def test_the_list_takes_from_the_page_and_gives_it_back(either_way):
    navigation, beside, page = widths(either_way)
    step = either_way.window.look.px(32)
    wider(either_way)
    assert widths(either_way) == [navigation, beside + step, page - step]
    narrower(either_way, 2)
    assert widths(either_way) == [navigation, beside - step, page + step]


def test_each_pane_is_made_wider_while_it_has_the_focus(either_way):
    for pane in Pane:
        either_way.window.panes.enter(pane)
        before = widths(either_way)
        wider(either_way)
        assert widths(either_way)[pane] > before[pane]
        narrower(either_way)
        assert widths(either_way) == before


def test_panes_stay_in_their_order_when_the_window_is_mirrored(open_window, folder):
    driver = open_window(folder, language="ug")
    driver.window.panes.enter(Pane.NAVIGATION)
    edge = driver.window.navigation.mapTo(driver.window, QPoint()).x()
    wider(driver)
    assert driver.window.navigation.mapTo(driver.window, QPoint()).x() == edge - driver.window.look.px(32)
    assert driver.window.navigation.geometry().right() >= driver.window.panes.width() - 2


def test_no_pane_gets_smaller_than_by_the_mouse(driver):
    panes = driver.window.panes
    for pane in Pane:
        panes.enter(pane)
        narrower(driver, 40)
        least = widths(driver)
        panes.moveSplitter(0, 1) if pane is Pane.NAVIGATION else None
        assert min(widths(driver)) > 150
        assert widths(driver) == least
        wider(driver, 60)
        assert min(widths(driver)) > 150
        assert sum(widths(driver)) == sum(least)


def test_where_two_panes_are_seen_they_share_and_where_one_is_nothing_happens(driver):
    driver.window.resize(800, 700)
    driver.settle()
    before = widths(driver)
    wider(driver)
    assert widths(driver)[Pane.LIST] > before[Pane.LIST]
    driver.window.resize(500, 700)
    driver.settle()
    before = widths(driver)
    wider(driver)
    narrower(driver)
    assert widths(driver) == before


@pytest.mark.parametrize("navigation", [True, False])
def test_widths_come_back_after_a_restart(open_window, folder, navigation):
    driver = open_window(folder)
    wider(driver, 3)
    if not navigation:
        driver.press(Key.Key_F9)
    narrower(driver)
    before = widths(driver)
    driver.window.close()
    again = open_window(folder)
    assert widths(again) == before
    if not navigation:
        again.press(Key.Key_F9)
        assert widths(again)[:2] == [240, before[Pane.LIST]]


def test_a_sign_that_is_typed_is_typed(driver):
    driver.press(Key.Key_Slash)
    before = widths(driver)
    driver.type("<>")
    assert driver.window.bar.search.text() == "<>"
    assert widths(driver) == before
