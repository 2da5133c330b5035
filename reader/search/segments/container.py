"""One file with named arrays in it, each page of it with a checksum.

    magic | arrays, each from a multiple of 64 bytes | checksums of pages | JSON: names, types, places | tail

The tail gives the place and the checksum of what stands before it from the checksums on. Arrays are in this machine's byte order; the manifest says
which. A file is mapped, and a page of 4 KiB is checked when it is first read, so that opening costs nothing in proportion to
the file, and no damaged byte reaches an answer.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from reader.search.segments.sets import distinct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

MAGIC = b"PKHIDX3\n"
_TAIL = struct.Struct("<QQI8s")  # where the checksums begin, where the JSON begins, checksum from there to here, magic
_ALIGNED = 64
#: As small as the system's own: a list of a few numbers is read, and with it the page around.
PAGE = 1 << 12
_IN_MEMORY = 1 << 20
_COPY = 1 << 20
_LONGEST_HEAD = 1 << 26


class Damaged(Exception):  # noqa: N818  (what is damaged is a file)
    """The bytes are not what was written."""


class ContainerWriter:
    """Collects arrays, small ones in memory and large ones in scratch files of the folder, and writes them as one file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._types: dict[str, str] = {}
        self._parts: dict[str, IO[bytes]] = {}

    def append(self, name: str, values: NDArray[np.generic]) -> None:
        """Add to the end of an array, which is made when it is first named."""
        if name not in self._parts:
            self._types[name] = values.dtype.str
            self._parts[name] = SpooledTemporaryFile(_IN_MEMORY, dir=str(self._folder))  # noqa: SIM115  (closed by close)
        if values.dtype.str != self._types[name]:
            raise TypeError(name)
        self._parts[name].write(np.ascontiguousarray(values).data)

    def finish(self, path: Path, facts: Mapping[str, Any]) -> None:
        """Write the file; ``facts`` are what is said of it as a whole, in JSON."""
        with path.open("wb") as opened:
            pages = _PageWriter(opened)
            pages.write(MAGIC)
            arrays = {name: self._copy(name, part, pages) for name, part in self._parts.items()}
            sums = pages.checksums()
            head = json.dumps({"arrays": arrays, "facts": facts}).encode()
            start = opened.tell()
            opened.write(sums + head)
            checksum = zlib.crc32(head, zlib.crc32(sums))
            opened.write(_TAIL.pack(start, start + len(sums), checksum, MAGIC))
        self.close()

    def _copy(self, name: str, part: IO[bytes], pages: _PageWriter) -> tuple[str, int, int]:
        pages.write(bytes(-pages.size % _ALIGNED))
        start, size = pages.size, part.tell()
        part.seek(0)
        while chunk := part.read(_COPY):
            pages.write(chunk)
        return self._types[name], start, size

    def close(self) -> None:
        """Let go of scratch files."""
        for part in self._parts.values():
            part.close()


