"""The bundles that were found on sticks, one row each; or what to do when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from reader.model.publication import localized
from reader.ui.focus import paint_ring
from reader.ui.sync import work
from reader.ui.sync.labels import PlainLabel, leading
from reader.ui.sync.troubles import kind_of_code, title_of
from reader.ui.words import language, running, size, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from reader.model.change import Offer
    from reader.model.stick import FoundBundle, Stick
    from reader.ui.theme import Look


class FoundPage(QWidget):
    """``chosen`` tells the path of the bundle whose row was pressed."""

    chosen = Signal(object)

    def __init__(self, sticks: Sequence[Stick], bundles: Sequence[FoundBundle], look: Look) -> None:
        super().__init__(objectName="page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, 0)
        column.setSpacing(look.px(6))
        self.rows = [BundleRow(bundle, look) for bundle in bundles]
        for row, bundle in zip(self.rows, bundles, strict=True):
            row.clicked.connect(lambda _checked=False, path=bundle.path: self.chosen.emit(path))
            column.addWidget(row)
        for words in () if bundles else advice(sticks):
            column.addWidget(PlainLabel(words, look.sans(14.5)))
        column.addStretch(1)

    def set_look(self, look: Look) -> None:
        """Use other colours; sizes stay as they were laid out."""
        for row in self.rows:
            row.set_look(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        at = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        if at is not None and step:
            self.rows[max(0, min(len(self.rows) - 1, at + step))].setFocus()
        else:
            super().keyPressEvent(event)


class BundleRow(QAbstractButton):
    """Whose edition, what is new in it, and where it lies."""

    def __init__(self, bundle: FoundBundle, look: Look) -> None:
        super().__init__()
        self.set_look(look)
        self._head, self._under = headline(bundle), under(bundle)
        self.setAccessibleName(f"{self._head}, {self._under}")
        self.setToolTip(str(bundle.path))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(260), self._look.px(60))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            event.ignore()  # the page goes to the row beside; a button would go by tabs
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("selected" if self.underMouse() else "chip"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(8), px(8))
        if self.hasFocus():
            paint_ring(painter, self.rect(), look, px(8))
        room = self.rect().adjusted(px(16), px(9), -px(16), -px(9))
        half = room.height() // 2
        self._line(painter, room.adjusted(0, 0, 0, -half), self._head, look.serif(15, QFont.Weight.DemiBold), "ink")
        self._line(painter, room.adjusted(0, half, 0, 0), self._under, look.sans(13), "soft")

    def _line(self, painter: QPainter, room: QRect, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        cut = painter.fontMetrics().elidedText(running(words), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, leading() | Qt.AlignmentFlag.AlignVCenter, cut)


def headline(bundle: FoundBundle) -> str:
    """Whose editions; the name of the file or folder when that cannot be known."""
    if not bundle.offers:
        return work.source_name(bundle.path)
    return " · ".join(_edition(offer) for offer in bundle.offers)


def _edition(offer: Offer) -> str:
    title = localized(offer.titles, language(), offer.publication)
    return text("{title}, edition {serial}", title=title, serial=offer.to_serial)


def under(bundle: FoundBundle) -> str:
    """What is new in it or why it cannot be used, where it lies, how large it is."""
    place = bundle.path.name if bundle.path != bundle.stick.path else ""
    parts = [
        " + ".join(dict.fromkeys(work.news(offer) for offer in bundle.offers)),
        title_of(kind_of_code(bundle.fault)) if bundle.fault else "",
        text("Stick “{name}”", name=bundle.stick.name),
        place if bundle.offers else "",
        size(bundle.bytes) if bundle.bytes else "",
    ]
    return " · ".join(part for part in parts if part)


def advice(sticks: Sequence[Stick]) -> tuple[str, ...]:
    """What to do when nothing was found."""
    looked = (
        text("Looked at: {names}.", names=", ".join(f"“{stick.name}”" for stick in sticks))
        if sticks
        else text("No stick is plugged in, or the system has not opened it yet.")
    )
    return (
        looked,
        text("If you have just put one in, wait until it shows among your folders; it is then noticed by itself."),
        text("A bundle deeper than two folders down is not looked for: open its folder instead."),
        text("If somebody sent you a zip file, open that."),
    )
