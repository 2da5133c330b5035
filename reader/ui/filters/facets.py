"""Facets of the hits as pills: the few that divide them best, then "More…" for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.model.search import Facet, FacetKind, FacetValue
from reader.ui.filters.pills import Pill, PillRow
from reader.ui.words import counted, language_name, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.overview import Overview
    from reader.ui.theme import Look

KIND_WORDS = {
    FacetKind.SECTION: "Sections",
    FacetKind.LANGUAGE: "Languages",
    FacetKind.REGION: "Regions",
    FacetKind.TOPIC: "Topics",
    FacetKind.AUTHOR: "Authors",
    FacetKind.SERIES: "Series",
    FacetKind.TAG: "Tags",
}
_FIRST = {
    FacetKind.SECTION: 3,
    FacetKind.LANGUAGE: 2,
    FacetKind.REGION: 2,
    FacetKind.TOPIC: 1,
    FacetKind.TAG: 0,
    FacetKind.AUTHOR: 1,
}
"""How many of each kind come first. Where sections, languages or regions are few, what is most frequent takes their room."""
_ENOUGH = 6
_LEAST = 50
"""A value that one hit in so many has divides nothing."""
_LINES = 2


def label_of(kind: FacetKind, value: FacetValue) -> str:
    """What to show for a value."""
    return language_name(value.value) if kind is FacetKind.LANGUAGE else value.label or value.value


def useful(facets: Sequence[Facet], total: int) -> list[tuple[FacetKind, FacetValue]]:
    """The values worth a pill, kind by kind: the most frequent of each that leave some hits out and keep more than a few."""
    found: list[tuple[FacetKind, FacetValue]] = []
    others: list[tuple[FacetKind, FacetValue]] = []
    for kind, most in _FIRST.items():
        values = next((facet.values for facet in facets if facet.kind is kind), ())
        worth = [(kind, value) for value in values if total / _LEAST < value.count < total]
        found += worth[:most]
        others += worth[most:]
    said = {label_of(*one).casefold() for one in found}
    for one in sorted(others, key=lambda one: -one[1].count):
        label = label_of(*one).casefold()
        if len(found) < _ENOUGH and label not in said:  # a topic and a tag may have one name
            found.append(one)
            said.add(label)
    kinds = list(_FIRST)
    return sorted(found, key=lambda one: kinds.index(one[0]))


class Facets(PillRow):
    """Tells which value shall narrow the list, and that all of them are wanted."""

    chosen = Signal(object, str)
    more = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, text("Narrow the results"), most_lines=_LINES)
        self._shown: tuple[object, ...] = ()
        self.more_pill: Pill | None = None

    def show_overview(self, overview: Overview) -> None:
        """Show the facets of these hits."""
        values = useful(overview.facets, overview.total)
        if tuple(values) == self._shown:
            return
        self._shown = tuple(values)
        self.more_pill = None
        if any(facet.values for facet in overview.facets):
            self.more_pill = Pill(text("More …"), self._look, quiet=True)
            self.more_pill.setAccessibleName(f"{text('More …')} {text('All facets')}")
            self.more_pill.clicked.connect(self.more)
        self.fill([self._pill(kind, value) for kind, value in values], self.more_pill)

    def _pill(self, kind: FacetKind, value: FacetValue) -> Pill:
        label = label_of(kind, value)
        pill = Pill(label, self._look, number=number(value.count), quiet=True)
        articles = counted(value.count, "article", "articles")
        pill.setAccessibleName(f"{text(KIND_WORDS[kind])}: {label}, {articles}")
        pill.setToolTip(f"{text(KIND_WORDS[kind])}: {label}")
        pill.clicked.connect(lambda *_: self.chosen.emit(kind, value.value))
        return pill
