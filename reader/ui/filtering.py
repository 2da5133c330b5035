"""One filter for all: asks what the list's filter holds, shows it in every picture, and changes the filter's text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.library import filters
from reader.library import overview as library_overview
from reader.model.listing import LATEST, PICTURES, Node, NodeKind
from reader.model.overview import Overview, Span
from reader.model.search import FacetKind
from reader.ui.words import language

if TYPE_CHECKING:
    from reader.model.overview import Chip
    from reader.ui.article_list.contents import Contents
    from reader.ui.explore import Explore
    from reader.ui.filters import Results
    from reader.ui.jobs import Lane
    from reader.ui.navigator import Navigator, Visit


class Filtering(QObject):
    """Between the navigator and the widgets that filter. ``changed`` tells the filter's new text."""

    changed = Signal(str)

    def __init__(self, navigator: Navigator, lane: Lane, results: Results, explore: Explore) -> None:
        super().__init__()
        self._navigator, self._lane, self._results, self._explore = navigator, lane, results, explore
        self._overview = Overview()
        self._asked: tuple[str, str] | None = None
        self._has_maps = False
        self._connect()

    def _connect(self) -> None:
        self._navigator.changed.connect(self._follow)
        self._results.narrowed.connect(self.narrow)
        self._results.meant_chosen.connect(self.apply)
        self._explore.chosen_region.connect(lambda region: self.narrow(FacetKind.REGION, region))
        self._explore.chosen_map.connect(self._open_map)
        self._explore.cleared.connect(lambda: self.apply(""))
        for part in (self._results, self._explore):
            part.spanned.connect(self.span)
            part.removed.connect(self.remove)
        self._results.cleared.connect(lambda: self.apply(filters.words_of(self.text)))

    # Asking

    def _follow(self, visit: Visit) -> None:
        place = visit.place
        pictured = place.document is not None and place.document.kind in PICTURES
        if not place.is_search:
            self._results.show_overview(None)
        if not (place.is_search or pictured):
            self._asked = None
            self._lane.forget("overview")
            return
        if pictured and not self._has_maps:
            self._has_maps = True
            self._ask_maps()
        if pictured or self._wanted() == self._asked:
            self._ask()
        else:  # when its hits are shown
            self._asked = None
            self._lane.forget("overview")

    def _wanted(self) -> tuple[str, str]:
        """What is counted: the filter's text, and the publication that a search keeps to."""
        node = self._navigator.place.node
        return filters.text_of(node), node.publication if node.kind is NodeKind.SEARCH else ""

    def _ask(self) -> None:
        asked = words, publication = self._wanted()
        fold = self._navigator.place.is_search
        if asked == self._asked:
            self._show(self._overview) if self._overview.text == words else None
            return
        self._asked = asked
        self._lane.ask(
            "overview",
            lambda library: library_overview.overview(library, words, language(), publication, fold=fold),
            self._show,
            later=True,
        )

    def _ask_maps(self) -> None:
        from reader.ui.map.drawing import draw_all  # noqa: PLC0415  (most windows show no map)

        self._lane.ask("maps", lambda library: draw_all(library, language()), self._explore.show_drawings)

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        if self._navigator.place.is_search:
            self._results.show_overview(overview)
        self._explore.show_overview(overview)

    def show_contents(self, contents: Contents) -> None:
        """A list is there: offer what a search may have meant, and count its hits."""
        self._results.show_meant(contents.meant if contents.node.kind is NodeKind.SEARCH else "")
        if contents.node.kind is NodeKind.SEARCH and contents.node == self._navigator.place.node:
            self._ask()

    def refresh(self) -> None:
        """The library changed: ask for everything that is shown anew."""
        self._asked = None
        if self._has_maps:
            self._ask_maps()
        self._follow(self._navigator.visit)

    # Changing

    @property
    def text(self) -> str:
        """The filter's text."""
        return filters.text_of(self._navigator.place.node)

    def narrow(self, kind: FacetKind, value: str) -> None:
        """Narrow to a value, or no longer where it is in the filter already."""
        self.apply(filters.narrowed(self.text, kind, value))

    def span(self, span: Span) -> None:
        """Narrow to these months; to all with an empty one."""
        self.apply(filters.spanned(self.text, span))

    def remove(self, chip: Chip) -> None:
        """Take a piece away. One that was shown for a text that is not the filter's any more changes nothing."""
        if chip.kind == filters.PUBLICATION:
            self.keep_to("")
        elif self._overview.text == self.text:
            self.apply(filters.without(self.text, chip))

    def keep_to(self, publication: str) -> None:
        """Search in this publication, or in all."""
        place = self._navigator.place
        if place.is_search:
            self._navigator.go(replace(place, node=replace(place.node, publication=publication)))

    def apply(self, words: str) -> None:
        """Make this text the filter; without any, show everything."""
        place = self._navigator.place
        node = Node(NodeKind.SEARCH, words, place.node.publication if place.is_search else "") if words else LATEST
        self._navigator.go(replace(place, node=node))
        self.changed.emit(words)

    def _open_map(self, identity: str, publication: str) -> None:
        place = self._navigator.place
        self._navigator.go(replace(place, document=Node(NodeKind.MAP, identity, publication)), instead=True)
