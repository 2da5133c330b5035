"""Writing: one batch, one new segment, one manifest; and merging small segments when nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from reader.search import schema
from reader.search.codec import Codec
from reader.search.folder import INDEX, Storage, seal
from reader.search.merging import MergeWriter, choosing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from reader.model.search import SearchDocument
    from reader.search.manifest import Manifest
    from reader.search.snapshot import Snapshot

#: Memory for postings of one batch before Whoosh sorts them to the disk, in MB as Whoosh counts.
_BATCH_MB = 128
#: Searches slow down with every segment: merging begins above ``MOST_SEGMENTS`` and leaves ``_KEPT_SEGMENTS``.
MOST_SEGMENTS = 16
_KEPT_SEGMENTS = 8
#: A segment with more than this part deleted is merged with the small ones.
_WORN = 0.3


class Writer:
    """One change to the index, begun on the state that ``before`` and ``snapshot`` are. Call it under the lock."""

    def __init__(self, folder: Path, identity: str, before: Manifest | None, snapshot: Snapshot) -> None:
        self._folder = folder
        self._identity = identity
        self._before = before
        self._snapshot = snapshot
        self._storage = Storage(folder, before.names if before else ())

    def write(self, documents: Iterable[SearchDocument], gone: Collection[int]) -> Manifest:
        """Leave out the keys that are ``gone``, add the documents, and make that the state of the folder."""

        def change(writer: SegmentWriter) -> None:
            for number in self._numbers(gone):
                writer.delete_document(number)
            for document in documents:
                writer.add_document(**schema.fields_of(document))

        return self._commit(change, merge=False)

    def merge(self) -> Manifest | None:
        """Merge small and worn segments into one if there are many. Answers the new state, or nothing when there was no need."""
        chosen = _to_merge(self._snapshot)
        if not chosen:
            return None

        return self._commit(lambda _writer: None, MergeWriter, mergetype=choosing(chosen))

    def _commit(
        self, change: Callable[[Any], None], kind: type[SegmentWriter] = SegmentWriter, **options: Any
    ) -> Manifest:
        writer = kind(self._index(), _lk=False, limitmb=_BATCH_MB, codec=Codec())
        try:
            change(writer)
        except BaseException:
            writer.cancel()  # what it holds is no longer whole
            raise
        writer.commit(**options)
        return seal(self._folder, self._storage.list(), self._before, self._identity)

    def _index(self) -> FileIndex:
        if self._before is None:
            return FileIndex.create(self._storage, schema.schema(), INDEX)
        return FileIndex(self._storage, schema.schema(), INDEX)

    def _numbers(self, keys: Collection[int]) -> list[int]:
        """The numbers of the documents with these keys."""
        if not keys:
            return []
        return [
            view.base + at
            for view in self._snapshot.views
            for at, key in enumerate(view.segment.keys)
            if key in keys and at not in view.deleted
        ]


def _to_merge(snapshot: Snapshot) -> frozenset[str]:
    """Names of the segments to merge: when there are too many, all but the largest, and those mostly deleted.

    Merging the smallest together makes one of middling size, so that an article is rewritten a few times in its life, not
    at each merge.
    """
    views = sorted(snapshot.views, key=lambda view: view.segment.size - len(view.deleted))
    worn = {view.segment.name for view in views if len(view.deleted) > _WORN * view.segment.size}
    if len(views) <= MOST_SEGMENTS:
        return frozenset(worn)
    return frozenset(worn | {view.segment.name for view in views[: len(views) - _KEPT_SEGMENTS + 1]})
