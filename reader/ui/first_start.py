"""What an empty library shows: open a bundle, look for sticks, or read the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader import resources
from reader.ui.empty_page import EmptyPage
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reader.ui.jobs import Lane
    from reader.ui.theme import Look

_SAMPLE = "sample.zip"


class FirstStart(EmptyPage):
    """Tells what the reader wants to open."""

    offered = Signal(object)
    zip_wanted = Signal()
    folder_wanted = Signal()
    sticks_wanted = Signal()

    def __init__(self, look: Look, lane: Lane, folder: Path) -> None:
        super().__init__(look, large=True)
        self._lane = lane
        self._copy = folder / _SAMPLE
        self._actions = [
            (text("Open a folder or a stick …"), self.folder_wanted.emit),
            (text("Open a zip file …"), self.zip_wanted.emit),
            (text("Look for sticks"), self.sticks_wanted.emit),
        ]
        if resources.holds(_SAMPLE):
            self._actions.append((text("Read the sample"), self._open_sample))
        self.forget_stick()

    def show_stick(self, words: str, see: Callable[[], None]) -> None:
        """Say what a stick brings that was just plugged in, and put the way to it first."""
        self._say_anew(words, [(text("See"), see), *self._actions])

    def forget_stick(self) -> None:
        """No stick is in that brings anything."""
        about = text(
            "A magazine comes to Packhorse as a bundle: a folder on a stick, or one zip file. Open one, and it is checked,"
            " copied into your library, and stays there when the stick is gone. Nothing is fetched from the network."
        )
        self._say_anew(about, self._actions)

    def _say_anew(self, words: str, actions: Sequence[tuple[str, Callable[[], None]]]) -> None:
        self.say(text("Nothing to read yet"), words, actions)

    def _open_sample(self) -> None:
        """The sample is synced from a bundle as any other."""
        self._lane.ask(
            "sample",
            lambda _library: self._copy.write_bytes(resources.read(_SAMPLE)),
            lambda _bytes: self.offered.emit(self._copy),
        )

    def discard_sample(self) -> None:
        """Its bundle is no longer needed."""
        if self._copy.exists():
            self._lane.ask("sample", lambda _library: self._copy.unlink(missing_ok=True), later=True)
