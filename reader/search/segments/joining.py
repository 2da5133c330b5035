"""The columns and labels of several segments as one, without the deleted documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reader.search import schema
from reader.search.segments.layout import Columns, Labels
from reader.search.segments.segment import LENGTHS
from reader.search.segments.uniting import united_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reader.search.segments.segment import Segment
    from reader.search.segments.snapshot import View


def joined_columns(views: Sequence[View], starts: NDArray[np.uint32]) -> Columns:
    """What is known of each document that is left; ``starts`` are where their places begin in the new segment."""
    alive = [view.alive for view in views]
    segments = [view.segment for view in views]
    lengths = [np.stack([segment.lengths(field) for field in schema.FIELDS], axis=1) for segment in segments]
    kept = np.concatenate([rows[mask] for rows, mask in zip(lengths, alive, strict=True)])
    return Columns(
        np.concatenate([segment.keys[mask] for segment, mask in zip(segments, alive, strict=True)]),
        np.concatenate([segment.days[mask] for segment, mask in zip(segments, alive, strict=True)]),
        np.concatenate([segment.works[mask] for segment, mask in zip(segments, alive, strict=True)]),
        starts,
        kept,
        _totals(views, kept),
        _labels(segments, alive),
    )


def _totals(views: Sequence[View], lengths: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Lengths of the fields over all documents: exact where nothing was deleted, else as the length bytes have them."""
    if not any(len(view.deleted) for view in views):
        sums = [[view.segment.total_length(field) for field in schema.FIELDS] for view in views]
        return np.array(sums, np.int64).sum(axis=0)
    return LENGTHS[lengths].sum(axis=0).astype(np.int64)


def _labels(segments: Sequence[Segment], alive: Sequence[NDArray[np.bool_]]) -> Labels:
    sizes = [np.diff(segment.labels.at).astype(np.int64) for segment in segments]
    kept = [
        segment.labels.numbers[np.repeat(mask, size)]
        for segment, mask, size in zip(segments, alive, sizes, strict=True)
    ]
    used = [
        np.bincount(some, minlength=len(segment.labels.names)) > 0 for segment, some in zip(segments, kept, strict=True)
    ]
    names, places = united_names([segment.labels.names for segment in segments], used)
    numbers = np.concatenate([place[some] for place, some in zip(places, kept, strict=True)]).astype(np.uint32)
    counts = np.concatenate([size[mask] for size, mask in zip(sizes, alive, strict=True)])
    return Labels(names, numbers, np.concatenate(([0], np.cumsum(counts))).astype(np.uint32))
