"""Above a list of hits: what was meant, the filters in force, months as bars, facets. It folds away, and gives way to the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.filters.chips import Chips
from reader.ui.filters.facet_panel import FacetPanel
from reader.ui.filters.facets import Facets
from reader.ui.filters.histogram import Histogram, enough
from reader.ui.filters.pills import Pill
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.model.overview import Overview
    from reader.ui.theme import Look

_ROOM_FOR_BARS, _ROOM_FOR_FACETS = 460, 380


class Results(QWidget):
    """Tells what the reader wants changed; ``meant_chosen`` is the query to search for instead."""

    spoken_role = QAccessible.Role.Grouping

    narrowed = Signal(object, str)
    removed = Signal(object)
    cleared = Signal()
    spanned = Signal(object)
    meant_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(objectName="listhead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(text("Filters"))
        self._look = look
        self._overview: Overview | None = None
        self._meant = ""
        self._room = 10_000
        self.is_open = True
        self.meant = Pill("", look, quiet=True)
        self.chips = Chips(look)
        self.histogram = Histogram(look)
        self.facets = Facets(look)
        self._arrange()
        self._connect()
        self.set_look(look)
        self.hide()

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        for widget in (self.meant, self.chips, self.histogram, self.facets):
            self._column.addWidget(widget)

    def _connect(self) -> None:
        self.meant.clicked.connect(lambda: self.meant_chosen.emit(self._meant))
        self.chips.removed.connect(self.removed)
        self.chips.cleared.connect(self.cleared)
        self.histogram.chosen.connect(self.spanned)
        self.facets.chosen.connect(self.narrowed)
        self.facets.more.connect(self.open_panel)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        for part in (self.meant, self.chips, self.histogram, self.facets):
            part.set_look(look)
        px = look.px
        self._column.setContentsMargins(px(24), px(8), px(14), px(10))
        self._column.setSpacing(px(8))

    def show_meant(self, meant: str) -> None:
        """Offer another query, or none."""
        self._meant = meant
        self.meant.setText(text("Did you mean “{query}”?", query=meant))
        self.meant.setToolTip(meant)
        self.meant.setAccessibleName(self.meant.text())
        self.meant.updateGeometry()
        self._fit()

    def show_overview(self, overview: Overview | None) -> None:
        """Show what a search holds; nothing where the list is no search."""
        self._overview = overview
        if overview is None:
            self._meant = ""
        else:
            self.chips.show_chips([chip for chip in overview.chips if chip.kind])
            self.histogram.show_months(overview.months, overview.span, overview.years)
            self.facets.show_overview(overview)
        self._fit()

    def set_open(self, *, is_open: bool) -> None:
        """Fold the bars and facets away, or show them again. Chips and what was meant stay."""
        self.is_open = is_open
        self._fit()

    def fit_into(self, height: int) -> None:
        """The list and this share so many pixels: bars, then facets give way where they are few."""
        self._room = height
        self._fit()

    def _fit(self) -> None:
        overview, px = self._overview, self._look.px
        shown = {
            self.meant: bool(self._meant),
            self.chips: overview is not None and any(chip.kind for chip in overview.chips),
            self.histogram: overview is not None
            and self.is_open
            and enough(overview.months)
            and self._room >= px(_ROOM_FOR_BARS),
            self.facets: overview is not None
            and self.is_open
            and bool(self.facets.pills)
            and self._room >= px(_ROOM_FOR_FACETS),
        }
        for widget, seen in shown.items():
            widget.setVisible(seen)
        self.setVisible(any(shown.values()))

    def focus_first(self) -> bool:
        """Put the focus on the first filter that can be pressed. Answers whether there is one."""
        pills = [*self.chips.pills, *self.facets.pills]
        target = next((one for one in (self.meant, *pills) if one.isVisibleTo(self)), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        return target is not None

    def open_panel(self) -> None:
        """Show all facets."""
        if self._overview is not None:
            panel = FacetPanel(self._overview.facets, self._look, self)
            panel.chosen.connect(self.narrowed)
            panel.open()
