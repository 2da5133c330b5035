"""Wiring of what belongs to bringing in an edition: the button, the panel, the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from reader.ui.panes import Pane
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class Syncing(QObject):
    """Says which signal of which part goes where, as the window does for all others."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.bar.sync.clicked.connect(self.choose_source)
        self._connect_panel()
        self._connect_first_start()

    def _connect_panel(self) -> None:
        window, panel = self._window, self._window.sync
        panel.text_ready.connect(window.refresh)
        panel.text_ready.connect(window.to_index)
        panel.finished.connect(lambda _change: window.refresh())
        panel.finished.connect(lambda _change: window.to_index.emit())
        panel.finished.connect(lambda _change: window.first_start.discard_sample())
        panel.progressed.connect(window.status.show_work)
        panel.opened.connect(lambda: window.shortcuts.set_enabled(enabled=False))
        panel.closed.connect(lambda: window.shortcuts.set_enabled(enabled=True))
        panel.closed.connect(lambda: window.panes.enter(Pane.LIST))

    def _connect_first_start(self) -> None:
        start = self._window.first_start
        start.offered.connect(self._window.sync.open_source)
        start.zip_wanted.connect(self._window.commands.open_zip)
        start.folder_wanted.connect(self._window.commands.open_folder)

    def choose_source(self) -> None:
        """Ask whether a zip or a folder shall be opened; while a sync runs, show it."""
        window = self._window
        if window.sync.running:
            window.sync.show_again()
            return
        menu = QMenu(window)
        menu.addAction(text("Open a zip file …"), window.commands.open_zip)
        menu.addAction(text("Open a folder or a stick …"), window.commands.open_folder)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = window.bar.sync
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height())))
