"""One state of the index, opened for reading. It stays as it is while others write."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from reader.search import schema
from reader.search.segments.conflation import Conflated
from reader.search.segments.container import Container, Damaged
from reader.search.segments.segment import LENGTHS, Segment

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from reader.search.segments.manifest import IndexFile, Manifest, Part

DELETED = "deleted"


class View:
    """A segment in a snapshot: where its documents begin in the snapshot's numbers, which are deleted, and its words of one stem united."""

    def __init__(
        self, segment: Segment, base: int, part: Part, deleted: NDArray[np.uint32], conflated: Conflated | None = None
    ) -> None:
        self.segment = segment
        self.base = base
        self.part = part
        self.deleted = deleted
        self.conflated = conflated

    def check(self) -> None:
        """Read and check every byte of the segment, and of what is united of it."""
        self.segment.container.check_all()
        if self.conflated:
            self.conflated.container.check_all()

    @property
    def alive(self) -> NDArray[np.bool_]:
        """Which documents are not deleted."""
        alive = np.ones(self.segment.size, bool)
        alive[self.deleted] = False
        return alive

    @property
    def count(self) -> int:
        """How many documents are not deleted."""
        return self.segment.size - len(self.deleted)


class Norms:
    """A number for each document, of which there are few different ones: by the document's code."""

    def __init__(self, by_code: NDArray[np.float32], codes: NDArray[np.uint8]) -> None:
        self._by_code = by_code
        self._codes = codes
        self._whole: NDArray[np.float32] | None = None

    def at(self, documents: NDArray[np.intp]) -> NDArray[np.float32]:
        """Those of some documents: of all a table is made when it is wanted, not before."""
        return self._by_code[self._codes[documents]] if self._whole is None else self._whole[documents]

    def whole(self) -> NDArray[np.float32]:
        """Those of all documents."""
        if self._whole is None:
            self._whole = self._by_code[self._codes]
        return self._whole


