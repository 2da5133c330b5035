"""Names inside a publication's folder. No name is chosen by a publisher, and only these shapes are ever opened."""

from __future__ import annotations

import base64
import hashlib
import re

LATEST = "latest.signed"

_PUBLICATION = re.compile(r"[a-z2-7]{26}")
_NAME = re.compile(
    r"latest\.signed"
    r"|editions/[1-9][0-9]{0,15}\.signed"
    r"|root/[1-9][0-9]{0,2}\.signed"
    r"|dict/[0-9a-f]{64}\.zst"
    r"|seg/([0-9a-f]{2})/\1[0-9a-f]{62}\.seg"
)


def edition_name(serial: int) -> str:
    """Where the signed edition of this serial lies."""
    return f"editions/{serial}.signed"


def root_name(version: int) -> str:
    """Where the signed root of this version lies."""
    return f"root/{version}.signed"


def dictionary_name(sha256: str) -> str:
    """Where the dictionary with this digest lies."""
    return f"dict/{sha256}.zst"


def segment_name(sha256: str) -> str:
    """Where the segment with this digest lies."""
    return f"seg/{sha256[:2]}/{sha256}.seg"


def publication_id(root1_payload: bytes) -> str:
    """The id of a publication: SHA-256 of its first root's payload in lower-case base32 (RFC 4648), cut to 26."""
    return base64.b32encode(hashlib.sha256(root1_payload).digest()).decode("ascii").lower()[:26]


def is_publication_id(name: str) -> bool:
    """Whether a name has the shape of a publication's id."""
    return _PUBLICATION.fullmatch(name) is not None


def is_name(name: str) -> bool:
    """Whether a name is one of the format's, inside a publication's folder."""
    return _NAME.fullmatch(name) is not None
