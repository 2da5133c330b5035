"""What the reader does to an article: read, unread, star, open, stop half-way, note."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.handle import Library
    from reader.model.opened import Opened


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def set_read(library: Library, keys: Sequence[int], read: bool) -> None:
    """Mark articles as read, or as unread."""
    library.store.statuses.set_read(keys, _now() if read else None)


def set_starred(library: Library, keys: Sequence[int], starred: bool) -> None:
    """Star articles, or take the star away."""
    library.store.statuses.set_starred(keys, _now() if starred else None)


def read_among(library: Library, keys: Sequence[int]) -> frozenset[int]:
    """Which of these articles are read."""
    return library.store.statuses.marked("read", keys)


def starred_among(library: Library, keys: Sequence[int]) -> frozenset[int]:
    """Which of these articles are starred."""
    return library.store.statuses.marked("starred", keys)


def opened(library: Library, key: int) -> None:
    """Note in the history that an article was opened."""
    library.store.statuses.set_opened(key, _now())


def set_position(library: Library, key: int, position: float) -> None:
    """Remember how far an article was read: 0 (top) to 1 (end of its own text), more where what follows it was."""
    library.store.statuses.set_position(key, position)


def position(library: Library, key: int) -> float:
    """How far an article was read: 0 when never opened."""
    return library.store.statuses.position(key)


def set_note(library: Library, key: int, note: str) -> None:
    """Keep a note on an article, in place of the one before; blank text takes it away."""
    library.store.statuses.set_note(key, note.strip(), _now())


def note(library: Library, key: int) -> str:
    """The note on an article, or nothing."""
    return library.store.statuses.note(key)


def clear_history(library: Library, *, read: bool = False) -> None:
    """Forget which articles were opened, how often and how far; ``read`` also which are marked as read. There is no way back."""
    library.store.statuses.clear_history(read=read)


def keep_nothing(library: Library, *, own: bool = False) -> None:
    """Forget what was opened, read and searched for, for good; ``own`` also stars, notes, collections and kept searches.

    Raises:
        StoreError: ``disk-full`` and the like.
    """
    library.store.forget_reader(own=own)


def take_out_of_history(library: Library, keys: Sequence[int]) -> tuple[Opened, ...]:
    """Forget that these articles were opened. What is answered brings that back."""
    return library.store.statuses.take_out_of_history(keys)


def put_back_in_history(library: Library, opened: Sequence[Opened]) -> None:
    """Undo ``take_out_of_history``."""
    library.store.statuses.put_back_in_history(opened)