class Snapshot:
    """All segments of one state. Documents are numbered through."""

    def __init__(self, views: tuple[View, ...] = ()) -> None:
        self.views = views
        self.size = sum(view.segment.size for view in views)
        self.count = sum(view.count for view in views)
        self._norms: dict[str, Norms] = {}
        self._means: dict[str, float] = {}
        self._written_in: dict[frozenset[str], NDArray[np.bool_]] = {}

    @cached_property
    def alive(self) -> NDArray[np.bool_] | None:
        """Which documents are not deleted; nothing when all are there."""
        return np.concatenate([view.alive for view in self.views]) if self.count < self.size else None

    @cached_property
    def keys(self) -> NDArray[np.int64]:
        """The store's key of each document."""
        return _joined([view.segment.keys for view in self.views], np.int64)

    @cached_property
    def days(self) -> NDArray[np.int32]:
        """The day of each document."""
        return _joined([view.segment.days for view in self.views], np.int32)

    @cached_property
    def works(self) -> NDArray[np.int32]:
        """A number for each document, the same for translations of one work."""
        works = _joined([view.segment.works for view in self.views], np.uint64)
        return np.unique(works, return_inverse=True)[1].astype(np.int32)

    @cached_property
    def translated(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The documents that share their work with another, deleted ones aside, work by work; and where each work begins."""
        documents = np.argsort(self.works, kind="stable")
        if self.alive is not None:
            documents = documents[self.alive[documents]]
        works = self.works[documents]
        same = works[1:] == works[:-1]
        shared = np.zeros(len(works), bool)
        shared[1:] |= same
        shared[:-1] |= same
        begins = np.flatnonzero(np.diff(works[shared], prepend=-1))
        return documents[shared], begins

    @cached_property
    def stemmed(self) -> tuple[str, ...]:
        """The languages that some segment knows stems of."""
        return tuple(sorted(frozenset().union(*(view.segment.stemmed for view in self.views))))

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of all documents, as BCP 47 tags in lower case."""
        parts = (part for view in self.views for part in view.segment.labels.parts)
        return frozenset(value for kind, value in parts if kind == schema.LANGUAGE)

    def written_in(self, languages: frozenset[str]) -> NDArray[np.bool_]:
        """Whether each document is in one of the languages, by their tags."""
        if languages not in self._written_in:
            wanted = np.array([tag in languages for tag in self._tags], bool)
            self._written_in[languages] = wanted[self._tag_numbers]
        return self._written_in[languages]

    @cached_property
    def _tags(self) -> list[str]:
        """The languages, and at last none."""
        return [*sorted(self.languages), ""]

    @cached_property
    def _tag_numbers(self) -> NDArray[np.uint16]:
        """The place of each document's language among them."""
        places = {tag: place for place, tag in enumerate(self._tags)}
        return _joined([_tag_numbers(view.segment, places) for view in self.views], np.uint16)

    def mean_length(self, field: str) -> float:
        """How many terms the field has, over all documents; at least one."""
        if field not in self._means:
            total = sum(view.segment.total_length(field) for view in self.views)
            self._means[field] = max(1.0, total / max(1, self.size))
        return self._means[field]

    def norms(self, field: str) -> Norms:
        """What one find in the field adds in each document: its weight, evened out by the field's length."""
        if field not in self._norms:
            weight, b = schema.WEIGHTS[field]
            by_code = (weight / (1 - b + b * LENGTHS / self.mean_length(field))).astype(np.float32)
            self._norms[field] = Norms(by_code, _joined([view.segment.lengths(field) for view in self.views], np.uint8))
        return self._norms[field]

    def release(self) -> None:
        """Give back the memory of what was read of the files, where the system can."""
        for view in self.views:
            view.segment.container.release()
            if view.conflated:
                view.conflated.container.release()

    def document_frequency(self, field: str, term: str) -> int:
        """In how many documents a term is, deleted ones included."""
        found = (view.segment.find(field, term) for view in self.views)
        return sum(entry.documents for entry in found if entry)


def _tag_numbers(segment: Segment, places: dict[str, int]) -> NDArray[np.uint16]:
    """A document's language is the first of its labels, where it has one (``layout.labels_of``)."""
    none = len(places) - 1
    labels = segment.labels.parts
    of_label = np.array([places[value] if kind == schema.LANGUAGE else none for kind, value in labels], np.uint16)
    at = segment.labels.at
    numbers = np.full(segment.size, none, np.uint16)
    labelled = np.flatnonzero(at[1:] > at[:-1])
    numbers[labelled] = of_label[segment.labels.numbers[at[labelled]]]
    return numbers


def _joined(parts: list[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.empty(0, kind)


def open_snapshot(folder: Path, manifest: Manifest, before: Snapshot) -> Snapshot:
    """Open the state that the manifest names; segments that ``before`` has open are shared with it.

    Raises:
        OSError: a file is gone; the manifest may have been replaced meanwhile.
        Damaged: a file is not what was written.
    """
    opened = {view.part.segment: view for view in before.views}
    views: list[View] = []
    base = 0
    for part in manifest.parts:
        known = opened.get(part.segment)
        segment = known.segment if known else _opened(folder, part.segment)
        same = known is not None and known.part.conflated == part.conflated
        conflated = known.conflated if known and same else _conflated(folder, part.conflated, segment)
        views.append(View(segment, base, part, _deleted(folder, part.deleted, segment.size), conflated))
        base += segment.size
    return Snapshot(tuple(views))


def _opened(folder: Path, file: IndexFile) -> Segment:
    segment = Segment(folder / file.name)
    if segment.container.checksum != file.checksum:
        raise Damaged(file.name)
    return segment


def _conflated(folder: Path, file: IndexFile | None, segment: Segment) -> Conflated | None:
    if file is None:
        return None
    conflated = Conflated(folder / file.name, segment)
    if conflated.container.checksum != file.checksum:
        raise Damaged(file.name)
    return conflated


def _deleted(folder: Path, file: IndexFile | None, size: int) -> NDArray[np.uint32]:
    if file is None:
        return np.empty(0, np.uint32)
    container = Container(folder / file.name)
    numbers: NDArray[np.uint32] = container.array(DELETED)
    if container.checksum != file.checksum or (len(numbers) and numbers[-1] >= size):
        raise Damaged(file.name)
    return numbers
