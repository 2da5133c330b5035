"""A row of small rounded buttons: Left and Right move along it, Enter and Space press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.ui.filters.flow import Flow
from reader.ui.focus import chain, paint_ring
from reader.ui.own_keys import OwnKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from reader.ui.theme import Look

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_PRESS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_REMOVE = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_WIDEST = 260


class Pill(OwnKeys, QAbstractButton):
    """A label, a soft number after it, and a cross before it where it can be taken away."""

    removed = Signal()
    stepped = Signal(int)

    def __init__(self, words: str, look: Look, *, number: str = "", cross: bool = False, quiet: bool = False) -> None:
        super().__init__()
        self._number, self._cross, self._quiet = number, cross, quiet
        self.setText(words)
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.setFont(look.sans(12))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px, metrics = self._look.px, self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + px(20) + self._number_width() + (px(14) if self._cross else 0)
        return QSize(min(width, px(_WIDEST)), max(metrics.height() + px(6), px(23)))

    def _number_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._number) + self._look.px(5) if self._number else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() or self.isDown()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("selected" if hot or not self._quiet else "chip"))
        inside = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
        if self.hasFocus():
            paint_ring(painter, inside, look, inside.height() / 2)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        """In the window's direction; the words themselves in their own."""
        px, look = self._look.px, self._look
        room = self.rect().adjusted(px(10), 0, -px(10), 0)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        near, far = (far, near) if mirrored else (near, far)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(self.font())
        if self._cross:
            painter.setPen(look.colour("soft"))
            painter.drawText(room, near | middle, "×")
            room.adjust(0 if mirrored else px(14), 0, -px(14) if mirrored else 0, 0)
        if self._number:
            painter.setPen(look.colour("soft"))
            painter.drawText(room, far | middle, self._number)
            gap = self._number_width()
            room.adjust(gap if mirrored else 0, 0, 0 if mirrored else -gap, 0)
        painter.setPen(look.colour("ink"))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(
            room.adjusted(0, 0, 2, 0) if not mirrored else room.adjusted(-2, 0, 0, 0), near | middle, words
        )

    def is_own(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        row = self.parent()
        by = self._step(event.key())
        if by and isinstance(row, PillRow):
            return row.neighbour(self, by) is not None
        return event.key() in _PRESS or (self._cross and event.key() in _REMOVE)

    def _step(self, key: int) -> int:
        by = _STEPS.get(Qt.Key(key), 0)
        return -by if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else by

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := self._step(event.key()):
            self.stepped.emit(by)
        elif event.key() in _PRESS:
            self.click()
        elif self._cross and event.key() in _REMOVE:
            self.removed.emit()
        else:
            event.ignore()


class PillRow(QWidget):
    """Pills in lines. ``most_lines`` as in ``Flow``."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, look: Look, name: str, *, most_lines: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._look = look
        self.flow = Flow(self, most_lines=most_lines)
        self.pills: list[Pill] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.flow.setContentsMargins(0, 0, 0, 0)
        self.flow.setSpacing(look.px(5))
        for pill in self.pills:
            pill.set_look(look)

    def fill(self, pills: Sequence[Pill], last: Pill | None = None) -> None:
        """Show these; the focus stays at its place in the row, where one of them has it."""
        at = next((place for place, pill in enumerate(self.pills) if pill.hasFocus()), -1)
        for pill in self.pills:
            self.flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self.pills = [*pills, last] if last is not None else list(pills)
        self.flow.setEnabled(
            False
        )  # Qt lays out whenever one is shown: hidden in the middle of that, it would stay visible
        for pill in self.pills:
            pill.setParent(self)
            pill.stepped.connect(lambda by, one=pill: self._step(one, by))
            self.flow.addWidget(pill)
            pill.show()
        self.flow.last = last
        self.flow.setEnabled(True)
        chain(self, self.pills)
        if at >= 0 and self.pills:
            self.pills[min(at, len(self.pills) - 1)].setFocus()
        self.updateGeometry()

    def neighbour(self, pill: Pill, by: int) -> Pill | None:
        """The pill after (1) or before (-1) this one that can be seen."""
        seen = [one for one in self.pills if not one.isHidden()]
        at = seen.index(pill) + by if pill in seen else -1
        return seen[at] if 0 <= at < len(seen) else None

    def _step(self, pill: Pill, by: int) -> None:
        other = self.neighbour(pill, by)
        if other is not None:
            other.setFocus()
