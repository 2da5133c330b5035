"""The labels of a segment's documents (section, tag, language...), opened for reading."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from reader.search.segments.layout import label_parts
from reader.search.segments.strings import Strings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reader.search.segments.container import Container


class SegmentLabels:
    """Which labels there are, and which each of so many documents has."""

    def __init__(self, container: Container, size: int) -> None:
        self._container = container
        self._size = size

    @cached_property
    def names(self) -> Strings:
        """Names of labels."""
        return Strings(self._container, "labels")

    @cached_property
    def parts(self) -> list[tuple[str, str]]:
        """Kind and value of each label."""
        return [label_parts(name.decode(errors="replace")) for name in self.names]  # type: ignore[attr-defined]

    @cached_property
    def numbers(self) -> NDArray[np.unsignedinteger[Any]]:
        """The labels of all documents, one document after another, as the narrowest numbers that hold all."""
        return self._container.array("document_labels")

    @cached_property
    def at(self) -> NDArray[np.uint32]:
        """Where the labels of each document begin."""
        return self._container.array("labels_at")

    @cached_property
    def documents(self) -> NDArray[np.uint32]:
        """The document of each of ``numbers``."""
        return np.repeat(np.arange(self._size, dtype=np.uint32), np.diff(self.at).astype(np.intp))
