"""What a group of commands is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Key:
    """A command's keys at first, the words in the list of keys, and its method."""

    keys: tuple[str, ...]
    words: str
    command: str


class Group:
    """Commands that belong together: each one short method over the window's parts."""

    keys: tuple[Key, ...] = ()
    """All commands of the window with their keys."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
