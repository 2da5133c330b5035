"""A segment: magic, length of the index, index, frames one after another. This module is its face for other packages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.bundle.descriptor import HEADER_BYTES, MEDIA, TEXT, check_segment_limits
from reader.bundle.dictionary import Dictionary, train_dictionary
from reader.bundle.frame import STORED, check_frame, decode_frame, encode_frame
from reader.bundle.index import decode_index, encode_index
from reader.bundle.limits import LIMITS
from reader.errors import BundleError
from reader.model.edition import IndexRow, SegmentInfo
from reader.model.publication import THINGS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "HEADER_BYTES",
    "MEDIA",
    "TEXT",
    "Dictionary",
    "NewObject",
    "build_segment",
    "check_frame",
    "decode_frame",
    "decode_index",
    "join_segment",
    "new_row",
    "pack_object",
    "read_header",
    "train_dictionary",
]

_MAGIC = b"PKHSEG1\n"


@dataclass(frozen=True, slots=True)
class NewObject:
    """An object to pack. ``data`` is its raw content; the rest goes into its index row."""

    kind: Kind
    id: str
    data: bytes
    revision: int = 1
    language: str = ""
    date: str = ""
    title: str = ""
    section: str = ""
    type: str = ""
    tier: str = ""
    width: int = 0
    height: int = 0
    media: tuple[str, ...] = ()


def read_header(data: bytes) -> int:
    """The length in bytes of the index, from a segment's first 12 bytes.

    Raises:
        BundleError: ``segment-cut``, ``segment-malformed`` or ``index-too-large``.
    """
    if len(data) < HEADER_BYTES:
        raise BundleError("segment-cut", bytes=len(data), expected=HEADER_BYTES)
    if not data.startswith(_MAGIC):
        raise BundleError("segment-malformed")
    size = int.from_bytes(data[len(_MAGIC) : HEADER_BYTES], "big")
    if size > LIMITS.index_bytes:
        raise BundleError("index-too-large", bytes=size, most=LIMITS.index_bytes)
    return size


def build_segment(
    objects: Sequence[NewObject],
    *,
    kind: str = TEXT,
    tier: str = "",
    language: str = "",
    dictionary: Dictionary | None = None,
    required: bool = False,
) -> tuple[SegmentInfo, bytes]:
    """Pack objects into a segment. The same objects, in any order, give the same bytes.

    Raises:
        BundleError: what ``join_segment`` raises.
    """
    packed = [pack_object(each, dictionary) for each in objects]
    info = SegmentInfo("", 0, 0, "", 0, 0, kind, tier, language, required=required)
    return join_segment(packed, info, dictionary.sha256 if dictionary else "")


def pack_object(new: NewObject, dictionary: Dictionary | None) -> tuple[IndexRow, bytes]:
    """An object's row, not yet placed in a segment, and its frame. Images are compressed already and are stored."""
    codec, frame = encode_frame(new.data, dictionary, compressible=new.kind != Kind.IMAGE)
    return new_row(new, frame, codec), frame


def new_row(new: NewObject, frame: bytes, codec: str = STORED) -> IndexRow:
    """The row of an object whose frame has no place yet."""
    return IndexRow(
        kind=new.kind,
        id=new.id,
        revision=new.revision,
        at=0,
        size=len(frame),
        raw=len(new.data),
        sha256=hashlib.sha256(frame).hexdigest(),
        codec=codec,
        language=new.language,
        date=new.date,
        title=new.title,
        section=new.section,
        type=new.type,
        tier=new.tier,
        width=new.width,
        height=new.height,
        media=new.media,
    )


def join_segment(
    packed: Iterable[tuple[IndexRow, bytes]], like: SegmentInfo, dictionary: str = ""
) -> tuple[SegmentInfo, bytes]:
    """Put packed frames together, newest first; ``like`` gives kind, tier, language, supersedes and required.

    Frames are copied as they are, so that a rollup of sealed segments needs no dictionary.

    Raises:
        BundleError: whatever ``decode_index`` refuses, so that no breach is ever written; ``segment-empty``.
    """
    ordered = sorted(packed, key=lambda pair: _newest_first(pair[0]), reverse=True)
    if not ordered:
        raise BundleError("segment-empty")
    rows = [row for row, _frame in ordered]
    index = encode_index(rows)
    header = _MAGIC + len(index).to_bytes(HEADER_BYTES - len(_MAGIC), "big")
    data = b"".join((header, index, *(frame for _row, frame in ordered)))
    info = replace(
        like,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        index_bytes=len(index),
        index_sha256=hashlib.sha256(index).hexdigest(),
        objects=len(rows),
        raw_bytes=sum(row.raw for row in rows),
        dictionary=dictionary,
        newest=max((row.date for row in rows if row.kind == Kind.ARTICLE), default=""),
    )
    check_segment_limits(info)
    decode_index(index, info)
    return info, data


def _newest_first(row: IndexRow) -> tuple[bool, str, tuple[int, ...], str, str]:
    """Sorted in reverse: things, then by date from the newest, then by id from the first."""
    return (row.kind in THINGS, row.date, tuple(-ord(letter) for letter in row.id), row.kind, row.tier)
