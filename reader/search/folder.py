"""The index's folder: private to its owner, swept of what the manifest does not name, written by one at a time."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from whoosh.filedb.filestore import FileStorage

from reader.errors import StoreError
from reader.search import manifest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from whoosh.filedb.structfile import StructFile

    from reader.search.manifest import Manifest

#: Whoosh's name for the index; every file of it begins with this.
INDEX = "MAIN"
_LOCK = "write.lock"
_SCRATCH = f"{INDEX}.tmp"
_OURS = re.compile(rf"_?{INDEX}_[0-9a-z]+\.[A-Za-z0-9_.]+|manifest\.json(\.new)?")
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
        raise StoreError("index-unusable", reason=str(error)) from error


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
        if entry.name == _SCRATCH and entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        elif entry.name not in keep and (entry.name == _SCRATCH or _OURS.fullmatch(entry.name)):
            with suppress(OSError):  # Windows keeps what a reader has open; the next sweep gets it
                os.unlink(entry.path)  # noqa: PTH108  (as scandir gave it)


class Storage(FileStorage):
    """Whoosh's storage narrowed to the files of one manifest and what has been added since.

    What a later or torn commit left in the folder is not seen, and what the manifest names stays until the next one
    is written.
    """

    def __init__(self, folder: Path, names: Collection[str]) -> None:
        super().__init__(str(folder))
        self._sealed = frozenset(names)
        self._names = set(names)

    def list(self) -> list[str]:
        """The names that are part of this state."""
        return sorted(self._names)

    def file_exists(self, name: str) -> bool:
        """Whether the name is part of this state."""
        return name in self._names

    def create_file(self, name: str, *args: Any, **kwargs: Any) -> StructFile:
        """A new file."""
        self._names.add(name)
        return super().create_file(name, *args, **kwargs)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Give a new file its name."""
        super().rename_file(oldname, newname, safe)
        self._names.discard(oldname)
        self._names.add(newname)

    def delete_file(self, name: str) -> None:
        """Leave a file out; on the disk it stays when the manifest names it."""
        self._names.discard(name)
        if name not in self._sealed:
            super().delete_file(name)


def seal(folder: Path, names: Collection[str], before: Manifest | None, identity: str) -> Manifest:
    """Put new files on the disk and then the manifest that names them; sweep away the rest."""
    known = {file.name: file for file in before.files} if before else {}
    for name in names:
        if name not in known:
            manifest.flush(folder / name)
    manifest.flush_folder(folder)
    files = tuple(known.get(name) or manifest.IndexFile.of(folder / name) for name in sorted(names))
    sealed = manifest.Manifest(identity, before.generation + 1 if before else 1, files)
    sealed.write(folder)
    sweep(folder, {*names, manifest.NAME})
    return sealed
