"""Where the bundle goes: a folder, or a zip. An interrupted run leaves the last edition whole."""

from __future__ import annotations

import os
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Protocol

from reader.bundle.layout import LATEST, is_publication_id
from reader.bundle.limits import LIMITS
from reader.errors import PublishError
from reader.sources import open_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from reader.sources import Source

_OLDEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o100644
#: What a file on FAT32 may hold.
_MOST_ZIP_BYTES = 2**32 - 1
_ORDER = ("root", "editions", "dict", "seg")


class Output(Protocol):
    """A place for one publication's bundle."""

    def source(self) -> Source | None:
        """What is there already, to be read; None when nothing is."""

    def write(self, publication: str, files: Mapping[str, bytes], latest: bytes) -> None:
        """Add files by their names in the publication's folder, then make ``latest`` the newest edition.

        Raises:
            PublishError: ``output-unwritable``.
        """


def open_output(path: Path) -> Output:
    """A zip when the name ends in ``.zip``, else a folder."""
    return ZipOutput(path) if path.suffix.lower() == ".zip" else FolderOutput(path)


class FolderOutput:
    """Files appear whole or not at all, and ``latest.signed`` is replaced last."""

    def __init__(self, folder: Path) -> None:
        if folder.exists() and not folder.is_dir():
            raise PublishError("output-not-folder", output=str(folder))
        inside = is_publication_id(folder.name) and (folder / LATEST).is_file()
        self._folder = folder.parent if inside else folder

    def source(self) -> Source | None:
        """See ``Output.source``."""
        return open_source(self._folder) if self._folder.is_dir() else None

    def write(self, publication: str, files: Mapping[str, bytes], latest: bytes) -> None:
        """See ``Output.write``. The order is: segments, dictionaries, roots, the edition, ``latest.signed``."""
        base = self._folder / publication
        with _told(str(self._folder)):
            for name in sorted(files, key=_place, reverse=True):
                _write_whole(base / name, files[name])
            _write_whole(base / LATEST, latest)


class ZipOutput:
    """The zip is written anew beside the old one, old segments copied as they are, and takes its place at the end."""

    def __init__(self, path: Path) -> None:
        if path.is_dir():
            raise PublishError("output-not-file", output=str(path))
        self._path = path

    def source(self) -> Source | None:
        """See ``Output.source``."""
        return open_source(self._path) if self._path.is_file() else None

    def write(self, publication: str, files: Mapping[str, bytes], latest: bytes) -> None:
        """See ``Output.write``."""
        part = self._path.with_name(f".{self._path.name}.part")
        with _told(str(self._path)):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with part.open("wb") as file:
                    self._fill(file, publication, files, latest)
                    file.flush()
                    os.fsync(file.fileno())
                part.replace(self._path)
            finally:
                part.unlink(missing_ok=True)
            _sync_folder(self._path.parent)

    def _fill(self, file: BinaryIO, publication: str, files: Mapping[str, bytes], latest: bytes) -> None:
        old = self._old_names(publication)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            _add(archive, f"{publication}/{LATEST}", latest)
            for name in sorted({*old, *files}, key=_place):
                data = files[name] if name in files else self._old(publication, name)
                _add(archive, f"{publication}/{name}", data)
        if file.tell() > _MOST_ZIP_BYTES:
            raise PublishError("output-zip-too-large", output=str(self._path), most=_MOST_ZIP_BYTES)

    def _old_names(self, publication: str) -> list[str]:
        if not self._path.is_file():
            return []
        with zipfile.ZipFile(self._path) as archive:
            names = archive.namelist()
        others = [name for name in names if not name.startswith(f"{publication}/")]
        if others:
            raise PublishError("output-not-ours", output=str(self._path), file=others[0])
        return [name for name in (one.partition("/")[2] for one in names) if name and name != LATEST]

    def _old(self, publication: str, name: str) -> bytes:
        with open_source(self._path) as source:
            return source.read(publication, name, 0, LIMITS.segment_bytes)


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _OLDEST)
    info.create_system = _UNIX
    info.external_attr = _MODE << 16
    archive.writestr(info, data)


def _place(name: str) -> tuple[int, int, str]:
    """Roots, editions, dictionaries, segments; editions by number."""
    folder, _, rest = name.partition("/")
    number = rest.removesuffix(".signed")
    return _ORDER.index(folder), int(number) if number.isdecimal() else 0, rest


def _write_whole(path: Path, data: bytes) -> None:
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Get a folder's new names onto the disk, where the system lets us."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _told(output: str) -> Iterator[None]:
    try:
        yield
    except zipfile.BadZipFile as error:
        raise PublishError("output-unwritable", output=output, reason="damaged zip") from error
    except OSError as error:
        raise PublishError("output-unwritable", output=output, reason=error.strerror or str(error)) from error
