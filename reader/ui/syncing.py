"""Wiring of what belongs to bringing in an edition: the button, the panel, the first start, sticks that are plugged in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from reader.library import browse
from reader.model.listing import LATEST
from reader.model.publication import localized
from reader.ui.navigator import Place
from reader.ui.panes import Pane
from reader.ui.sticks import StickWatch
from reader.ui.sync import work
from reader.ui.words import language, text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library import Library
    from reader.model.change import ChangeSet
    from reader.model.stick import Stick
    from reader.ui.main_window import MainWindow
    from reader.ui.sticks.watch import StickNews


class Syncing(QObject):
    """Says which signal of which part goes where, as the window does for all others."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._noticed: StickNews | None = None
        self._told = ""
        self._untold: tuple[StickNews, ...] = ()
        self.watch = StickWatch(window, window.slow, window.state)
        window.bar.sync.clicked.connect(lambda _checked: self.choose_source())
        self._connect_panel()
        self._connect_first_start()
        self.watch.news.connect(self._hear_news)
        window.sync.closed.connect(self._tell_news)
        self.watch.changed.connect(self._sticks_changed)

    def _connect_panel(self) -> None:
        window, panel = self._window, self._window.sync
        panel.text_ready.connect(window.refresh)
        panel.text_ready.connect(window.to_index)
        panel.finished.connect(self._finished)
        panel.broken_off.connect(self._broken_off)
        panel.progressed.connect(window.status.show_work)
        panel.other_wanted.connect(self.choose_source)
        panel.repair_wanted.connect(window.repair)
        panel.read_wanted.connect(self.read_new)
        panel.opened.connect(lambda: window.shortcuts.set_enabled(enabled=False))
        panel.closed.connect(lambda: window.shortcuts.set_enabled(enabled=True))
        panel.closed.connect(self._give_focus_back)

    def _connect_first_start(self) -> None:
        start = self._window.first_start
        start.offered.connect(self._window.sync.open_source)
        start.zip_wanted.connect(self._window.commands.open_zip)
        start.folder_wanted.connect(self._window.commands.open_folder)
        start.sticks_wanted.connect(self._window.sync.look_for_sticks)

    def _give_focus_back(self) -> None:
        """To what lay under the panel: Qt would leave it in the panel, where Enter still presses a button that nobody sees."""
        if self._window.first_start.isVisible():
            self._window.first_start.setFocus()
        else:
            self._window.panes.enter(Pane.LIST)

    def choose_source(self, below: QWidget | None = None) -> None:
        """Ask what shall be opened, in a menu at a button; while a sync runs, show it."""
        window = self._window
        if window.sync.running:
            window.sync.show_again()
            return
        menu = QMenu(window)
        menu.setAccessibleName(text("Sync"))
        menu.addAction(text("Look for sticks"), window.sync.look_for_sticks)
        menu.addAction(text("Open a zip file …"), window.commands.open_zip)
        menu.addAction(text("Open a folder or a stick …"), window.commands.open_folder)
        if window.publications:
            menu.addSeparator()
            menu.addAction(text("Remove a publication …"), window.removing.choose)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = below or window.bar.sync
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height())))

    # Sticks

    def see_stick(self) -> None:
        """Answer what the line at the bottom says; when it says nothing, look for sticks."""
        if self._window.status.notice.waits:
            self._window.status.notice.act()
        else:
            self._window.sync.look_for_sticks()

    def _hear_news(self, news: Sequence[StickNews]) -> None:
        self._untold = tuple(news)
        self._tell_news()

    def _tell_news(self) -> None:
        """Tell what sticks bring; while the panel is open, later."""
        news, panel = self._untold, self._window.sync
        if not news or panel.isVisible() or panel.running:
            return
        self._untold = ()
        self._noticed = first = news[0]
        words = text(
            "A stick with {title}, edition {serial}: {news}",
            title=localized(first.offer.titles, language(), first.offer.publication),
            serial=first.offer.to_serial,
            news=work.news(first.offer),
        )
        several = len({one.path for one in news}) > 1
        see = panel.look_for_sticks if several else partial(panel.open_source, first.path)
        self._window.status.notice.offer(words, text("See"), see)
        self._told = self._window.status.notice.words
        self._window.first_start.show_stick(words, partial(self._see_from_page, see))
        self.watch.told(news)
        self._window.memory.touch()

    def _see_from_page(self, see: Callable[[], None]) -> None:
        """The line at the bottom said the same."""
        self._window.status.notice.dismiss()
        see()

    def _sticks_changed(self, there: Sequence[Stick]) -> None:
        """What is told of a stick that is gone is no longer true."""
        self._untold = tuple(one for one in self._untold if one.stick in there)
        if self._noticed is not None and self._noticed.stick not in there:
            self._noticed = None
            self._window.first_start.forget_stick()
            if self._window.status.notice.words == self._told:
                self._window.status.notice.dismiss()
        self._window.sync.sticks_changed()

    # The end of a sync

    def _finished(self, change: ChangeSet) -> None:
        window = self._window
        self._noticed = None
        self._untold = tuple(one for one in self._untold if one.offer.publication != change.publication)
        window.refresh()
        window.to_index.emit()
        window.first_start.discard_sample()
        window.first_start.forget_stick()

    def _broken_off(self, publication: str) -> None:
        """What came is shown; the rest may come later."""
        self.watch.forget(publication)
        self._window.refresh()
        self._window.arriving.tell_end(text("See"), self._window.sync.show_again)

    def read_new(self, added: frozenset[int]) -> None:
        """Open the newest of what came; of what is here, while nobody knows yet what came."""
        self._window.quick.ask("what-is-new", partial(_newest, added=added), self._open_new)

    def _open_new(self, key: int) -> None:
        self._window.navigator.go(Place(LATEST, key or self._window.navigator.place.article))


def _newest(library: Library, added: frozenset[int]) -> int:
    """The newest article, among ``added`` if there are any; 0 when there is none."""
    keys = browse.keys(library, LATEST)
    return next((key for key in keys if key in added or not added), 0)
