import pytest

from reader.library import Library
from reader.library.browse import navigation
from reader.library.receive import sync
from reader.library.regions import maps
from reader.model.publication import Kind, Thing


def library_with(publisher, tmp_path, *maps_extra):
    things = [
        Thing(publisher.id, Kind.MAP, f"map-{at}", {"en": f"Map {at}"}, position=at, extra=extra)
        for at, extra in enumerate(maps_extra)
    ]
    region = Thing(publisher.id, Kind.REGION, "cn", {"en": "China", "ru": "Китай"})
    bundle = publisher.publish(region, *things, publisher.article("one", regions=("cn",)))
    library = Library.open(tmp_path / "library")
    sync(library, bundle)
    return library


def test_maps_come_with_the_names_of_what_is_on_them(publisher, tmp_path):
    shapes = [["cn", "M0 0L1 0L1 1Z"], ["xx", "M2 2L3 3L2 3Z"]]
    with library_with(publisher, tmp_path, {"width": 10, "height": 5, "shapes": shapes}) as library:
        (found,) = maps(library, "ru")
        assert (found.title, found.width, found.height, found.names) == ("Map 0", 10, 5, {"cn": "Китай"})
        assert [shape.region for shape in found.shapes] == ["cn", "xx"]


def test_shapes_as_an_object_are_taken_too(publisher, tmp_path):
    with library_with(publisher, tmp_path, {"width": 1, "height": 1, "shapes": {"cn": "M0 0L1 1"}}) as library:
        assert maps(library)[0].shapes[0].region == "cn"


@pytest.mark.parametrize(
    "extra",
    [
        {},
        {"width": 0, "height": 1, "shapes": [["cn", "M0 0"]]},
        {"width": "9", "height": 1, "shapes": [["cn", "M0 0"]]},
        {"width": 10**9, "height": 1, "shapes": [["cn", "M0 0"]]},
        {"width": 1, "height": 1, "shapes": "M0 0"},
        {"width": 1, "height": 1, "shapes": [["cn"], [1, 2], "no", ["cn", ""], None]},
    ],
)
def test_a_map_that_is_none_is_left_out(publisher, tmp_path, extra):
    with library_with(publisher, tmp_path, extra) as library:
        assert maps(library) == ()


def test_the_navigation_has_pictures_where_there_is_something_to_show(publisher, tmp_path):
    with library_with(publisher, tmp_path) as library:
        assert "pictures" not in [group.name for group in navigation(library)]
        things = Thing(
            publisher.id, Kind.MAP, "m", {"en": "M"}, extra={"width": 1, "height": 1, "shapes": [["cn", "M0 0"]]}
        )
        sync(library, publisher.publish(things, publisher.article("two", date="2020-01-01")))
        (pictures,) = [group for group in navigation(library) if group.name == "pictures"]
        assert [str(item.node) for item in pictures.items] == ["map", "timeline"]
