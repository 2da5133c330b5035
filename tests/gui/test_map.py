import itertools
import math
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLayout

from reader.model.overview import Overview, Span
from reader.model.region_map import RegionMap, Shape
from reader.model.search import FacetValue
from reader.ui.map import MapPage
from reader.ui.map.camera import Camera
from reader.ui.map.drawing import draw
from reader.ui.map.outlines import MOST_PIECES, outline
from reader.ui.map.shades import contrast, land, ranges, shades, step_of
from reader.ui.theme import make_look
from reader.ui.theme.look import CHOICES

KEY = Qt.Key


def square(x, y, side=10):
    return f"M{x} {y}h{side}v{side}h-{side}z"


SHAPES = (
    Shape("cn", square(60, 20, 20)),
    Shape("kz", square(40, 20)),
    Shape("us", square(5, 20)),
    Shape("us", square(5, 5, 3)),
    Shape("nz", square(90, 45, 0.2)),
    Shape("empty", square(20, 40)),
    Shape("nobody", square(40, 40)),
)
NAMES = {"cn": "China", "kz": "Kazakhstan", "us": "United States", "nz": "New Zealand", "empty": "Empty"}
WORLD = RegionMap("p", "world", "World", 100, 50, SHAPES, NAMES)
PROVINCES = RegionMap("p", "provinces", "Provinces", 10, 10, (Shape("cn-xj", square(0, 0)),), {"cn-xj": "Xinjiang"})
REGIONS = tuple(
    FacetValue(one, count, one) for one, count in (("cn", 40), ("kz", 22), ("us", 3), ("nz", 1), ("sea", 1))
)
MONTHS = (("2018-11", 3), ("2018-12", 1))
OVERVIEW = Overview("", 66, regions=REGIONS, months=MONTHS)


@pytest.mark.parametrize(
    ("data", "box"),
    [
        ("M1 2L3 4", (1, 2, 2, 2)),
        ("m1,2 3,4-5-6z", (-1, 0, 5, 6)),
        ("M0 0H5V6h-1v-2", (0, 0, 5, 6)),
        ("M0 0C0 10 10 10 10 0S20-10 20 0", (0, -7.5, 20, 15)),
        ("M0 0Q5 10 10 0T20 0", (0, -5, 20, 10)),
        ("M0 0A10 10 0 0 1 20 0", (0, -10, 20, 10)),
        ("M0 0A10 10 0 1010 10", (-10, 0, 20, 20)),
        ("M0 0a5 10 90 0 1 20 0", (0, -5, 20, 5)),
        ("M0 0A0 5 0 0 1 9 9", (0, 0, 9, 9)),
        ("M1e1.5.5", (0.5, 0.5, 9.5, 0)),
    ],
)
def test_outlines_are_read_as_the_standard_says(data, box):
    if data == "M1e1.5.5":
        assert outline("M1e1.5L.5.5").boundingRect() == QRectF(0.5, 0.5, 9.5, 0)
        return
    found = outline(data).boundingRect()
    assert found.getRect() == pytest.approx(box, abs=0.01)


@pytest.mark.parametrize("data", ["", "L1 1", "M", "M1", "rubbish", "M0 0L1e999 1", "M0 0A1 1 0 2 0 1 1"])
def test_what_cannot_be_read_ends_the_outline(data):
    assert outline(data).boundingRect().isEmpty()


def test_an_outline_is_drawn_up_to_where_it_cannot_be_read():
    assert outline("M0 0L5 5L7").boundingRect() == QRectF(0, 0, 5, 5)
    assert outline("M0 0L5 5z9 9").boundingRect() == QRectF(0, 0, 5, 5)


def test_an_outline_has_a_bounded_number_of_pieces():
    assert outline("M0 0" + "l1 1" * (MOST_PIECES * 2)).elementCount() <= MOST_PIECES + 1


@settings(max_examples=150)
@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE \n", max_size=80))
def test_no_path_data_raises(data):
    box = outline("M0 0" + data).boundingRect()
    assert all(math.isfinite(side) for side in box.getRect())


@pytest.mark.parametrize("theme", CHOICES[1:])
def test_each_shade_is_as_far_from_the_next(qapp, theme):
    look = make_look(theme)
    colours = shades(look)
    steps = [contrast(one, other) for one, other in itertools.pairwise(colours)]
    assert min(steps) > 1.2
    assert max(steps) / min(steps) < 1.06
    assert contrast(land(look), colours[-1]) > 3
    assert contrast(look.colour("paper"), colours[-1]) >= 4.5


def test_shades_cover_every_number_once():
    assert [step_of(count, 5) for count in range(6)] == [0, 1, 2, 3, 4, 5]
    for most in (1, 4, 14, 100, 12345):
        found = ranges(most)
        assert (found[0][1], found[-1][2]) == (1, most)
        assert all(later[1] == earlier[2] + 1 for earlier, later in itertools.pairwise(found))
        assert [shade for shade, _, _ in found] == sorted({shade for shade, _, _ in found})


def test_a_camera_never_leaves_the_map():
    camera = Camera()
    camera.look_at(QRectF(0, 0, 100, 50))
    camera.fit(QRectF(0, 0, 400, 200))
    assert camera.transform().map(QPointF(100, 50)) == QPointF(400, 200)
    assert camera.step(4, QPointF(400, 200))
    assert camera.to_map(QPointF(400, 200)) == QPointF(100, 50)
    camera.move(9999, -9999)
    assert camera.to_map(QPointF(400, 0)) == QPointF(100, 0)
    assert camera.step(0.0001)
    assert not camera.is_close