class _PageWriter:
    """Writes, and takes the checksum of each page as it fills."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._sums: list[int] = []
        self._running = 0
        self.size = 0

    def write(self, data: bytes) -> None:
        self._file.write(data)
        view = memoryview(data)
        while view:
            room = PAGE - self.size % PAGE
            piece, view = view[:room], view[room:]
            self._running = zlib.crc32(piece, self._running)
            self.size += len(piece)
            if not self.size % PAGE:
                self._sums.append(self._running)
                self._running = 0

    def checksums(self) -> bytes:
        if self.size % PAGE:
            self._sums.append(self._running)
        return np.array(self._sums, "<u4").tobytes()


class Stored:
    """An array of a container, of which parts are checked as they are read."""

    __slots__ = ("_array", "_at", "_container", "_name", "_size", "_width")

    def __init__(self, container: Container, name: str, at: int, array: NDArray[Any]) -> None:
        self._container = container
        self._name = name
        self._at = at
        self._array = array
        self._size = len(array)
        self._width = array.itemsize

    def part(self, first: int, last: int) -> NDArray[Any]:
        """The items from ``first`` to before ``last``.

        Raises:
            Damaged: there are none such, or their checksum does not agree.
        """
        if not 0 <= first <= last <= self._size:
            raise Damaged(self._name)
        if first < last:
            self._container.look(self._at + first * self._width, self._at + last * self._width)
        return self._array[first:last]


class Container:
    """A file of arrays, mapped for reading.

    Raises:
        Damaged: at opening or reading, when a checksum does not agree.
        OSError: the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._map = _mapped(path)
        self._whole = memoryview(self._map)
        start, names_at, self.checksum = _checked_tail(self._whole)
        self._size = start
        #: As plain numbers: one at a time is asked for.
        self._sums = memoryview(np.frombuffer(self._whole, "<u4", (names_at - start) // 4, start).astype(np.uint32))  # type: ignore[arg-type]
        self._seen = bytearray(len(self._sums))
        head = json.loads(bytes(self._whole[names_at : len(self._whole) - _TAIL.size]))
        self._arrays: dict[str, tuple[np.dtype[Any], int, int]] = {
            name: (np.dtype(kind), at, size) for name, (kind, at, size) in head["arrays"].items()
        }
        #: What the writer said of the file.
        self.facts: dict[str, Any] = head["facts"]

    def array(self, name: str) -> NDArray[Any]:
        """A whole array, checked."""
        kind, _, size = self._place(name)
        return self.part(name, 0, size // kind.itemsize)

    def part(self, name: str, first: int, last: int) -> NDArray[Any]:
        """The items of an array from ``first`` to before ``last``, checked."""
        return self.stored(name).part(first, last)

    def stored(self, name: str, kind: Any = None) -> Stored:
        """An array to read parts of, as items of its own kind or another."""
        own, at, size = self._place(name)
        kind = np.dtype(kind or own)
        return Stored(
            self, name, at, np.frombuffer(self._whole, kind, size // kind.itemsize, at) if size else np.empty(0, kind)
        )

    def look(self, start: int, end: int) -> None:
        """Check the pages of some bytes, those that were not read before."""
        first, last = start // PAGE, (end - 1) // PAGE
        if self._seen.find(0, first, last + 1) >= 0:
            self._check(first, last)

    def items(self, name: str, places: NDArray[np.intp]) -> NDArray[Any]:
        """The items of an array at some places, checked."""
        kind, at, size = self._place(name)
        if not len(places):
            return np.empty(0, kind)
        if places.min() < 0 or (int(places.max()) + 1) * kind.itemsize > size:
            raise Damaged(name)
        pages = (places * kind.itemsize + at) // PAGE
        for page in distinct(pages[np.frombuffer(self._seen, np.uint8)[pages] == 0]).tolist():
            self._check(page, page)
        return np.frombuffer(self._whole, kind, size // kind.itemsize, at)[places]

    def _place(self, name: str) -> tuple[np.dtype[Any], int, int]:
        place = self._arrays.get(name)
        if place is None:
            raise Damaged(name)
        return place

    def _check(self, first: int, last: int) -> None:
        page = self._seen.find(0, first, last + 1)
        while page >= 0:
            end = min((page + 1) * PAGE, self._size)
            if zlib.crc32(self._whole[page * PAGE : end]) != self._sums[page]:
                raise Damaged(page)
            self._seen[page] = 1
            page = self._seen.find(0, page + 1, last + 1)

    def release(self) -> None:
        """Give back the memory of pages that were read, where the system can; they are read again when they are needed."""
        if hasattr(self._map, "madvise") and hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def check_all(self) -> None:
        """Read and check every page."""
        self._check(0, len(self._sums) - 1)


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as opened:
        try:
            return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:  # an empty file
            raise Damaged(path.name) from error


def _checked_tail(whole: memoryview) -> tuple[int, int, int]:
    """Where the checksums and where the names begin, and the checksum of both."""
    if len(whole) < len(MAGIC) + _TAIL.size or whole[: len(MAGIC)] != MAGIC:
        raise Damaged
    end = len(whole) - _TAIL.size
    start, names_at, checksum, magic = _TAIL.unpack(whole[end:])
    if magic != MAGIC or not len(MAGIC) <= start <= names_at <= end or end - start > _LONGEST_HEAD:
        raise Damaged
    if (names_at - start) % 4 or (names_at - start) // 4 != -(-start // PAGE):
        raise Damaged
    if zlib.crc32(whole[start:end]) != checksum:
        raise Damaged
    return start, names_at, checksum
