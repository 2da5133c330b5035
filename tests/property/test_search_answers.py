"""Our evaluation finds what a plain reading of the texts finds, and what Whoosh's own matchers find."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from whoosh.index import FileIndex

from reader.model.search import Query, SearchDocument
from reader.search import Index, manifest
from reader.search.evaluate import Deadline, Evaluation
from reader.search.folder import INDEX, Storage
from reader.search.query.syntax import And, Node, Not, Or, Phrase, Words
from reader.search.schema import schema
from reader.search.text.analysis import tokens
from reader.search.translate import Translation

WORDS = ["mule", "horse", "book", "书", "图书", "图书馆", "書を", "кітап", "كتاب"]
word = st.sampled_from(WORDS)
texts = st.lists(word, max_size=8).map(" ".join)
documents = st.lists(
    st.tuples(st.integers(1, 12), texts, texts, st.sampled_from(["en", "zh"])), min_size=1, max_size=12
)
batches = st.lists(st.tuples(documents, st.sets(st.integers(1, 12), max_size=3)), min_size=1, max_size=4)
fields = st.sampled_from(["", "title", "body"])
leaf = st.one_of(
    st.builds(Words, word, fields),
    st.builds(lambda words, field: Phrase(" ".join(words), field), st.lists(word, min_size=1, max_size=3), fields),
)
trees = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(lambda nodes: And(tuple(nodes)), st.lists(inner, min_size=2, max_size=3)),
        st.builds(lambda nodes: Or(tuple(nodes)), st.lists(inner, min_size=2, max_size=3)),
    ),
    max_leaves=5,
)


@settings(max_examples=60, deadline=None, phases=[Phase.generate])  # shrinking takes minutes
@given(batches, st.lists(trees, min_size=1, max_size=8), st.booleans())
def test_answers_are_those_of_the_texts_and_of_whoosh(
    given_batches: list[tuple[list[tuple[int, str, str, str]], set[int]]], asked: list[Node], merge: bool
) -> None:
    with tempfile.TemporaryDirectory() as name, Index.open(Path(name) / "index", "library") as index:
        shelf: dict[int, SearchDocument] = {}
        for rows, gone in given_batches:
            batch = [SearchDocument(key, "pub", language, title, body=body) for key, title, body, language in rows]
            index.write(batch, gone)
            shelf = {key: held for key, held in shelf.items() if key not in gone}
            shelf |= {document.key: document for document in batch}
        if merge:
            index.merge_when_idle()
        assert index.count() == len(shelf)
        for tree in asked:
            ours = answers(index, tree)
            assert ours == {key for key, document in shelf.items() if fits(document, tree)}
            assert ours == whoosh_answers(index, tree)


def query_for(index: Index, tree: Node) -> object:
    return Translation(lambda field, prefix, most: index._expand(field, prefix, most, Deadline(60))).query(tree)


def answers(index: Index, tree: Node) -> set[int]:
    index.refresh()
    found = Evaluation(index._snapshot, Deadline(60)).scores(query_for(index, tree))
    return {index._snapshot.keys[number] for number in found}


def whoosh_answers(index: Index, tree: Node) -> set[int]:
    """The same Whoosh query over the same files, evaluated by Whoosh's matchers."""
    state = manifest.read(index._folder, index._identity)
    assert state is not None
    opened = FileIndex(Storage(index._folder, state.names), schema(), INDEX)
    with opened.searcher() as searcher:
        found = set(searcher.docs_for_query(query_for(index, tree)))
    found -= index._snapshot.deleted  # its inverse matcher brings back deleted documents of a segment without the term
    return {index._snapshot.keys[number] for number in found}


def fits(document: SearchDocument, node: Node) -> bool:
    if isinstance(node, And):
        return all(fits(document, child) for child in node.children)
    if isinstance(node, Or):
        return any(fits(document, child) for child in node.children)
    if isinstance(node, Not):
        return not fits(document, node.child)
    assert isinstance(node, Words | Phrase)
    searched = {"title": [document.title], "body": [document.body]}.get(node.field, [document.title, document.body])
    return any(stands_in(text, node.text) for text in searched)


def stands_in(text: str, phrase: str) -> bool:
    """Whether the terms of the phrase stand in the text in a row; the last of them may be the beginning of a pair."""
    wanted, held = list(tokens(phrase)), [token.text for token in tokens(text)]
    if len(wanted) > 1 and wanted[-1].tail and wanted[-2].run == wanted[-1].run:
        wanted.pop()
    beginning = wanted[-1].tail
    terms = [token.text for token in wanted]
    for at in range(len(held) - len(terms) + 1):
        row = held[at : at + len(terms)]
        if row[:-1] == terms[:-1] and (row[-1] == terms[-1] or (beginning and row[-1].startswith(terms[-1]))):
            return True
    return False


@settings(deadline=None)
@given(st.lists(word, min_size=1, max_size=4))
def test_a_text_is_found_by_its_own_words(words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name, Index.open(Path(name) / "index", "library") as index:
        index.write([SearchDocument(1, "pub", "en", " ".join(words))], [])
        assert index.search(Query(f'"{" ".join(words)}"')).total == 1
        assert index.search(Query(" ".join(words))).total == 1
