"""A bundle in a zip, read in place and never extracted.

Entries must be stored as they are, so that an object is read by its offset. The central directory is measured before it
is parsed (APPNOTE.TXT 4.3.12 and 4.3.16), so that a hostile one costs nothing.
"""

from __future__ import annotations

import struct
import zipfile
from typing import TYPE_CHECKING, BinaryIO, Self

from reader.bundle.layout import is_name, is_publication_id
from reader.bundle.limits import LIMITS
from reader.errors import BundleError, SourceError
from reader.sources.presence import is_file

if TYPE_CHECKING:
    from pathlib import Path

_END = struct.Struct("<4s4H2LH")
_END_MAGIC = b"PK\x05\x06"
_LOCAL = struct.Struct("<4s5H3L2H")
_LOCAL_MAGIC = b"PK\x03\x04"
_MOST_COMMENT = 0xFFFF
_NAME_BYTES = 256
_ENCRYPTED = 0x1


class ZipSource:
    """Reads the entries of a zip whose names the format knows; all others are passed over unread.

    Raises:
        BundleError: ``zip-damaged``, ``zip-too-many-entries``, ``zip-doubled-entry``, ``zip-encrypted`` or
            ``zip-compressed``.
        SourceError: ``source-unreadable`` or ``source-gone``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file: BinaryIO = path.open("rb")
        except OSError as error:
            raise SourceError("source-unreadable", source=path.name, reason=error.strerror or "") from error
        try:
            self._entries = self._directory()
        except BaseException:
            self._file.close()
            raise

    @property
    def name(self) -> str:
        """The file's name."""
        return self._path.name

    def _directory(self) -> dict[tuple[str, str], zipfile.ZipInfo]:
        try:
            _check_end(self._file, self.name)
            with zipfile.ZipFile(self._file) as archive:
                infos = archive.infolist()
        except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError, RecursionError) as error:
            raise BundleError("zip-damaged", file=self.name) from error
        except OSError as error:
            raise SourceError("source-unreadable", source=self.name, reason=error.strerror or "") from error
        if len(infos) > LIMITS.zip_entries:
            raise BundleError("zip-too-many-entries", file=self.name, most=LIMITS.zip_entries)
        return self._known(infos)

    def _known(self, infos: list[zipfile.ZipInfo]) -> dict[tuple[str, str], zipfile.ZipInfo]:
        entries: dict[tuple[str, str], zipfile.ZipInfo] = {}
        for info in infos:
            publication, _, name = info.filename.partition("/")
            if not (is_publication_id(publication) and is_name(name)):
                continue
            if (publication, name) in entries:
                raise BundleError("zip-doubled-entry", file=self.name, entry=name)
            if info.flag_bits & _ENCRYPTED:
                raise BundleError("zip-encrypted", file=self.name, entry=name)
            if info.compress_type != zipfile.ZIP_STORED or info.compress_size != info.file_size:
                raise BundleError("zip-compressed", file=self.name, entry=name)
            entries[publication, name] = info
        return entries

    def publications(self) -> tuple[str, ...]:
        """See ``Source.publications``."""
        found = sorted({publication for publication, _name in self._entries})
        if not found:
            raise SourceError("source-empty", source=self.name)
        return tuple(found)

    def size(self, publication: str, name: str) -> int | None:
        """See ``Source.size``."""
        info = self._entries.get((publication, name))
        return None if info is None else info.file_size

    def read(self, publication: str, name: str, offset: int, length: int) -> bytes:
        """See ``Source.read``."""
        info = self._entries.get((publication, name))
        if info is None:
            raise SourceError("source-missing", source=self.name, file=name)
        wanted = max(0, min(length, info.file_size - offset))
        try:
            self._file.seek(self._data_start(info) + offset)
            return self._file.read(wanted)
        except OSError as error:
            code = "source-unreadable" if is_file(self._path) else "source-gone"
            raise SourceError(code, source=self.name, reason=error.strerror or "") from error

    def _data_start(self, info: zipfile.ZipInfo) -> int:
        self._file.seek(info.header_offset)
        header = self._file.read(_LOCAL.size)
        if len(header) < _LOCAL.size or not header.startswith(_LOCAL_MAGIC):
            raise BundleError("zip-damaged", file=self.name)
        *_, name_length, extra_length = _LOCAL.unpack(header)
        return info.header_offset + _LOCAL.size + int(name_length) + int(extra_length)

    def close(self) -> None:
        """Close the zip."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _check_end(file: BinaryIO, name: str) -> None:
    """Refuse a central directory larger than the most entries could need, before anything parses it."""
    file.seek(0, 2)
    size = file.tell()
    tail_length = min(size, _END.size + _MOST_COMMENT)
    file.seek(size - tail_length)
    tail = file.read(tail_length)
    at = tail.rfind(_END_MAGIC)
    if at < 0:
        raise zipfile.BadZipFile
    _magic, _disk, _start, _here, entries, directory_bytes, _offset, _comment = _END.unpack_from(tail, at)
    most = LIMITS.zip_entries
    if entries > most or directory_bytes > most * (46 + _NAME_BYTES):
        raise BundleError("zip-too-many-entries", file=name, most=most)
