"""The panes, and the window as a whole."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit

from reader.ui.commands.group import Group, Key
from reader.ui.key_help import KeyHelp
from reader.ui.panes import Pane

KEYS = (
    Key(("Left",), "The pane at the left", "pane_left"),
    Key(("Right",), "The pane at the right", "pane_right"),
    Key((">",), "Make this pane wider", "widen_pane"),
    Key(("<",), "Make this pane narrower", "narrow_pane"),
    Key(("F9",), "Show or hide the navigation", "toggle_navigation"),
    Key(("F11",), "Full screen", "toggle_full_screen"),
    Key(("Esc",), "Leave the search or full screen", "escape"),
    Key(("Shift+F10",), "Menu of what has the focus", "open_menu"),
    Key(("F1", "?"), "This list of keys", "help"),
    Key(("Ctrl+,",), "Preferences", "preferences"),
    Key(("Ctrl+Q",), "End", "quit"),
)


_STEP = 32
"""Pixels by which a key moves the border of a pane."""


class Around(Group):
    """The panes, and the window as a whole."""

    def pane_left(self) -> None:
        """The pane at the left, whichever way the window runs."""
        self._step_pane(-1)

    def pane_right(self) -> None:
        """The pane at the right."""
        self._step_pane(1)

    def _step_pane(self, side: int) -> None:
        if isinstance(QApplication.focusWidget(), QLineEdit):
            return
        by = -side if self._window.isRightToLeft() else side
        navigation = self._window.navigation
        if navigation.hasFocus() and (navigation.step_into() if by > 0 else navigation.step_out()):
            return
        self._window.panes.step(by)

    def widen_pane(self) -> None:
        """Make the pane with the focus wider."""
        self._window.panes.widen(self._window.look.px(_STEP))

    def narrow_pane(self) -> None:
        """Make the pane with the focus narrower."""
        self._window.panes.widen(-self._window.look.px(_STEP))

    def toggle_navigation(self) -> None:
        """Show or hide the navigation."""
        self._window.panes.toggle_navigation()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        window = self._window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def escape(self) -> None:
        """Leave what was entered last: the find bar, the filters, the search, the article in a narrow window, full screen."""
        window = self._window
        if window.articles.results.isAncestorOf(window.focusWidget()):
            window.panes.enter(Pane.LIST)
            return
        if window.reading.leave_bar() or window.translations.leaves_beside():
            return
        if window.panes.leave_article():
            return
        if window.navigator.place.is_search:
            window.bar.search.clear()
            window.navigator.search("")
        elif window.isFullScreen():
            window.showNormal()

    def help(self) -> None:
        """Show the list of keys."""
        window = self._window
        dialog = KeyHelp(window.keymap.groups, window.look, window)
        dialog.change_wanted.connect(window.preferring.open_keys)
        dialog.open()

    def preferences(self) -> None:
        """Show all preferences."""
        self._window.preferring.open()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()
