"""What the reader does to an article: read, unread, star, open, stop half-way."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.handle import Library


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def set_read(library: Library, keys: Sequence[int], read: bool) -> None:
    """Mark articles as read, or as unread."""
    library.store.statuses.set_read(keys, _now() if read else None)


def set_starred(library: Library, keys: Sequence[int], starred: bool) -> None:
    """Star articles, or take the star away."""
    library.store.statuses.set_starred(keys, _now() if starred else None)


def opened(library: Library, key: int) -> None:
    """Note in the history that an article was opened."""
    library.store.statuses.set_opened(key, _now())


def set_position(library: Library, key: int, position: float) -> None:
    """Remember how far an article was read: 0 (top) to 1 (end of its own text), more where what follows it was."""
    library.store.statuses.set_position(key, position)


def position(library: Library, key: int) -> float:
    """How far an article was read: 0 when never opened."""
    return library.store.statuses.position(key)


def clear_history(library: Library) -> None:
    """Forget which articles were opened."""
    library.store.statuses.clear_history()
