"""The filter in force, piece by piece: each can be taken away, by a click, by Enter, Del or Backspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.model.search import FacetKind
from reader.ui.filters.buckets import span_words
from reader.ui.filters.pills import Pill, PillRow
from reader.ui.words import language_name, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.overview import Chip
    from reader.ui.theme import Look


class Chips(PillRow):
    """Tells which piece shall go, or that all shall."""

    removed = Signal(object)
    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, text("Filters in force"))
        self._shown: tuple[Chip, ...] = ()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these pieces; with more than one also a button that clears all."""
        if tuple(chips) == self._shown:
            return
        self._shown = tuple(chips)
        pills = [self._pill(chip) for chip in chips]
        clear = None
        if len(pills) > 1:
            clear = Pill(text("Clear all"), self._look, quiet=True)
            clear.clicked.connect(self.cleared)
        self.fill(pills, clear)
        self.setVisible(bool(chips))

    def _pill(self, chip: Chip) -> Pill:
        label = _label(chip)
        pill = Pill(label, self._look, cross=True)
        pill.setAccessibleName(text("Remove filter: {filter}", filter=label))
        pill.setToolTip(text("Remove: {filter}", filter=chip.text))
        for signal in (pill.clicked, pill.removed):
            signal.connect(lambda *_: self.removed.emit(chip))
        return pill


def _label(chip: Chip) -> str:
    if chip.span:
        return span_words(chip.span)
    return language_name(chip.label) if chip.kind == FacetKind.LANGUAGE else chip.label
