"""A layout in lines, as words run: widgets follow one another and begin a new line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Lines along the text's direction. ``most_lines`` hides what would stand below them; 0 shows all."""

    def __init__(self, parent: QWidget, *, most_lines: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.most_lines = most_lines
        self.last: QWidget | None = None

    def addWidget(self, widget: QWidget) -> None:
        """Add one at the end. Its item is made here: one that Qt makes is deleted without telling, and what came next at its place would be taken for it."""
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        if self.most_lines and (widget := item.widget()) is not None:
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # or a widget without a line would never be found to fit one again
            widget.setSizePolicy(policy)

    def keep_last(self, widget: QWidget) -> None:
        """This widget stands at the end of the last line, whatever else finds no room."""
        self.last = widget

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        tallest = max((item.sizeHint().height() for item in self._items), default=0)
        margins = self.contentsMargins()
        return QSize(min(widest, 80) + margins.left() + margins.right(), tallest + margins.top() + margins.bottom())

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        self._place(place, move=True)

    def _place(self, whole: QRect, *, move: bool) -> int:
        """Put the items into lines; answers the height they take."""
        margins = self.contentsMargins()
        room = whole.marginsRemoved(margins)
        lines = self._lines(room.width())
        gap, y = max(0, self.spacing()), room.y()
        for line in lines:
            tallest = max(item.sizeHint().height() for item in line)
            x = room.x()
            for item in line:
                width = min(item.sizeHint().width(), room.width())
                if move:
                    at = QRect(QPoint(x, y), QSize(width, tallest))
                    item.setGeometry(self._mirrored(room, at))
                x += width + gap
            y += tallest + gap
        if move and self.most_lines:
            self._hide_others(lines)
        return y - gap * bool(lines) - whole.y() + margins.bottom()

    def _mirrored(self, room: QRect, at: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            at.moveRight(room.right() - (at.x() - room.x()))
        return at

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        """Items line by line; where lines are limited, as many as leave room for the last one."""
        items = [item for item in self._items if item.widget() is not self.last]
        last = next((item for item in self._items if item.widget() is self.last and self.last is not None), None)
        for most in range(len(items), -1, -1):
            chosen = [*items[:most], last] if last is not None else items[:most]
            lines = self._broken(chosen, room)
            if not self.most_lines or len(lines) <= self.most_lines:
                return lines
        return []

    def _broken(self, items: list[QLayoutItem], room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in items:
            width = min(item.sizeHint().width(), room)
            if not lines or used + width > room:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += width + max(0, self.spacing())
        return lines

    def _hide_others(self, lines: list[list[QLayoutItem]]) -> None:
        """What has no line is not there, for Tab and screen readers neither."""
        placed = {item for line in lines for item in line}
        for item in self._items:
            widget = item.widget()
            if widget is not None:
                widget.setHidden(item not in placed)
