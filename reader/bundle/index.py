"""A segment's index: one line of JSON an object, compressed, in the order of the frames."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from reader.bundle import zstd
from reader.bundle.descriptor import HEADER_BYTES, MEDIA, check_segment_limits
from reader.bundle.fields import ID, LANGUAGE, SHA256, Fields, without_empty
from reader.bundle.frame import STORED, ZSTD, check_object_size
from reader.bundle.json_text import canonical_json, strict_json
from reader.bundle.limits import LIMITS
from reader.bundle.requirements import known_kind, needs_newer
from reader.errors import BundleError
from reader.model.article import Tier
from reader.model.edition import IndexRow
from reader.model.publication import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model.edition import SegmentInfo

_TIER = re.compile("|".join(Tier))
#: Image types that a reader shows. No SVG: it can hold scripts and addresses.
_IMAGE_TYPE = re.compile("image/(png|jpeg|webp|gif|avif)")


def encode_index(rows: Iterable[IndexRow]) -> bytes:
    """The compressed index of rows that lie one after another."""
    lines = b"".join(canonical_json(_encode_row(row)) + b"\n" for row in rows)
    return zstd.compress(lines, level=zstd.INDEX_LEVEL)


def decode_index(data: bytes, info: SegmentInfo) -> tuple[IndexRow, ...]:
    """Check an index against the segment's descriptor, and read its rows, in the order of the frames.

    Raises:
        BundleError: ``index-cut``, ``index-wrong``, ``index-too-large``, ``index-ratio-too-high``,
            ``index-objects-wrong``, ``index-lengths-wrong``, ``object-doubled``, ``segment-mixed``, a code for each
            limit of an object, ``needs-newer-packhorse``, ``field-missing``, ``field-wrong``, and what ``strict_json``
            and ``zstd.decompress`` raise.
    """
    check_segment_limits(info)
    if len(data) != info.index_bytes:
        raise BundleError("index-cut", segment=info.sha256, bytes=len(data), expected=info.index_bytes)
    if hashlib.sha256(data).hexdigest() != info.index_sha256:
        raise BundleError("index-wrong", segment=info.sha256)
    lines = _decompress(data).split(b"\n")
    if lines.pop() or len(lines) != info.objects:
        raise BundleError("index-objects-wrong", segment=info.sha256, found=len(lines), expected=info.objects)
    rows = _decode_rows(lines, info)
    _check_rows(rows, info)
    return rows


def _decompress(data: bytes) -> bytes:
    size = zstd.declared_size(data)
    if size > LIMITS.index_bytes:
        raise BundleError("index-too-large", bytes=size, most=LIMITS.index_bytes)
    if size > len(data) * LIMITS.index_ratio:
        raise BundleError("index-ratio-too-high", ratio=size // len(data), most=LIMITS.index_ratio)
    return zstd.decompress(data, size)


def _decode_rows(lines: Sequence[bytes], info: SegmentInfo) -> tuple[IndexRow, ...]:
    rows = []
    at = 0
    for number, line in enumerate(lines):
        row = _decode_row(Fields(strict_json(line), f"index[{number}]"), at)
        check_object_size(row)
        if (row.kind == Kind.IMAGE) != (info.kind == MEDIA) or row.tier != info.tier:
            raise BundleError("segment-mixed", segment=info.sha256, object=row.id)
        at += row.size
        rows.append(row)
    return tuple(rows)


def _check_rows(rows: Sequence[IndexRow], info: SegmentInfo) -> None:
    names = {(row.kind, row.id, row.tier) for row in rows}
    if len(names) != len(rows):
        raise BundleError("object-doubled", segment=info.sha256)
    frames = info.bytes - HEADER_BYTES - info.index_bytes
    if sum(row.size for row in rows) != frames or sum(row.raw for row in rows) != info.raw_bytes:
        raise BundleError("index-lengths-wrong", segment=info.sha256)


def _decode_row(fields: Fields, at: int) -> IndexRow:
    kind = known_kind(fields)
    raw = fields.integer("raw", least=1)
    codec = _codec(fields)
    image = kind == Kind.IMAGE
    return IndexRow(
        kind=kind,
        id=fields.text("id", pattern=ID),
        revision=fields.integer("revision", least=1),
        at=at,
        size=fields.integer("size", least=raw if codec == STORED else 1, most=raw),
        raw=raw,
        sha256=fields.text("sha256", pattern=SHA256),
        codec=codec,
        language=fields.text("language", "", LANGUAGE),
        date=fields.date("date", ""),
        title=fields.text("title", ""),
        section=fields.text("section", "", ID),
        type=fields.text("type", pattern=_IMAGE_TYPE) if image else "",
        tier=fields.text("tier", pattern=_TIER) if image else "",
        width=fields.integer("width", least=1) if image else 0,
        height=fields.integer("height", least=1) if image else 0,
        media=fields.texts("media", ID),
    )


def _codec(fields: Fields) -> str:
    codec = fields.text("codec", ZSTD)
    if codec not in {ZSTD, STORED}:
        raise needs_newer(f"codec {codec}")
    return codec


def _encode_row(row: IndexRow) -> dict[str, object]:
    return without_empty(
        {
            "kind": str(row.kind),
            "id": row.id,
            "revision": row.revision,
            "size": row.size,
            "raw": row.raw,
            "sha256": row.sha256,
            "codec": "" if row.codec == ZSTD else row.codec,
            "language": row.language,
            "date": row.date,
            "title": row.title,
            "section": row.section,
            "type": row.type,
            "tier": str(row.tier),
            "width": row.width,
            "height": row.height,
            "media": list(row.media),
        }
    )
