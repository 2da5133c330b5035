"""What keys, buttons and menus do: a group of commands a file, with the keys they have at first.

What lives here: short methods over the window's parts. What must not: what a part does by itself, and how keys are bound
(``reader.ui.shortcuts``).
"""

from __future__ import annotations

from reader.ui.commands import apart, around, bundles, going, marks, page, searching
from reader.ui.commands.apart import Apart
from reader.ui.commands.around import Around
from reader.ui.commands.bundles import Bundles
from reader.ui.commands.going import Going
from reader.ui.commands.group import Key
from reader.ui.commands.marks import Marks
from reader.ui.commands.page import PageCommands
from reader.ui.commands.searching import SearchCommands

KEYS: tuple[Key, ...] = (
    *going.KEYS,
    *marks.KEYS,
    *searching.KEYS,
    *page.KEYS,
    *apart.KEYS,
    *bundles.KEYS,
    *around.KEYS,
)
"""All keys, in the order of the list of keys."""


class Commands(Going, Marks, SearchCommands, PageCommands, Apart, Bundles, Around):
    """All commands of one window."""

    keys = KEYS


__all__ = ["KEYS", "Commands", "Key"]
