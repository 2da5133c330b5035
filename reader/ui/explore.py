"""The right pane's three faces: what is read, the map, the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.model.listing import PICTURES, NodeKind
from reader.ui.focus import FocusHome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.listing import Node
    from reader.model.overview import Overview
    from reader.ui.map import MapPage
    from reader.ui.map.drawing import Drawing
    from reader.ui.reading import ReadingPane
    from reader.ui.theme import Look
    from reader.ui.timeline import TimelinePage

    AnyPicture = TypeVar("AnyPicture", MapPage, TimelinePage)


class Explore(FocusHome, QStackedWidget):
    """Shows the face that a document asks for, and tells what was chosen in a picture, or that the reader left it.

    The pictures that filter are made when they are first wanted, and a hidden one is told nothing.
    """

    turned = Signal()
    chosen_region = Signal(str)
    chosen_map = Signal(str, str)
    spanned = Signal(object)
    removed = Signal(object)
    cleared = Signal()
    left = Signal()

    def __init__(self, reading: ReadingPane, look: Look) -> None:
        super().__init__()
        self.reading = reading
        self._look = look
        self._map: MapPage | None = None
        self._timeline: TimelinePage | None = None
        self._overview: Overview | None = None
        self._drawings: Sequence[Drawing] = ()
        self.addWidget(reading)
        self._turn(reading)

    @property
    def map(self) -> MapPage:
        """The map's page."""
        if self._map is None:
            from reader.ui.map import MapPage  # noqa: PLC0415  (most windows never show it)

            self._map = self._added(MapPage(self._look))
            self._map.chosen_region.connect(self.chosen_region)
            self._map.chosen_map.connect(self.chosen_map)
            self._map.left.connect(self.left)
            self._map.show_drawings(self._drawings)
        return self._map

    @property
    def timeline(self) -> TimelinePage:
        """The timeline's page."""
        if self._timeline is None:
            from reader.ui.timeline import TimelinePage  # noqa: PLC0415  (most windows never show it)

            self._timeline = self._added(TimelinePage(self._look))
        return self._timeline

    def _added(self, page: AnyPicture) -> AnyPicture:
        self.addWidget(page)
        page.spanned.connect(self.spanned)
        page.removed.connect(self.removed)
        page.cleared.connect(self.cleared)
        return page

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        for page in filter(None, (self._map, self._timeline)):
            page.set_look(look)

    def show_document(self, document: Node | None) -> bool:
        """Turn to the picture that a document is, else to the page. Answers whether it is a picture."""
        picture = document is not None and document.kind in PICTURES
        if document is not None and document.kind is NodeKind.MAP:
            self.map.show_map(document.id)
            self._turn(self.map)
        elif document is not None and document.kind is NodeKind.TIMELINE:
            self._turn(self.timeline)
        else:
            self._turn(self.reading)
        return picture

    def show_overview(self, overview: Overview) -> None:
        """What the filter holds, for the picture that is seen; another one hears of it when it is turned to."""
        self._overview = overview
        self._tell()

    def show_drawings(self, drawings: Sequence[Drawing]) -> None:
        """These are all maps there are."""
        self._drawings = drawings
        if self._map is not None:
            self._map.show_drawings(drawings)

    def _tell(self) -> None:
        for page in filter(None, (self._map, self._timeline)):
            if page is self.currentWidget() and self._overview is not None:
                page.show_overview(self._overview)

    def _turn(self, face: QWidget) -> None:
        had_focus = self.focusWidget() is not None and self.focusWidget().hasFocus()
        self.home = face
        if self.currentWidget() is not face:
            self.setCurrentWidget(face)
            self._tell()
            face.setFocus() if had_focus else None
            self.turned.emit()
