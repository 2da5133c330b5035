"""The sealed files of each publication, in the bundle's own tree below ``publications/``.

A file is written to ``<name>.part``, flushed to the disk, and only then takes its name; the folder is flushed too. What has
its name is whole and verified by whoever sealed it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.bundle.layout import LATEST, is_name, is_publication_id
from reader.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

PART = ".part"
_PIECE = 1 << 20


@contextmanager
def disk_guarded() -> Iterator[None]:
    """Turn the system's faults into ``StoreError``.

    Raises:
        StoreError: ``disk-full``, ``store-read-only`` or ``store-unusable``.
    """
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StoreError("disk-full", reason=error.strerror or "") from error
        if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
            raise StoreError("store-read-only", reason=error.strerror or "") from error
        raise StoreError("store-unusable", reason=error.strerror or str(error)) from error


class SealedFiles:
    """The files of all publications below ``folder``. Names are those of ``reader.bundle.layout``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, publication: str, name: str) -> Path:
        """Where a file lies, or would lie."""
        if not (is_publication_id(publication) and is_name(name)):
            raise ValueError(name)
        return self._folder / publication / name

    def part(self, publication: str, name: str) -> Path:
        """Where the file lies while it is not whole. Its folder exists afterwards."""
        path = self.path(publication, name)
        with disk_guarded():
            path.parent.mkdir(parents=True, exist_ok=True)
        return path.with_name(path.name + PART)

    def has(self, publication: str, name: str) -> bool:
        """Whether the sealed file is here."""
        return self.path(publication, name).is_file()

    def read(self, publication: str, name: str) -> bytes | None:
        """A small sealed file whole, or None. Segments are read through ``open``."""
        with disk_guarded():
            try:
                return self.path(publication, name).read_bytes()
            except FileNotFoundError:
                return None

    def open(self, publication: str, name: str) -> BinaryIO | None:
        """A sealed file for reading, or None when it is not here."""
        with disk_guarded():
            try:
                return self.path(publication, name).open("rb")
            except FileNotFoundError:
                return None

    def digest(self, publication: str, name: str) -> str:
        """SHA-256 of a sealed file, in hex; empty when it is not here or the disk cannot read it."""
        digest = hashlib.sha256()
        try:
            with self.path(publication, name).open("rb") as file:
                while piece := file.read(_PIECE):
                    digest.update(piece)
        except OSError:
            return ""
        return digest.hexdigest()

    def write(self, publication: str, name: str, data: bytes) -> None:
        """Seal small content at once: part, flush, rename, flush the folder."""
        part = self.part(publication, name)
        with disk_guarded(), part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        self.seal(publication, name)

    def seal(self, publication: str, name: str) -> None:
        """Give a part, already flushed, its name."""
        path = self.path(publication, name)
        with disk_guarded():
            path.with_name(path.name + PART).replace(path)
            _flush_folder(path.parent)

    def publications(self) -> tuple[str, ...]:
        """Publications that have a sealed ``latest.signed``."""
        if not self._folder.is_dir():
            return ()
        return tuple(
            sorted(
                entry.name
                for entry in self._folder.iterdir()
                if is_publication_id(entry.name) and (entry / LATEST).is_file()
            )
        )

    def remove_parts(self, publication: str, keep: frozenset[str]) -> None:
        """Drop unfinished files whose final names are not in ``keep``."""
        root = self._folder / publication
        with disk_guarded():
            for part in root.rglob(f"*{PART}"):
                if part.name.removesuffix(PART) not in keep:
                    part.unlink(missing_ok=True)

    def bytes_of(self, publication: str) -> int:
        """Bytes of everything that lies in a publication's folder."""
        with disk_guarded():
            return sum(one.stat().st_size for one in (self._folder / publication).rglob("*") if one.is_file())

    def remove(self, publication: str) -> None:
        """Delete a publication's folder. What names the edition goes first, so that half of it is taken for no publication."""
        folder = self.path(publication, LATEST).parent
        with disk_guarded():
            if folder.is_dir():
                (folder / LATEST).unlink(missing_ok=True)
                _flush_folder(folder)
                shutil.rmtree(folder)
                _flush_folder(self._folder)

    def free_bytes(self) -> int:
        """Bytes free on the disk."""
        with disk_guarded():
            return shutil.disk_usage(_nearest_existing(self._folder)).free


def _nearest_existing(path: Path) -> Path:
    while not path.exists():
        path = path.parent
    return path


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open folders, and its rename is journalled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
