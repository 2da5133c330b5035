"""One state of the index, opened for reading. It stays as it is while others write."""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import TYPE_CHECKING, Any

from whoosh.index import TOC
from whoosh.reading import TermNotFound

from reader.search import schema
from reader.search.folder import INDEX, Storage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.search.codec import Postings, Segment
    from reader.search.manifest import Manifest


class OpenSegment:
    """The files of a segment, which never change. Columns are read once, when asked for."""

    def __init__(self, storage: Storage, segment: Segment) -> None:
        self.name: str = segment.segment_id()
        self.size: int = segment.doc_count_all()
        self._files = segment.open_compound_file(storage)
        codec = segment.codec()
        self.terms = codec.terms_reader(self._files, segment)
        self._columns = codec.per_document_reader(self._files, segment)
        self._formats = {name: field.format for name, field in schema.schema().items() if field.format}
        self._lengths: dict[str, bytes] = {}

    @cached_property
    def keys(self) -> array[int]:
        """The store's key of each document."""
        keys: array[int] = self._columns.numbers(schema.KEY, schema.KEY_CODE)
        return keys

    @cached_property
    def days(self) -> array[int]:
        """The day of each document."""
        days: array[int] = self._columns.numbers(schema.DAY, schema.DAY_CODE)
        return days

    def lengths(self, field: str) -> bytes:
        """The length of a field in each document, as Whoosh's length bytes."""
        if field not in self._lengths:
            self._lengths[field] = self._columns.lengths(field)
        return self._lengths[field]

    def total_length(self, field: str) -> int:
        """Terms in this field of all documents."""
        return int(self._columns.field_length(field))

    def postings(self, field: str, term: bytes) -> Postings | None:
        """The postings of a term, deleted documents included, or nothing."""
        try:
            found: Postings = self.terms.matcher(field, term, self._formats[field])
        except TermNotFound:
            return None
        return found

    def document_frequency(self, field: str, term: bytes) -> int:
        """In how many documents the term is, deleted ones included."""
        try:
            return int(self.terms.doc_frequency(field, term))
        except KeyError:
            return 0

    def terms_from(self, field: str, prefix: bytes) -> Iterator[tuple[bytes, int]]:
        """Terms that begin so, in order, with the number of their documents."""
        for (name, term), info in self.terms.items_from(field, prefix):
            if name != field or not term.startswith(prefix):
                return
            yield term, info.doc_frequency()

    def close(self) -> None:
        """Give the map back."""
        self.terms.close()
        self._columns.close()
        self._files.close()


class View:
    """A segment in a snapshot: where its documents begin in the snapshot's numbers, and which are deleted."""

    def __init__(self, segment: OpenSegment, base: int, deleted: frozenset[int]) -> None:
        self.segment = segment
        self.base = base
        self.deleted = deleted


class Snapshot:
    """All segments of one state. Documents are numbered through."""

    def __init__(self, views: tuple[View, ...] = ()) -> None:
        self.views = views
        self.size = sum(view.segment.size for view in views)
        self.deleted = frozenset(view.base + at for view in views for at in view.deleted)

    @property
    def count(self) -> int:
        """How many documents there are."""
        return self.size - len(self.deleted)

    @cached_property
    def keys(self) -> array[int]:
        """The store's key of each document."""
        return self._column(schema.KEY_CODE, [view.segment.keys for view in self.views])

    @cached_property
    def days(self) -> array[int]:
        """The day of each document."""
        return self._column(schema.DAY_CODE, [view.segment.days for view in self.views])

    @staticmethod
    def _column(code: str, parts: list[array[int]]) -> array[int]:
        whole = array(code)
        for part in parts:
            whole.extend(part)
        return whole

    def mean_length(self, field: str) -> float:
        """How many terms the field has, over all documents; at least one."""
        total = sum(view.segment.total_length(field) for view in self.views)
        return max(1.0, total / max(1, self.size))

    def document_frequency(self, field: str, term: str) -> int:
        """In how many documents a term is, deleted ones included."""
        encoded = term.encode()
        return sum(view.segment.document_frequency(field, encoded) for view in self.views)

    def close(self, keep: Snapshot | None = None) -> None:
        """Close the segments that ``keep`` does not use."""
        kept = {id(view.segment) for view in keep.views} if keep else set()
        for view in self.views:
            if id(view.segment) not in kept:
                view.segment.close()


def open_snapshot(folder: Path, manifest: Manifest, before: Snapshot) -> Snapshot:
    """Open the state that the manifest names; segments that ``before`` has open are shared with it.

    Raises:
        OSError: a file is gone; the manifest may have been replaced meanwhile.
    """
    storage = Storage(folder, manifest.names)
    opened = {view.segment.name: view.segment for view in before.views}
    views: list[View] = []
    base = 0
    for listed in segments(storage):
        segment = opened.get(listed.segment_id()) or OpenSegment(storage, listed)
        views.append(View(segment, base, frozenset(listed.deleted_docs())))
        base += segment.size
    return Snapshot(tuple(views))


def segments(storage: Storage) -> list[Any]:
    """The list of segments in the storage. This unpickles: the manifest must have been checked."""
    return list(TOC.read(storage, INDEX, schema=schema.schema()).segments)
