"""The last edition in the place that we pack to, read and verified as a reader would: what it holds, and its revisions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.bundle.layout import dictionary_name, segment_name
from reader.bundle.segment import HEADER_BYTES, MEDIA, Dictionary, decode_frame
from reader.errors import PublishError
from reader.model.publication import Kind
from reader.sync.fetch import read_index
from reader.sync.head import read_head

if TYPE_CHECKING:
    from reader.bundle.keyring import Keyring
    from reader.bundle.trust import VerifiedEdition
    from reader.model.edition import Edition, SegmentInfo, Withdrawn
    from reader.sources import Source

Name = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Held:
    """An object as it stands: its revision and raw content."""

    revision: int
    data: bytes


@dataclass(slots=True)
class State:
    """What readers of the last edition have. ``edition`` is None before the first."""

    edition: VerifiedEdition | None = None
    objects: dict[Name, Held] = field(default_factory=dict)
    pictures: set[str] = field(default_factory=set)
    dictionaries: dict[str, Dictionary] = field(default_factory=dict)
    withdrawn: dict[Name, Withdrawn] = field(default_factory=dict)

    @property
    def last(self) -> Edition | None:
        """The last edition's content."""
        return self.edition.edition if self.edition else None

    def visible(self, name: Name) -> Held | None:
        """An object that readers see: there, and not withdrawn."""
        held = self.objects.get(name)
        gone = self.withdrawn.get(name)
        return None if held is None or (gone is not None and gone.revision >= held.revision) else held

    def next_revision(self, name: Name) -> int:
        """The revision that a new version of an object gets: above all that readers ever saw or lost."""
        held, gone = self.objects.get(name), self.withdrawn.get(name)
        return max(held.revision if held else 0, gone.revision if gone else 0) + 1

    def dictionary_of(self, language: str) -> Dictionary | None:
        """The dictionary that the last edition's segments of a language use."""
        infos = self.last.segments if self.last else ()
        found = [info.dictionary for info in infos if info.language == language and info.dictionary]
        return self.dictionaries.get(found[-1]) if found else None


def read_state(source: Source | None, keyring: Keyring) -> State:
    """Read the last edition of our publication, if the place holds one.

    Raises:
        PublishError: ``output-newer-root`` when the place knows keys that ours do not lead to.
        BundleError: it is not what our keys signed, or damaged.
        SourceError: it lacks a file.
    """
    if source is None or source.size(keyring.publication, "latest.signed") is None:
        return State()
    head = read_head(source, keyring.publication, keyring.roots)
    if head.root.root.version > len(keyring.roots):
        raise PublishError("output-newer-root", version=head.root.root.version)
    edition = head.edition.edition
    state = State(head.edition)
    for info in edition.dictionaries:
        data = source.read(keyring.publication, dictionary_name(info.sha256), 0, info.bytes + 1)
        state.dictionaries[info.sha256] = Dictionary.load(info.sha256, data)
    for segment in edition.segments:
        _read_segment(state, source, keyring.publication, segment)
    state.withdrawn = {(one.kind, one.id): one for one in edition.withdrawn}
    return state


def _read_segment(state: State, source: Source, publication: str, info: SegmentInfo) -> None:
    _head, rows = read_index(source, publication, info)
    if info.kind == MEDIA:
        state.pictures |= {row.id for row in rows}
        return
    dictionary = state.dictionaries.get(info.dictionary)
    base = HEADER_BYTES + info.index_bytes
    for row in rows:
        name = (row.kind, row.id)
        if name in state.objects and state.objects[name].revision >= row.revision:
            continue
        frame = source.read(publication, segment_name(info.sha256), base + row.at, row.size)
        data = decode_frame(row, frame, dictionary)
        state.objects[name] = Held(row.revision, data)
