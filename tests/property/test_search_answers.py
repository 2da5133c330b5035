"""Our evaluation finds what Whoosh's own matchers find, in real text, and scores it as they would."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as whoosh_query
from whoosh.query import ColumnQuery

from reader.model.search import Query, SearchDocument
from reader.search import Index
from reader.search.answers.evaluate import Deadline, Evaluation
from reader.search.answers.nodes import Most
from reader.search.answers.scored import listed
from reader.search.answers.translate import Translation
from reader.search.answers.vocabulary import Vocabulary
from reader.search.query.syntax import And, Days, Exact, Fuzzy, Has, Language, Not, Or, Phrase, Prefix, Words
from reader.search.text.analysis import units
from tests.support.search import paragraphs
from tests.support.whoosh_reference import WhooshReference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIBRARIES, QUESTIONS, ENOUGH = 6, 60, 5
DEEPEST, SAME_DOCUMENT, SHORT = 2, 0.8, 3
UNSCORED = (Not, Language, Days, Has)


@cache
def words() -> list[str]:
    """Words as they are written, of all languages, with runs cut into pieces of a few characters."""
    spoken: dict[str, None] = {}
    for document in paragraphs():
        held = [(document.body[unit.start : unit.end], unit.run) for unit in units(document.body[:300])]
        runs = "".join(text if run else " " for text, run in held).split()
        spoken |= dict.fromkeys(text for text, run in held if not run)
        spoken |= dict.fromkeys(run[:size] for run in runs for size in (1, 2, 3, 7))
    return list(spoken)


class Asker:
    """Makes up questions. Most of one are about words of one document, so that something answers to all of it."""

    def __init__(self, chance: random.Random, held: Sequence[SearchDocument]) -> None:
        self._chance, self._held = chance, held

    def question(self) -> object:
        return self._tree(self._document(), depth=0)

    def _document(self) -> SearchDocument:
        return self._chance.choice(self._held)

    def _tree(self, document: SearchDocument, depth: int) -> object:
        kind = self._chance.choices((self._leaf, self._all, self._any, self._without), (30, 35, 25, 10))[0]
        return self._leaf(document, depth) if depth == DEEPEST else kind(document, depth)

    def _all(self, document: SearchDocument, depth: int) -> And:
        return And(self._parts(document, depth))

    def _any(self, document: SearchDocument, depth: int) -> Or:
        return Or(self._parts(document, depth))

    def _without(self, document: SearchDocument, depth: int) -> And:
        return And((self._tree(document, depth + 1), Not(self._leaf(self._document(), depth))))

    def _parts(self, document: SearchDocument, depth: int) -> tuple[object, ...]:
        about = [document if self._chance.random() < SAME_DOCUMENT else self._document() for _ in range(2)]
        return tuple(self._tree(one, depth + 1) for one in (*about, *about[: self._chance.randint(0, 1)]))

    def _leaf(self, document: SearchDocument, _depth: int) -> object:
        field = self._chance.choice(("", "", "", "title", "body", "tag"))
        makers = (self._words, self._phrase, self._of_letters, self._filter)
        return self._chance.choices(makers, (50, 15, 25, 10))[0](document, field)

    def _words(self, document: SearchDocument, field: str) -> Words:
        text = self._chance.choice((document.body, document.body, document.title, document.standfirst))
        return Words(self._cut(text, 1) or self._cut(document.body, 1), field)

    def _phrase(self, document: SearchDocument, field: str) -> Phrase:
        return Phrase(self._cut(document.body, self._chance.randint(2, 4)), field if field == "body" else "")

    def _of_letters(self, document: SearchDocument, field: str) -> object:
        word = self._cut(document.body, 1)
        if len(word) <= SHORT or next(units(word)).run:
            return Words(word, field)
        kinds = (Exact(word, field), Prefix(word[:SHORT], field), Fuzzy(word, field, self._chance.randint(1, 2)))
        return self._chance.choice(kinds)

    def _filter(self, document: SearchDocument, _field: str) -> object:
        day = self._chance.randrange(2010, 2024) * 365
        return self._chance.choice((Language(document.language), Days(day, day + 900), Has("picture")))

    def _cut(self, text: str, size: int) -> str:
        spans = list(units(text))
        if not spans:
            return ""
        first = self._chance.randrange(max(1, len(spans) - size))
        return text[spans[first].start : spans[first : first + size][-1].end]


def tree_of(index: Index, node: object) -> object:
    return Translation(Vocabulary(index._snapshot), index._snapshot.languages).query(node)


def ours(index: Index, tree: object) -> dict[int, float]:
    found = listed(Evaluation(index._snapshot, Deadline(60)).scores(tree))
    keys = index._snapshot.keys[found.documents]
    assert list(found.documents) == sorted(set(found.documents.tolist()))
    return dict(zip(keys.tolist(), found.scores.tolist(), strict=True))


@pytest.fixture(scope="module", autouse=True)
def _as_in_a_large_one() -> Iterator[None]:
    """Some words are common and some lists are read together, as in an index of many articles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.search.segments.layout._FEWEST_DOCUMENTS", 1)
        patch.setattr("reader.search.answers.evaluate._TOGETHER", 4)
        yield


