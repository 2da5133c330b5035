"""The choices that are remembered, as the preferences read and change them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.ui.state import WindowState

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

_LOOKS = frozenset({"theme", "text_size", "letters", "line_spacing", "serif", "paragraph_numbers", "interface_size"})


class Fields(QObject):
    """Changes a window's state by the names of its fields. What concerns looks is seen at once."""

    changed = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def value(self, name: str) -> Any:
        """What is chosen now."""
        return getattr(self._window.state, name)

    def choose(self, name: str, value: object) -> None:
        """Choose something else."""
        if self.value(name) == value:
            return
        setattr(self._window.state, name, value)
        if name in _LOOKS:
            self._window.restyle()
        else:
            self._window.memory.touch()
        self.changed.emit(name)

    def reset(self, name: str) -> None:
        """Choose what was chosen at first."""
        self.choose(name, getattr(WindowState(), name))
