"""Three panes side by side; two in a window of less than 900 pixels, one in less than 600."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDE, NARROW = 900, 600
_AT_FIRST = [240, 360, 800]
_LIST_OF_TWO = 0.38
_GIVERS = {0: (2, 1), 1: (2, 0), 2: (1, 0)}
"""From which panes each one takes room, and gives it to, by the keys: the first of them that has some."""


class Pane(IntEnum):
    """The panes, along the text's direction."""

    NAVIGATION = 0
    LIST = 1
    READING = 2


class Panes(QSplitter):
    """Decides which panes are seen. ``navigation_wanted`` is the reader's choice for wide windows."""

    moved = Signal()

    def __init__(self, navigation: QWidget, articles: QWidget, reading: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.navigation_wanted = True
        self._current = Pane.LIST
        self._unfolded = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for place, widget in enumerate((navigation, articles, reading)):
            self.addWidget(widget)
            self.setStretchFactor(place, 1 if place == Pane.READING else 0)
        self._wide_sizes = list(_AT_FIRST)
        self._arranged: tuple[bool, set[Pane]] | None = None
        self.setSizes(self._wide_sizes)
        self.splitterMoved.connect(self._keep_sizes)

    def restore(self, sizes: list[int], *, navigation: bool) -> None:
        """Take the widths and the choice of the last time."""
        self.navigation_wanted = navigation
        if len(sizes) == len(Pane) and min(sizes) > 0:
            self._wide_sizes = sizes
        self._arrange()

    def wide_sizes(self) -> list[int]:
        """Widths of the three panes when all are seen."""
        return self._wide_sizes

    def _keep_sizes(self) -> None:
        if self.width() >= WIDE:
            navigation, beside, page = self.sizes()
            hidden = 0 if navigation else self._wide_sizes[Pane.NAVIGATION]
            self._wide_sizes = [navigation or hidden, beside, max(1, page - hidden)]
        self.moved.emit()

    def widen(self, by: int) -> None:
        """Make the pane with the focus wider by so many pixels, or narrower; none gets smaller than by the mouse."""
        pane = self.focused()
        others = [Pane(one) for one in _GIVERS[pane] if not self.widget(one).isHidden()]
        if by > 0:
            others = [one for one in others if self._room(one)]
        if others and not self.widget(pane).isHidden():
            by = min(by, self._room(others[0])) if by > 0 else max(by, -self._room(pane))
            sizes = self.sizes()
            sizes[pane] += by
            sizes[others[0]] -= by
            self.setSizes(sizes)
            self._keep_sizes()

    def _room(self, pane: Pane) -> int:
        """How many pixels a pane can give away."""
        widget = self.widget(pane)
        return max(0, widget.width() - max(widget.minimumWidth(), widget.minimumSizeHint().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.setSizes(self.sizes())  # the splitter itself mirrors only at its next resize

    def _arrange(self) -> None:
        shown = self._shown()
        for pane in Pane:
            self.widget(pane).setVisible(pane in shown)
        is_wide, before = self.width() >= WIDE, self._arranged
        self._arranged = is_wide, shown
        if before == self._arranged and self.isVisible():
            return
        if is_wide:
            navigation, beside, _page = self._wide_sizes
            navigation = navigation if Pane.NAVIGATION in shown else 0
            self.setSizes([navigation, beside, self.width() - navigation - beside])
        elif shown == {Pane.LIST, Pane.READING}:
            beside = round(self.width() * _LIST_OF_TWO)  # a picture and a title have room
            self.setSizes([0, beside, self.width() - beside])

    def _shown(self) -> set[Pane]:
        if self.width() >= WIDE:
            return set(Pane) if self.navigation_wanted else {Pane.LIST, Pane.READING}
        if self.width() >= NARROW:
            return {Pane.NAVIGATION, Pane.LIST} if self._unfolded else {Pane.LIST, Pane.READING}
        return {self._current}

    def toggle_navigation(self) -> None:
        """Show or hide the navigation, as the width allows."""
        if self.width() >= WIDE:
            self.navigation_wanted = not self.navigation_wanted
        elif self.width() >= NARROW:
            self._unfolded = not self._unfolded
        else:
            self._current = Pane.LIST if self._current is Pane.NAVIGATION else Pane.NAVIGATION
        self._arrange()
        if not self.widget(Pane.NAVIGATION).isHidden():
            self.widget(Pane.NAVIGATION).setFocus()
        elif not self.focusWidget() or self.focusWidget().isHidden():
            self.widget(Pane.LIST).setFocus()
        self.moved.emit()

    def enter(self, pane: Pane) -> None:
        """Give a pane the focus, and show it where there is room for one only."""
        self._current = pane
        self._unfolded = pane is Pane.NAVIGATION or (self._unfolded and pane is Pane.LIST)
        if pane is Pane.NAVIGATION and self.width() >= WIDE:
            self.navigation_wanted = True
        self._arrange()
        self.widget(pane).setFocus()

    def reveal(self, pane: Pane) -> None:
        """Show a pane in a narrow window; elsewhere leave the focus where it is."""
        if self.widget(pane).isHidden():
            self.enter(pane)

    def leave_article(self) -> bool:
        """Go from the article back to the list where one pane is seen at a time. Answers whether it did."""
        if self.width() >= NARROW or self._current is not Pane.READING:
            return False
        self.enter(Pane.LIST)
        return True

    def focused(self) -> Pane:
        """The pane that has the focus; the list when none has."""
        for pane in Pane:
            widget = self.widget(pane)
            if widget.hasFocus() or (widget.focusWidget() is not None and widget.focusWidget().hasFocus()):
                return pane
        return self._current if self.width() < NARROW else Pane.LIST

    def step(self, by: int) -> None:
        """Move the focus to the next (1) or previous (-1) pane."""
        at = self.focused() + by
        if Pane.NAVIGATION <= at <= Pane.READING:
            self.enter(Pane(at))