@pytest.fixture(params=["lists", "tables"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.search.answers.scored._DENSE", 0 if request.param == "lists" else 8)


class Both:
    """Our index and Whoosh's, filled alike: some segments, in which documents may be replaced and deleted."""

    def __init__(self, index: Index, chance: random.Random, *, merged: bool, deleting: bool) -> None:
        self.index, self.reference = index, WhooshReference()
        mixed = chance.sample(paragraphs(), len(paragraphs()))
        segments = chance.randint(2 if merged else 1, 3)
        held: dict[int, SearchDocument] = {}
        for at in range(segments):
            again, less = (10, 30) if deleting else (0, 0)
            documents = mixed[at::segments] + chance.sample(list(held.values()), min(len(held), again))
            gone = set(chance.sample(sorted(held), min(len(held), less))) - {one.key for one in documents}
            self._write(documents, gone)
            held = {key: one for key, one in held.items() if key not in gone} | {one.key: one for one in documents}
        self.held = list(held.values())
        size = index._snapshot.size
        if merged:
            _merge(index)
        assert index.count() == len(held)
        #: Or else deleted documents are counted in one only, and all scores are a little different.
        self.counts_alike = size == self.reference._size == index._snapshot.size

    def _write(self, documents: Sequence[SearchDocument], gone: set[int]) -> None:
        self.index.write(documents, gone)
        self.reference.write(documents, gone)

    def compare(self, node: object) -> bool:
        """Both find and score the same. Answers whether anything was found by a word, and its score compared."""
        tree = tree_of(self.index, node)
        found, expected = ours(self.index, tree), self.reference.scores(tree)
        assert found.keys() == expected.keys(), node
        if not _is_beyond_whoosh(tree):
            assert found.keys() == self.reference.documents(tree), node
        if self.counts_alike:
            assert found == pytest.approx(expected, rel=1e-4, abs=1e-5), node
        return self.counts_alike and any(score > 0 for score in found.values())


def _merge(index: Index) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.search.segments.commit.MOST_SEGMENTS", 1)
        patch.setattr("reader.search.segments.commit._KEPT_SEGMENTS", 1)
        index.merge_when_idle()


def _kinds(node: object) -> Iterator[str]:
    """The kinds of a question's parts; of an AND only if two of its parts score."""
    parts = node.children if isinstance(node, And | Or) else ()
    if not isinstance(node, And) or sum(not isinstance(one, UNSCORED) for one in parts) > 1:
        yield type(node).__name__
    for one in parts:
        yield from _kinds(one)


@pytest.mark.usefixtures("_way")
def test_documents_and_scores_are_those_of_whoosh() -> None:
    compared: Counter[str] = Counter()
    for seed in range(LIBRARIES):
        chance = random.Random(seed)
        with tempfile.TemporaryDirectory() as name, Index.open(Path(name) / "index", "library") as index:
            both = Both(index, chance, merged=seed % 2 == 0, deleting=seed % 4 != 0)
            asker = Asker(chance, both.held)
            for _ in range(QUESTIONS):
                node = asker.question()
                if both.compare(node):
                    compared.update({"", *_kinds(node)})
    # A test of empty answers would hold whatever we did.
    assert compared[""] > LIBRARIES * QUESTIONS / 3
    assert min(compared[kind] for kind in ("And", "Or", "Words", "Phrase", "Exact", "Prefix", "Fuzzy")) >= ENOUGH, (
        compared
    )


def _is_beyond_whoosh(tree: object) -> bool:
    """Whoosh has no "most of these", cannot join its own filter by column with others, and errs on NOT within OR or NOT.

    What it finds for each word, and how often, is compared in every tree all the same.
    """
    inverted = isinstance(tree, whoosh_query.Or | whoosh_query.Not) and any(map(_is_not, tree.children()))
    return inverted or isinstance(tree, Most | ColumnQuery) or any(map(_is_beyond_whoosh, tree.children()))


def _is_not(tree: object) -> bool:
    return isinstance(tree, whoosh_query.Not)


@settings(deadline=None, max_examples=40)
@given(st.deferred(lambda: st.lists(st.sampled_from(words()), min_size=1, max_size=4)))
def test_a_text_is_found_by_its_own_words(some: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name, Index.open(Path(name) / "index", "library") as index:
        text = " ".join(some)
        index.write([SearchDocument(1, "pub", "en", text)], [])
        assert index.search(Query(f'"{text}"')).total == 1
        assert index.search(Query(" ".join(f'"{one}"' for one in some))).total == 1
