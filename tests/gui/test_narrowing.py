"""What a window that becomes narrower keeps: room to type, room for titles, everything inside."""

import pytest

from reader.model.listing import Node
from reader.ui.panes import Pane

FIELD, TITLES = 110, 300


@pytest.mark.parametrize("width", [420, 360])
def test_a_narrow_bar_leaves_room_to_type_a_search(open_window, folder, width):
    bar = open_window(folder, size=(width, 800)).window.bar
    assert bar.search.width() >= FIELD
    assert bar.star.width() >= bar.star.sizeHint().width()


def test_a_list_beside_a_page_has_room_for_titles(open_window, folder):
    assert open_window(folder, size=(820, 700)).window.articles.width() >= TITLES


def test_a_wider_bar_has_its_buttons_again(open_window, folder):
    window = open_window(folder, size=(420, 800)).window
    window.resize(1400, 900)
    assert window.bar.forward.isVisible()
    assert window.bar.contents.isVisible()


def test_a_map_becomes_narrower_with_its_window(driver):
    driver.window.open_node(Node.parse("map"))
    driver.settle()
    driver.window.resize(1000, 700)
    driver.window.panes.setSizes([240, 240, 518])
    driver.settle()
    assert driver.window.panes.widget(Pane.READING).width() <= 520
    driver.window.resize(420, 700)
    assert driver.window.explore.map.minimumSizeHint().width() <= 420
