"""Layout and wiring: which signal of which part goes where. What parts do is in the parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from reader.library import browse
from reader.ui.arriving import Arriving
from reader.ui.article_list import ArticleListPane
from reader.ui.article_window import ArticleWindows
from reader.ui.collecting import Collecting
from reader.ui.commands import GROUPS, Commands
from reader.ui.dressed_dialog import dress_dialogs
from reader.ui.explore import Explore
from reader.ui.filtering import Filtering
from reader.ui.first_start import FirstStart
from reader.ui.keeping_nothing import KeepingNothing
from reader.ui.keymap import Keymap
from reader.ui.lists import Lists
from reader.ui.marking import Marking
from reader.ui.memory import Memory, remembered_geometry, remembered_pane, remembered_visit
from reader.ui.navigation import NavigationView
from reader.ui.navigator import Navigator
from reader.ui.page_holder import PageHolder
from reader.ui.panes import Pane, Panes
from reader.ui.preferences import AppearancePopover, beside_style, page_style
from reader.ui.preferring import Preferring
from reader.ui.printing import Printing
from reader.ui.reading import ReadingPane
from reader.ui.reading.gallery import Gallery
from reader.ui.reading.headings import HeadingsPopover
from reader.ui.removing import Removing
from reader.ui.repairing import Repairing, tell_error
from reader.ui.searches import Searches
from reader.ui.searching import Searching
from reader.ui.shortcuts import Shortcuts
from reader.ui.showing import Showing
from reader.ui.status_line import StatusLine
from reader.ui.suggestions import Completing
from reader.ui.sync import SyncPanel
from reader.ui.syncing import Syncing
from reader.ui.taking import Taking
from reader.ui.theme import make_look
from reader.ui.theme.stylesheet import stylesheet
from reader.ui.top_bar import TopBar
from reader.ui.translations import Translations
from reader.ui.undoing import Undoing
from reader.ui.visits import Visits
from reader.ui.words import number, text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.errors import PackhorseError
    from reader.model.listing import Node
    from reader.model.page_style import PageStyle
    from reader.model.publication import PublicationInfo
    from reader.ui.jobs import Lane
    from reader.ui.navigator import Visit
    from reader.ui.state import WindowState

_SMALLEST = (360, 320)
_LARGE_TEXT = 0.83
_AT_FIRST = (1400, 900)


class MainWindow(PageHolder):
    """The window. ``closing`` is emitted before it goes; ``started`` when publications are known."""

    closing = Signal()
    started = Signal()
    to_index = Signal()
    restyled = Signal()

    def __init__(
        self, folder: Path, quick: Lane, slow: Lane, paper: Lane, state: WindowState, *, remember: bool = True
    ) -> None:
        super().__init__()
        self.quick, self.slow, self.paper, self.state, self.folder = quick, slow, paper, state, folder
        self.look = make_look(state.theme, state.interface_size)
        self.publications: Sequence[PublicationInfo] = ()
        self._has_started = False
        self._remembers = remember
        self._apply_look()
        self._make_parts()
        self._arrange()
        self._connect()

    # Layout

    def _make_parts(self) -> None:
        look = self.look
        self.navigator = Navigator(self)
        self.marking = Marking(self.quick)
        self.undoing = Undoing(self)
        self.searches = Searches(self.quick, self.navigator)
        self.bar = TopBar(look)
        self.completing = Completing(self.bar.search, self.quick, look, self)
        self.navigation = NavigationView(self.quick, look, self.state.opened)
        self.articles = ArticleListPane(self.quick, look)
        self.reading = ReadingPane(self.quick, look, self._page_style)
        self.explore = Explore(self.reading, look)
        self.panes = Panes(self.navigation, self.articles, self.explore)
        self.first_start = FirstStart(look, self.quick, self.folder)
        self.status = StatusLine(look, self.undoing)
        self.sync = SyncPanel(self.slow, look, self)
        self.appearance = AppearancePopover(self.state, look, self)
        self.headings = HeadingsPopover(look, self)
        self.gallery = Gallery(self.quick, look, self)
        self.commands = Commands(self)
        self.keymap = Keymap(GROUPS, self.state.keys, self)
        self.visits = Visits(
            self.navigator, self.quick, self.state, self.panes, self.navigation, self.articles, self.explore
        )
        self.filtering = Filtering(self.navigator, self.quick, self.articles.results, self.explore)
        self.memory = Memory(self, self.state, self.folder, self.quick, active=self._remembers)
        self.shortcuts = Shortcuts(self.keymap, self.commands, self)
        self.showing = Showing(self)
        self.article_windows = ArticleWindows(self)
        self.translations = Translations(self)
        self.searching = Searching(self)
        self.collecting = Collecting(self)
        self.lists = Lists(self)
        self.syncing = Syncing(self)
        self.arriving = Arriving(self)
        self.taking = Taking(self)
        self.preferring = Preferring(self)
        self.printing = Printing(self, self.paper)
        self.repairing = Repairing(self)
        self.keeping_nothing = KeepingNothing(self)
        self.removing = Removing(self)

    def _arrange(self) -> None:
        self.setWindowTitle(text("Packhorse"))
        self._set_smallest()
        self._body = QStackedWidget()
        self._body.addWidget(self.panes)
        self._body.addWidget(self.first_start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._body, 1)
        column.addWidget(self.status)
        self.resize(*_AT_FIRST)
        if (place := remembered_geometry(self.state)) is not None:
            self.setGeometry(place)
        self.panes.restore(self.state.panes, navigation=self.state.navigation)
        self.articles.header.set_open(is_open=self.state.filters)
        self.sync.raise_()

    def _set_smallest(self) -> None:
        """Large text needs more room, up to what a small screen has."""
        wide, high = _SMALLEST
        self.setMinimumSize(max(wide, self.look.px(_LARGE_TEXT * wide)), high)

    def _page_style(self, room: int, beside: bool = False) -> PageStyle:
        style = page_style(self.state, self.look, room, right_to_left=self.isRightToLeft())
        return beside_style(style, self.state, self.look, room) if beside else style

    def _apply_look(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(self.look.palette())
        application.setFont(self.look.sans())
        sheet = stylesheet(self.look)
        if application.styleSheet() != sheet:  # or every widget there is would be dressed again
            application.setStyleSheet(sheet)

    def restyle(self) -> None:
        """The reader, or the system, chose another theme, size or type."""
        look = make_look(self.state.theme, self.state.interface_size)
        if look != self.look:
            self.look = look
            self._set_smallest()
            self._apply_look()
            for part in (
                self.bar,
                self.navigation,
                self.articles,
                self.explore,
                self.first_start,
                self.status,
                self.sync,
            ):
                part.set_look(look)
            for popover in (self.appearance, self.headings, self.gallery, self.completing):
                popover.set_look(look)
            self.reading.set_look(look)
            dress_dialogs(self, look)
        else:
            self.reading.restyle()
        self.article_windows.set_look(look)
        self.restyled.emit()
        self.memory.touch()

    # Wiring

    def _connect(self) -> None:
        self._connect_bar()
        self._connect_panes()
        for lane in (self.quick, self.slow, self.paper):
            lane.failed.connect(self._tell_error)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.restyle)

    def _connect_bar(self) -> None:
        bar, commands = self.bar, self.commands
        bar.menu.clicked.connect(commands.toggle_navigation)
        bar.back.clicked.connect(commands.back)
        bar.forward.clicked.connect(commands.forward)
        bar.star.clicked.connect(commands.toggle_star)
        bar.appearance.clicked.connect(lambda: self.appearance.open_under(bar.appearance))
        bar.contents.clicked.connect(commands.contents)
        bar.left_search.connect(lambda: self.panes.enter(Pane.LIST))
        bar.entered_list.connect(lambda: self.panes.enter(Pane.LIST))
        self.appearance.changed.connect(self.restyle)

    def _connect_panes(self) -> None:
        self.navigator.changed.connect(self._visited)
        self.visits.unknown.connect(self._tell_error)
        self.articles.settled.connect(self.filtering.show_contents)
        self.articles.header.folded.connect(self._fold)
        self.filtering.changed.connect(self.bar.show_query)
        self.explore.left.connect(lambda: self.panes.enter(Pane.LIST))
        self.marking.recount.connect(self.recount)
        self.articles.view.opened_apart.connect(self.article_windows.open)
        for signal in (
            self.touched,
            self.panes.moved,
            self.navigation.folders_changed,
            self.articles.view.verticalScrollBar().valueChanged,
            self.reading.browser.verticalScrollBar().valueChanged,
        ):
            signal.connect(self.memory.touch)

    # What happens

    def start(self, node: Node | None = None) -> None:
        """Fill the window: at ``node``, or where the reader was, or else at the newest article."""
        self.recount()
        visit = remembered_visit(self.state) if node is None else None
        if node is not None:
            self.visits.start_at(node)
        else:
            self.visits.start(visit)
        self.panes.enter(remembered_pane(self.state, visit))

    def recount(self) -> None:
        """Ask for counts and publications anew."""
        self.navigation.refresh(later=self._has_started)
        self.quick.ask("publications", browse.publications, self._show_publications, later=self._has_started)

    def refresh(self) -> None:
        """The library changed: ask for everything that is shown."""
        self.articles.thumbnails.forget_absent()
        self.recount()
        self.visits.refresh()
        self.filtering.refresh()
        self.reading.restyle()
        self.article_windows.refresh()
        if not self.navigator.place.article and self.navigator.place.document is None:
            self.visits.start(None)

    def _show_publications(self, infos: Sequence[PublicationInfo]) -> None:
        self.publications = infos
        self._show_body(has_publications=bool(infos))
        self.bar.show_count(sum(info.articles for info in infos))
        self.show_publication()
        self._has_started = True
        self.started.emit()

    def _show_body(self, *, has_publications: bool) -> None:
        """The panes, or what to begin with; what is not seen takes no focus, whatever key is pressed."""
        self.panes.setEnabled(has_publications)
        self.bar.search.setEnabled(has_publications)
        self._body.setCurrentWidget(self.panes if has_publications else self.first_start)
        focused = self.focusWidget()
        if focused is None or not focused.isVisibleTo(self):
            self.panes.enter(Pane.LIST) if has_publications else self.first_start.setFocus()

    def show_publication(self) -> None:
        """Title and status tell of the publication that is read."""
        self.bar.title.setText(self.publication_title())
        self.status.show_publication(self.publication_of(self.reading))

    def _visited(self, visit: Visit) -> None:
        if not self.bar.search.hasFocus():
            self.bar.show_query(visit.place.node.id if visit.place.is_search else "")
        self.memory.touch()

    def _fold(self, is_open: bool) -> None:
        self.state.filters = is_open
        self.memory.touch()

    def _tell_error(self, error: PackhorseError) -> None:
        tell_error(self, error)

    def repair(self) -> None:
        """Check the library, and mend what can be mended."""
        self.repairing.start()

    def show_indexing(self, done: int, total: int) -> None:
        """Tell how far the index is."""
        words = text("Indexing {done} of {total}", done=number(done), total=number(total)) if total else ""
        self.status.show_work(words)

    def indexed(self) -> None:
        """The index has caught up: a search may find more now, and kept searches were counted."""
        self.recount()
        if self.navigator.place.is_search:
            self.visits.refresh()
        self.filtering.refresh()

    def open_node(self, node: Node) -> None:
        """Select a list or a document."""
        self.visits.open_node(node)

    # Events of the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sync.fit()

    def changeEvent(self, event: QEvent) -> None:
        """The system may have another size of text; its light and dark have a signal of their own."""
        super().changeEvent(event)
        if (
            event.type() == QEvent.Type.ThemeChange
            and make_look(self.state.theme, self.state.interface_size) != self.look
        ):
            self.restyle()

    def let_go(self) -> None:
        """Save and stop everything; what is seen of the window does nothing any more."""
        self.reading.note_bar.save()
        self.marking.write_notes()
        self.memory.save_now()
        self.sync.stop()
        self.printing.close()
        self.repairing.stop()
        self.closing.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.let_go()
        super().closeEvent(event)
