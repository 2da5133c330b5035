"""What a group of commands is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow
    from reader.ui.page_window import PageWindow


@dataclass(frozen=True, slots=True)
class Key:
    """A command's keys at first, the words in the list of keys, and its method."""

    keys: tuple[str, ...]
    words: str
    command: str


class PageGroup:
    """Commands that need a page only, so that they work in every window."""

    def __init__(self, window: PageWindow) -> None:
        self._window = window


class Group(PageGroup):
    """Commands that belong together: each one short method over the main window's parts."""

    keys: tuple[Key, ...] = ()
    """All commands of the window with their keys."""

    _window: MainWindow

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
