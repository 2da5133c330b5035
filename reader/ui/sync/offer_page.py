"""The plan of a sync: whose edition, whether it is genuine, what is new, which pictures, how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reader.library import receive
from reader.model.article import Tier
from reader.model.publication import Trust
from reader.ui.preferences.chooser import Chooser
from reader.ui.sync import work
from reader.ui.sync.labels import PlainLabel
from reader.ui.sync.pace import estimate
from reader.ui.sync.tick_box import TickBox
from reader.ui.words import number, running, size, text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.model.change import Offer
    from reader.ui.theme import Look

_WIDE = 400
_TICKED = 35
"""Where the words of a tick box begin."""
_TIERS = {Tier.THUMB: "Small pictures", Tier.STANDARD: "Reading pictures", Tier.FULL: "Full pictures"}


class OfferPage(QWidget):
    """Made for one offer. ``rate``: bytes a second of the last sync, for the time it may take."""

    changed = Signal()

    def __init__(self, offer: Offer, look: Look, rate: float = 0.0) -> None:
        super().__init__(objectName="page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.offer = offer
        self._look, self._rate = look, rate
        self._boxes: dict[Tier, TickBox] = {}
        self._amounts: dict[str, tuple[PlainLabel, int]] = {}
        self._limit = self._limits()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(16))
        self._column.addWidget(self._trust())
        self._add_numbers()
        self._add_choices()
        if self._limit is not None:
            self._add_limit(self._limit)
        rule = QFrame(objectName="rule")
        self._column.addWidget(rule)
        self._sum = PlainLabel("", look.sans(13), soft=True)
        self._column.addWidget(self._sum)
        self._column.addStretch(1)
        self._count()

    def set_look(self, look: Look) -> None:
        """Use other colours; sizes stay as they were laid out."""
        for box in self.findChildren(TickBox):
            box.set_look(look)

    def _trust(self) -> QFrame:
        genuine, words = work.trust_words(self.offer)
        box = QFrame(objectName="trust")
        column = QVBoxLayout(box)
        px = self._look.px
        column.setContentsMargins(px(16), px(10), px(16), px(11))
        column.setSpacing(px(5))
        said = PlainLabel(words, self._look.sans(13))
        said.setProperty("good" if genuine else "warning", True)
        mark = PlainLabel(self.offer.fingerprint, self._look.mono(12.5), soft=genuine, code=True)
        mark.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        mark.setAccessibleName(text("Fingerprint {fingerprint}", fingerprint=self.offer.fingerprint))
        column.addWidget(said)
        column.addWidget(mark)
        self._field = QLineEdit(placeholderText=text("Type it from paper to check it (you can also do this later)"))
        self._field.setAccessibleName(text("Fingerprint from paper"))
        column.addWidget(self._field)
        self._field.setVisible(self.offer.trust not in {Trust.CHECKED, Trust.BUILT_IN})
        return box

    def _add_numbers(self) -> None:
        grid = QGridLayout()
        self._column.addLayout(grid)
        grid.setVerticalSpacing(0)
        offer = self.offer
        shown = (
            (offer.added, text("new")),
            (offer.updated, text("changed")),
            (offer.withdrawn, text("withdrawn")),
            (len(offer.languages), text("language") if len(offer.languages) == 1 else text("languages")),
        )
        self._grid = grid
        self._figures = [
            (
                PlainLabel(number(count), self._look.serif(28, QFont.Weight.DemiBold)),
                PlainLabel(name, self._look.sans(13), soft=True),
            )
            for count, name in shown
        ]
        self._place_numbers(len(shown))

    def _place_numbers(self, across: int) -> None:
        """All figures in a row; two and two where they have no room."""
        for place, (figure, name) in enumerate(self._figures):
            row, column = divmod(place, across)
            self._grid.addWidget(figure, 2 * row, column)
            self._grid.addWidget(name, 2 * row + 1, column)
        for column in range(len(self._figures)):
            self._grid.setColumnStretch(column, int(column < across))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the card wants it."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = len(self._figures)
        self._place_numbers(whole if self.width() >= self._look.px(_WIDE) else whole // 2)

    def _add_choices(self) -> None:
        column = QVBoxLayout()
        self._column.addLayout(column)
        column.setSpacing(self._look.px(2))
        words = TickBox(text("Text, all languages"), self._look)
        words.setChecked(True)
        words.setEnabled(False)
        self._add_choice(column, words, "text", self.offer.text_bytes)
        for name, count in self.offer.media_bytes:
            if count:
                tier = Tier(name)
                box = self._boxes[tier] = TickBox(text(_TIERS[tier]), self._look)
                box.setChecked(tier in self.offer.tiers)
                box.toggled.connect(self._count)
                self._add_choice(column, box, tier, count)

    def _add_choice(self, column: QVBoxLayout, box: TickBox, kind: str, count: int) -> None:
        line = QHBoxLayout()
        column.addLayout(line)
        box.setAccessibleName(f"{box.text()}, {size(count)}")
        amount = PlainLabel(size(count) if count else text("already here"), self._look.sans(14), soft=True)
        self._amounts[kind] = (amount, count)
        line.addWidget(box, 1)
        line.addWidget(amount)

    def _limits(self) -> Chooser | None:
        """Amounts to choose from; None where nothing can be parted."""
        limits = work.limits(self.offer)
        if not limits:
            return None
        chooser = Chooser(text("At most"))
        chooser.addItem(text("no limit"), None)
        for limit in limits:
            chooser.addItem(size(limit), limit)
        chooser.currentIndexChanged.connect(self._count)
        return chooser

    def _add_limit(self, chooser: Chooser) -> None:
        line, label = QHBoxLayout(), PlainLabel(text("At most"), self._look.sans(14))
        chooser.setFont(self._look.sans(14))
        self._column.addLayout(line)
        line.addSpacing(self._look.px(_TICKED))
        line.addWidget(label, 1)
        line.addWidget(chooser)

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """Sizes of pictures that are wanted; one that was chosen before stays so when this source has none of that size."""
        unasked = (Tier(name) for name in self.offer.tiers if Tier(name) not in self._boxes)
        return tuple(sorted({*unasked, *(tier for tier, box in self._boxes.items() if box.isChecked())}, key=_order))

    @property
    def budget(self) -> int | None:
        """All bytes that may come; None: no limit."""
        return self._limit.currentData() if self._limit is not None else None

    @property
    def fingerprint(self) -> str:
        """What was typed from paper; empty for nothing."""
        return self._field.text().strip()

    def freeze(self) -> None:
        """Nothing can be chosen any more: it runs."""
        for box in self._boxes.values():
            box.setEnabled(False)
        if self._limit is not None:
            self._limit.setEnabled(False)
        self._field.setVisible(False)

    def type_again(self, fingerprint: str) -> None:
        """Go to what was typed from paper, to mend it."""
        self._field.setText(fingerprint)
        self._field.setFocus()

    def _count(self) -> None:
        coming = receive.bought(self.offer, self.tiers, self.budget)
        self._show_amounts(coming)
        wanted, free = sum(coming.values()), self.offer.free_bytes
        needed = receive.room_for(wanted)
        fits = needed <= free
        words = text(
            "{wanted} from this source · nothing from the network · {free} free", wanted=size(wanted), free=size(free)
        )
        if not fits:
            words = text(
                "{wanted} is wanted, and only {free} is free. Make some room, or take fewer pictures.",
                wanted=size(needed),
                free=size(free),
            )
        self._sum.setText(running(f"{words} · {estimate(wanted, self._rate)}" if fits and wanted else words))
        self._sum.setProperty("soft", fits)
        self._sum.setProperty("warning", not fits)
        self._sum.style().polish(self._sum)
        self.changed.emit()

    def _show_amounts(self, coming: dict[str, int]) -> None:
        """Beside each choice its size; of what is only bought in part, how much of it."""
        for kind, (label, whole) in self._amounts.items():
            part = coming.get(kind, whole)
            if part < whole:
                label.setText(running(text("{part} of {whole}", part=size(part), whole=size(whole))))
            elif whole:
                label.setText(size(whole))


def _order(tier: Tier) -> int:
    return list(Tier).index(tier)
