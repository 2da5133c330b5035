"""A bundle in a folder: a stick, a copy on disk."""

from __future__ import annotations

import errno
import os
import stat
from itertools import islice
from typing import TYPE_CHECKING, Self

from reader.bundle.layout import is_name, is_publication_id
from reader.errors import SourceError
from reader.sources.presence import is_file, is_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_ENTRIES = 10_000
_GONE = {errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.ENOTDIR}


class FolderSource:
    """Reads a bundle's tree below ``root``, or ``root`` itself when it is a publication's folder.

    Only regular files inside the folder are opened: no symbolic link, no device.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: set[str] = set()
        if is_publication_id(root.name) and is_file(root / "latest.signed"):
            self._root = root.parent

    @property
    def name(self) -> str:
        """The folder's name."""
        return self._root.name or str(self._root)

    def publications(self) -> tuple[str, ...]:
        """See ``Source.publications``."""
        try:
            with os.scandir(self._root) as entries:
                found = [entry.name for entry in islice(entries, MOST_ENTRIES) if self._holds_publication(entry)]
        except OSError as error:
            raise self._error(error) from error
        if not found:
            raise SourceError("source-empty", source=self.name)
        self._seen.update(found)
        return tuple(sorted(found))

    def _holds_publication(self, entry: os.DirEntry[str]) -> bool:
        return is_publication_id(entry.name) and entry.is_dir(follow_symlinks=False)

    def size(self, publication: str, name: str) -> int | None:
        """See ``Source.size``."""
        try:
            status = os.lstat(self._path(publication, name))
        except FileNotFoundError:
            self._must_be_there(publication)
            return None
        except OSError as error:
            raise self._error(error) from error
        self._seen.add(publication)
        return status.st_size if stat.S_ISREG(status.st_mode) else None

    def read(self, publication: str, name: str, offset: int, length: int) -> bytes:
        """See ``Source.read``."""
        if self.size(publication, name) is None:
            raise SourceError("source-missing", source=self.name, file=name)
        try:
            with self._path(publication, name).open("rb", buffering=0) as file:
                file.seek(offset)
                return _read_up_to(file.read, length)
        except OSError as error:
            raise self._error(error) from error

    def _path(self, publication: str, name: str) -> Path:
        if not (is_publication_id(publication) and is_name(name)):
            raise SourceError("source-missing", source=self.name, file=name)
        return self._root / publication / name

    def _must_be_there(self, publication: str) -> None:
        """A pulled stick may leave an empty folder where it was; a publication that was never there is not gone."""
        if publication in self._seen and not is_folder(self._root / publication):
            raise SourceError("source-gone", source=self.name)

    def _error(self, error: OSError) -> SourceError:
        gone = isinstance(error, FileNotFoundError) or error.errno in _GONE or not is_folder(self._root)
        code = "source-gone" if gone else "source-unreadable"
        return SourceError(code, source=self.name, reason=error.strerror or "")

    def close(self) -> None:
        """Nothing is held open between reads, so that a stick can be pulled."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _read_up_to(read: Callable[[int], bytes | None], length: int) -> bytes:
    """Read until ``length`` bytes or the end: an unbuffered read may return less."""
    parts: list[bytes] = []
    missing = length
    while missing > 0:
        part = read(missing)
        if not part:
            break
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
