"""The index's one face."""

from __future__ import annotations

import heapq
import pickle
import struct
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from whoosh import query as whoosh_query
from whoosh.index import IndexError as WhooshIndexError
from whoosh.query import Term
from whoosh.reading import CorruptIndexError

from reader.errors import StoreError
from reader.model.listing import Sort
from reader.model.search import Hit, Hits, Query
from reader.search import manifest, related, schema
from reader.search.commit import Writer
from reader.search.evaluate import Deadline, Evaluation, TooLong
from reader.search.folder import guarded, make_private, sweep, writing
from reader.search.query import parser
from reader.search.snapshot import Snapshot, open_snapshot
from reader.search.translate import Translation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Any, Self

    from reader.model.search import Known, SearchDocument
    from reader.search.evaluate import Scores
    from reader.search.manifest import Manifest

_SECONDS = 0.8
_OPENINGS = 20
_WAIT_TO_EMPTY = 10.0
_MOST_LOOKED_AT = 50_000
#: What Whoosh and we raise over bytes that are not what was written.
_DAMAGE = (
    CorruptIndexError,
    WhooshIndexError,
    pickle.UnpicklingError,
    struct.error,
    zlib.error,
    EOFError,
    UnicodeDecodeError,
)
#: What unpickling raises besides, when a class is not there any more or has other fields.
_UNREADABLE = (*_DAMAGE, ValueError, KeyError, IndexError, TypeError, AttributeError, ImportError, AssertionError)


