"""Signed documents and segments, once parsed: what a publisher promises and where its bytes are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.model.publication import Kind, Localized


@dataclass(frozen=True, slots=True)
class Role:
    """Who may sign a kind of document: minisign key ids (16 hex digits), and how many of them must."""

    keys: tuple[str, ...]
    threshold: int = 1


@dataclass(frozen=True, slots=True)
class Root:
    """The keys of a publication. Version n+1 is signed by n's keys and its own."""

    version: int
    epoch: int
    keys: Mapping[str, bytes]
    roles: Mapping[str, Role]
    publication: str = ""


@dataclass(frozen=True, slots=True)
class DictionaryInfo:
    """A zstd dictionary that frames need."""

    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class SegmentInfo:
    """A segment as an edition describes it. Sizes are bytes. ``kind`` is ``text`` or ``media``.

    The index is ``index_bytes`` of zstd after the 12-byte header, with digest ``index_sha256``; ``raw_bytes`` is the sum
    of all objects uncompressed. ``supersedes`` names segments whose frames this one repeats. ``newest`` is the day of its
    newest article, or empty.
    """

    sha256: str
    bytes: int
    index_bytes: int
    index_sha256: str
    objects: int
    raw_bytes: int
    kind: str = "text"
    tier: str = ""
    language: str = ""
    dictionary: str = ""
    supersedes: tuple[str, ...] = ()
    required: bool = False
    newest: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An object that readers must no longer be shown, up to and with ``revision``."""

    kind: Kind
    id: str
    revision: int
    purge: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of a publication: all segments, oldest first; later segments win."""

    publication: str
    epoch: int
    serial: int
    published: str
    root_version: int
    titles: Localized
    language: str = "en"
    next_expected: str = ""
    mastheads: Localized = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    licence: str = ""
    contributors: tuple[str, ...] = ()
    history: Mapping[int, str] = field(default_factory=dict)
    dictionaries: tuple[DictionaryInfo, ...] = ()
    segments: tuple[SegmentInfo, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    mirrors: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One object in a segment. ``at`` is counted from the first byte of the first frame; sizes are bytes.

    ``sha256`` is the digest of the frame as it lies there, so that it is checked before it is decompressed.
    """

    kind: Kind
    id: str
    revision: int
    at: int
    size: int
    raw: int
    sha256: str
    codec: str = "zstd"
    language: str = ""
    date: str = ""
    title: str = ""
    section: str = ""
    type: str = ""
    tier: str = ""
    width: int = 0
    height: int = 0
    media: tuple[str, ...] = ()
