"""The maps that publications bring, with the names of what is on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.publication import Kind
from reader.model.region_map import RegionMap, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.library.handle import Library
    from reader.model.publication import Thing

_LARGEST = 1_000_000
_MOST_SHAPES = 2_000
_MOST_PATH = 200_000
_MOST_PATHS = 4_000_000
_PAIR = 2


def maps(library: Library, language: str = "en") -> tuple[RegionMap, ...]:
    """Every map that can be drawn, in the publishers' order. Shapes that are none, and what is beyond bounds, are left out."""
    names: dict[str, dict[str, str]] = {}
    for region in library.store.catalogue.things(Kind.REGION):
        names.setdefault(region.publication, {})[region.id] = region.title(language)
    made = (
        _map(thing, names.get(thing.publication, {}), language) for thing in library.store.catalogue.things(Kind.MAP)
    )
    return tuple(one for one in made if one is not None and one.shapes)


def _map(thing: Thing, names: Mapping[str, str], language: str) -> RegionMap | None:
    width, height = (thing.extra.get(side) for side in ("width", "height"))
    if not (isinstance(width, int) and isinstance(height, int) and 0 < width <= _LARGEST and 0 < height <= _LARGEST):
        return None
    shapes = tuple(_shapes(thing.extra.get("shapes")))
    here = {shape.region for shape in shapes}
    known = {identity: title for identity, title in names.items() if identity in here}
    return RegionMap(thing.publication, thing.id, thing.title(language), width, height, shapes, known)


def _shapes(found: object) -> Iterator[Shape]:
    """Shapes as pairs of id and path; a mapping of them is taken too."""
    pairs = list(found.items()) if isinstance(found, dict) else found
    room = _MOST_PATHS
    for pair in pairs[:_MOST_SHAPES] if isinstance(pairs, list) else ():
        if not isinstance(pair, list | tuple) or len(pair) != _PAIR:
            continue
        region, path = pair
        if isinstance(region, str) and isinstance(path, str) and 0 < len(path) <= min(room, _MOST_PATH):
            room -= len(path)
            yield Shape(region, path)
