"""The edition after the last one: what is new or changed, in new segments; what is gone, withdrawn."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.bundle.edition import encode_edition
from reader.bundle.layout import dictionary_name, edition_name, root_name, segment_name
from reader.bundle.limits import LIMITS
from reader.bundle.segment import MEDIA, TEXT, Dictionary, join_segment, pack_object, train_dictionary
from reader.errors import PublishError
from reader.model.edition import DictionaryInfo, Edition, SegmentInfo, Withdrawn
from reader.model.publication import THINGS, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.bundle.keyring import Keyring
    from reader.bundle.segment import NewObject
    from reader.model.edition import IndexRow
    from reader.publish.publication import Publication
    from reader.publish.state import Name, State

#: Room is left for the index, which is not known before the segment is joined.
_MOST_FRAME_BYTES = LIMITS.segment_bytes - 24 * 1024 * 1024
_MOST_OBJECTS = 25_000
#: Compression leaves the interpreter's lock, so that two cores are used.
_WORKERS = 2

Packed = tuple["IndexRow", bytes]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new edition changes: objects with their revisions, and what is withdrawn."""

    changed: tuple[NewObject, ...]
    withdrawn: tuple[Withdrawn, ...]

    def count(self, state: State, *, new: bool) -> int:
        """How many articles are new to readers, or changed."""
        return sum(
            1 for one in self.changed if one.kind is Kind.ARTICLE and (state.visible((one.kind, one.id)) is None) == new
        )


def difference(state: State, objects: Iterable[NewObject]) -> Difference:
    """Compare raw contents with the last edition's."""
    changed = []
    names: set[Name] = set()
    for one in objects:
        name = (one.kind, one.id)
        names.add(name)
        held = state.visible(name)
        if held is None or held.data != one.data:
            changed.append(replace(one, revision=state.next_revision(name)))
    gone = sorted(name for name in state.objects if name not in names and state.visible(name) is not None)
    return Difference(tuple(changed), tuple(Withdrawn(*name, state.objects[name].revision) for name in gone))


class EditionBuilder:
    """Gathers the files of an edition. ``files`` are named in the publication's folder."""

    def __init__(self, state: State, keyring: Keyring, advance: Callable[[int], None]) -> None:
        self._state = state
        self._keyring = keyring
        self._advance = advance
        last = state.last
        self._segments: list[SegmentInfo] = list(last.segments) if last else []
        self._dictionaries: list[DictionaryInfo] = list(last.dictionaries) if last else []
        self.files: dict[str, bytes] = {}

    def add_text(self, changed: Sequence[NewObject]) -> None:
        """Segments of the publication's things, and of each language's articles, pages and terms."""
        things = [one for one in changed if one.kind in THINGS]
        self._add(things, SegmentInfo("", 0, 0, "", 0, 0, TEXT, required=True), None)
        for language in sorted({one.language for one in changed if one.kind not in THINGS}):
            texts = [one for one in changed if one.language == language and one.kind not in THINGS]
            self._add(
                texts, SegmentInfo("", 0, 0, "", 0, 0, TEXT, language=language), self._dictionary(language, texts)
            )

    def add_pictures(self, copies: Sequence[NewObject]) -> None:
        """One segment a tier."""
        for tier in dict.fromkeys(one.tier for one in copies):
            chosen = [one for one in copies if one.tier == tier]
            self._add(chosen, SegmentInfo("", 0, 0, "", 0, 0, MEDIA, tier=tier), None)

    def _dictionary(self, language: str, texts: Sequence[NewObject]) -> Dictionary | None:
        """The language's dictionary: the one in use, else one trained now, where there is enough text."""
        known = self._state.dictionary_of(language)
        if known is not None:
            return known
        trained = train_dictionary([one.data for one in sorted(texts, key=lambda one: (one.kind, one.id))])
        if trained is None:
            return None
        dictionary = Dictionary(trained)
        if all(info.sha256 != dictionary.sha256 for info in self._dictionaries):
            self._dictionaries.append(DictionaryInfo(dictionary.sha256, len(trained)))
        self.files[dictionary_name(dictionary.sha256)] = trained
        return dictionary

    def _add(self, objects: Sequence[NewObject], like: SegmentInfo, dictionary: Dictionary | None) -> None:
        """Oldest segment first, so that of several the newest articles are in the last."""
        ordered = sorted(objects, key=lambda one: (one.date, one.kind, one.id))
        for packed in _portions(self._packed(ordered, dictionary)):
            info, data = join_segment(packed, like, dictionary.sha256 if dictionary else "")
            newest = max(row.date for row, _frame in packed)
            self._segments.append(replace(info, newest=newest))
            self.files[segment_name(info.sha256)] = data

    def _packed(self, objects: Iterable[NewObject], dictionary: Dictionary | None) -> Iterator[Packed]:
        with ThreadPoolExecutor(_WORKERS) as workers:
            for packed in workers.map(lambda one: pack_object(one, dictionary), objects):
                self._advance(1)
                yield packed

    def sign(self, edition: Edition) -> bytes:
        """Sign the edition with all segments so far; its file and the roots join ``files``. Returns its document."""
        whole = replace(edition, segments=tuple(self._segments), dictionaries=tuple(self._dictionaries))
        document = self._keyring.sign_edition(encode_edition(whole))
        for version, root in enumerate(self._keyring.roots, 1):
            self.files[root_name(version)] = root
        self.files[edition_name(edition.serial)] = document
        return document


def _portions(packed: Iterable[Packed]) -> Iterator[list[Packed]]:
    """Frames in portions that each fit into a segment."""
    portion: list[Packed] = []
    size = 0
    for one in packed:
        if portion and (size + one[0].size > _MOST_FRAME_BYTES or len(portion) >= _MOST_OBJECTS):
            yield portion
            portion, size = [], 0
        portion.append(one)
        size += one[0].size
    if portion:
        yield portion


def next_edition(
    state: State, keyring: Keyring, publication: Publication, change: Difference, languages: tuple[str, ...]
) -> Edition:
    """The content of the next edition, without its number, day and segments."""
    root = keyring.root.root
    last = state.last
    withdrawn = {**state.withdrawn, **{(one.kind, one.id): one for one in change.withdrawn}}
    history = {**last.history, last.serial: state.edition.sha256} if last and state.edition else {}
    return Edition(
        publication=keyring.publication,
        epoch=root.epoch,
        serial=last.serial if last else 0,
        published=last.published if last else "",
        root_version=root.version,
        titles=publication.titles,
        language=publication.language,
        next_expected=publication.next_expected,
        mastheads=publication.mastheads,
        languages=languages,
        licence=publication.licence,
        contributors=publication.contributors,
        history=dict(sorted(history.items())[-LIMITS.history :]),
        dictionaries=last.dictionaries if last else (),
        segments=last.segments if last else (),
        withdrawn=tuple(withdrawn[name] for name in sorted(withdrawn)),
        mirrors=publication.mirrors,
    )


def is_same(last: Edition | None, edition: Edition, change: Difference) -> bool:
    """Whether an edition would tell readers nothing new."""
    if last is None or change.changed or change.withdrawn:
        return False
    return replace(edition, history=last.history, withdrawn=last.withdrawn) == replace(last, withdrawn=last.withdrawn)


def serial_after(last: Edition | None, wanted: int | None) -> int:
    """The number of the next edition.

    Raises:
        PublishError: ``serial-not-higher``.
    """
    least = last.serial + 1 if last else 1
    if wanted is not None and wanted < least:
        raise PublishError("serial-not-higher", serial=wanted, least=least)
    return wanted or least
