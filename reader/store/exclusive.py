"""Who brings editions in or takes publications out has the library's files to itself."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold the lock of the library in ``folder`` against every other process and thread that changes its publications.

    Raises:
        StoreError: ``sync-running`` when another holds it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  (slow to load, and who only reads needs none)

    lock = FileLock(folder / "sync.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreError("sync-running") from error
    try:
        yield
    finally:
        lock.release()
