"""Del in the list takes the article out of it, where the list is one that the reader made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from reader.ui.forgetting import HISTORIES, Forgetting
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class Taking(QObject):
    """Knows which part a list belongs to. ``forgetting`` is the part of the history."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.forgetting = Forgetting(window)
        view = window.articles.view
        delete = QShortcut(QKeySequence.StandardKey.Delete, view, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.take_out)

    def take_out(self) -> None:
        """Take the article, or the selected rows, out of the list that is shown; say where that can be done."""
        window = self._window
        node, keys = window.navigator.place.node, window.collecting.keys()
        if keys and node.kind in HISTORIES:
            self.forgetting.take_out(keys)
        elif not (keys and window.collecting.take_out(keys)):
            window.status.say(text("Articles can be taken out of a collection and out of the history."))
