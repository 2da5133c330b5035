"""The index's folder: private to its owner, swept of what the manifest does not name, written by one at a time."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from reader.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_LOCK = "write.lock"
#: Our files, and scratch files that a killed process left.
_OURS = re.compile(r"(segment|conflated)-[0-9]+\.idx|deleted-[0-9]+-[0-9]+\.idx|manifest\.json(\.new)?|tmp[a-z0-9_]{8}")
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


@contextmanager
def guarded() -> Iterator[None]:
    """Turn the system's faults into ours.

    Raises:
        StoreError: ``index-disk-full`` or ``index-unusable``.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreError("index-disk-full") from error
        raise StoreError("index-unusable", reason=error.strerror or str(error)) from error


@contextmanager
def writing(folder: Path, seconds: float = 0.0) -> Iterator[None]:
    """Be the only writer of the folder; wait at most so many seconds for that.

    Raises:
        StoreError: ``index-busy``.
    """
    lock = FileLock(folder / _LOCK, timeout=seconds)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreError("index-busy") from error
    try:
        yield
    finally:
        lock.release()


def make_private(folder: Path) -> bool:
    """Make the folder if need be, and nobody else's to write. Answers whether it was so before.

    Raises:
        StoreError: ``index-not-ours`` when it is a link, not a folder, or another user's.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        raise StoreError("index-not-ours", folder=str(folder))
    if os.name == "nt":
        return True
    if status.st_uid != os.geteuid():
        raise StoreError("index-not-ours", folder=str(folder))
    if not status.st_mode & _OTHERS_MAY_WRITE:
        return True
    folder.chmod(0o700)
    return False


def sweep(folder: Path, keep: Collection[str] = ()) -> None:
    """Remove our files that are not to be kept. Links are removed, not followed; files that are not ours stay."""
    for entry in list(os.scandir(folder)):
        if entry.name not in keep and _OURS.fullmatch(entry.name):
            with suppress(OSError):  # Windows keeps what a reader has open; the next sweep gets it
                os.unlink(entry.path)  # noqa: PTH108  (as scandir gave it)
