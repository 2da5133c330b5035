"""Read one object straight from its sealed segment, by offset. Every frame is checked before it is decoded, every time."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.bundle.layout import dictionary_name, segment_name
from reader.bundle.segment import Dictionary, decode_frame
from reader.errors import BundleError, StoreError
from reader.store.files import disk_guarded

if TYPE_CHECKING:
    from typing import BinaryIO

    from reader.model.edition import IndexRow
    from reader.store.files import SealedFiles

_OPEN_SEGMENTS = 8


@dataclass(frozen=True, slots=True)
class FramePlace:
    """A frame's segment: whose, which, where its frames begin (bytes), and its dictionary's digest or nothing."""

    publication: str
    segment: str
    frames_at: int
    dictionary: str = ""


class Frames:
    """Keeps the last few segments open, and their dictionaries loaded, for one thread."""

    def __init__(self, files: SealedFiles) -> None:
        self._files = files
        self._open: OrderedDict[tuple[str, str], BinaryIO] = OrderedDict()
        self._dictionaries: dict[tuple[str, str], Dictionary] = {}

    def read(self, place: FramePlace, row: IndexRow) -> bytes:
        """The object's content.

        Raises:
            StoreError: ``segment-missing`` or ``segment-damaged`` when our own copy is gone or was changed.
        """
        file = self._segment(place)
        with disk_guarded():
            file.seek(place.frames_at + row.at)
            data = file.read(row.size)
        try:
            return decode_frame(row, data, self._dictionary(place))
        except BundleError as error:
            raise StoreError("segment-damaged", segment=place.segment, object=row.id) from error

    def _segment(self, place: FramePlace) -> BinaryIO:
        key = (place.publication, place.segment)
        file = self._open.get(key)
        if file is not None:
            self._open.move_to_end(key)
            return file
        file = self._files.open(place.publication, segment_name(place.segment))
        if file is None:
            raise StoreError("segment-missing", segment=place.segment)
        self._open[key] = file
        if len(self._open) > _OPEN_SEGMENTS:
            self._open.popitem(last=False)[1].close()
        return file

    def _dictionary(self, place: FramePlace) -> Dictionary | None:
        if not place.dictionary:
            return None
        key = (place.publication, place.dictionary)
        if key not in self._dictionaries:
            data = self._files.read(place.publication, dictionary_name(place.dictionary))
            if data is None:
                raise StoreError("segment-missing", segment=place.dictionary)
            self._dictionaries[key] = Dictionary.load(place.dictionary, data)
        return self._dictionaries[key]

    def forget(self) -> None:
        """Close what is open."""
        while self._open:
            self._open.popitem()[1].close()
        self._dictionaries.clear()
