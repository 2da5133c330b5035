"""One object's bytes in a segment: checked against its row, then decoded. There is no way to decode without the check."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reader.bundle import zstd
from reader.bundle.limits import LIMITS
from reader.errors import BundleError
from reader.model.publication import Kind

if TYPE_CHECKING:
    from reader.bundle.dictionary import Dictionary
    from reader.model.edition import IndexRow

ZSTD = "zstd"
STORED = "stored"


def check_frame(row: IndexRow, data: bytes) -> None:
    """Check a frame's length and digest. Nothing is decompressed.

    Raises:
        BundleError: ``frame-cut`` when it is shorter or longer, ``frame-wrong`` when it is not what the index names.
    """
    if len(data) != row.size:
        raise BundleError("frame-cut", object=row.id, bytes=len(data), expected=row.size)
    if hashlib.sha256(data).hexdigest() != row.sha256:
        raise BundleError("frame-wrong", object=row.id)


def decode_frame(row: IndexRow, data: bytes, dictionary: Dictionary | None) -> bytes:
    """Check a frame and give the object's bytes: ``row.raw`` of them.

    Raises:
        BundleError: what ``check_frame`` and ``check_object_size`` raise; ``frame-damaged``, ``frame-length-wrong``,
            ``window-too-large`` or ``dictionary-missing``.
    """
    check_frame(row, data)
    check_object_size(row)
    if row.codec == STORED:
        return data
    return zstd.decompress(data, row.raw, None if dictionary is None else dictionary.zstd_dictionary)


def encode_frame(raw: bytes, dictionary: Dictionary | None, *, compressible: bool) -> tuple[str, bytes]:
    """The codec and the frame's bytes; what does not become smaller is stored as it is."""
    if compressible:
        frame = zstd.compress(raw, None if dictionary is None else dictionary.zstd_dictionary)
        if len(frame) < len(raw):
            return ZSTD, frame
    return STORED, raw


def check_object_size(row: IndexRow) -> None:
    """Hold one object against the limits, by what its row says.

    Raises:
        BundleError: ``image-too-large``, ``image-too-many-pixels`` or ``article-too-large``.
    """
    if row.kind != Kind.IMAGE:
        if row.raw > LIMITS.article_bytes:
            raise BundleError("article-too-large", object=row.id, bytes=row.raw, most=LIMITS.article_bytes)
        return
    if row.raw > LIMITS.image_bytes:
        raise BundleError("image-too-large", object=row.id, bytes=row.raw, most=LIMITS.image_bytes)
    if row.width * row.height > LIMITS.image_pixels:
        raise BundleError(
            "image-too-many-pixels", object=row.id, pixels=row.width * row.height, most=LIMITS.image_pixels
        )
