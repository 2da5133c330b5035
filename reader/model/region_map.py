"""A map that a publication brings: outlines of its regions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Shape:
    """A region's outline as SVG path data, not yet trusted to be any."""

    region: str
    path: str


@dataclass(frozen=True, slots=True)
class RegionMap:
    """A map of ``width`` by ``height`` units. ``names`` are titles of the regions that the publication knows, by id."""

    publication: str
    id: str
    title: str
    width: int
    height: int
    shapes: tuple[Shape, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
