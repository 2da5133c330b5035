"""Where Tab goes in a state, and whether it is seen where it is: one sentence a fault."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.contrast import ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.states.stage import Stage

_CLEAR, _PIXELS = 3.0, 40
"""So much contrast between with and without the focus, in so many pixels, can be seen."""
_MOST_TABS = 400


def ground(stage: Stage) -> QWidget:
    """What has the keys: what floats above all, the card over the window, or the window."""
    return stage.window.sync if stage.window.sync.isVisible() else (stage.floating() or [stage.window])[-1]


def focusable(top: QWidget) -> list[QWidget]:
    """What Tab can come to, as far as it is seen."""
    return [
        one
        for one in top.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.window() is top.window() and _takes_tab(one)
    ]


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.focusProxy() is None and not widget.visibleRegion().isEmpty()


def unseen(top: QWidget) -> Iterator[str]:
    """Controls that look with the focus as they look without."""
    found = focusable(top)
    for at, one in enumerate(found):
        one.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = _seen(one)
        found[at - 1].setFocus(Qt.FocusReason.TabFocusReason)
        if len(found) > 1 and _changed(with_focus, _seen(one)) < _PIXELS:
            yield f"{_called(one)} does not show that it has the focus"


def _seen(widget: QWidget) -> QImage:
    QCoreApplication.processEvents()
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    return window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _changed(one: QImage, other: QImage) -> int:
    """How many pixels are clearly another colour."""
    pairs = zip(memoryview(one.constBits()).cast("I"), memoryview(other.constBits()).cast("I"), strict=True)
    counted: dict[tuple[int, int], int] = {}
    for pair in pairs:
        if pair[0] != pair[1]:
            counted[pair] = counted.get(pair, 0) + 1
    return sum(count for (a, b), count in counted.items() if ratio(QColor(a).name(), QColor(b).name()) >= _CLEAR)


def lost(top: QWidget, *, mirrored: bool) -> Iterator[str]:
    """Controls that Tab does not come to, and steps of Tab against the direction of reading."""
    way = _walked(top)
    for one in focusable(top):
        if one not in way:
            yield f"Tab does not come to {_called(one)}"
    for one, other in pairwise(way):
        if _is_back(one, other, mirrored=mirrored):
            yield f"Tab goes back from {_called(one)} to {_called(other)}"


def _walked(top: QWidget) -> list[QWidget]:
    """What Tab comes to from the first control until it is there again."""
    focusable(top)[0].setFocus(Qt.FocusReason.TabFocusReason)
    way = [QApplication.focusWidget()]
    for _ in range(_MOST_TABS):
        QTest.keyClick(way[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is way[0]:
            return way
        if now is not way[-1]:
            way.append(now)
    raise AssertionError(f"Tab does not come back from {_called(way[-1])}")


def _is_back(one: QWidget, other: QWidget, *, mirrored: bool) -> bool:
    if one.isAncestorOf(other):
        return False
    here, there = (QRect(each.mapToGlobal(QPoint()), each.size()) for each in (one, other))
    beside = here.right() < there.left() or there.right() < here.left()
    before = there.left() > here.left() if mirrored else there.left() < here.left()
    is_over = there.bottom() < here.top()
    shares_line = not is_over and not here.bottom() < there.top()
    return (beside and shares_line and before) or (not beside and is_over)


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName() or getattr(widget, 'text', str)()}”"
