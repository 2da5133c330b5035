"""Merging segments, a whole posting list at a time. Whoosh would sort every posting anew, which is as slow as indexing."""

from __future__ import annotations

import heapq
from array import array
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from reader.search.schema import schema

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from reader.search.codec import FieldWriter, Postings


class _Source(NamedTuple):
    """A segment that goes into the new one: documents are moved up by ``base``, or by ``moved`` where some are deleted."""

    reader: SegmentReader
    base: int
    moved: dict[int, int] | None


class MergeWriter(SegmentWriter):
    """A writer that adds nothing but other segments."""

    def take(self, segment: Any) -> None:
        """Take over the documents of a segment, without the deleted ones."""
        if segment.doc_count_all() == segment.deleted_count():
            return
        reader = SegmentReader(self.storage, self.schema, segment)
        base = self.docnum
        moved = self.write_per_doc(set(self.schema.names()), reader)
        self._sources().append(_Source(reader, base, moved))
        self._added = True

    def _sources(self) -> list[_Source]:
        found: list[_Source] = self.__dict__.setdefault("_taken", [])
        return found

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        _merge(self._sources(), self.fieldwriter)
        self.fieldwriter.close()
        for source in self._sources():
            source.reader.close()


def choosing(names: Collection[str]) -> Callable[[MergeWriter, list[Any]], list[Any]]:
    """A merge policy as Whoosh wants it: takes the named segments, and answers those that stay."""

    def policy(writer: MergeWriter, segments: list[Any]) -> list[Any]:
        for segment in segments:
            if segment.segment_id() in names:
                writer.take(segment)
        return [segment for segment in segments if segment.segment_id() not in names]

    return policy


def _merge(sources: list[_Source], writer: FieldWriter) -> None:
    fields = schema()
    lists = [_terms(source, number) for number, source in enumerate(sources)]
    for field, terms in groupby(heapq.merge(*lists), key=lambda row: row[0]):
        writer.start_field(field, fields[field])
        for term, rows in groupby(terms, key=lambda row: row[1]):
            ids, weights, values = _joined([sources[row[2]] for row in rows], field, term, fields[field].format)
            if ids:
                writer.add_term(term, ids, weights, values)
        writer.finish_field()


def _terms(source: _Source, number: int) -> Iterator[tuple[str, bytes, int]]:
    return ((field, term, number) for field, term in source.reader.all_terms())


def _joined(sources: list[_Source], field: str, term: bytes, form: Any) -> tuple[array[int], array[float], list[bytes]]:
    ids, weights, values = array("I"), array("f"), list[bytes]()
    for source in sources:
        postings: Postings = source.reader._terms.matcher(field, term, form)  # noqa: SLF001  (its own face hides deletions)
        for block in postings.blocks():
            rows = zip(block, postings.block_weights(), postings.block_values(), strict=True)
            if source.moved is None:
                ids.extend(source.base + document for document in block)
                weights.extend(postings.block_weights())
                values.extend(postings.block_values())
                continue
            for document, weight, value in rows:
                if document in source.moved:
                    ids.append(source.moved[document])
                    weights.append(weight)
                    values.append(value)
    return ids, weights, values