def test_a_drawing_knows_its_regions():
    drawing = draw(WORLD)
    assert set(drawing.regions) == set(NAMES)
    assert drawing.regions["us"].middle == QPointF(10, 25)
    assert drawing.land.contains(QPointF(45, 45))
    assert QRectF(0, 0, 100, 50).contains(drawing.bounds)


@pytest.fixture
def page(qapp, qtbot):
    page = MapPage(make_look("light"))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.show_drawings([draw(WORLD), draw(PROVINCES)])
    page.show_overview(OVERVIEW)
    page.regions.setFocus()
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    return page


def name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def point(page, region):
    return page.canvas.place_of(region).toPoint()


def test_a_click_on_a_region_filters(page, qtbot):
    with qtbot.waitSignal(page.chosen_region) as told:
        QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point(page, "kz"))
    assert told.args == ["kz"]


def test_hovering_names_a_region_and_its_row(page):
    page.regions.setFocus()
    QTest.mouseMove(page.canvas, point(page, "kz"))
    assert page.canvas.region == "kz"
    assert page.regions.value() == "kz"
    QTest.mouseMove(page.canvas, QPoint(2, 2))
    assert page.canvas.region == ""


def test_a_region_too_small_to_see_has_a_dot_to_press(page, qtbot):
    with qtbot.waitSignal(page.chosen_region) as told:
        QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point(page, "nz") + QPoint(3, 0))
    assert told.args == ["nz"]


def test_tab_visits_regions_the_most_written_about_first_and_then_goes_on(page):
    seen = [name(page.canvas)]
    while page.canvas.hasFocus() and len(seen) < 9:
        QTest.keyClick(page.canvas, KEY.Key_Tab)
        seen.append(name(page.canvas))
    assert seen[:4] == [
        "China, 40 articles",
        "Kazakhstan, 22 articles",
        "United States, 3 articles",
        "New Zealand, 1 article",
    ]
    assert page.regions.hasFocus()


def test_arrows_go_to_the_next_region_that_way_and_enter_filters(page, qtbot):
    QTest.keyClick(page.canvas, KEY.Key_Left)
    assert page.canvas.region == "kz"
    QTest.keyClick(page.canvas, KEY.Key_Up)
    assert page.canvas.region == "kz"
    QTest.keyClick(page.canvas, KEY.Key_Left)
    with qtbot.waitSignal(page.chosen_region) as told:
        QTest.keyClick(page.canvas, KEY.Key_Return)
    assert told.args == ["us"]


def test_plus_zooms_arrows_pan_and_escape_comes_back_then_leaves(page, qtbot):
    QTest.keyClick(page.canvas, KEY.Key_Plus)
    assert page.canvas.is_close
    before = page.canvas.place_of("us").x()
    QTest.keyClick(page.canvas, KEY.Key_Left)
    assert page.canvas.place_of("us").x() > before
    assert page.canvas.region == "cn"
    QTest.keyClick(page.canvas, KEY.Key_Escape)
    assert not page.canvas.is_close
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.canvas, KEY.Key_Escape)


def test_a_closer_map_follows_the_region(page):
    for _ in range(4):
        QTest.keyClick(page.canvas, KEY.Key_Plus)
    page.canvas.point_at("us")
    assert page.canvas.rect().contains(point(page, "us"))


def test_the_list_beside_holds_what_is_on_this_map_or_on_none(page, qtbot):
    assert [page.regions.item(row).text() for row in range(page.regions.count())] == [
        "China",
        "Kazakhstan",
        "United States",
        "New Zealand",
        "sea",
    ]
    page.regions.setCurrentRow(1)
    assert page.canvas.region == "kz"
    with qtbot.waitSignal(page.chosen_region) as told:
        page.regions.setFocus()
        QTest.keyClick(page.regions, KEY.Key_Return)
    assert told.args == ["kz"]


def test_another_map_is_a_press_away(page, qtbot):
    assert [pill.text() for pill in page.switch.pills] == ["World", "Provinces"]
    with qtbot.waitSignal(page.chosen_map) as told:
        QTest.mouseClick(page.switch.pills[1], Qt.MouseButton.LeftButton)
    assert told.args == ["provinces", "p"]
    page.show_map("provinces")
    assert page.drawing.map is PROVINCES
    assert name(page.switch.pills[1]) == "Provinces, shown"


def test_the_filters_region_is_said_and_marked(page):
    page.show_overview(Overview("region:cn", 40, regions=REGIONS, chosen=frozenset({"cn"})))
    assert name(page.canvas) == "China, 40 articles, in the filter"
    assert "in the filter" in page.regions.item(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_narrow_page_has_the_list_below(page, qtbot):
    page.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    page.setMinimumSize(1, 1)
    page.resize(380, 700)
    qtbot.waitUntil(lambda: page.regions.mapTo(page, QPoint()).y() > page.canvas.geometry().bottom())
    page.resize(380, 400)
    qtbot.waitUntil(lambda: not page.histogram.isVisible())


def test_hovering_draws_no_map_anew(page):
    page.canvas.grab()
    started = perf_counter()
    for _ in range(20):
        for region in ("kz", "cn"):
            page.canvas.point_at(region)
            page.canvas.repaint()
    assert (perf_counter() - started) / 40 < 0.008 * 4  # four times what is asked, on a busy machine


def test_no_map_is_no_fault(qapp, qtbot):
    page = MapPage(make_look("dark"))
    qtbot.addWidget(page)
    page.show_overview(OVERVIEW)
    page.show_drawings([])
    page.resize(500, 500)
    assert not page.grab().isNull()
    assert page.histogram.bars[0].span == Span("2018-11", "2018-11")
