"""Wiring of what an edition brought: said where nobody looks at the panel, offered after it, and the way to its digest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reader.model.listing import Node, NodeKind
from reader.ui.news import is_news, numbers
from reader.ui.shortcuts import with_key
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model.change import ChangeSet
    from reader.ui.main_window import MainWindow


class Arriving(QObject):
    """At the end of a sync the line at the bottom leads on; and the system calls a reader who is elsewhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._change: ChangeSet | None = None
        window.sync.finished.connect(self._finished)
        window.sync.closed.connect(self._offer)
        window.sync.new_wanted.connect(self.show_new)

    def show_new(self) -> None:
        """Show what the last edition brought."""
        self._change = None
        self._window.open_node(Node(NodeKind.NEW))

    def _finished(self, change: ChangeSet) -> None:
        self._change = change if is_news(change) else None
        if self._change is not None and self._window.sync.isHidden():
            self._change = None
            self.tell_end(self._see_them(), self.show_new)
        else:
            self.tell_end(text("Read"), partial(self._window.syncing.read_new, frozenset(change.added)))

    def tell_end(self, name: str, act: Callable[[], None]) -> None:
        """Say how a sync ended where the panel does not, with a button that leads on."""
        window, state = self._window, self._window.state
        if state.tell_edition and window.sync.isHidden():
            window.status.notice.offer(window.sync.ending(), name, act)
        if state.alert_edition and not window.isActiveWindow():
            QApplication.alert(window)

    def _offer(self) -> None:
        """The panel was closed: what it said of news is still a key away."""
        change, self._change = self._change, None
        if change is not None:
            words = numbers(len(change.added), len(change.updated), len(change.withdrawn))
            self._window.status.offer(words, self._see_them(), self.show_new)

    def _see_them(self) -> str:
        return with_key(text("See them"), self._window.keymap.name("show_new"))
