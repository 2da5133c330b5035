"""The menu of the selected articles: commands with their keys, and what other parts add."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from reader.model.listing import Sort
from reader.ui.article_list.folded import named
from reader.ui.key_names import key_name
from reader.ui.words import counted, isolated, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.article_list.contents import Contents
    from reader.ui.article_list.selection import Chosen
    from reader.ui.main_window import MainWindow

#: Keys that the list itself uses.
_OF_LIST = {"copy_titles": "Ctrl+C"}


class ListMenu(QObject):
    """Opens where the list wants it. ``filling`` lets others add to it: the ``QMenu``, and what is selected (``Chosen``)."""

    filling = Signal(object, object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.articles.menu_wanted.connect(self._open)

    def _open(self, chosen: Chosen, at: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(counted(len(chosen.keys), "article", "articles"))
        menu.addAction(f"{text('Open')}\t{key_name('Return')}", self._window.articles.view.enter)
        menu.addAction(self._with_key(text("Open in a window of its own"), "open_in_window"), self._open_apart)
        self._offer_translations(menu)
        for group in (self._marks(chosen), self._around(), self._take()):
            menu.addSeparator()
            for words, command in group:
                menu.addAction(self._with_key(words, command), getattr(self._window.commands, command))
        self.filling.emit(menu, chosen)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _offer_translations(self, menu: QMenu) -> None:
        """Those that a search found too, and folded under the row."""
        row, view = self._window.articles.selected_row(), self._window.articles.view
        for place, (name, one) in enumerate(named(row) if row else ()):
            words = text("Open in {language}", language=isolated(name))
            said = words if place else self._with_key(words, "open_translation")
            menu.addAction(said, partial(view.open_translation, one.key))

    def _marks(self, chosen: Chosen) -> Iterator[tuple[str, str]]:
        yield text("Mark as read") if chosen.unread else text("Mark as unread"), "toggle_read"
        yield text("Star") if chosen.unstarred else text("Take the star away"), "toggle_star"

    def _around(self) -> Iterator[tuple[str, str]]:
        below, above = _directions(self._window.articles.contents)
        yield below, "mark_below_read"
        yield above, "mark_above_read"

    def _take(self) -> Iterator[tuple[str, str]]:
        yield text("File in a collection"), "file"
        yield text("Copy with citation"), "copy_titles"

    def _with_key(self, words: str, command: str) -> str:
        key = self._window.keymap.name(command) or key_name(_OF_LIST.get(command, ""))
        return f"{words}\t{key}"

    def _open_apart(self) -> None:
        row = self._window.articles.selected_row()
        if row is not None:
            self._window.article_windows.open(row.key)


def _directions(contents: Contents) -> tuple[str, str]:
    """What stands below and above: of a list by date, what is older and newer."""
    if not contents.is_by_date:
        return text("Mark all below as read"), text("Mark all above as read")
    older, newer = text("Mark older as read"), text("Mark newer as read")
    return (older, newer) if contents.sort is Sort.NEWEST else (newer, older)
