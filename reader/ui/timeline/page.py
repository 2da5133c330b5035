"""The timeline's page: bars over the width, years as a list below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.model.overview import Span
from reader.ui.filters.histogram import Histogram
from reader.ui.filters.page_head import PageHead, heading
from reader.ui.filters.tally_list import Tally, TallyList
from reader.ui.focus import FocusHome
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.model.overview import Overview
    from reader.ui.theme import Look

_LEAST, _SHARE = 60, 0.38


class TimelinePage(FocusHome, QWidget):
    """Tells the span that was chosen, or which piece of the filter shall go."""

    spanned = Signal(object)
    removed = Signal(object)
    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(objectName="page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._span = Span()
        self.head = PageHead(look, text("Timeline"))
        self.histogram = Histogram(look, 160)
        self._heading = heading(text("By year"))
        self.years = TallyList(look, text("Articles by year"))
        self._column = QVBoxLayout(self)
        for widget in (self.head, self.histogram, self._heading, self.years):
            self._column.addWidget(widget)
        self._column.setStretchFactor(self.years, 1)
        self.home = self.histogram
        self.head.chips.removed.connect(self.removed)
        self.head.chips.cleared.connect(self.cleared)
        self.histogram.chosen.connect(self.spanned)
        self.years.pressed_value.connect(self._choose_year)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        px = look.px
        for part in (self.head, self.histogram, self.years):
            part.set_look(look)
        self._heading.setFont(look.small_capitals())
        self._column.setContentsMargins(px(28), px(22), px(28), px(14))
        self._column.setSpacing(px(12))
        self._fit()

    def show_overview(self, overview: Overview) -> None:
        """Show the months of a filter, or of everything."""
        self._span = overview.span
        self.head.chips.show_chips(overview.chips)
        self.head.say(counted(overview.total, "article", "articles"))
        self.histogram.show_months(overview.months, overview.span, overview.years)
        self.years.show_tallies(_years(overview))

    def _choose_year(self, year: str) -> None:
        span = _whole(year)
        self.spanned.emit(Span() if span == self._span else span)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.histogram.set_height(max(_LEAST, round(self.height() * _SHARE * 13 / self._look.base)))


def _years(overview: Overview) -> list[Tally]:
    """A row a year, the newest first."""
    span = overview.span
    return [
        Tally(year, year, count, chosen=bool(span) and _within(year, span))
        for year, count in sorted(overview.years, reverse=True)
    ]


def _within(year: str, span: Span) -> bool:
    whole = _whole(year)
    return (not span.first or whole.first >= span.first) and (not span.last or whole.last <= span.last)


def _whole(year: str) -> Span:
    return Span(f"{year}-01", f"{year}-12")
