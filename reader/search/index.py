"""The index's one face."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from reader.errors import StoreError
from reader.search import schema
from reader.search.answers.searcher import Searcher
from reader.search.segments import manifest
from reader.search.segments.commit import Writer
from reader.search.segments.container import Damaged
from reader.search.segments.folder import guarded, make_private, sweep, writing
from reader.search.segments.lexicon import Lexicon
from reader.search.segments.snapshot import Snapshot, open_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from reader.model.search import Hit, Hits, Known, Query, SearchDocument
    from reader.search.segments.manifest import Manifest

_Answer = TypeVar("_Answer")

_OPENINGS = 20
_WAIT_TO_EMPTY = 10.0
#: What opening raises over a file that is whole, and not one of ours.
_FOREIGN = (Damaged, KeyError, IndexError, ValueError, TypeError)


class Index:
    """An open index, for one thread. Others may write it meanwhile; each search sees one state from beginning to end."""

    def __init__(self, folder: Path, identity: str, *, fresh: bool) -> None:
        self._folder = folder
        self._identity = identity
        self._manifest: Manifest | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._searcher = Searcher(Snapshot())
        self._lexicon = Lexicon()
        #: Whether there was no usable index: fill it from the beginning. It stays so until the first ``write``.
        self.fresh = fresh

    @classmethod
    def open(cls, folder: Path, identity: str) -> Index:
        """Open the index in ``folder`` that belongs to the library ``identity``; what cannot be trusted is thrown away.

        Raises:
            StoreError: ``index-not-ours`` (a link, or another user's folder), ``index-busy``, ``index-unusable``.
        """
        with guarded():
            private = make_private(folder)
            index = cls(folder, identity, fresh=True)
            if private and index._opened():
                return index
            if not private or manifest.stamp(folder) is not None:
                index._empty()
            return index

    def close(self) -> None:
        """Let go of the files."""
        self._searcher = Searcher(Snapshot())
        self._manifest = self._stamp = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def clear(self) -> None:
        """Throw the index away and begin with an empty one, which is ``fresh``.

        Raises:
            StoreError: ``index-busy`` when another process writes it, ``index-unusable``.
        """
        with guarded():
            self._empty()

    @property
    def _snapshot(self) -> Snapshot:
        return self._searcher.snapshot

    def count(self) -> int:
        """How many articles can be found."""
        self.refresh()
        return self._snapshot.count

    def refresh(self) -> None:
        """See what has been written since. Each search does so by itself."""
        if manifest.stamp(self._folder) != self._stamp:
            with guarded():
                self._opened()

    def write(self, documents: Sequence[SearchDocument], deleted: Collection[int]) -> None:
        """Add or replace documents and leave out the keys ``deleted``, in one commit that is on the disk afterwards.

        Of documents with the same key the last counts. Batches of some hundreds are best.

        Raises:
            StoreError: ``index-busy`` when another writer is at work, ``index-disk-full``, ``index-unusable``,
                ``index-damaged``.
        """
        latest = {document.key: document for document in documents}
        if not latest and not deleted:
            return
        with self._writer() as writer:
            if self._lexicon.is_full:
                self._lexicon = Lexicon()
            writer.write(tuple(latest.values()), {*latest, *deleted}, self._lexicon)
        self.fresh = False

    def merge_when_idle(self, *, thorough: bool = False) -> bool:
        """Merge small segments if there are many, which makes searching faster. Answers whether it did.

        ``thorough`` is for the end of long work: one segment is made of all, where none holds the most already.

        Raises:
            StoreError: as ``write``.
        """
        if thorough:
            self._lexicon = Lexicon()  # what is not needed for a while makes room
        with self._writer() as writer:
            return writer.merge(thorough=thorough) is not None

    def wipe(self) -> None:
        """Leave nothing in the files of what was deleted. Takes as long as writing anew the segments that held it.

        Raises:
            StoreError: as ``write``.
        """
        with self._writer() as writer:
            writer.wipe()

    def verify(self) -> bool:
        """Whether every byte of the index is what was written. Reads all of it."""
        found = manifest.read(self._folder, self._identity)
        if found is None or not found.is_there(self._folder):
            return False
        try:
            for view in open_snapshot(self._folder, found, Snapshot()).views:
                view.check()
        except (OSError, *_FOREIGN):
            return False
        return True

    def search(self, query: Query, known: Known | None = None) -> Hits:
        """Find articles. Nothing typed raises; what was not understood is searched as words, with a hint's code.

        ``known`` answers what the index cannot know: names of things, and what the reader marked.

        Raises:
            StoreError: ``index-damaged``; the next ``open`` begins anew.
        """
        return self._answered(lambda searcher: searcher.search(query, known))

    def complete(
        self, prefix: str, limit: int, field: str = schema.BODY, rest: str = "", known: Known | None = None
    ) -> tuple[tuple[str, int], ...]:
        """What is begun with its last word whole, as a field's texts have it, the most frequent first.

        With how many articles have it: of those that ``rest`` finds, where that asks for something.

        Raises:
            StoreError: as ``search``.
        """
        return self._answered(lambda searcher: searcher.complete(prefix, limit, field, rest, known))

    def values(self, text: str, known: Known | None = None) -> Mapping[str, Mapping[str, int]] | None:
        """How many hits of a query have each value, by kinds; nothing where the query asks for nothing.

        Raises:
            StoreError: as ``search``.
        """
        return self._answered(lambda searcher: searcher.values(text, known))

    def more_like(self, document: SearchDocument, exclude: Collection[int], limit: int) -> tuple[Hit, ...]:
        """The articles most like this one, in its language, or in any if there are none. ``exclude`` are keys to leave out.

        Each with up to three words that it shares.

        Raises:
            StoreError: as ``search``.
        """
        return self._answered(lambda searcher: searcher.more_like(document, exclude, limit))

    def _answered(self, question: Callable[[Searcher], _Answer]) -> _Answer:
        """What is asked of the state that the index is in now."""
        self.refresh()
        try:
            return question(self._searcher)
        except Damaged as error:
            raise self._thrown_away(error) from error

    def _opened(self) -> bool:
        """Open the state that is on the disk now, if it is a good one; else hold an empty one."""
        for _ in range(_OPENINGS):
            before = self._stamp = manifest.stamp(self._folder)
            found = manifest.read(self._folder, self._identity)
            if found is not None and found.is_there(self._folder):
                try:
                    self._show(found, open_snapshot(self._folder, found, self._snapshot))
                except (OSError, *_FOREIGN):
                    pass
                else:
                    return True
            if manifest.stamp(self._folder) == before:  # nobody replaced it under our hands: it is bad
                break
        self._show(None, Snapshot())
        return False

    def _show(self, found: Manifest | None, snapshot: Snapshot) -> None:
        self._manifest, self._searcher = found, Searcher(snapshot)
        self.fresh = found is None

    def _empty(self) -> None:
        with writing(self._folder, _WAIT_TO_EMPTY):
            sweep(self._folder)
            self._opened()

    @contextmanager
    def _writer(self) -> Iterator[Writer]:
        with guarded(), writing(self._folder), self._damage_noticed():
            self.refresh()
            sweep(self._folder, {*(self._manifest.names if self._manifest else ()), manifest.NAME})
            yield Writer(self._folder, self._identity, self._manifest, self._snapshot)
            self._opened()

    @contextmanager
    def _damage_noticed(self) -> Iterator[None]:
        try:
            yield
        except Damaged as error:
            raise self._thrown_away(error) from error

    def _thrown_away(self, damage: Damaged) -> StoreError:
        """The index is not what was written and nobody is to open it again; what is to be raised."""
        (self._folder / manifest.NAME).unlink(missing_ok=True)
        self._show(None, Snapshot())
        return StoreError("index-damaged", reason=repr(damage))
