"""One article in a window of its own, with what belongs to reading it and nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from reader.library import read
from reader.ui.article_window.bar import ArticleBar
from reader.ui.article_window.remembered import Remembered
from reader.ui.commands.article import ArticleCommands
from reader.ui.dressed_dialog import dress_dialogs
from reader.ui.lane_share import LaneShare
from reader.ui.navigator import Navigator
from reader.ui.page_window import PATIENCE_MS, PageWindow
from reader.ui.page_wiring import PageWiring
from reader.ui.preferences import page_style
from reader.ui.printing import Printing
from reader.ui.reading import ReadingPane
from reader.ui.reading.gallery import Gallery
from reader.ui.reading.headings import HeadingsPopover
from reader.ui.repairing import tell_error
from reader.ui.shortcuts import Shortcuts
from reader.ui.status_line import StatusLine
from reader.ui.words import language, text

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from reader.errors import PackhorseError
    from reader.model.page_style import PageStyle
    from reader.ui.main_window import MainWindow
    from reader.ui.navigator import Visit
    from reader.ui.reading.prepared import Prepared
    from reader.ui.theme import Look

_SMALLEST = (320, 280)


class ArticleWindow(PageWindow):
    """Shows visits of its own. ``left`` is emitted when it is closed, ``touched`` when what is kept of it has changed."""

    is_apart = True
    bar: ArticleBar
    left = Signal()

    def __init__(self, main: MainWindow, name: str) -> None:
        super().__init__()
        self.main = main
        self._is_new = True
        self._has_let_go = False
        self._stands_for: ArticleWindow | None = None
        self.state, self.look = main.state, main.look
        self.marking, self.appearance, self.keymap = main.marking, main.appearance, main.keymap
        self.undoing = main.undoing
        self.lane = LaneShare(main.quick, name)
        self.printing = Printing(self, LaneShare(main.paper, name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(*_SMALLEST)
        self._make_parts()
        self._arrange()
        self._connect()

    def _make_parts(self) -> None:
        self.navigator = Navigator(self)
        self.bar = ArticleBar(self.look)
        self.reading = ReadingPane(self.lane, self.look, self._page_style)
        self.status = StatusLine(self.look, self.undoing)
        self.headings = HeadingsPopover(self.look, self)
        self.gallery = Gallery(self.lane, self.look, self)
        self.commands = ArticleCommands(self)
        self.shortcuts = Shortcuts(self.keymap, self.commands, self, self.commands.own)
        self.wiring = PageWiring(self)

    def _arrange(self) -> None:
        self.setWindowTitle(text("Packhorse"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.reading, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        bar, reading = self.bar, self.reading
        bar.back.clicked.connect(self.commands.back)
        bar.forward.clicked.connect(self.commands.forward)
        bar.star.clicked.connect(self.commands.toggle_star)
        bar.contents.clicked.connect(self.commands.contents)
        self.navigator.leaving.connect(self._remember)
        self.navigator.changed.connect(self._visit)
        reading.shown.connect(self._page_shown)
        reading.article_followed.connect(self.open_article)
        reading.document_followed.connect(self.navigator.open_document)
        reading.beside_followed.connect(self._open_beside)
        reading.node_followed.connect(self._open_node)
        reading.browser.verticalScrollBar().valueChanged.connect(self.touched)

    def _page_style(self, room: int, _beside: bool) -> PageStyle:
        return page_style(self.state, self.look, room, right_to_left=self.isRightToLeft())

    def set_look(self, look: Look) -> None:
        """Use the main window's colours and sizes; the page is made anew where it was."""
        if look == self.look:
            self.reading.restyle()
            return
        self.look = look
        for part in (self.bar, self.reading, self.status, self.headings, self.gallery):
            part.set_look(look)
        dress_dialogs(self, look)

    # Going

    def start(self, visit: Visit) -> None:
        """Begin at a place; nothing is said until its page is there."""
        self.reading.empty.say("", "")
        self.navigator.restore(visit)

    def open_article(self, identity: str) -> None:
        """Open an article here by ``publication/id``; the way back leads to the present one."""
        work = partial(read.key_of, identity=identity)
        self.lane.ask("follow", work, self.navigator.open_article, self._tell_error)

    def _tell_error(self, error: PackhorseError) -> None:
        tell_error(self, error)

    def repair(self) -> None:
        """The library is the main window's to repair."""
        self.main.come_forward()
        self.main.repair()

    def _open_node(self, node: object) -> None:
        """Lists are the main window's."""
        self.main.come_forward()
        self.main.open_node(node)  # type: ignore[arg-type]  # signals carry objects

    def _open_beside(self, tag: str) -> None:
        """Two texts want room: the main window shows them."""
        prepared = self.reading.prepared
        if prepared is not None and prepared.row is not None:
            self.main.come_forward()
            self.main.translations.show_beside(prepared.row, prepared.translations, tag)

    def _remember(self, visit: Visit) -> None:
        """How far it is scrolled, unless its page is still to come."""
        row, prepared = self.reading.row, self.reading.prepared
        if prepared is not None and (row.key if row is not None else 0) == visit.place.article:
            visit.fraction = self.reading.browser.fraction()

    def _visit(self, visit: Visit) -> None:
        self.reading.show_place(visit.place, visit.fraction)
        self.touched.emit()

    def _page_shown(self, prepared: Prepared | None) -> None:
        self.setWindowTitle(prepared.page.title if prepared else text("Packhorse"))
        self.show_publication()
        if self._is_new:
            self._is_new = False
            self.reading.setFocus()  # a page cannot take the focus before it is seen
        self.touched.emit()

    def show_publication(self) -> None:
        """The bar and the status line tell of the page's publication."""
        info = self.main.publication_of(self.reading)
        self.bar.show_title(info.title(language()) if info else text("Packhorse"))
        self.status.show_publication(info)

    def remembered(self) -> Remembered:
        """What is kept of it."""
        visit = self.navigator.visit
        self._remember(visit)
        return Remembered.of(visit, list(self.geometry().getRect()))

    # What commands on a page need

    def reveal_page(self) -> None:
        """The page is always seen."""

    def enter_page(self) -> None:
        """Give the page the focus."""
        self.reading.setFocus()

    def publication_title(self) -> str:
        """The title of the page's publication."""
        info = self.main.publication_of(self.reading)
        return info.title(language()) if info else text("Packhorse")

    def open_apart(self, identity: str) -> None:
        """Open an article in another window."""
        self.main.open_apart(identity)

    def search_for(self, words: str) -> None:
        """Search in the main window."""
        self.main.search_for(words)

    # Events

    def let_go(self) -> None:
        """Save and stop everything. Safe to call twice."""
        if not self._has_let_go:
            self._has_let_go = True
            self.reading.note_bar.save()
            self.reading.remember_position()
            self.reading.clock.stop()
            self.printing.close()
            self.lane.close()

    def stand_still(self) -> None:
        """Let go, and keep the last picture on the screen until another window is in its place."""
        self.let_go()
        self.setUpdatesEnabled(False)
        self.setEnabled(False)

    def show_instead_of(self, before: ArticleWindow) -> None:
        """Be seen when the page is there, and only then have the other gone, so that there is always one in this place."""
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.show()  # all but seen: laid out as it will be
        self._stands_for = before
        self.reading.shown.connect(self._take_place)
        QTimer.singleShot(PATIENCE_MS, self, self._take_place)  # where there is no page

    def _take_place(self) -> None:
        before, self._stands_for = self._stands_for, None
        if before is not None:
            self.hide()
            self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
            self.show()
            self.main.activateWindow()  # as it was, where the desktop brings every new window forward
            QTimer.singleShot(0, before, before.close)  # when this one is painted; it may have gone by then

    def closeEvent(self, event: QCloseEvent) -> None:
        self.let_go()
        if self._stands_for is not None:
            self._stands_for.close()
        self.left.emit()
        super().closeEvent(event)
