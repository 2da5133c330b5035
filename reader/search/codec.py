"""How postings lie on the disk: Whoosh's codec with flat arrays in place of its pickled blocks, and segments mapped.

Whoosh pickles every block of postings and every list of positions, and copies a whole segment into memory when it opens
it. Here a block is a fixed header and four arrays, positions are one array a posting, and a segment is read through a memory
map. Arrays are in this machine's byte order; the manifest says which. Still pickled by Whoosh, and therefore read only
after the manifest was checked: the list of segments, the directory inside a segment, and the extras of its term table.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import (
    W3Codec,
    W3FieldWriter,
    W3LeafMatcher,
    W3PerDocReader,
    W3PostingsWriter,
    W3Segment,
)
from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.formats import Existence, Positions
from whoosh.reading import CorruptIndexError
from whoosh.util.numeric import byte_to_length, length_to_byte

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLOCK = struct.Struct(
    "!iIIfBBII"
)  # size (negative: last), postings, last id, heaviest, lengths, raw bytes, stored bytes
_POSTINGS_A_BLOCK = 1024
_LEVEL = 1
_BYTES = ord("B")
_WORTH_PACKING = 96


class PositionFormat(Positions):
    """Positions of a term in one document: differences as an array, after a byte that names its item type."""

    def encode(self, poslist: Sequence[int]) -> bytes:
        """Pack rising positions."""
        steps = [poslist[0], *map(sub, poslist[1:], poslist)]
        largest = max(steps)
        code = "B" if largest < 1 << 8 else "H" if largest < 1 << 16 else "I"
        return code.encode() + array(code, steps).tobytes()

    def decode_positions(self, valuestring: bytes) -> list[int]:
        """Unpack what ``encode`` packed."""
        if valuestring[0] == _BYTES:
            return list(accumulate(valuestring[1:]))
        return list(accumulate(array(chr(valuestring[0]), valuestring[1:])))

    def decode_frequency(self, valuestring: bytes) -> int:
        """How many positions there are."""
        return (len(valuestring) - 1) // array(chr(valuestring[0])).itemsize


class SetFormat(Existence):
    """Whether a term is in a document, and nothing else."""


class Codec(W3Codec):
    """Whoosh's third codec with the parts of this module in it."""

    def __init__(self) -> None:
        super().__init__(blocklimit=_POSTINGS_A_BLOCK, compression=_LEVEL)

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """The writer of a segment's terms."""
        return FieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> PostingsWriter:
        """A writer for one term's postings after another."""
        return PostingsWriter(dbfile, self._blocklimit, byteids=byteids, compression=self._compression)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> Postings:
        """The postings of one term."""
        offset, length = terminfo.extent()
        return Postings(dbfile, offset, length, format_, term=term, scorer=scorer)

    def per_document_reader(self, storage: Any, segment: Any) -> PerDocumentReader:
        """The columns of a segment."""
        return PerDocumentReader(storage, segment)

    def new_segment(self, storage: Any, indexname: str) -> Segment:  # noqa: ARG002  (Whoosh's signature)
        """A segment with a name of its own."""
        return Segment(self, indexname)


class FieldWriter(W3FieldWriter):
    """Writes terms, also with all their postings at once."""

    def add_term(self, term: bytes, ids: Sequence[int], weights: Sequence[float], values: Sequence[bytes]) -> None:
        """Add a term and its postings to the field that was begun."""
        self.start_term(term)
        self._postwriter.add_block(ids, weights, values)
        self.finish_term()


class PostingsWriter(W3PostingsWriter):
    """Writes blocks as a header, then document numbers, weights, lengths of values, and values."""

    def add_block(self, ids: Sequence[int], weights: Sequence[float], values: Sequence[bytes]) -> None:
        """Add many postings at once, in order. Lengths are not noted, which leaves Whoosh's bounds of scores safe."""
        for start in range(0, len(ids), self._blocklimit):
            if self._ids:
                self._write_block()
            end = start + self._blocklimit
            self._ids.extend(ids[start:end])
            self._weights.extend(weights[start:end])
            self._values.extend(value for value in values[start:end] if value)
            self._maxweight = max(self._weights)

    def _write_block(self, last: bool = False) -> None:
        self._terminfo.add_block(self)
        raw = self._payload()
        data = zlib.compress(raw, self._compression) if len(raw) > _WORTH_PACKING else raw
        size = len(data) + _BLOCK.size
        lengths = length_to_byte(self._minlength), length_to_byte(self._maxlength)
        head = (-size if last else size, len(self._ids), self._ids[-1], self._maxweight, *lengths, len(raw), len(data))
        self._postfile.write(_BLOCK.pack(*head))
        self._postfile.write(data)
        self._blockcount += 1
        self._new_block()

    def _payload(self) -> bytes:
        ids = self._ids
        steps = array("I", [ids[0], *map(sub, ids[1:], ids)])
        sizes = array("I", map(len, self._values))
        return b"".join((steps.tobytes(), self._weights.tobytes(), sizes.tobytes(), *self._values))


