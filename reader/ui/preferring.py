"""Wiring of the preferences: where they are opened from, and what follows from them outside of how things look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.preferences.fields import Fields
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow
    from reader.ui.preferences.window import PreferencesWindow


class Preferring(QObject):
    """Says what follows from which choice, as the window does for all others."""

    anew_wanted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: PreferencesWindow | None = None
        self._spoken = window.state.language
        self._fields = Fields(window)
        self._connect()
        self._obey()
        self._name_keys()

    def _connect(self) -> None:
        window = self._window
        self._fields.changed.connect(self._obey)
        self._fields.changed.connect(self._refresh)
        window.keymap.changed.connect(self._name_keys)
        window.keymap.changed.connect(window.memory.touch)
        window.appearance.preferences_wanted.connect(self.open)
        window.restyled.connect(self._restyle)
        window.closing.connect(self._close)

    def _obey(self) -> None:
        self._window.reading.clock.rule = self._window.state.read_when

    def _name_keys(self) -> None:
        """Wherever a key is named, name the one in force."""
        window = self._window
        window.bar.show_keys(window.keymap.name)
        window.articles.header.show_key(window.keymap.name("keep_search"))
        window.reading.show_keys(window.keymap.name)
        window.navigation.own.show_keys(window.keymap.name)

    # The window of all preferences

    def open(self) -> None:
        """Show all preferences."""
        self._open()

    def choose_theme(self, theme: str) -> None:
        """Use another theme from now on."""
        self._fields.choose("theme", theme)

    def open_keys(self) -> None:
        """Show the keys, to be changed."""
        from reader.ui.preferences.whole import show_keys  # noqa: PLC0415  (see there)

        show_keys(self._open())

    def _open(self) -> PreferencesWindow:
        if self._shown is None:
            from reader.ui.preferences.whole import make_preferences  # noqa: PLC0415  (see there)

            self._shown = make_preferences(self._window, self._fields)
            self._shown.finished.connect(self._closed)
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()
        return self._shown

    def _close(self) -> None:
        if self._shown is not None:
            self._shown.close()

    def _closed(self, _result: int) -> None:
        self._shown = None

    def _restyle(self) -> None:
        if self._shown is not None:
            self._shown.set_look(self._window.look)
            self._shown.refresh()

    def _refresh(self) -> None:
        if self._shown is not None:
            self._shown.refresh()

    @property
    def speaks_another(self) -> bool:
        """Whether another language was chosen than the one that is spoken."""
        return self._window.state.language != self._spoken

    # What its buttons do

    def start_anew(self) -> None:
        """End, and begin again in the language that was chosen; not while an edition is being brought in."""
        if self._window.sync.running:
            self._window.status.say(text("An edition is being brought in. Start anew when it is here."))
        else:
            self.anew_wanted.emit()

    def forget_orders(self) -> None:
        """Show every list in its own order again."""
        self._window.state.sorts.clear()
        self._window.memory.touch()
        self._window.visits.sort_anew()
        self._refresh()
