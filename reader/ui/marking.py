"""Read and starred: written in the lane, shown at once in the list, counted anew a little later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library import mark

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.ui.jobs import Lane

_COUNT_MS = 400


class Marking(QObject):
    """``marked`` tells the keys and what they are now, ``noted`` a note; ``recount`` that counts have changed."""

    marked = Signal(object, object)
    noted = Signal(int, str)
    recount = Signal()

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self._lane = lane
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._soon.timeout.connect(self.recount)

    def set_read(self, keys: Collection[int], *, read: bool) -> None:
        """Mark as read or unread."""
        some = tuple(keys)
        self._lane.ask("", lambda library: mark.set_read(library, some, read))
        self._tell(some, {"read": read})

    def set_starred(self, keys: Collection[int], *, starred: bool) -> None:
        """Star, or take the star away."""
        some = tuple(keys)
        self._lane.ask("", lambda library: mark.set_starred(library, some, starred))
        self._tell(some, {"starred": starred})

    def set_note(self, key: int, note: str) -> None:
        """Keep the reader's note on an article; an empty one is no note."""
        self._lane.ask("", lambda library: mark.set_note(library, key, note))
        self.noted.emit(key, note)
        self._soon.start()

    def opened(self, key: int) -> None:
        """Note in the history."""
        self._lane.ask("", lambda library: mark.opened(library, key), later=True)
        self._soon.start()

    def _tell(self, keys: tuple[int, ...], status: dict[str, bool]) -> None:
        self.marked.emit(frozenset(keys), status)
        self._soon.start()