class Index:
    """An open index, for one thread. Others may write it meanwhile; each search sees one state from beginning to end."""

    def __init__(self, folder: Path, identity: str, *, fresh: bool) -> None:
        self._folder = folder
        self._identity = identity
        self._manifest: Manifest | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._snapshot = Snapshot()
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
        self._snapshot.close()
        self._snapshot = Snapshot()

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
            writer.write(latest.values(), {*latest, *deleted})
        self.fresh = False

    def merge_when_idle(self) -> bool:
        """Merge small segments if there are many, which makes searching faster. Answers whether it did.

        Raises:
            StoreError: as ``write``.
        """
        with self._writer() as writer:
            return writer.merge() is not None

    def verify(self) -> bool:
        """Whether every byte of the index is what was written. Reads all of it."""
        found = manifest.read(self._folder, self._identity)
        return found is not None and found.agrees(self._folder, deeply=True)

    def search(self, query: Query, known: Known | None = None) -> Hits:
        """Find articles. Nothing typed raises; what was not understood is searched as words, with a hint's code.

        Raises:
            StoreError: ``index-damaged``; the next ``open`` begins anew.
        """
        _ = known
        parsed = parser.parse(query.text)
        if parsed.tree is None:
            return Hits(0, hint=parsed.hint)
        self.refresh()
        with self._damage_noticed():
            deadline = Deadline(_SECONDS)
            translation = Translation(lambda field, prefix, most: self._expand(field, prefix, most, deadline))
            try:
                tree = _narrowed(translation.query(parsed.tree), query)
                scores = Evaluation(self._snapshot, deadline).scores(tree)
            except TooLong:
                return Hits(0, terms=tuple(translation.terms), hint="query-too-broad")
            keys = self._snapshot.keys
            scores = {number: score for number, score in scores.items() if keys[number] > query.after_key}
            hits = self._page(scores, query)
        return Hits(len(scores), hits, tuple(translation.terms), parsed.hint)

    def complete(self, prefix: str, limit: int, language: str = "") -> tuple[tuple[str, int], ...]:
        """Words of the index that begin so, the most frequent first, with how many articles have each.

        Raises:
            StoreError: as ``search``.
        """
        _ = language
        self.refresh()
        with self._damage_noticed():
            begun = prefix.strip().casefold()
            words = self._expand(schema.BODY, begun, limit, Deadline(_SECONDS)) if begun else []
            return tuple((word, self._snapshot.document_frequency(schema.BODY, word)) for word in words)

    def more_like(self, document: SearchDocument, exclude: Collection[int], limit: int) -> tuple[Hit, ...]:
        """The articles most like this one, in its language, or in any if there are none. ``exclude`` are keys to leave out.

        Raises:
            StoreError: as ``search``.
        """
        self.refresh()
        with self._damage_noticed():
            evaluation = Evaluation(self._snapshot, Deadline(_SECONDS))
            try:
                scores = related.alike(document, self._snapshot, evaluation)
                native = evaluation.scores(Term(schema.LANGUAGE, schema.languages(document.language)[-1]))
            except TooLong:
                return ()
            unwanted = {*exclude, document.key}
            wanted = {number: score for number, score in scores.items() if self._snapshot.keys[number] not in unwanted}
            same = {number: score for number, score in wanted.items() if number in native}
            return self._page(same or wanted, Query("", limit=limit))

    def _opened(self) -> bool:
        """Open the state that is on the disk now, if it is a good one; else hold an empty one."""
        for _ in range(_OPENINGS):
            before = self._stamp = manifest.stamp(self._folder)
            found = manifest.read(self._folder, self._identity)
            if found is not None and found.agrees(self._folder):
                try:
                    self._show(found, open_snapshot(self._folder, found, self._snapshot))
                except (OSError, *_UNREADABLE):
                    pass
                else:
                    return True
            if manifest.stamp(self._folder) == before:  # nobody replaced it under our hands: it is bad
                break
        self._show(None, Snapshot())
        return False

    def _show(self, found: Manifest | None, snapshot: Snapshot) -> None:
        self._snapshot.close(keep=snapshot)
        self._manifest, self._snapshot = found, snapshot
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
        except _DAMAGE as error:
            (self._folder / manifest.NAME).unlink(missing_ok=True)
            self._show(None, Snapshot())
            raise StoreError("index-damaged", reason=repr(error)) from error

    def _expand(self, field: str, prefix: str, most: int, deadline: Deadline) -> list[str]:
        often: dict[bytes, int] = {}
        for view in self._snapshot.views:
            deadline.check()
            for seen, (term, count) in enumerate(view.segment.terms_from(field, prefix.encode())):
                if seen >= _MOST_LOOKED_AT:
                    break
                often[term] = often.get(term, 0) + count
        best = heapq.nsmallest(most, ((-count, term) for term, count in often.items()))
        return [term.decode() for _, term in best]

    def _page(self, scores: Scores, query: Query) -> tuple[Hit, ...]:
        end = max(0, query.offset) + max(0, query.limit)
        keys, days = self._snapshot.keys, self._snapshot.days
        rank = {Sort.NEWEST: days.__getitem__, Sort.OLDEST: lambda number: -(days[number] or _LAST_DAY)}.get(
            query.sort, scores.__getitem__
        )
        best = _highest(scores, rank, end)
        best.sort(key=lambda number: (-rank(number), -scores[number], -days[number], keys[number]))
        return tuple(Hit(keys[number], scores[number]) for number in best[max(0, query.offset) : end])


def _highest(scores: Scores, rank: Callable[[int], float], count: int) -> list[int]:
    """At least the ``count`` documents of the highest rank, and all that are level with the last of them."""
    top = heapq.nlargest(count, map(rank, scores))
    return [number for number in scores if rank(number) >= top[-1]] if top else []


_LAST_DAY = 1 << 31


def _narrowed(tree: Any, query: Query) -> Any:
    """The tree within the publication and language that were chosen beside it."""
    filters: Iterable[tuple[str, str]] = (
        (schema.PUBLICATION, query.publication),
        (schema.LANGUAGE, query.language.lower().replace("_", "-")),
    )
    chosen = [Term(field, value) for field, value in filters if value]
    return whoosh_query.And([tree, *chosen]) if chosen else tree
