"""Check a whole bundle: every signature, every digest, every frame. Nothing is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.bundle.layout import dictionary_name, edition_name, segment_name
from reader.bundle.segment import HEADER_BYTES, Dictionary, decode_frame
from reader.errors import BundleError, PackhorseError, SourceError
from reader.model.change import Progress, Report, Stage, silent
from reader.model.publication import Kind, Localized
from reader.sync.fetch import read_index
from reader.sync.head import read_document, read_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.edition import DictionaryInfo, Edition, IndexRow, SegmentInfo
    from reader.sources import Source


@dataclass(slots=True)
class VerifyReport:
    """What a check found. ``problems`` pairs the file concerned with the fault; ``absent`` segments are allowed."""

    publication: str
    fingerprint: str = ""
    titles: Localized = field(default_factory=dict)
    serial: int = 0
    segments: int = 0
    absent: int = 0
    bytes: int = 0
    revisions: dict[str, int] = field(default_factory=dict)
    problems: list[tuple[str, PackhorseError]] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """Articles that a reader would see."""
        return len(self.revisions)


def verify_bundle(source: Source, publication: str, announce: Report = silent) -> VerifyReport:
    """Check one publication of a source against its newest edition.

    Raises:
        BundleError: when the root or the edition itself cannot be believed; then nothing else is worth checking.
        SourceError: when the source is gone.
    """
    head = read_head(source, publication, ())
    edition = head.edition.edition
    report = VerifyReport(publication, head.root.fingerprint, edition.titles, edition.serial)
    _check_edition_file(source, publication, head.edition.document, edition, report)
    dictionaries = {one.sha256: _dictionary(source, publication, one, report) for one in edition.dictionaries}
    total = sum(info.bytes for info in edition.segments)
    for info in edition.segments:
        _check_segment(source, publication, info, dictionaries.get(info.dictionary), report)
        report.bytes += info.bytes
        announce(Progress(Stage.VERIFY, report.bytes, total))
    for one in edition.withdrawn:
        if one.kind is Kind.ARTICLE and report.revisions.get(one.id, one.revision + 1) <= one.revision:
            del report.revisions[one.id]
    return report


def _check_edition_file(
    source: Source, publication: str, latest: bytes, edition: Edition, report: VerifyReport
) -> None:
    name = edition_name(edition.serial)
    try:
        if read_document(source, publication, name) != latest:
            raise BundleError("edition-copy-different", document=name)
    except PackhorseError as error:
        report.problems.append((name, error))


def _dictionary(source: Source, publication: str, info: DictionaryInfo, report: VerifyReport) -> Dictionary | None:
    name = dictionary_name(info.sha256)
    try:
        return Dictionary.load(info.sha256, source.read(publication, name, 0, info.bytes + 1))
    except PackhorseError as error:
        report.problems.append((name, error))
        return None


def _check_segment(
    source: Source, publication: str, info: SegmentInfo, dictionary: Dictionary | None, report: VerifyReport
) -> None:
    name = segment_name(info.sha256)
    try:
        if source.size(publication, name) is None:
            report.absent += 1
            return
        head, rows = read_index(source, publication, info)
        _check_frames(source, publication, info, rows, dictionary, head)
    except SourceError as error:
        if error.code == "source-gone":
            raise
        report.problems.append((name, error))
        return
    except BundleError as error:
        report.problems.append((name, error))
        return
    report.segments += 1
    for row in rows:
        if row.kind is Kind.ARTICLE:
            report.revisions[row.id] = max(row.revision, report.revisions.get(row.id, 0))


def _check_frames(
    source: Source,
    publication: str,
    info: SegmentInfo,
    rows: Sequence[IndexRow],
    dictionary: Dictionary | None,
    head: bytes,
) -> None:
    if info.dictionary and dictionary is None:
        raise BundleError("dictionary-missing", dictionary=info.dictionary)
    name = segment_name(info.sha256)
    digest = hashlib.sha256(head)
    for row in rows:
        frame = source.read(publication, name, HEADER_BYTES + info.index_bytes + row.at, row.size)
        digest.update(frame)
        decode_frame(row, frame, dictionary)
    if digest.hexdigest() != info.sha256 or source.size(publication, name) != info.bytes:
        raise BundleError("segment-wrong", segment=info.sha256)
