"""What keys, buttons and menus do: a group of commands a file, with the keys they have at first.

What lives here: short methods over the window's parts. What must not: what a part does by itself, and how keys are bound
(``reader.ui.shortcuts``).
"""

from __future__ import annotations

from reader.ui.commands import apart, around, bundles, filing, going, languages, listing, marks, page, searching
from reader.ui.commands.apart import Apart
from reader.ui.commands.around import Around
from reader.ui.commands.bundles import Bundles
from reader.ui.commands.filing import FilingCommands
from reader.ui.commands.going import Going
from reader.ui.commands.group import Key
from reader.ui.commands.languages import Languages
from reader.ui.commands.listing import Listing
from reader.ui.commands.marks import Marks
from reader.ui.commands.page import PageCommands
from reader.ui.commands.searching import SearchCommands

_NAMES = {
    "going": "Going about",
    "marks": "Marks and notes",
    "listing": "The list",
    "filing": "Collections",
    "searching": "Searching",
    "page": "The page",
    "bundles": "Editions",
    "around": "The window",
}

GROUPS: tuple[tuple[str, tuple[Key, ...]], ...] = (
    (_NAMES["going"], going.KEYS),
    (_NAMES["marks"], marks.KEYS),
    (_NAMES["listing"], listing.KEYS),
    (_NAMES["filing"], filing.KEYS),
    (_NAMES["searching"], searching.KEYS),
    (_NAMES["page"], (*page.KEYS, *languages.KEYS, *apart.KEYS)),
    (_NAMES["bundles"], bundles.KEYS),
    (_NAMES["around"], around.KEYS),
)
"""The groups in the order of the list of keys, each with its heading."""

KEYS: tuple[Key, ...] = tuple(key for _name, keys in GROUPS for key in keys)
"""All commands with the keys they have at first."""


class Commands(Going, Marks, Listing, FilingCommands, SearchCommands, PageCommands, Languages, Apart, Bundles, Around):
    """All commands of one window."""

    keys = KEYS


__all__ = ["GROUPS", "KEYS", "Commands", "Key"]
