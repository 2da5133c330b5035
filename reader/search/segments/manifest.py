"""The manifest: which files are the index, written last and checked first.

No file is opened that the manifest does not name with its size and the checksum of its tail, which covers the checksums of all its pages. It is
replaced as a whole, so that a state of the index is there entirely or not at all.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import unicodedata
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import Stemmer  # type: ignore[import-not-found]  # compiled, and without types
import whoosh

from reader.search import schema

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "manifest.json"
_DRAFT = "manifest.json.new"
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index: its size in bytes and the checksum in its tail."""

    name: str
    bytes: int
    checksum: int

    def is_there(self, folder: Path) -> bool:
        """Whether a plain file of this name and size is in the folder."""
        try:
            status = (folder / self.name).lstat()
        except OSError:
            return False
        return stat.S_ISREG(status.st_mode) and status.st_size == self.bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of a state, the list of those of its documents that are deleted, if any are, and its words of one stem united, if they are."""

    segment: IndexFile
    deleted: IndexFile | None = None
    conflated: IndexFile | None = None

    @property
    def files(self) -> tuple[IndexFile, ...]:
        """Its files."""
        return tuple(file for file in (self.segment, self.deleted, self.conflated) if file)


@dataclass(frozen=True, slots=True)
class Manifest:
    """One state of the index. ``identity`` is the library that it belongs to."""

    identity: str
    generation: int
    parts: tuple[Part, ...]

    @property
    def files(self) -> tuple[IndexFile, ...]:
        """All its files."""
        return tuple(file for part in self.parts for file in part.files)

    @property
    def names(self) -> frozenset[str]:
        """The names of its files."""
        return frozenset(file.name for file in self.files)

    def is_there(self, folder: Path) -> bool:
        """Whether every file that it names is there, in its size."""
        return all(file.is_there(folder) for file in self.files)

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
        return Manifest(identity, _number(data["generation"]), tuple(_parts(data["parts"])))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def stamp(folder: Path) -> tuple[int, int, int] | None:
    """What changes when the manifest is replaced; cheap to ask before each search."""
    try:
        status = os.stat(f"{folder}/{NAME}")  # noqa: PTH116  (a path object takes longer than the look)
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
        "stems": Stemmer.version(),
        "unicode": unicodedata.unidata_version,
        "byteorder": sys.byteorder,
    }


def _parts(rows: Iterable[Any]) -> Iterable[Part]:
    for row in rows:
        others = (_file(row[kind]) if row[kind] is not None else None for kind in ("deleted", "conflated"))
        yield Part(_file(row["segment"]), *others)


def _file(row: Any) -> IndexFile:
    name = row["name"]
    if not isinstance(name, str) or name != os.path.basename(name):  # noqa: PTH119  (a bare name, not a path)
        raise ValueError(name)
    return IndexFile(name, _number(row["bytes"]), _number(row["checksum"]))


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value
