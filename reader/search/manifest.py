"""The manifest: which files are the index, written last and checked first.

Whoosh writes its files without telling the disk to keep them, and reads some of them by unpickling, which would run
whatever a stranger had put there. So no file is opened that the manifest does not name with its size and digest, and the
manifest is believed only in a folder that nobody else can write (``folder``). Small files are digested at every opening,
large ones when ``verify`` is asked.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import unicodedata
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import whoosh

from reader.search import schema

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "manifest.json"
_DRAFT = "manifest.json.new"
_LARGEST = 1 << 20
_SMALL = 1 << 20
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index: its size in bytes and SHA-256."""

    name: str
    bytes: int
    sha256: str

    @classmethod
    def of(cls, path: Path) -> IndexFile:
        """Describe a file as it is."""
        return cls(path.name, path.stat().st_size, _digest(path))

    def agrees(self, folder: Path, *, deeply: bool = False) -> bool:
        """Whether the file is there, is a plain file, and is what was written. ``deeply``: digest it whatever its size."""
        path = folder / self.name
        try:
            status = path.lstat()
            if not stat.S_ISREG(status.st_mode) or status.st_size != self.bytes:
                return False
            return (self.bytes > _SMALL and not deeply) or _digest(path) == self.sha256
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Manifest:
    """One state of the index. ``identity`` is the library that it belongs to."""

    identity: str
    generation: int
    files: tuple[IndexFile, ...]

    def agrees(self, folder: Path, *, deeply: bool = False) -> bool:
        """Whether every file that it names is as it says."""
        return all(file.agrees(folder, deeply=deeply) for file in self.files)

    @property
    def names(self) -> frozenset[str]:
        """The names of its files."""
        return frozenset(file.name for file in self.files)

    def write(self, folder: Path) -> None:
        """Make this the state of the folder, all or nothing. The files that it names must be on the disk already."""
        draft = folder / _DRAFT
        with draft.open("w", encoding="utf-8") as opened:
            json.dump({**_machine(), **asdict(self)}, opened)
            opened.flush()
            os.fsync(opened.fileno())
        draft.replace(folder / NAME)
        flush_folder(folder)


def read(folder: Path, identity: str) -> Manifest | None:
    """The manifest of the folder, if it can be read, and was written by this version, for this library, on such a machine."""
    try:
        with (folder / NAME).open("rb") as opened:
            data = json.loads(opened.read(_LARGEST))
        if any(data[name] != value for name, value in _machine().items()) or data["identity"] != identity:
            return None
        return Manifest(identity, _number(data["generation"]), tuple(_files(data["files"])))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def stamp(folder: Path) -> tuple[int, int, int] | None:
    """What changes when the manifest is replaced; cheap to ask before each search."""
    try:
        status = (folder / NAME).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def flush(path: Path) -> None:
    """Wait until the file is on the disk."""
    with path.open("rb+") as opened:
        os.fsync(opened.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until the names in the folder are on the disk, where the system can say so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _machine() -> dict[str, Any]:
    """What an index cannot be carried across: versions of ours, the engine and Unicode, and the order of bytes."""
    engine = ".".join(str(part) for part in whoosh.__version__)
    return {
        "schema": schema.VERSION,
        "engine": engine,
        "unicode": unicodedata.unidata_version,
        "byteorder": sys.byteorder,
    }


def _files(rows: Iterable[Any]) -> Iterable[IndexFile]:
    for row in rows:
        name = row["name"]
        if not isinstance(name, str) or not isinstance(row["sha256"], str) or name != os.path.basename(name):  # noqa: PTH119  (a bare name, not a path)
            raise ValueError(name)
        yield IndexFile(name, _number(row["bytes"]), row["sha256"])


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
