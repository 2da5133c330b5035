"""Which region is where: under a point, next along a way, in order."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.map.camera import Camera
    from reader.ui.map.drawing import Drawing, Region

_SMALL = 7
_SIDEWAYS = 2.0


def is_small(region: Region, scale: float) -> bool:
    """Whether a region is too small on the screen to be seen or hit: it gets a dot."""
    return max(region.box.width(), region.box.height()) * scale < _SMALL


def region_at(drawing: Drawing, camera: Camera, point: QPointF, counts: Mapping[str, int], reach: float) -> str:
    """The region under a point of the widget: dots first, then outlines; empty for none."""
    transform, scale = camera.transform(), camera.scale
    for region in drawing.regions.values():
        dotted = is_small(region, scale) and counts.get(region.id)
        if dotted and QLineF(transform.map(region.middle), point).length() <= reach + 2:
            return region.id
    there = camera.to_map(point)
    under = (one for one in drawing.regions.values() if one.box.contains(there) and one.path.contains(there))
    return next((one.id for one in under), "")


def in_order(drawing: Drawing, counts: Mapping[str, int]) -> list[str]:
    """Regions that Tab visits: those with articles, most first; all by name where none has any."""
    counted = [one for one in drawing.regions.values() if counts.get(one.id)]
    chosen = counted or list(drawing.regions.values())
    return [one.id for one in sorted(chosen, key=lambda one: (-counts.get(one.id, 0), one.name.casefold()))]


def next_that_way(drawing: Drawing, start: str, way: tuple[int, int], counts: Mapping[str, int]) -> str:
    """The nearest region with articles from ``start`` along a way (x, y); empty where there is none that way."""
    order = in_order(drawing, counts)
    if start not in drawing.regions:
        return order[0] if order else ""
    here = drawing.regions[start].middle
    found = [(_far(here, drawing.regions[one].middle, way), one) for one in order if one != start]
    near = min(found, default=(math.inf, ""))
    return near[1] if near[0] < math.inf else ""


def _far(here: QPointF, there: QPointF, way: tuple[int, int]) -> float:
    """How far away, what is aside counting double; infinite where it is not that way at all."""
    step = there - here
    along = step.x() * way[0] + step.y() * way[1]
    aside = abs(step.x() * way[1]) + abs(step.y() * way[0])
    return along + aside * _SIDEWAYS if along > 0 and along * _SIDEWAYS >= aside else math.inf
