"""Tell the library's state, and mend it: the catalogue from the sealed segments, the index from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.bundle.layout import segment_name
from reader.errors import PackhorseError, StoreError
from reader.library.browse import publications
from reader.library.handle import Library
from reader.library.index import drain
from reader.model.article import Tier
from reader.model.change import Progress, Report, Stage, silent
from reader.sources.folder import FolderSource
from reader.store import Store
from reader.store.salvage import copy_own, set_aside
from reader.store.store import PUBLICATIONS
from reader.sync import Allowance, synchronize

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model.publication import PublicationInfo

_EVERYTHING = Allowance(tiers=tuple(Tier))


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """The state of a library. ``indexed`` articles are in the index, ``waiting`` ones not yet."""

    folder: str
    publications: tuple[PublicationInfo, ...]
    articles: int
    indexed: int
    waiting: int
    bytes: int


@dataclass(slots=True)
class RepairReport:
    """What a repair found and did: segments checked, articles indexed. Codes: ``catalogue-rebuilt``, ``segment-dropped``, ``publication-lost``, ``index-rebuilt``."""

    checked: int = 0
    indexed: int = 0
    found: list[tuple[str, str]] = field(default_factory=list)


def status(library: Library) -> LibraryStatus:
    """Publications, editions, sizes, and how much of it the index knows."""
    infos = publications(library)
    waiting = library.store.queue.waiting()
    return LibraryStatus(
        folder=str(library.folder),
        publications=infos,
        articles=sum(info.articles for info in infos),
        indexed=library.index.count(),
        waiting=waiting,
        bytes=sum(info.bytes for info in infos),
    )


def repair(folder: Path, report: Report = silent, *, index: bool = True) -> RepairReport:
    """Check everything and mend what can be mended. Reading status is kept wherever it can still be read.

    Nobody else may have the library open. Without ``index``, all articles are left waiting to be indexed.

    Raises:
        StoreError: when the disk is full or not ours to write.
        Cancelled: the report stopped it; what is mended stays so.
    """
    result = RepairReport()
    if not _is_sound(folder):
        _rebuild_catalogue(folder, result, report)
    with Library.open(folder) as library:
        _drop_damaged_segments(library, result, report)
        _reinstall(library.store, result, report)
        library.index.clear()
        library.store.queue.refill()
        if index:
            result.indexed = drain(library, report)
            result.found.append(("index-rebuilt", ""))
    return result


def _is_sound(folder: Path) -> bool:
    try:
        with Store.open(folder) as store:
            return store.is_sound()
    except StoreError as error:
        if error.code != "store-damaged":
            raise
        return False


def _rebuild_catalogue(folder: Path, result: RepairReport, report: Report) -> None:
    damaged = set_aside(folder, datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ"))
    try:
        with Store.open(folder) as store:
            _reinstall(store, result, report)
    finally:
        copy_own(damaged, folder)  # also when it is stopped: the reader's own is nowhere else
    result.found.append(("catalogue-rebuilt", damaged.name))


def _reinstall(store: Store, result: RepairReport, report: Report) -> None:
    """Our own folder is a bundle like any other: sync from it whatever the catalogue lacks."""
    source = FolderSource(store.folder / PUBLICATIONS)
    for publication in store.files.publications():
        before = store.catalogue.publication(publication)
        try:
            synchronize(store, source, publication, _EVERYTHING, report)
            if before is not None:  # it came from where it came, and not from here
                store.set_origin(publication, before.source, before.synced_at)
        except PackhorseError as error:
            if isinstance(error, StoreError):
                raise
            result.found.append(("publication-lost", publication))


def _drop_damaged_segments(library: Library, result: RepairReport, report: Report) -> None:
    """Check every segment whole; a bad one is dropped, to be fetched again by the next sync."""
    store = library.store
    held = [
        (one.id, segment)
        for one in store.catalogue.publications()
        for segment in sorted(store.catalogue.segments(one.id))
    ]
    for publication, segment in held:
        report(Progress(Stage.VERIFY, result.checked, len(held), "parts"))
        result.checked += 1
        if store.files.digest(publication, segment_name(segment)) != segment:
            store.drop_segment(publication, segment)
            result.found.append(("segment-dropped", segment))
