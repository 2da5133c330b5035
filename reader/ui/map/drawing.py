"""A map ready to draw: paths by region, where each is, and land that has no name. Made in the lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from reader.library import regions
from reader.ui.map.outlines import outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.library import Library
    from reader.model.region_map import RegionMap

_MOST_PIECES = 400_000
_LITTLE = 0.005


@dataclass(frozen=True, slots=True)
class Region:
    """A region's outline, the box around it, and the middle of its largest part."""

    id: str
    name: str
    path: QPainterPath
    box: QRectF
    middle: QPointF


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map: ``bounds`` holds all that is drawn, ``land`` is what the publication has no name for."""

    map: RegionMap
    bounds: QRectF
    regions: Mapping[str, Region]
    land: QPainterPath


def draw(drawn: RegionMap) -> Drawing:
    """Read a map's paths. What lies outside its frame widens nothing."""
    paths: dict[str, QPainterPath] = {}
    land = QPainterPath()
    pieces = 0
    for shape in drawn.shapes:
        path = outline(shape.path)
        pieces += path.elementCount()
        if pieces > _MOST_PIECES:
            break
        if shape.region in drawn.names:
            paths.setdefault(shape.region, QPainterPath()).addPath(path)
        else:
            land.addPath(path)
    named = {identity: _region(identity, drawn.names[identity], path) for identity, path in paths.items()}
    return Drawing(drawn, _bounds(drawn, [land, *paths.values()]), named, land)


def draw_all(library: Library, language: str) -> tuple[Drawing, ...]:
    """All maps of the library, ready to draw."""
    return tuple(draw(one) for one in regions.maps(library, language))


def _region(identity: str, name: str, path: QPainterPath) -> Region:
    boxes = [part.boundingRect() for part in path.toSubpathPolygons()]
    largest = max(boxes, key=lambda box: box.width() * box.height(), default=QRectF())
    return Region(identity, name, path, path.boundingRect(), largest.center())


def _bounds(drawn: RegionMap, paths: Iterable[QPainterPath]) -> QRectF:
    frame = QRectF(0, 0, drawn.width, drawn.height)
    bounds = QRectF()
    for path in paths:
        bounds = bounds.united(path.boundingRect().intersected(frame))
    if min(bounds.width(), bounds.height()) < _LITTLE * max(drawn.width, drawn.height):
        return frame
    return bounds
