"""Wiring of the list: its menu, its switches, and what is done to several articles at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.list_menu import ListMenu
from reader.ui.several import Several

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class Lists(QObject):
    """Says which signal of the list goes where. ``menu`` lets others add to it; ``several`` marks many at once."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.several = Several(window.marking, window.status.say)
        self.menu = ListMenu(window)
        articles, commands = window.articles, window.commands
        articles.view.copy_wanted.connect(commands.copy_titles)
        articles.read_wanted.connect(commands.hide_read)
        window.navigation.read_wanted.connect(commands.mark_list_read)
        articles.header.unread.clicked.connect(commands.hide_read)
        articles.header.grouping_wanted.connect(commands.group_by_day)
        articles.sort_chosen.connect(window.memory.touch)
        articles.set_by_day(by_day=window.state.by_day)
