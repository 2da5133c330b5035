"""How an edition describes a segment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.bundle.fields import LANGUAGE, SHA256, without_empty
from reader.bundle.limits import LIMITS
from reader.errors import BundleError
from reader.model.article import Tier
from reader.model.edition import SegmentInfo

if TYPE_CHECKING:
    from reader.bundle.fields import Fields

#: Magic and length of the index, before the index.
HEADER_BYTES = 12
TEXT = "text"
MEDIA = "media"
_KIND = re.compile(f"{TEXT}|{MEDIA}")
_TIER = re.compile("|".join(Tier))


def encode_segment_info(info: SegmentInfo) -> dict[str, object]:
    """The JSON object of a segment's descriptor."""
    return without_empty(
        {
            "sha256": info.sha256,
            "bytes": info.bytes,
            "indexBytes": info.index_bytes,
            "indexSha256": info.index_sha256,
            "objects": info.objects,
            "rawBytes": info.raw_bytes,
            "kind": info.kind,
            "tier": info.tier,
            "language": info.language,
            "dict": info.dictionary,
            "supersedes": list(info.supersedes),
            "required": info.required,
            "newest": info.newest,
        }
    )


def decode_segment_info(fields: Fields) -> SegmentInfo:
    """Read a segment's descriptor.

    Raises:
        BundleError: ``field-missing``, ``field-wrong``, ``segment-too-large``, ``segment-too-many-objects`` or
            ``index-too-large``.
    """
    info = SegmentInfo(
        sha256=fields.text("sha256", pattern=SHA256),
        bytes=fields.integer("bytes", least=HEADER_BYTES + 2),
        index_bytes=fields.integer("indexBytes", least=1),
        index_sha256=fields.text("indexSha256", pattern=SHA256),
        objects=fields.integer("objects", least=1),
        raw_bytes=fields.integer("rawBytes", least=1),
        kind=fields.text("kind", pattern=_KIND),
        tier=fields.text("tier", "", _TIER),
        language=fields.text("language", "", LANGUAGE),
        dictionary=fields.text("dict", "", SHA256),
        supersedes=fields.texts("supersedes", SHA256),
        required=fields.flag("required"),
        newest=fields.date("newest", ""),
    )
    if (info.kind == MEDIA) != bool(info.tier):
        fields.wrong("tier")
    if info.index_bytes >= info.bytes - HEADER_BYTES:
        fields.wrong("indexBytes")
    check_segment_limits(info)
    return info


def check_segment_limits(info: SegmentInfo) -> None:
    """Hold what a descriptor promises against the limits.

    Raises:
        BundleError: ``segment-too-large``, ``segment-too-many-objects`` or ``index-too-large``.
    """
    if info.bytes > LIMITS.segment_bytes:
        raise BundleError("segment-too-large", bytes=info.bytes, most=LIMITS.segment_bytes)
    if info.objects > LIMITS.segment_objects:
        raise BundleError("segment-too-many-objects", found=info.objects, most=LIMITS.segment_objects)
    if info.index_bytes > LIMITS.index_bytes:
        raise BundleError("index-too-large", bytes=info.index_bytes, most=LIMITS.index_bytes)
