"""Every limit of the format in one place. A breach is a ``BundleError`` with a code of its own."""

from __future__ import annotations

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits that a reader holds and a writer keeps. Sizes are bytes; all of them are the largest allowed value."""

    signed_document_bytes: int = 256 * KIB
    signatures: int = 32
    root_versions: int = 256
    history: int = 20
    segments: int = 512
    dictionaries: int = 64
    edition_objects: int = 1_000_000
    segment_bytes: int = 256 * MIB
    segment_objects: int = 200_000
    index_bytes: int = 16 * MIB
    index_ratio: int = 50
    article_bytes: int = 2 * MIB
    image_bytes: int = 8 * MIB
    image_pixels: int = 40_000_000
    window_bytes: int = 8 * MIB
    dictionary_bytes: int = MIB
    json_depth: int = 16
    json_string_bytes: int = 64 * KIB
    zip_entries: int = 4_096
    thumb_bytes: int = 12_000
    standard_bytes: int = 80_000
    full_bytes: int = 500_000


LIMITS = Limits()
