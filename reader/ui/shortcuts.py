"""All keys, in one table: what they are, what they do, and the method of ``Commands`` that does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from reader.ui.words import text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.commands import Commands


@dataclass(frozen=True, slots=True)
class Key:
    """A command's keys, the words in the list of keys, and its method."""

    keys: tuple[str, ...]
    words: str
    command: str


KEYS = (
    Key(("J",), "Next article", "next_article"),
    Key(("K",), "Previous article", "previous_article"),
    Key(("N",), "Next unread article", "next_unread"),
    Key(("P",), "Previous unread article", "previous_unread"),
    Key(("Space",), "Page down, then the next unread article", "page_down"),
    Key(("Shift+Space",), "Page up", "page_up"),
    Key(("S", "Ctrl+D"), "Star, or take the star away", "toggle_star"),
    Key(("M",), "Read or unread", "toggle_read"),
    Key(("E",), "Note on the article", "note"),
    Key(("Shift+A",), "Mark all as read", "mark_all_read"),
    Key(("[",), "Previous section", "previous_section"),
    Key(("]",), "Next section", "next_section"),
    Key(("Left",), "The pane at the left", "pane_left"),
    Key(("Right",), "The pane at the right", "pane_right"),
    Key(("/", "Ctrl+L"), "Search the library", "search"),
    Key(("F",), "Filters of the search", "filters"),
    Key(("Ctrl+Shift+F",), "Where to search", "scope"),
    Key(("Ctrl+S",), "Keep this search, or no longer", "keep_search"),
    Key(("Shift+F1",), "How to search", "search_help"),
    Key((), "Forget all searches", "clear_searches"),
    Key((), "Remember searches, or no longer", "switch_history"),
    Key(("Ctrl+F",), "Find in the article", "find"),
    Key(("C",), "Contents of the article", "contents"),
    Key(("F3",), "Next place found", "find_next"),
    Key(("Shift+F3",), "Previous place found", "find_previous"),
    Key(("Ctrl+K",), "Go to anything", "go_to"),
    Key(("Alt+Left", "Back"), "Back", "back"),
    Key(("Alt+Right", "Forward"), "Forward", "forward"),
    Key(("Ctrl+P",), "Print", "print_page"),
    Key(("Ctrl+Shift+P",), "Save as PDF", "save_pdf"),
    Key(("Ctrl+Shift+C",), "Copy with citation", "copy_with_citation"),
    Key(("Ctrl+O",), "Bring in an edition", "open_bundle"),
    Key(("Ctrl++", "Ctrl+="), "Larger text", "zoom_in"),
    Key(("Ctrl+-",), "Smaller text", "zoom_out"),
    Key(("Ctrl+0",), "Ordinary text", "zoom_reset"),
    Key(("F9",), "Show or hide the navigation", "toggle_navigation"),
    Key(("F11",), "Full screen", "toggle_full_screen"),
    Key(("Esc",), "Leave the search or full screen", "escape"),
    Key(("Ctrl+Z",), "Undo", "undo"),
    Key(("Ctrl+Q",), "End", "quit"),
    Key(("F1", "?"), "This list of keys", "help"),
)


def bind(commands: Commands, window: QWidget) -> list[QShortcut]:
    """Make all shortcuts of a window. Letters do nothing while a text field has the focus: it takes them first."""
    made = []
    for key in KEYS:
        for sequence in key.keys:
            shortcut = QShortcut(QKeySequence(sequence), window)
            shortcut.activated.connect(getattr(commands, key.command))
            made.append(shortcut)
    return made


def key_rows() -> list[tuple[str, str]]:
    """Keys as this system writes them, and what they do."""
    form = QKeySequence.SequenceFormat.NativeText
    return [
        (text(" or ").join(QKeySequence(one).toString(form) or one for one in key.keys), text(key.words))
        for key in KEYS
    ]
