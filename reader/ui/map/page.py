"""The map's page: chips, the picture, the regions as a list beside it, months as bars below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.model.overview import Overview
from reader.ui.filters.histogram import Histogram, enough
from reader.ui.filters.page_head import PageHead, heading
from reader.ui.filters.pills import Pill, PillRow
from reader.ui.filters.tally_list import Tally, TallyList
from reader.ui.focus import FocusHome
from reader.ui.map.canvas import MapCanvas
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.ui.map.drawing import Drawing
    from reader.ui.theme import Look

_WIDE, _LIST, _BARS = 860, 240, 480
_LOW_LIST = 70
_ANY = 16_777_215


class MapPage(FocusHome, QWidget):
    """Tells the region or span that was chosen, another map, which piece of the filter shall go, and that it is left."""

    chosen_region = Signal(str)
    chosen_map = Signal(str, str)
    spanned = Signal(object)
    removed = Signal(object)
    cleared = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(objectName="page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._drawings: Sequence[Drawing] = ()
        self._wanted = ""
        self._overview = Overview()
        self.head = PageHead(look, text("Regions"))
        self.switch = PillRow(look, text("Maps"))
        self.canvas = MapCanvas(look)
        self._heading = heading(text("Most written about"))
        self.regions = TallyList(look, text("Regions by number of articles"))
        self._nothing = QLabel(text("No article here is about a region of this map."), wordWrap=True)
        self._nothing.setProperty("soft", True)
        self._months = heading(text("By month"))
        self.histogram = Histogram(look, 72)
        self._arrange()
        self._connect()
        self.set_look(look)

    def _arrange(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._heading)
        side.addWidget(self.regions, 1)
        side.addWidget(self._nothing)
        side.addStretch(0)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.switch)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.addLayout(self._middle, 1)
        self._middle.addWidget(self.canvas, 1)
        self._middle.addWidget(self._side)
        self._column.addWidget(self._months)
        self._column.addWidget(self.histogram)
        self.switch.hide()
        self.home = self.canvas

    def _connect(self) -> None:
        self.head.chips.removed.connect(self.removed)
        self.head.chips.cleared.connect(self.cleared)
        self.canvas.pressed_region.connect(self.chosen_region)
        self.canvas.pointed.connect(lambda region: self.regions.go_to(region) if region else None)
        self.canvas.left.connect(self.left)
        self.regions.pressed_value.connect(self.chosen_region)
        self.regions.reached.connect(self.canvas.point_at)
        self.histogram.chosen.connect(self.spanned)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        px = look.px
        for part in (self.head, self.switch, self.canvas, self.regions, self.histogram):
            part.set_look(look)
        for label in (self._heading, self._months):
            label.setFont(look.small_capitals())
            label.setContentsMargins(0, px(6), 0, 0)
        self._column.setContentsMargins(px(28), px(22), px(28), px(10))
        self._column.setSpacing(px(10))
        self._middle.setSpacing(px(20))
        self._fit()

    @property
    def drawing(self) -> Drawing | None:
        """The map that is shown: the one wanted, else the first."""
        wanted = (one for one in self._drawings if one.map.id == self._wanted)
        return next(wanted, self._drawings[0] if self._drawings else None)

    def show_drawings(self, drawings: Sequence[Drawing]) -> None:
        """These are all maps there are."""
        self._drawings = drawings
        self._show_map()

    def show_map(self, identity: str) -> None:
        """Show the map of this id."""
        if identity != self._wanted:
            self._wanted = identity
            self._show_map()

    def _show_map(self) -> None:
        self.canvas.show_drawing(self.drawing)
        self._fill_switch()
        self._show_numbers()
        self._fit()

    def _fill_switch(self) -> None:
        pills = []
        for one in self._drawings if len(self._drawings) > 1 else ():
            shown = one is self.drawing
            pill = Pill(one.map.title, self._look, quiet=not shown)
            pill.setAccessibleName(text("{map}, shown", map=one.map.title) if shown else one.map.title)
            pill.clicked.connect(lambda *_, drawn=one.map: self.chosen_map.emit(drawn.id, drawn.publication))
            pills.append(pill)
        self.switch.fill(pills)
        self.switch.setVisible(bool(pills))

    def show_overview(self, overview: Overview) -> None:
        """Shade by a filter's numbers, or by those of everything."""
        self._overview = overview
        self.head.chips.show_chips(overview.chips)
        self.histogram.show_months(overview.months, overview.span, overview.years)
        self._show_numbers()
        self._fit()

    def _show_numbers(self) -> None:
        overview = self._overview
        self.canvas.show_counts(overview.by_region, overview.chosen)
        tallies = self._tallies()
        self.regions.show_tallies(tallies)
        self.regions.setVisible(bool(tallies))
        self._nothing.setVisible(not tallies)
        regions = sum(1 for one in tallies if one.count)
        self.head.say(
            text(
                "{articles} · {regions}",
                articles=counted(overview.total, "article", "articles"),
                regions=counted(regions, "region", "regions"),
            )
        )

    def _tallies(self) -> list[Tally]:
        """Regions of this map with their numbers, then those that are on no map."""
        if self.drawing is None:
            return []
        here = self.drawing.regions
        placed = {identity for one in self._drawings for identity in one.regions}
        shown = [value for value in self._overview.regions if value.value in here and value.count]
        shown += [value for value in self._overview.regions if value.value not in placed and value.count]
        chosen = self._overview.chosen
        return [
            Tally(
                value.value,
                here[value.value].name if value.value in here else value.label or value.value,
                value.count,
                chosen=value.value in chosen,
            )
            for value in shown
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The list beside the map, or below it in a narrow pane; the bars where there is height for them."""
        px = self._look.px
        beside = self.width() >= px(_WIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(way)
        self._middle.setAlignment(self.canvas, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
        self._middle.setStretch(0, 3)
        self._middle.setStretch(1, 0 if beside else 1)
        self._side.setMinimumWidth(px(_LIST) if beside else 0)  # or the pane could never become narrower again
        self._side.setMaximumWidth(px(_LIST) if beside else max(1, self.width() - px(56)))
        self._side.setMinimumHeight(0 if beside else px(_LOW_LIST))
        self._fit_canvas(self.width() - px(56) - (px(_LIST + 20) if beside else 0))
        bars = enough(self._overview.months) and self.height() >= px(_BARS)
        self._months.setVisible(bars)
        self.histogram.setVisible(bars)

    def _fit_canvas(self, width: int) -> None:
        """No higher than the map is at this width: what is left belongs to the list."""
        drawing = self.drawing
        if drawing is not None and width > 0:
            self.canvas.set_most(
                width, round(width * drawing.bounds.height() / drawing.bounds.width()) + self._look.px(12)
            )
