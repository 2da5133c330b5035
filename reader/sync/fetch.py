"""Bring files here, every frame checked as it completes.

A cut costs at most one read, and hashes make sources interchangeable: the next run goes on from any of them.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, BinaryIO

from reader.bundle.layout import dictionary_name, segment_name
from reader.bundle.segment import HEADER_BYTES, Dictionary, check_frame, decode_index, read_header
from reader.errors import BundleError, SourceError
from reader.store.files import disk_guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from reader.model.edition import DictionaryInfo, IndexRow, SegmentInfo
    from reader.sources import Source
    from reader.store.files import SealedFiles

_CHUNK = 1 << 20


def fetch_dictionary(source: Source, publication: str, info: DictionaryInfo, files: SealedFiles) -> None:
    """Bring a dictionary, check it, seal it.

    Raises:
        BundleError: when it is not what the edition promised.
        SourceError: when the source lacks it or is gone.
    """
    name = dictionary_name(info.sha256)
    data = source.read(publication, name, 0, info.bytes + 1)
    Dictionary.load(info.sha256, data)
    files.write(publication, name, data)


def read_index(source: Source, publication: str, info: SegmentInfo) -> tuple[bytes, tuple[IndexRow, ...]]:
    """A segment's head (header and index, as bytes) and its rows, checked.

    Raises:
        BundleError: when it is not what the edition promised.
        SourceError: when the source lacks the segment or is gone.
    """
    head = source.read(publication, segment_name(info.sha256), 0, HEADER_BYTES + info.index_bytes)
    return head, _rows(head, info)


def sealed_index(files: SealedFiles, publication: str, info: SegmentInfo) -> tuple[IndexRow, ...]:
    """The rows of a segment that is sealed here."""
    file = files.open(publication, segment_name(info.sha256))
    if file is None:
        raise SourceError("source-missing", source="library", file=segment_name(info.sha256))
    with file, disk_guarded():
        return _rows(file.read(HEADER_BYTES + info.index_bytes), info)


def _rows(head: bytes, info: SegmentInfo) -> tuple[IndexRow, ...]:
    if read_header(head[:HEADER_BYTES]) != info.index_bytes:
        raise BundleError("segment-index-wrong", segment=info.sha256)
    return decode_index(head[HEADER_BYTES:], info)


def fetch_segment(
    source: Source, publication: str, info: SegmentInfo, files: SealedFiles, advance: Callable[[int], None]
) -> tuple[IndexRow, ...]:
    """Bring a segment, from where an earlier run stopped, and seal it. Returns its rows.

    ``advance`` is told how many more bytes are good.

    Raises:
        BundleError: ``segment-wrong`` and the like: the bytes are not what the edition promised. Good frames are kept.
        SourceError: the source is gone, lacks the segment, or ends early (``source-cut``).
        StoreError: our disk is full.
    """
    name = segment_name(info.sha256)
    if files.has(publication, name):
        advance(info.bytes)
        return sealed_index(files, publication, info)
    part = files.part(publication, name)
    with disk_guarded(), _open_part(part) as file:
        rows, good = _resume(file, info)
        if not rows:
            head, rows = read_index(source, publication, info)
            file.write(head)
            good = len(head)
        advance(good)
        for data in _frames(source, publication, info, rows, good):
            file.write(data)
            advance(len(data))
        file.flush()
        os.fsync(file.fileno())
        _check_whole(file, info)
    files.seal(publication, name)
    return rows


def _open_part(path: Path) -> BinaryIO:
    path.touch(mode=0o600)
    return path.open("r+b")


def _resume(file: BinaryIO, info: SegmentInfo) -> tuple[tuple[IndexRow, ...], int]:
    """Rows of a part and how many of its bytes are good; the rest is cut off. No rows when nothing is usable."""
    try:
        rows = _rows(file.read(HEADER_BYTES + info.index_bytes), info)
    except BundleError:
        file.seek(0)
        file.truncate()
        return (), 0
    good = HEADER_BYTES + info.index_bytes
    for row in rows:
        try:
            check_frame(row, file.read(row.size))
        except BundleError:
            break
        good += row.size
    file.seek(good)
    file.truncate()
    return rows, good


def _frames(
    source: Source, publication: str, info: SegmentInfo, rows: Sequence[IndexRow], good: int
) -> Iterator[bytes]:
    """Checked frames after the first ``good`` bytes, several in one piece of about a mebibyte."""
    base = HEADER_BYTES + info.index_bytes
    waiting = [row for row in rows if base + row.at >= good]
    for group in _groups(waiting):
        length = sum(row.size for row in group)
        data = source.read(publication, segment_name(info.sha256), base + group[0].at, length)
        start = group[0].at
        for row in group:
            frame = data[row.at - start : row.at - start + row.size]
            if len(frame) < row.size:
                yield data[: row.at - start]
                raise SourceError("source-cut", source=source.name, file=segment_name(info.sha256))
            try:
                check_frame(row, frame)
            except BundleError:
                yield data[: row.at - start]
                raise
        yield data


def _groups(rows: Sequence[IndexRow]) -> Iterator[list[IndexRow]]:
    group: list[IndexRow] = []
    size = 0
    for row in rows:
        if group and size + row.size > _CHUNK:
            yield group
            group, size = [], 0
        group.append(row)
        size += row.size
    if group:
        yield group


def _check_whole(file: BinaryIO, info: SegmentInfo) -> None:
    file.seek(0)
    digest = hashlib.sha256()
    while piece := file.read(_CHUNK):
        digest.update(piece)
    if digest.hexdigest() != info.sha256:
        file.seek(0)
        file.truncate()
        raise BundleError("segment-wrong", segment=info.sha256)
