"""The menu of the selected articles: commands with their keys, and what other parts add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from reader.model.listing import Sort
from reader.ui.shortcuts import native_key
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.article_list.contents import Contents
    from reader.ui.article_list.selection import Chosen
    from reader.ui.main_window import MainWindow


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
        menu.addAction(f"{text('Open')}\t{native_key('Return')}", self._window.articles.view.enter)
        for group in (self._marks(chosen), self._around(), self._copy()):
            menu.addSeparator()
            for words, key, command in group:
                menu.addAction(f"{words}\t{key}", getattr(self._window.commands, command))
        self.filling.emit(menu, chosen)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _marks(self, chosen: Chosen) -> Iterator[tuple[str, str, str]]:
        yield text("Mark as read") if chosen.unread else text("Mark as unread"), native_key("M"), "toggle_read"
        yield text("Star") if chosen.unstarred else text("Take the star away"), native_key("S"), "toggle_star"

    def _around(self) -> Iterator[tuple[str, str, str]]:
        below, above = _directions(self._window.articles.contents)
        yield below, native_key("Shift+J"), "mark_below_read"
        yield above, native_key("Shift+K"), "mark_above_read"

    def _copy(self) -> Iterator[tuple[str, str, str]]:
        yield text("Copy with citation"), native_key("Ctrl+C"), "copy_titles"


def _directions(contents: Contents) -> tuple[str, str]:
    """What stands below and above: of a list by date, what is older and newer."""
    if not contents.is_by_date:
        return text("Mark all below as read"), text("Mark all above as read")
    older, newer = text("Mark older as read"), text("Mark newer as read")
    return (older, newer) if contents.sort is Sort.NEWEST else (newer, older)
