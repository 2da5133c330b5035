"""The index's one face."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from whoosh import query as whoosh_query

from reader.errors import StoreError
from reader.model.search import Hit, Hits, Query
from reader.search import schema
from reader.search.answers import facets, pages, related
from reader.search.answers.absent import absent
from reader.search.answers.completing import Completing
from reader.search.answers.evaluate import Deadline, Evaluation, TooLong
from reader.search.answers.loosened import MOST_WORDS, loosened
from reader.search.answers.narrowing import narrowed
from reader.search.answers.nodes import in_language, labelled, values_meant
from reader.search.answers.scored import Found, Scored, both, listed, nothing
from reader.search.answers.spelling import Speller
from reader.search.answers.translate import Translation
from reader.search.answers.vocabulary import Vocabulary
from reader.search.query import parser
from reader.search.segments import manifest
from reader.search.segments.commit import Writer
from reader.search.segments.container import Damaged
from reader.search.segments.folder import guarded, make_private, sweep, writing
from reader.search.segments.lexicon import Lexicon
from reader.search.segments.snapshot import Snapshot, open_snapshot

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Any, Self

    from reader.model.search import FacetKind, Known, SearchDocument
    from reader.search.segments.manifest import Manifest

_SECONDS = 0.8
_OPENINGS = 20
_WAIT_TO_EMPTY = 10.0
_SHARED_TERMS = 3
#: Above so few hits nobody asks whether something else was meant.
_FEW_HITS = 3
#: What opening raises over a file that is whole, and not one of ours.
_FOREIGN = (Damaged, KeyError, IndexError, ValueError, TypeError)


class Index:
    """An open index, for one thread. Others may write it meanwhile; each search sees one state from beginning to end."""

    def __init__(self, folder: Path, identity: str, *, fresh: bool) -> None:
        self._folder = folder
        self._identity = identity
        self._manifest: Manifest | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._snapshot = Snapshot()
        self._last: tuple[Any, Found] | None = None
        self._vocabulary = Vocabulary(self._snapshot)
        self._completing = Completing(self._snapshot, self._vocabulary)
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
        self._snapshot = Snapshot()
        self._vocabulary = Vocabulary(self._snapshot)
        self._completing = Completing(self._snapshot, self._vocabulary)
        self._manifest = self._stamp = self._last = None

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

    def verify(self) -> bool:
        """Whether every byte of the index is what was written. Reads all of it."""
        found = manifest.read(self._folder, self._identity)
        if found is None or not found.is_there(self._folder):
            return False
        try:
            for view in open_snapshot(self._folder, found, Snapshot()).views:
                view.segment.check()
        except (OSError, *_FOREIGN):
            return False
        return True

    def search(self, query: Query, known: Known | None = None) -> Hits:
        """Find articles. Nothing typed raises; what was not understood is searched as words, with a hint's code.

        ``known`` answers what the index cannot know: names of things, and what the reader marked.

        Raises:
            StoreError: ``index-damaged``; the next ``open`` begins anew.
        """
        parsed = parser.parse(query.text)
        if parsed.tree is None and (query.within is None or query.text.strip()):
            return Hits(0, hint=parsed.hint)
        self.refresh()
        with self._damage_noticed():
            vocabulary = self._vocabulary
            translation = Translation(vocabulary, self._snapshot.languages, known)
            evaluation, hint = Evaluation(self._snapshot, Deadline(_SECONDS)), parsed.hint
            try:
                tree = translation.query(parsed.tree) if parsed.tree else whoosh_query.Every()
                found = self._found(evaluation, self._narrowed(tree, query))
                for looser, why in loosened(query.text, parsed.tree, tree, translation) if not len(found) else ():
                    found = self._found(evaluation, self._narrowed(looser, query))
                    if len(found):
                        hint = why
                        break
                hint = hint or translation.hint
                if not (len(found) or hint):
                    hint = absent(query, parsed.tree, translation, evaluation)
            except TooLong:
                return Hits(0, terms=tuple(translation.terms), hint="query-too-broad")
            hits = self._hits(evaluation, found, query, tuple(translation.terms), hint)
            if query.facets:
                hits = self._counted(hits, found, query, known, evaluation)
            if hits.total >= _FEW_HITS and hint != MOST_WORDS:
                return hits
            least = 0 if hint == MOST_WORDS else hits.total
            speller = Speller(vocabulary, evaluation, self._narrowed(tree, query), self._snapshot.size)
            return replace(hits, meant=self._meant(query, known, speller, translation.typed, least))

    def _meant(self, query: Query, known: Known | None, speller: Speller, sought: Collection[str], least: int) -> str:
        """The first spelling of the query that finds more than ``least``, its filters included; or nothing."""
        try:
            for text in speller.candidates(query.text, sought):
                tree = self._tree(text, known)
                found = speller.evaluation.scores(self._narrowed(tree, query)) if tree is not None else nothing()
                if pages.total(self._snapshot, found, fold=query.fold) > least:
                    return text
        except TooLong:
            pass
        return ""

    def _tree(self, text: str, known: Known | None) -> Any:
        """What a text asks for; nothing where it asks for nothing."""
        tree = parser.parse(text).tree
        return Translation(self._vocabulary, self._snapshot.languages, known).query(tree) if tree is not None else None

    def _found(self, evaluation: Evaluation, tree: Any) -> Found:
        """What the tree finds. The last is kept: hits, counts and keys are asked for one after another, at each letter typed."""
        if self._last is None or self._last[0] != tree:
            self._last = tree, evaluation.scores(tree)
        return self._last[1]

    def _hits(self, evaluation: Evaluation, found: Found, query: Query, terms: tuple[str, ...], hint: str) -> Hits:
        snapshot = self._snapshot
        leading = None
        if query.leading and query.fold:
            with suppress(TooLong):
                leading = evaluation.scores(in_language(query.leading, snapshot.languages))
        keys = pages.keys(snapshot, found, query, leading) if query.keys else ()
        total = pages.total(snapshot, found, fold=query.fold)
        return Hits(total, pages.page(snapshot, found, query, leading), terms, hint, keys=keys)

    def _counted(self, hits: Hits, found: Found, query: Query, known: Known | None, evaluation: Evaluation) -> Hits:
        """The hits with what is counted of them."""
        snapshot, documents, fold = self._snapshot, listed(found).documents, query.fold

        def meant(kind: FacetKind, value: str) -> frozenset[str]:
            return values_meant(kind, value, snapshot.languages, known)

        def count(kind: FacetKind, value: str) -> int:
            asked = evaluation.scores(labelled(str(kind), meant(kind, value)))
            return pages.total(snapshot, both(found, asked, snapshot.size), fold=fold)

        counted = facets.facets(snapshot, documents, fold=fold)
        with suppress(TooLong):
            counted = facets.as_asked(counted, meant, count)
        months, years = (each(snapshot, documents, fold=fold) for each in (facets.months, facets.years))
        return replace(hits, facets=counted, months=months, years=years)

    def complete(
        self, prefix: str, limit: int, field: str = schema.BODY, rest: str = "", known: Known | None = None
    ) -> tuple[tuple[str, int], ...]:
        """What is begun with its last word whole, as a field's texts have it, the most frequent first.

        With how many articles have it: of those that ``rest`` finds, where that asks for something.

        Raises:
            StoreError: as ``search``.
        """
        self.refresh()
        with self._damage_noticed(), suppress(TooLong):
            return tuple(self._completing.words(prefix, field, limit, self._tree(rest, known)))
        return ()

    def values(self, text: str, known: Known | None = None) -> Mapping[str, Mapping[str, int]] | None:
        """How many hits of a query have each value, by kinds; nothing where the query asks for nothing.

        Raises:
            StoreError: as ``search``.
        """
        self.refresh()
        with self._damage_noticed(), suppress(TooLong):
            tree = self._tree(text, known)
            return None if tree is None else self._completing.values(tree)
        return None

    def more_like(self, document: SearchDocument, exclude: Collection[int], limit: int) -> tuple[Hit, ...]:
        """The articles most like this one, in its language, or in any if there are none. ``exclude`` are keys to leave out.

        Each with up to three words that it shares.

        Raises:
            StoreError: as ``search``.
        """
        self.refresh()
        with self._damage_noticed():
            snapshot, evaluation = self._snapshot, Evaluation(self._snapshot, Deadline(_SECONDS))
            try:
                native = evaluation.scores(in_language(document.language, self._snapshot.languages))
                alike = related.alike(document, native, snapshot, evaluation)
            except TooLong:
                return ()
            unwanted = np.fromiter({*exclude, document.key}, np.int64)
            kept = ~np.isin(snapshot.keys[alike.scored.documents], unwanted)
            wanted = Scored(alike.scored.documents[kept], alike.scored.scores[kept])
            same = related.native(wanted, native, snapshot.size)
            hits = pages.page(snapshot, same if len(same) else wanted, Query("", limit=limit, fold=False))
            found = tuple(hit._replace(terms=alike.shared(self._number(hit.key), _SHARED_TERMS)) for hit in hits)
            snapshot.release()  # the lists of all words of an article: more than any search reads, and the next article has others
            return found

    def _number(self, key: int) -> int:
        """The number of the document with this key that is not deleted."""
        numbers = np.flatnonzero(self._snapshot.keys == key)
        return int(numbers[-1])

    def _narrowed(self, tree: Any, query: Query) -> Any:
        return narrowed(tree, query, self._snapshot.languages)

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
        self._manifest, self._snapshot, self._last = found, snapshot, None
        self._vocabulary = Vocabulary(snapshot)
        self._completing = Completing(snapshot, self._vocabulary)
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
            (self._folder / manifest.NAME).unlink(missing_ok=True)
            self._show(None, Snapshot())
            raise StoreError("index-damaged", reason=repr(error)) from error
