"""Maps: outlines of an SVG, nothing else."""

from __future__ import annotations

import pytest

from reader.model.publication import Kind

TOML = """
    [publication]
    title = "W"
    language = "en"
    [[map]]
    id = "world"
    title = "World"
    file = "maps/world.svg"
"""
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50.4">'


@pytest.fixture
def world(desk):
    desk.write("publication.toml", TOML)
    desk.article("a.md", "title: A\ndate: 2019-06-03\nregions: [ru]")

    def packed(svg):
        desk.write("maps/world.svg", svg)
        desk.pack()
        thing = desk.get("world", Kind.MAP) if desk.packed.written else None
        return thing.extra if thing else None

    return packed


def test_paths_and_polygons_become_shapes(desk, world):
    extra = world(
        f'{HEAD}<g><path id="ru" d="M0 0\n L1,1z"/></g><polygon id="US" points="1,2 3,4 5 6"/><path d="M9 9"/></svg>'
    )
    assert (extra["width"], extra["height"]) == (100, 50)
    assert extra["shapes"] == [["ru", "M0 0 L1,1z"], ["us", "M1 2L3 4L5 6Z"]]
    assert desk.codes() == {"thing-made"}


def test_what_is_no_outline_is_left_out(desk, world):
    extra = world(
        f'{HEAD}<path id="a" d="M0 0z"/><path id="b" d="url(x)"/><script>x</script><path id="c" transform="scale(2)" d="M1 1"/></svg>'
    )
    assert [shape[0] for shape in extra["shapes"]] == ["a", "c"]
    assert desk.told("map-shape-unreadable") == [("maps/world.svg", 0)]
    assert desk.told("map-transform") == [("maps/world.svg", 0)]


@pytest.mark.parametrize(
    ("svg", "code"),
    [
        ("<svg", "map-unreadable"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>', "map-unreadable"),
        (f"{HEAD}</svg>", "map-empty"),
        ('<svg><path id="a" d="M0 0"/></svg>', "map-size"),
        ('<svg viewBox="5 0 9 9"><path id="a" d="M0 0"/></svg>', "map-size"),
    ],
)
def test_what_is_no_map_is_an_error(desk, world, svg, code):
    assert world(svg) is None
    assert code in desk.codes()


def test_a_missing_map_is_an_error_at_its_line(desk):
    desk.write("publication.toml", TOML)
    desk.article("a.md", "title: A\ndate: 2019-06-03")
    assert desk.pack().errors == 1
    assert desk.told("map-missing") == [("publication.toml", 7)]
