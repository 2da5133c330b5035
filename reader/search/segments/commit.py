"""Writing: one batch, one new segment, one manifest; and merging small segments when nobody waits."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from reader.search.segments import manifest
from reader.search.segments.conflation import write_conflated
from reader.search.segments.container import Container, ContainerWriter
from reader.search.segments.folder import sweep
from reader.search.segments.inversion import write_segment
from reader.search.segments.manifest import IndexFile, Manifest, Part
from reader.search.segments.memory import keep_room
from reader.search.segments.merging import merge
from reader.search.segments.segment import Segment
from reader.search.segments.sets import distinct
from reader.search.segments.snapshot import DELETED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from reader.model.search import SearchDocument
    from reader.search.segments.lexicon import Lexicon
    from reader.search.segments.snapshot import Snapshot, View

#: Searches slow down with every segment: merging begins above ``MOST_SEGMENTS`` and leaves at most ``_KEPT_SEGMENTS``.
MOST_SEGMENTS = 12
_KEPT_SEGMENTS = 6
#: A segment with more than this part deleted is merged with the small ones.
_WORN = 0.3
_MOST_OF_ALL = 0.6
#: Bytes of the largest arrays that are made again and again of one batch.
_ROOM = 1 << 24


class Writer:
    """One change to the index, begun on the state that ``before`` and ``snapshot`` are. Call it under the lock."""

    def __init__(self, folder: Path, identity: str, before: Manifest | None, snapshot: Snapshot) -> None:
        self._folder = folder
        self._identity = identity
        self._before = before
        self._snapshot = snapshot
        self._generation = before.generation + 1 if before else 1

    def write(self, documents: Sequence[SearchDocument], gone: Collection[int], lexicon: Lexicon) -> Manifest:
        """Leave out the keys that are ``gone``, add the documents, and make that the state of the folder."""
        keep_room(_ROOM)
        parts = [part for view in self._snapshot.views if (part := self._without(view, gone)) is not None]
        if documents:
            path = self._segment_path()
            write_segment(path, documents, lexicon)
            parts.append(Part(_described(path)))
        return self._seal(parts)

    def merge(self, *, thorough: bool = False) -> Manifest | None:
        """Merge small and worn segments into one if there are many. Answers the new state, or nothing when there was no need.

        ``thorough``: make one of all, unless one of them holds the most of it already.
        """
        views = self._snapshot.views
        return self._merged(list(views) if thorough and _is_scattered(views) else _to_merge(views))

    def wipe(self) -> Manifest | None:
        """Write every segment anew that still holds what was deleted. Answers as ``merge``."""
        return self._merged([view for view in self._snapshot.views if len(view.deleted)])

    def _merged(self, chosen: Sequence[View]) -> Manifest | None:
        if not chosen:
            return None
        path = self._segment_path()
        merge(path, chosen)
        parts = [view.part for view in self._snapshot.views if view not in chosen]
        return self._seal([*parts, Part(_described(path), conflated=self._conflated(path))])

    def _segment_path(self) -> Path:
        return self._folder / f"segment-{self._generation}.idx"

    def _conflated(self, segment: Path) -> IndexFile:
        """The words of one stem of a segment united: of one that stays for a while, as those made by merging do."""
        path = self._folder / f"conflated-{self._generation}.idx"
        write_conflated(path, Segment(segment))
        return _described(path)

    def _without(self, view: View, gone: Collection[int]) -> Part | None:
        """The view's files with these keys left out too; nothing when no document remains."""
        numbers = view.segment.numbers(tuple(gone)) if gone else np.empty(0, np.int64)
        deleted = distinct(np.append(view.deleted, numbers).astype(np.uint32))
        if len(deleted) == view.segment.size:
            return None
        if len(deleted) == len(view.deleted):
            return view.part
        return replace(view.part, deleted=self._write_deleted(view, deleted))

    def _write_deleted(self, view: View, deleted: NDArray[np.uint32]) -> IndexFile:
        number = view.segment.name.removeprefix("segment-").removesuffix(".idx")
        path = self._folder / f"deleted-{number}-{self._generation}.idx"
        container = ContainerWriter(self._folder)
        container.append(DELETED, deleted)
        container.finish(path, {})
        return _described(path)

    def _seal(self, parts: Iterable[Part]) -> Manifest:
        """Put new files on the disk and then the manifest that names them; sweep away the rest."""
        sealed = Manifest(self._identity, self._generation, tuple(parts))
        known = self._before.names if self._before else frozenset()
        for name in sealed.names - known:
            manifest.flush(self._folder / name)
        manifest.flush_folder(self._folder)
        sealed.write(self._folder)
        sweep(self._folder, {*sealed.names, manifest.NAME})
        return sealed


def _described(path: Path) -> IndexFile:
    return IndexFile(path.name, path.stat().st_size, Container(path).checksum)


def _is_scattered(views: Sequence[View]) -> bool:
    """Whether no segment holds the most. So all is rewritten only when it has grown by two thirds since the last time."""
    counts = [view.count for view in views]
    return len(views) > 1 and max(counts) < _MOST_OF_ALL * sum(counts)


def _to_merge(views: Sequence[View]) -> list[View]:
    """The segments to merge: when there are too many, the smallest, and those mostly deleted.

    One that is as large as half of those before it is left for a later time: what lies in a large segment is not written
    again for the sake of a few small ones.
    """
    by_size = sorted(views, key=lambda view: view.count)
    worn = {id(view) for view in views if len(view.deleted) > _WORN * view.segment.size}
    small = {id(view) for view in by_size[: _smallest([view.count for view in by_size])]}
    return [view for view in views if id(view) in worn | small]


def _smallest(sizes: Sequence[int]) -> int:
    """How many of the smallest segments to merge, of these sizes, which rise."""
    if len(sizes) <= MOST_SEGMENTS:
        return 0
    least = len(sizes) - _KEPT_SEGMENTS + 1
    together = accumulate(sizes)
    return next(
        (
            number
            for number, (held, size) in enumerate(zip(together, sizes[1:], strict=False), 1)
            if number >= least and 2 * size > held
        ),
        len(sizes),
    )
