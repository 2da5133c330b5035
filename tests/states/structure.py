"""What is wrong with a state, said without looking at pixels: one sentence a fault. See ``accessible`` for what is told of it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from reader.ui.panes import NARROW, WIDE
from tests.states.accessible import untold
from tests.states.wrapped import held_untold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.main_window import MainWindow
    from tests.states.stage import Stage
    from tests.states.table import State

_PANES = {"navigation", "list", "page"}
_CORNER = 4


def faults(stage: Stage, state: State) -> list[str]:
    """Everything that is wrong; nothing, when all is well."""
    roots = [stage.window, *stage.floating()]
    shown = [one for root in roots for one in _shown(root)]
    found = [*_cut(shown), *_outside(shown), *_overlaps(shown), *_floating_outside(stage)]
    return [
        *found,
        *(fault for root in roots for fault in untold(root)),
        *_panes(stage.window, state),
        *_focus(stage.window),
        *_ground(stage),
        *_direction(stage.window, state),
        *held_untold(),
    ]


def _shown(root: QWidget) -> Iterator[QWidget]:
    yield root
    for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow() and not child.visibleRegion().isEmpty():
            yield from _shown(child)


def _spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def _cut(shown: list[QWidget]) -> Iterator[str]:
    """Words have the room that they want; what is elided says so by its policy."""
    for one in shown:
        if isinstance(one, QLabel | QAbstractButton | QComboBox) and _has_words(one) and not _yields(one):
            wanted, high = one.sizeHint().width(), one.sizeHint().height()
            wraps = one.wordWrap() if isinstance(one, QLabel) else one.sizePolicy().hasHeightForWidth()
            if wraps:
                wanted, high = one.minimumSizeHint().width(), one.heightForWidth(one.width())
            if wanted > one.width() + 1:
                yield f"{_called(one)} wants {wanted} pixels across and has {one.width()}"
            if isinstance(one, QLabel) and high > one.height() + 1:
                yield f"{_called(one)} wants {high} pixels down and has {one.height()}"


def _has_words(widget: QWidget) -> bool:
    return bool(widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.currentText())


def _yields(widget: QWidget) -> bool:
    return widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored


def _outside(shown: list[QWidget]) -> Iterator[str]:
    """Nothing sticks out of what holds it, but for what scrolls."""
    for one in shown:
        above = one.parentWidget()
        if above is None or one.isWindow() or isinstance(above.parentWidget(), QAbstractScrollArea):
            continue
        room = above.rect().adjusted(-1, 0, 1, 0)  # a mirrored splitter of Qt is one pixel off
        if not room.contains(one.geometry()) and not one.geometry().isEmpty():
            yield f"{_called(one)} sticks out of {_called(above)}: {_corners(one.geometry())} in {_corners(above.rect())}"


def _overlaps(shown: list[QWidget]) -> Iterator[str]:
    """What a layout or a splitter puts side by side does not overlap."""
    for above in shown:
        if isinstance(above, QStackedWidget):
            continue
        for one, other in combinations(_laid_out(above), 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{_called(one)} and {_called(other)} overlap"


def _laid_out(above: QWidget) -> list[QWidget]:
    if isinstance(above, QSplitter):
        inside = [above.widget(place) for place in range(above.count())]
    else:
        layout = above.layout()
        inside = [
            child
            for child in above.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if layout is not None and layout.indexOf(child) >= 0
        ]
    return [one for one in inside if one.isVisible() and not one.visibleRegion().isEmpty()]


def _floating_outside(stage: Stage) -> Iterator[str]:
    """Popovers and dialogs lie within the window, as it is all the screen that a small one has."""
    window = QRect(stage.window.mapToGlobal(QPoint()), stage.window.size())
    for one in stage.floating():
        place = QRect(one.mapToGlobal(QPoint()), one.size())
        if not window.contains(place):
            yield f"{_called(one)} floats outside of the window: {_corners(place)} in {_corners(window)}"


def _panes(window: MainWindow, state: State) -> Iterator[str]:
    parts = {"navigation": window.navigation, "list": window.articles, "page": window.explore}
    seen = {name for name, part in parts.items() if part.isVisible()}
    wanted = 3 if state.size[0] >= WIDE else 2 if state.size[0] >= NARROW else 1
    if window.first_start.isVisible():
        wanted = 0
    if len(seen) != wanted:
        yield f"{sorted(seen)} are seen, not {wanted} panes of {sorted(_PANES)}"


def _focus(window: MainWindow) -> Iterator[str]:
    focus = QApplication.focusWidget()
    if focus is None or not focus.isVisible():
        yield f"the focus is nowhere to be seen: {focus and _called(focus)}"
    elif not _spoken(focus):
        yield f"the focus is on {_called(focus)}, which has no name"
    if window.windowTitle() == "":
        yield "the window has no title"


def _ground(stage: Stage) -> Iterator[str]:
    """The page lies on the theme's paper."""
    window = stage.window
    browser = window.reading.browser
    if not browser.isVisible() or window.sync.isVisible() or window.gallery.isVisible():
        return
    seen = browser.viewport().grab().toImage().pixelColor(_CORNER, browser.viewport().height() - _CORNER)
    if seen != QColor(window.look.theme.paper):
        yield f"the page's ground is {seen.name()}, not {window.look.theme.paper}"


def _direction(window: MainWindow, state: State) -> Iterator[str]:
    mirrored = state.language in {"ar", "ug"}
    if window.isRightToLeft() != mirrored:
        yield "the window runs the wrong way"
    visible = [one for one in (window.navigation, window.articles, window.explore) if one.isVisible()]
    places = [one.mapTo(window, QPoint()).x() for one in visible]
    if places != sorted(places, reverse=mirrored):
        yield "the panes stand in the wrong order"


def _called(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} “{(words or widget.objectName())[:40]}”"


def _corners(place: QRect) -> str:
    return f"{place.left()},{place.top()} {place.width()}×{place.height()}"
