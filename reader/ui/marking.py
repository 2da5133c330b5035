"""Read and starred: written in the lane, shown at once in the list, counted anew a little later.

A mark that could not be written, as on a full disk, is taken back; a note stays, and is tried again until it is kept.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library import mark
from reader.ui.faults import explain
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.errors import PackhorseError
    from reader.ui.jobs import Lane

_COUNT_MS = 400
_AGAIN_MS = 5000


class Marking(QObject):
    """``marked`` tells the keys and what they are now, ``noted`` a note; ``recount`` that counts have changed.

    ``unkept`` says what could not be written.
    """

    marked = Signal(object, object)
    noted = Signal(int, str)
    recount = Signal()
    unkept = Signal(str)

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self._lane = lane
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._soon.timeout.connect(self.recount)
        self._notes: dict[int, str] = {}
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.write_notes)

    def set_read(self, keys: Collection[int], *, read: bool) -> None:
        """Mark as read or unread."""
        some = tuple(keys)
        taken_back = partial(self._take_back, some, {"read": not read})
        self._lane.ask("", lambda library: mark.set_read(library, some, read), failed=taken_back)
        self._tell(some, {"read": read})

    def set_starred(self, keys: Collection[int], *, starred: bool) -> None:
        """Star, or take the star away."""
        some = tuple(keys)
        taken_back = partial(self._take_back, some, {"starred": not starred})
        self._lane.ask("", lambda library: mark.set_starred(library, some, starred), failed=taken_back)
        self._tell(some, {"starred": starred})

    def set_note(self, key: int, note: str) -> None:
        """Keep the reader's note on an article; an empty one is no note."""
        self._notes[key] = note
        self._write_note(key, note)
        self.noted.emit(key, note)
        self._soon.start()

    def _write_note(self, key: int, note: str) -> None:
        written, kept = partial(self._note_written, key, note), partial(mark.set_note, key=key, note=note)
        self._lane.ask("", kept, written, self._keep_note)

    def _note_written(self, key: int, note: str, _answer: None) -> None:
        """What was written meanwhile is still to be kept."""
        if self._notes.get(key) == note:
            del self._notes[key]

    def _keep_note(self, error: PackhorseError) -> None:
        self.unkept.emit(
            text("Your note is not kept yet. {fault} It is tried again every few seconds.", fault=explain(error)[0])
        )
        self._again.start()

    def write_notes(self) -> None:
        """Try again to keep the notes that could not be written."""
        for key, note in self._notes.items():
            self._write_note(key, note)
            self.noted.emit(key, note)

    def forget_notes(self) -> None:
        """Nobody wants them kept any more."""
        self._notes.clear()

    def opened(self, key: int) -> None:
        """Note in the history."""
        self._lane.ask("", lambda library: mark.opened(library, key), later=True)
        self._soon.start()

    def _tell(self, keys: tuple[int, ...], status: dict[str, bool]) -> None:
        self.marked.emit(frozenset(keys), status)
        self._soon.start()

    def _take_back(self, keys: tuple[int, ...], status: dict[str, bool], error: PackhorseError) -> None:
        """Show no mark that is not there."""
        self._tell(keys, status)
        self.unkept.emit(text("This mark was not kept. {fault} Mend that, and try again.", fault=explain(error)[0]))