class Postings(W3LeafMatcher):
    """One term's postings: as a Whoosh matcher, and block by block for whoever takes the whole list."""

    def blocks(self) -> Iterator[list[int]]:
        """The document numbers of each block. Until the next is asked for, weights and values are those of this one."""
        while not self._atend:
            yield self._block_ids()
            self._next_block()

    def block_weights(self) -> array[float]:
        """How often the term is in each document of the block."""
        return self._array(1, "f")

    def block_values(self) -> list[bytes]:
        """The positions in each document of the block, still packed."""
        sizes = self._array(2, "I") or array("I", bytes(4 * self._blocklength))  # a format may keep no values
        data = bytes(self._block_data()[12 * self._blocklength :])
        return [data[end - size : end] for size, end in zip(sizes, accumulate(sizes), strict=True)]

    def _read_header(self) -> None:
        self._baseoffset = self._startoffset

    def _goto(self, position: int) -> None:
        self._data: memoryview | None = None
        self._ids: list[int] | None = None
        self._weights: array[float] | None = None
        self._values: list[bytes] | None = None
        self._i = 0
        head = self._postfile.get(position, _BLOCK.size)
        try:
            size, count, last_id, heaviest, shortest, longest, raw, stored = _BLOCK.unpack(head)
        except struct.error as error:
            raise CorruptIndexError(str(error)) from error
        if abs(size) != stored + _BLOCK.size or not 0 < count <= _POSTINGS_A_BLOCK:
            raise CorruptIndexError(str(position))
        self._lastblock = size < 0
        self._dataoffset = position + _BLOCK.size
        self._nextoffset = self._dataoffset + stored
        self._blocklength, self._maxid, self._maxweight, self._rawlength = count, last_id, heaviest, raw
        self._minlength, self._maxlength = byte_to_length(shortest), byte_to_length(longest)

    def _block_ids(self) -> list[int]:
        return list(accumulate(self._array(0, "I")))

    def _read_ids(self) -> None:
        self._ids = self._block_ids()

    def _read_weights(self) -> None:
        self._weights = self.block_weights()

    def _read_values(self) -> None:
        self._values = self.block_values()

    def _array(self, number: int, code: str) -> array[Any]:
        width = 4 * self._blocklength
        return array(code, bytes(self._block_data()[number * width : (number + 1) * width]))

    def _block_data(self) -> memoryview:
        if self._data is None:
            data = self._postfile.get(self._dataoffset, self._nextoffset - self._dataoffset)
            if self._rawlength > _WORTH_PACKING:
                data = zlib.decompressobj().decompress(data, self._rawlength)
            if len(data) != self._rawlength:
                raise CorruptIndexError(str(self._dataoffset))
            self._data = memoryview(data)
        return self._data


class PerDocumentReader(W3PerDocReader):
    """Columns, also as a whole."""

    def lengths(self, field: str) -> bytes:
        """One byte for each document: the length of this field, as Whoosh rounds it; 0 where there is none."""
        return self._raw(f"_{field}_len").ljust(self._doccount, b"\0")

    def numbers(self, field: str, code: str) -> array[Any]:
        """A numeric column; 0 where a document has none. ``code`` is the item type of the column."""
        column = array(code)
        raw = self._raw(field).ljust(self._doccount * column.itemsize, b"\0")
        column.frombytes(raw)
        if sys.byteorder == "little":
            column.byteswap()  # Whoosh writes columns big-endian
        return column

    def _raw(self, field: str) -> bytes:
        if not self.has_column(field):
            return b""
        opened, _, length = self._get_column_file(field)
        try:
            return bytes(opened.get(0, length))
        finally:
            opened.close()


class Segment(W3Segment):
    """A segment whose file is mapped, not copied."""

    def open_compound_file(self, storage: Any) -> _MappedStorage:
        """The files inside the segment's one file."""
        return _MappedStorage(storage.open_file(self.make_filename(self.COMPOUND_EXT)))


class _MappedStorage(CompoundStorage):
    def open_file(self, name: str, *_args: Any, **_kwargs: Any) -> BufferFile:
        if self._source is None:  # no address space for the map
            return super().open_file(name)
        offset, length = self.range(name)
        return _View(memoryview(self._source)[offset : offset + length], name)


class _View(BufferFile):
    """A part of a memory map as a file. Whoosh's own class copies the part, which may be the whole segment."""

    def __init__(self, buffer: memoryview, name: str) -> None:  # the base copies, so its __init__ is left out
        self._buf = buffer
        self._name = name
        self.file = _Cursor(buffer)
        self.onclose = None
        self.is_real = False
        self.is_closed = False


class _Cursor:
    """Reading from where one is, for pickle and for struct."""

    def __init__(self, buffer: memoryview) -> None:
        self._buffer = buffer
        self._at = 0

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + (0, self._at, len(self._buffer))[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        end = len(self._buffer) if size < 0 else self._at + size
        data = bytes(self._buffer[self._at : end])
        self._at += len(data)
        return data

    def readline(self) -> bytes:
        raise NotImplementedError  # pickle asks that it is there, and does not call it for protocol 2

    def close(self) -> None:
        self._buffer = memoryview(b"")
