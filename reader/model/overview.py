"""What a filter holds, counted: by kinds of things, by month, by region; and the filter's text in pieces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.model.search import Facet, FacetValue


@dataclass(frozen=True, slots=True)
class Span:
    """Months from ``first`` to ``last`` (``2019-06``), both included; an empty one is open."""

    first: str = ""
    last: str = ""

    def __bool__(self) -> bool:
        """Whether it narrows anything."""
        return bool(self.first or self.last)


@dataclass(frozen=True, slots=True)
class Chip:
    """A piece of a filter's text: what to show for it, and the part of the text that it is (``start`` to ``end``).

    ``kind`` is the piece's field, ``date`` for days, which are from ``span``, or empty for words.
    """

    label: str
    text: str
    start: int
    end: int
    kind: str = ""
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Overview:
    """A filter and all that it holds.

    ``months`` and ``years`` are counted as if the filter had no dates, ``regions`` as if it had no regions: so that a picture of
    either shows what else there is. Every number is that of the list which a press on it leads to. ``span`` and ``chosen`` are the dates and regions that the filter asks for.
    """

    text: str = ""
    total: int = 0
    chips: tuple[Chip, ...] = ()
    facets: tuple[Facet, ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    years: tuple[tuple[str, int], ...] = ()
    regions: tuple[FacetValue, ...] = ()
    span: Span = field(default_factory=Span)
    chosen: frozenset[str] = frozenset()

    @property
    def by_region(self) -> Mapping[str, int]:
        """Articles by region id."""
        return {value.value: value.count for value in self.regions}
