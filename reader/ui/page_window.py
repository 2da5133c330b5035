"""What commands on a page need of the window they are in: the main window has it, and so has an article's own window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from reader.ui.mouse import STEPS, is_step

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QMoveEvent, QResizeEvent
    from PySide6.QtWidgets import QToolButton

    from reader.ui.keymap import Keymap
    from reader.ui.marking import Marking
    from reader.ui.navigator import Navigator
    from reader.ui.preferences import AppearancePopover
    from reader.ui.printing import Printing
    from reader.ui.reading import ReadingPane
    from reader.ui.reading.gallery import Gallery
    from reader.ui.reading.headings import HeadingsPopover
    from reader.ui.star_button import StarButton
    from reader.ui.state import WindowState
    from reader.ui.status_line import StatusLine
    from reader.ui.theme import Look
    from reader.ui.undoing import Undoing


PATIENCE_MS = 1500
"""The longest time that a window stands behind the one that takes its place in another language."""


class PageBar(Protocol):
    """The bar above a page."""

    back: QToolButton
    forward: QToolButton
    contents: QToolButton
    star: StarButton


class PageWindow(QWidget):
    """A window in which a page is read. ``appearance``, ``marking`` and ``undoing`` are the same in all windows."""

    spoken_role = QAccessible.Role.Window

    touched = Signal()
    """It was moved or has another size; a window that keeps more tells of that too."""

    is_apart = False
    """Whether it is an article's own window."""

    state: WindowState
    look: Look
    reading: ReadingPane
    navigator: Navigator
    marking: Marking
    undoing: Undoing
    appearance: AppearancePopover
    headings: HeadingsPopover
    gallery: Gallery
    status: StatusLine
    printing: Printing
    bar: PageBar
    keymap: Keymap

    def reveal_page(self) -> None:
        """Show the page where there is room for one pane only."""
        raise NotImplementedError

    def enter_page(self) -> None:
        """Give the page the focus."""
        raise NotImplementedError

    def publication_title(self) -> str:
        """The title of the publication that the page is from."""
        raise NotImplementedError

    def open_apart(self, identity: str) -> None:
        """Open an article (``publication/id``) in a window of its own."""
        raise NotImplementedError

    def repair(self) -> None:
        """Check the library, and mend what can be mended."""
        raise NotImplementedError

    def search_for(self, words: str) -> None:
        """Search the library, in the main window."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if is_step(event):
            self.navigator.step(STEPS[event.button()])
        else:
            super().mousePressEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.touched.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.touched.emit()
