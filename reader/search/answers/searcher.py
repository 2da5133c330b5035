"""Answers over one state of the index: what a query finds, how it may be meant and go on, and what is like an article."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np
from whoosh import query as whoosh_query

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
from reader.search.segments.memory import keep_room

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

    from reader.model.search import FacetKind, Known, SearchDocument
    from reader.search.answers.related import Alike
    from reader.search.segments.snapshot import Snapshot

_SECONDS = 0.8
_SHARED_TERMS = 3
#: Bytes a document of ten tables.
_ROOM = 40
#: Above so few hits nobody asks whether something else was meant.
_FEW_HITS = 3


class Searcher:
    """Answers over one snapshot, for one thread."""

    def __init__(self, snapshot: Snapshot) -> None:
        keep_room(_ROOM * snapshot.size)
        self.snapshot = snapshot
        self._vocabulary = Vocabulary(snapshot)
        self._completing = Completing(snapshot, self._vocabulary)
        self._last: tuple[Any, Found] | None = None

    def search(self, query: Query, known: Known | None = None) -> Hits:
        """Find articles. Nothing typed raises; what was not understood is searched as words, with a hint's code.

        ``known`` answers what the index cannot know: names of things, and what the reader marked.

        Raises:
            Damaged: the index is not what was written.
        """
        parsed = parser.parse(query.text)
        if parsed.tree is None and (query.within is None or query.text.strip()):
            return Hits(0, hint=parsed.hint)
        vocabulary = self._vocabulary
        translation = Translation(vocabulary, self.snapshot.languages, known)
        evaluation, hint = Evaluation(self.snapshot, Deadline(_SECONDS)), parsed.hint
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
        speller = Speller(vocabulary, evaluation, self._narrowed(tree, query), self.snapshot.size)
        return hits._replace(meant=self._meant(query, known, speller, translation.typed, least))

    def _meant(self, query: Query, known: Known | None, speller: Speller, sought: Collection[str], least: int) -> str:
        """The first spelling of the query that finds more than ``least``, its filters included; or nothing."""
        try:
            for text in speller.candidates(query.text, sought):
                tree = self._tree(text, known)
                found = speller.evaluation.scores(self._narrowed(tree, query)) if tree is not None else nothing()
                if pages.total(self.snapshot, found, fold=query.fold) > least:
                    return text
        except TooLong:
            pass
        return ""

    def _tree(self, text: str, known: Known | None) -> Any:
        """What a text asks for; nothing where it asks for nothing."""
        tree = parser.parse(text).tree
        return Translation(self._vocabulary, self.snapshot.languages, known).query(tree) if tree is not None else None

    def _found(self, evaluation: Evaluation, tree: Any) -> Found:
        """What the tree finds. The last is kept: hits, counts and keys are asked for one after another, at each letter typed."""
        if self._last is None or self._last[0] != tree:
            self._last = tree, evaluation.scores(tree)
        return self._last[1]

    def _hits(self, evaluation: Evaluation, found: Found, query: Query, terms: tuple[str, ...], hint: str) -> Hits:
        snapshot = self.snapshot
        leading = None
        if query.leading and query.fold:
            with suppress(TooLong):
                leading = evaluation.scores(in_language(query.leading, snapshot.languages))
        keys = pages.keys(snapshot, found, query, leading) if query.keys else ()
        total = pages.total(snapshot, found, fold=query.fold)
        return Hits(total, pages.page(snapshot, found, query, leading), terms, hint, keys=keys)

    def _counted(self, hits: Hits, found: Found, query: Query, known: Known | None, evaluation: Evaluation) -> Hits:
        """The hits with what is counted of them."""
        snapshot, documents, fold = self.snapshot, listed(found).documents, query.fold

        def meant(kind: FacetKind, value: str) -> frozenset[str]:
            return values_meant(kind, value, snapshot.languages, known)

        def count(kind: FacetKind, value: str) -> int:
            asked = evaluation.scores(labelled(str(kind), meant(kind, value)))
            return pages.total(snapshot, both(found, asked, snapshot.size), fold=fold)

        counted = facets.facets(snapshot, documents, fold=fold)
        with suppress(TooLong):
            counted = facets.as_asked(counted, meant, count)
        months, years = (each(snapshot, documents, fold=fold) for each in (facets.months, facets.years))
        return hits._replace(facets=counted, months=months, years=years)

    def complete(
        self, prefix: str, limit: int, field: str = schema.BODY, rest: str = "", known: Known | None = None
    ) -> tuple[tuple[str, int], ...]:
        """What is begun with its last word whole, as a field's texts have it, the most frequent first.

        With how many articles have it: of those that ``rest`` finds, where that asks for something.

        Raises:
            Damaged: as ``search``.
        """
        with suppress(TooLong):
            return tuple(self._completing.words(prefix, field, limit, self._tree(rest, known)))
        return ()

    def values(self, text: str, known: Known | None = None) -> Mapping[str, Mapping[str, int]] | None:
        """How many hits of a query have each value, by kinds; nothing where the query asks for nothing.

        Raises:
            Damaged: as ``search``.
        """
        with suppress(TooLong):
            tree = self._tree(text, known)
            return None if tree is None else self._completing.values(tree)
        return None

    def more_like(self, document: SearchDocument, exclude: Collection[int], limit: int) -> tuple[Hit, ...]:
        """The articles most like this one, in its language, or in any if there are none. ``exclude`` are keys to leave out.

        Each with up to three words that it shares.

        Raises:
            Damaged: as ``search``.
        """
        snapshot, evaluation = self.snapshot, Evaluation(self.snapshot, Deadline(_SECONDS))
        try:
            native = evaluation.scores(in_language(document.language, self.snapshot.languages))
            alike = related.alike(document, native, snapshot, evaluation)
        except TooLong:
            return ()
        unwanted = np.fromiter({*exclude, document.key}, np.int64)
        kept = ~np.isin(snapshot.keys[alike.scored.documents], unwanted)
        wanted = Scored(alike.scored.documents[kept], alike.scored.scores[kept])
        same = related.native(wanted, native, snapshot.size)
        hits = pages.page(snapshot, same if len(same) else wanted, Query("", limit=limit, fold=False))
        found = tuple(hit._replace(terms=self._shared(alike, hit)) for hit in hits)
        snapshot.release()  # the lists of all words of an article: more than any search reads, and the next article has others
        return found

    def _shared(self, alike: Alike, hit: Hit) -> tuple[str, ...]:
        """Words that a hit shares, as they are written."""
        return tuple(map(self._vocabulary.written, alike.shared(self._number(hit.key), _SHARED_TERMS)))

    def _number(self, key: int) -> int:
        """The number of the document with this key that is not deleted."""
        numbers = np.flatnonzero(self.snapshot.keys == key)
        return int(numbers[-1])

    def _narrowed(self, tree: Any, query: Query) -> Any:
        return narrowed(tree, query, self.snapshot.languages)
