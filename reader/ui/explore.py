"""The right pane's three faces: what is read, the map, the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.model.listing import PICTURES, NodeKind
from reader.ui.focus import FocusHome
from reader.ui.map import MapPage
from reader.ui.timeline import TimelinePage

if TYPE_CHECKING:
    from reader.model.listing import Node
    from reader.ui.reading import ReadingPane
    from reader.ui.theme import Look


class Explore(FocusHome, QStackedWidget):
    """Shows the face that a document asks for; the pictures that filter are made when they are first wanted."""

    turned = Signal()

    def __init__(self, reading: ReadingPane, look: Look) -> None:
        super().__init__()
        self.reading = reading
        self.map = MapPage(look)
        self.timeline = TimelinePage(look)
        for face in (reading, self.map, self.timeline):
            self.addWidget(face)
        self._turn(reading)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self.map.set_look(look)
        self.timeline.set_look(look)

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

    def _turn(self, face: QWidget) -> None:
        had_focus = self.focusWidget() is not None and self.focusWidget().hasFocus()
        self.home = face
        if self.currentWidget() is not face:
            self.setCurrentWidget(face)
            face.setFocus() if had_focus else None
            self.turned.emit()
