"""What Whoosh itself makes of our query trees: its own index, its own matchers, one document after another."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from whoosh import query as whoosh_query
from whoosh.filedb.filestore import RamStorage
from whoosh.matching import Matcher
from whoosh.searching import Searcher

from reader.model.search import SearchDocument
from reader.search import schema
from reader.search.answers.nodes import AnyField, Most
from reader.search.segments.layout import labels_of
from reader.search.text.days import day_number
from reader.search.text.script import VALUE_ENDS

Scores = dict[int, float]


class WhooshReference:
    """A stock index in memory, written in the same batches as ours, one segment each, never merged."""

    def __init__(self) -> None:
        self._index = RamStorage().create_index(schema.schema())
        self._numbers: dict[int, int] = {}
        self._size = 0

    def write(self, documents: Sequence[SearchDocument], gone: set[int]) -> None:
        """Put documents in the place of those with their keys, and leave out ``gone``."""
        writer = self._index.writer()
        for key in {*gone, *(document.key for document in documents)} & self._numbers.keys():
            writer.delete_document(self._numbers.pop(key))
        for document in documents:
            writer.add_document(**_fields(document))
            self._numbers[document.key] = self._size
            self._size += 1
        writer.commit(merge=False)

    def documents(self, tree: Any) -> set[int]:
        """Keys of what the tree finds, by Whoosh's matcher of the whole tree."""
        keys = {number: key for key, number in self._numbers.items()}
        with self._index.searcher() as searcher:
            return {keys[number] for number in tree.docs(searcher) if number in keys}

    def scores(self, tree: Any) -> Scores:
        """Keys of what the tree finds, with BM25F worked out from Whoosh's matchers, frequencies, lengths and counts."""
        keys = {number: key for key, number in self._numbers.items()}
        with self._index.searcher() as searcher:
            found = _scores(tree, searcher)
        return {keys[number]: score for number, score in found.items() if number in keys}


def _fields(document: SearchDocument) -> dict[str, Any]:
    texts = dict(zip(schema.FIELDS, schema.texts_of(document), strict=True))
    held = {name: VALUE_ENDS.join(values) for name, values in texts.items() if any(values)}
    labels = VALUE_ENDS.join(labels_of(document))
    return {"key": document.key, "day": day_number(document.date), "label": labels, **held}


def _scores(tree: Any, searcher: Searcher) -> Scores:
    if isinstance(tree, AnyField):
        return _word(tree, searcher)
    if isinstance(tree, whoosh_query.AndMaybe):
        better = _scores(tree.b, searcher)
        return {number: score + better.get(number, 0.0) for number, score in _scores(tree.a, searcher).items()}
    if isinstance(tree, whoosh_query.Not):
        unwanted = _scores(tree.query, searcher)
        return {number: 0.0 for number in range(searcher.doc_count_all()) if number not in unwanted}
    if isinstance(tree, whoosh_query.And | whoosh_query.Or):
        return _joined(tree, searcher)
    return dict.fromkeys(tree.docs(searcher), 0.0)


def _joined(tree: Any, searcher: Searcher) -> Scores:
    sums: defaultdict[int, float] = defaultdict(float)
    held: defaultdict[int, int] = defaultdict(int)
    for child in tree.subqueries:
        for number, score in _scores(child, searcher).items():
            sums[number] += score
            held[number] += 1
    least = len(tree.subqueries) if isinstance(tree, whoosh_query.And) else getattr(tree, "least", 1)
    assert isinstance(tree, Most) or least in {1, len(tree.subqueries)}
    return {number: score for number, score in sums.items() if held[number] >= least}


def _word(tree: AnyField, searcher: Searcher) -> Scores:
    """BM25F of one word: frequencies weighed and evened out over the fields, then saturated once."""
    evened: defaultdict[int, float] = defaultdict(float)
    for child in _leaves(tree):
        field = child.leaves().__next__().fieldname
        weight, b = schema.WEIGHTS[field]
        size = max(1, searcher.doc_count_all())
        mean = max(1.0, searcher.reader().field_length(field) / size)
        for number, often in _frequencies(child, searcher):
            length = searcher.reader().doc_field_length(number, field)
            evened[number] += often * weight / (1 - b + b * length / mean)
    rarity = math.log(1 + (searcher.doc_count_all() - len(evened) + 0.5) / (len(evened) + 0.5))
    return {number: rarity * (schema.K1 + 1) * tf / (tf + schema.K1) for number, tf in evened.items()}


def _leaves(tree: AnyField) -> Iterator[Any]:
    """Terms and phrases; terms with the languages that they count in."""
    for child in tree.subqueries:
        yield from _leaves(child) if isinstance(child, AnyField) else [child]


def _frequencies(query: Any, searcher: Searcher) -> Iterator[tuple[int, float]]:
    """Every document of a term or phrase, also a deleted one, and how often it is there."""
    if isinstance(query, whoosh_query.And):
        term, languages = query.subqueries
        inside = {number for tag in languages.subqueries for number, _ in _frequencies(tag, searcher)}
        yield from (found for found in _frequencies(term, searcher) if found[0] in inside)
        return
    for leaf, offset in searcher.leaf_searchers():
        matcher: Matcher = _with_deleted(query, leaf)
        while matcher.is_active():
            is_term = isinstance(query, whoosh_query.Term)
            yield offset + matcher.id(), float(matcher.value_as("frequency") if is_term else len(matcher.spans()))
            matcher.next()


def _with_deleted(query: Any, leaf: Searcher) -> Matcher:
    """Ours counts deleted documents as the stock idf does; Whoosh's readers hide them, and remember which they hide."""
    remembered = vars(leaf.reader())
    hidden = leaf.reader().deleted_docs_set
    remembered["deleted_docs_set"] = frozenset()
    try:
        return query.matcher(leaf, leaf.boolean_context())
    finally:
        remembered["deleted_docs_set"] = hidden
