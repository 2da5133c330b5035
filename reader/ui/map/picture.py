"""The map as it is seen and told of: drawn once for a size, theme, view and filter; what is pointed at is drawn over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.focus import paint_ring
from reader.ui.map.camera import Camera
from reader.ui.map.painting import paint_label, paint_map, paint_outline
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from reader.ui.map.drawing import Drawing, Region
    from reader.ui.theme import Look


class MapPicture(QWidget):
    """A map, its shades, the part of it that is seen, and the region that is pointed at."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self._counts: Mapping[str, int] = {}
        self._chosen: frozenset[str] = frozenset()
        self._camera = Camera()
        self._picture: QPixmap | None = None
        self._region = ""
        self._ideal = QSize(520, 340)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._forget()

    def sizeHint(self) -> QSize:
        return self._ideal

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(120))

    def set_most(self, width: int, height: int) -> None:
        """Be no higher than this at that width."""
        self.setMaximumHeight(max(self.minimumSizeHint().height(), height))
        self._ideal = QSize(width, height)
        self.updateGeometry()

    # What is shown

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show another map, all of it."""
        self._drawing, self._region = drawing, ""
        if drawing is not None:
            self._camera.look_at(drawing.bounds)
            self._camera.fit(self._room())
        self._forget()
        self._name_it()

    def show_counts(self, counts: Mapping[str, int], chosen: frozenset[str]) -> None:
        """Shade by these numbers; ``chosen`` are the regions of the filter."""
        if (counts, chosen) != (self._counts, self._chosen):
            self._counts, self._chosen = counts, chosen
            self._forget()
            self._name_it()

    @property
    def region(self) -> str:
        """The region that is pointed at; empty for none."""
        return self._region

    @property
    def is_close(self) -> bool:
        """Whether less than all of the map is seen."""
        return self._camera.is_close

    def point_at(self, region: str) -> None:
        """Point at a region, and move there where it is out of sight. Tells nobody."""
        known = self._drawing is not None and region in self._drawing.regions
        region = region if known else ""
        if region == self._region:
            return
        self._region = region
        if region and self._camera.is_close:
            self._camera.show_point(self._drawing.regions[region].middle)
            self._forget()
        self._name_it()
        self.update()

    def place_of(self, region: str) -> QPointF:
        """Where the middle of a region is on the widget.

        Raises:
            KeyError: when the map has no such region.
        """
        assert self._drawing is not None
        return self._camera.transform().map(self._drawing.regions[region].middle)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Closer or farther; a factor of 0 shows all."""
        if self._camera.step(factor or 1e-9, about):
            self._forget()

    def _room(self) -> QRectF:
        edge = self._look.px(6)
        return QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)

    def _forget(self) -> None:
        self._picture = None
        self.update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._drawing is not None:
            painter.drawPixmap(0, 0, self._painted(self._drawing))
            found = self._drawing.regions.get(self._region)
            if found is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_outline(painter, found, self._camera.transform(), self._look)
                paint_label(painter, found, self._told(found), self._camera.transform(), self._look)
        if self.hasFocus():
            paint_ring(painter, self.rect(), self._look)
        painter.end()

    def _painted(self, drawing: Drawing) -> QPixmap:
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self._look.colour("paper"))
            paint_map(self._picture, drawing, self._camera.transform(), self._look, self._counts, self._chosen)
        return self._picture

    def _told(self, region: Region) -> str:
        return f"{region.name} · {counted(self._counts.get(region.id, 0), 'article', 'articles')}"

    # Words for screen readers

    def _name_it(self) -> None:
        drawing = self._drawing
        name = text("Map: {title}", title=drawing.map.title) if drawing is not None else text("Map")
        found = drawing.regions.get(self._region) if drawing is not None else None
        if found is not None:
            number = counted(self._counts.get(found.id, 0), "article", "articles")
            chosen = text("in the filter") if found.id in self._chosen else ""
            name = ", ".join(part for part in (found.name, number, chosen) if part)
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setAccessibleDescription(
                text("Tab and arrows go from region to region, Enter filters, plus and minus zoom, Esc leaves")
            )
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._camera.fit(self._room())
        self._forget()
