"""What is selected: a list, an article or a document, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from reader.model.listing import DOCUMENTS, LATEST, Node, NodeKind

_MOST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: a list (``node``), and beside it an article (its key, 0 for none) or a document.

    ``anchor`` is where a page opens when it is first come to. ``beside`` is the language of the translation that articles
    are read with, where they have it; empty for none.
    """

    node: Node = LATEST
    article: int = 0
    document: Node | None = None
    anchor: str = ""
    beside: str = ""

    @property
    def is_search(self) -> bool:
        """Whether the list is a search's hits."""
        return self.node.kind is NodeKind.SEARCH


@dataclass(slots=True)
class Visit:
    """A place in the history, and how far its list and its page were scrolled (rows above; the text's share, None: as it was left)."""

    place: Place
    row: float = 0
    fraction: float | None = None

    @property
    def shows_page(self) -> bool:
        """Whether an article or a document is open."""
        return bool(self.place.article or self.place.document)


Trail = tuple[tuple[Visit, ...], tuple[Visit, ...]]


class Navigator(QObject):
    """Back and forward over visits. Emits ``leaving`` before and ``changed`` after every move.

    ``returned`` tells besides that a step within one page was taken back, or made again.
    """

    leaving = Signal(object)
    changed = Signal(object)
    returned = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visits = [Visit(Place())]
        self._at = 0

    @property
    def visit(self) -> Visit:
        """The present visit."""
        return self._visits[self._at]

    @property
    def place(self) -> Place:
        """The present place."""
        return self.visit.place

    @property
    def can_go_back(self) -> bool:
        """Whether there is a visit before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a visit after this one."""
        return self._at + 1 < len(self._visits)

    def restore(self, visit: Visit) -> None:
        """Start from a remembered visit, with nothing to go back to."""
        self._visits, self._at = [visit], 0
        self.changed.emit(visit)

    @property
    def trail(self) -> Trail:
        """The visits before the present one, and those after it."""
        return tuple(self._visits[: self._at]), tuple(self._visits[self._at + 1 :])

    def surround(self, trail: Trail) -> None:
        """Put visits before and after the present one: the way back of a window in whose place this one is."""
        before, after = trail
        self._visits, self._at = [*before, self.visit, *after], len(before)

    def go(self, place: Place, *, instead: bool = False) -> None:
        """Move to a place; ``instead`` of the present visit, or after it."""
        if place in {self.place, replace(self.place, anchor="")}:
            return
        self.leaving.emit(self.visit)
        del self._visits[self._at + 1 :]
        if instead:
            self._visits[self._at] = Visit(place)
        else:
            self._visits = [*self._visits, Visit(place)][-_MOST:]
        self._at = len(self._visits) - 1
        self.changed.emit(self.visit)

    def open_node(self, node: Node) -> None:
        """Select a list; or show a document beside the list that is there."""
        if node.kind in DOCUMENTS:
            self.go(replace(self.place, article=0, document=node, anchor=""))
        else:
            self.go(replace(self.place, node=node, anchor=""))

    def open_article(self, key: int, *, instead: bool = False) -> None:
        """Show an article beside the list."""
        self.go(replace(self.place, article=key, document=None, anchor=""), instead=instead)

    def open_document(self, node: Node, anchor: str = "") -> None:
        """Show a document beside the list, at an anchor."""
        self.go(replace(self.place, article=0, document=node, anchor=anchor))

    def go_within(self, anchor: str) -> None:
        """Go to an anchor of the page that is there. The way back leads to where one was in it."""
        self.leaving.emit(self.visit)
        del self._visits[self._at + 1 :]
        self._visits = [*self._visits, Visit(replace(self.place, anchor=anchor), self.visit.row)][-_MOST:]
        self._at = len(self._visits) - 1
        self.changed.emit(self.visit)

    def search(self, text: str, publication: str | None = None) -> None:
        """Show a search's hits, in a publication or in all; without either in the one that is searched already.

        While typing, one visit holds them all. No text leaves the search.
        """
        if text:
            if publication is None:
                publication = self.place.node.publication if self.place.is_search else ""
            self.go(replace(self.place, node=Node(NodeKind.SEARCH, text, publication)), instead=self.place.is_search)
        elif self.place.is_search:
            self._leave_search(replace(self.place, node=self.before_search))

    def _leave_search(self, place: Place) -> None:
        """Where nothing was opened from the search, the visit before it is still right: go back to that one."""
        if not self.can_go_back or self._visits[self._at - 1].place != place:
            self.go(place, instead=True)
            return
        self.leaving.emit(self.visit)
        del self._visits[self._at :]
        self._at -= 1
        self.changed.emit(self.visit)

    @property
    def before_search(self) -> Node:
        """The list that was there before the search began; the present one where none has."""
        if not self.place.is_search:
            return self.place.node
        before = (one.place.node for one in reversed(self._visits[: self._at]) if not one.place.is_search)
        return next(before, LATEST)

    def back(self) -> None:
        """Go to the visit before."""
        self.step(-1)

    def forward(self) -> None:
        """Go to the visit after."""
        self.step(1)

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1), where there is a visit."""
        if 0 <= self._at + by < len(self._visits):
            before = self.place
            self.leaving.emit(self.visit)
            self._at += by
            self.changed.emit(self.visit)
            if replace(before, anchor="") == replace(self.place, anchor=""):
                self.returned.emit(self.visit)
