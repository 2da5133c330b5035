"""Zstandard with bounds (RFC 8878): nothing is decoded that does not declare its size, and nothing beyond it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

from reader.bundle.limits import LIMITS
from reader.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Sequence

ZstdDict = zstd.ZstdDict
ZstdError = zstd.ZstdError

#: Frames are packed once and carried often: the last level before the ones that cost time and gain nothing.
FRAME_LEVEL: Final = 19
#: An index is mostly digests. 19 takes twice the time for 0.9 % less.
INDEX_LEVEL: Final = 17
_MAGIC = b"\x28\xb5\x2f\xfd"
_SINGLE_SEGMENT = 0b10_0000
_WINDOW_LOG_MAX = LIMITS.window_bytes.bit_length() - 1
_OPTIONS: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW_LOG_MAX}


def compress(data: bytes, dictionary: zstd.ZstdDict | None = None, level: int = FRAME_LEVEL) -> bytes:
    """One frame that declares its content size. The same data, dictionary and level give the same bytes."""
    digested = None if dictionary is None else dictionary.as_digested_dict
    return zstd.ZstdCompressor(level, zstd_dict=digested).compress(data, zstd.ZstdCompressor.FLUSH_FRAME)


def declared_size(frame: bytes) -> int:
    """How many bytes a frame says that it holds.

    Raises:
        BundleError: ``frame-damaged`` when it is no frame or does not say; ``window-too-large``.
    """
    try:
        size = zstd.get_frame_info(frame).decompressed_size
    except zstd.ZstdError as error:
        raise BundleError("frame-damaged") from error
    if size is None or not frame.startswith(_MAGIC):
        raise BundleError("frame-damaged")
    window = _window(frame, size)
    if window > LIMITS.window_bytes:
        raise BundleError("window-too-large", bytes=window, most=LIMITS.window_bytes)
    return size


def decompress(frame: bytes, size: int, dictionary: zstd.ZstdDict | None = None) -> bytes:
    """The ``size`` bytes that exactly one frame holds; at most one byte more is ever made.

    Raises:
        BundleError: ``frame-damaged``, ``frame-length-wrong``, ``window-too-large`` or ``dictionary-missing``.
    """
    if declared_size(frame) != size:
        raise BundleError("frame-length-wrong", bytes=declared_size(frame), expected=size)
    wanted = zstd.get_frame_info(frame).dictionary_id
    if wanted and (dictionary is None or dictionary.dict_id != wanted):
        raise BundleError("dictionary-missing", dictionary=wanted)
    decompressor = zstd.ZstdDecompressor(dictionary, _OPTIONS)
    try:
        data = decompressor.decompress(frame, size + 1)
    except zstd.ZstdError as error:
        raise BundleError("frame-damaged") from error
    if len(data) != size or not decompressor.eof or decompressor.unused_data:
        raise BundleError("frame-length-wrong", bytes=len(data), expected=size)
    return data


def _window(frame: bytes, size: int) -> int:
    """The memory that decoding needs, by the frame's header (RFC 8878, section 3.1.1.1.2)."""
    if frame[4] & _SINGLE_SEGMENT:
        return size
    base = 1 << (10 + (frame[5] >> 3))
    return base + (base >> 3) * (frame[5] & 0b111)


def train(samples: Sequence[bytes], size: int) -> bytes:
    """The content of a dictionary of at most ``size`` bytes.

    Raises:
        ZstdError: the samples are too few or too much alike.
    """
    return zstd.train_dict(samples, size).dict_content
