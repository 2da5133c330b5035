"""Makes the window of all preferences. It is loaded when it is first wanted: the main window starts sooner without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.preferences.block import SettingsBlock
from reader.ui.preferences.keys_block import KeysBlock
from reader.ui.preferences.sections import sections
from reader.ui.preferences.window import PreferencesWindow

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow
    from reader.ui.preferences.fields import Fields


def make_preferences(window: MainWindow, fields: Fields) -> PreferencesWindow:
    """All sections; the keys come before the last one."""
    *blocks, last = (SettingsBlock(one, window.look) for one in sections(window, fields))
    return PreferencesWindow([*blocks, KeysBlock(window.keymap, window.look), last], window.look, window)


def show_keys(shown: PreferencesWindow) -> None:
    """Go to the keys."""
    shown.show_block(KeysBlock)
