"""Wiring of what an edition brought: the offer after a sync, and the way to its digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model.listing import Node, NodeKind
from reader.ui.news import is_news, numbers
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.model.change import ChangeSet
    from reader.ui.main_window import MainWindow


class Arriving(QObject):
    """After a sync that brought something to a library that had something, the status line leads to the digest."""

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
        if self._window.sync.isHidden():
            self._offer()

    def _offer(self) -> None:
        change, self._change = self._change, None
        if change is not None:
            words = numbers(len(change.added), len(change.updated), len(change.withdrawn))
            self._window.status.offer(words, text("See them (Shift+N)"), self.show_new)
