"""Nothing typed raises or runs away, whatever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model.listing import Sort
from reader.model.search import Query
from reader.search import Index
from reader.search.query import cursor, edit, parser
from reader.search.query.cursor import quoted
from reader.search.query.fields import FIELDS
from reader.search.query.parser import DEEPEST, MOST_TERMS, parse
from reader.search.query.syntax import And, Node, Not, Or
from reader.search.text.analysis import units
from reader.search.text.han import spellings
from reader.search.text.script import as_written, fold, word_pattern
from reader.search.text.turkic import kazakh, uyghur
from reader.search.text.uyghur import in_arabic_letters
from reader.wording.search import SENTENCES
from tests.support.hostile_queries import hostile_queries
from tests.support.search import many_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

ASKED_EACH_WAY = (Sort.RELEVANCE, Sort.NEWEST, Sort.TITLE)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("search") / "index", "library") as opened:
        opened.write(many_languages(), [])
        yield opened


@pytest.mark.parametrize("part", range(10))
def test_hostile_queries_end_in_an_answer(index: Index, part: int) -> None:
    for text in hostile_queries()[part::10]:
        for sort in ASKED_EACH_WAY:
            hits = index.search(Query(text, limit=5, sort=sort))
            assert len(hits.hits) == min(5, hits.total), ascii(text[:40])


PARTS = st.sampled_from(
    [
        "mule", "horse-man", "书图書", "كتاب", "ئاپتور:", "作者：", "tag:", "title:", "on:", "is:", "before:", "lang:", "x:",
        "OR", "AND", "NOT", "ИЛИ", "或", '"', "“", "»", "(", ")", "-", "~", "*", "~2", " ", " ", " ", "2019", "..", "unread", "en",
        "\u200f", "\x00", "\ud800", "\u0301", "?", ":", "/",
    ]
)  # fmt: skip
SYNTAX = st.lists(PARTS, max_size=30).map("".join)
ANYTHING = st.one_of(st.text(st.characters(), max_size=80), SYNTAX)


PLAIN = st.sampled_from(["mule", "Мул", "كتاب", "书", "图書館", "OR", "ИЛИ", "été", "x2", "9", "", "\u0301", "a-b"])
WORDS = st.lists(PLAIN | PLAIN.map('"{}"'.format), max_size=8).map(" ".join)


@given(WORDS | ANYTHING)
@example('"mule" x')
@example('""')
@example('"')
def test_words_are_understood_at_once_as_they_are_step_by_step(text: str) -> None:
    at_once = parse(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "_plain_words", lambda _text: None)
        assert parse(text) == at_once


def is_one_word(text: str) -> bool:
    found = word_pattern().fullmatch(text)
    return found is not None and found.lastindex is None


@given(ANYTHING)
def test_anything_typed_is_answered(index: Index, text: str) -> None:
    hits = index.search(Query(text))
    assert len(hits.hits) == hits.total <= len(many_languages())


WORDS = st.lists(
    st.one_of(
        st.text(st.characters(categories=["L", "Mn", "Nd"]), min_size=1, max_size=30),
        st.sampled_from(
            ["OR", "и", "或", "mule", "书图書", "ひらがなとカタカナ", "書" * 24, "書" * 25, "ㄱ", "ﾊﾟ", "กำ", "ཀྱི"]
        ),
    ),
    max_size=40,
).map(" ".join)


@given(WORDS)
@example("\u0640")
@example("OR")
@example("horse 图")
@example("a " * (MOST_TERMS + 1))
def test_words_mean_in_a_bracket_what_they_mean_alone(text: str) -> None:
    """Alone they may be understood in a shorter way."""
    alone, within = parse(text), parse(f"({text})")
    assert alone.tree == within.tree
    assert alone.tree is None or alone.hint == within.hint


@given(st.text(st.characters(categories=["L", "M", "Nd", "Cf"]), min_size=1, max_size=70).filter(is_one_word))
@example("Straße")
@example("мо́лодость")
@example("ΛΌΓΟΣ")
@example("İstanbul")
@example("می\u200cخواهم")
def test_a_word_as_it_is_written_is_the_same_word(word: str) -> None:
    assert fold(as_written(word)) == fold(word)
    assert as_written(as_written(word)) == as_written(word)


@given(ANYTHING)
def test_a_hint_has_its_words(text: str) -> None:
    hint = parse(text).hint
    assert not hint or hint in SENTENCES


@example("(A:", 0)  # a name does not belong to a closing bracket
@given(ANYTHING, st.integers(0, 29))
def test_a_part_taken_away_and_put_back_asks_the_same(text: str, number: int) -> None:
    parts = edit.pieces(text)
    if parts and parse(text).hint not in ("query-too-many-words", "query-too-long"):
        piece = parts[number % len(parts)]
        assert same(edit.restore(edit.remove(text, piece), piece), text)
        assert len(edit.pieces(edit.remove(text, piece))) == len(parts) - 1


@given(ANYTHING, st.sampled_from(FIELDS), st.text(st.characters(), min_size=1, max_size=12), st.booleans())
def test_what_is_added_is_a_part_of_its_own(text: str, field: str, value: str, negated: bool) -> None:
    added = edit.add(text, field, value, negated=negated)
    if len(added) <= 512 and quoted(value):
        last = edit.pieces(added)[-1]
        assert (last.field, last.negated) == (field, negated)
        assert edit.add(added, field, value, negated=negated) == added or not list(units(value))


@given(ANYTHING, st.integers(-3, 200), st.text(st.characters(), max_size=12), st.sampled_from(["", "tag", "автор"]))
def test_a_completion_takes_the_place_of_what_is_typed(text: str, at: int, value: str, field: str) -> None:
    typed = cursor.at(text, at)
    assert 0 <= typed.head <= typed.start <= typed.end <= len(text)
    put, end = cursor.replace(text, typed, value, field)
    assert 0 <= end <= len(put)
    assert put.startswith(text[: typed.head if field else typed.start])
    assert put.endswith(text[typed.end :])


@given(st.one_of(st.text(max_size=2000), SYNTAX, SYNTAX.map(lambda text: text * 50)))
def test_trees_are_small(text: str) -> None:
    tree = parse(text).tree
    if tree is not None:
        assert leaves(tree) <= MOST_TERMS
        assert depth(tree) <= 4 * (DEEPEST + 1)


@given(st.text(max_size=50))
def test_every_word_of_a_text_is_found_by_itself(text: str) -> None:
    for unit in units(text):
        assert 0 <= unit.start < unit.end <= len(text)
        assert unit.text == unit.text.strip()
        assert unit.text


@given(st.text(st.characters(categories=["L", "M", "Nd"]), max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    for unit in units(text):
        if not unit.run:
            assert fold(unit.text) == unit.text


KAZAKH = st.text(st.sampled_from("абгдеқкклмнрстғыіаәұүзйубпдңтрсымен"), max_size=20)
UYGHUR = st.text(st.sampled_from("ئابەېىوۇۆكقلمنىڭلارنىدىنغاگەسىتچ"), max_size=20)


@given(st.one_of(KAZAKH, UYGHUR, st.text(max_size=20)))
def test_a_stem_is_the_beginning_of_its_word(word: str) -> None:
    for stem in (kazakh(word), uyghur(word)):
        assert len(stem) >= min(3, len(word))
        assert word.startswith(stem[:-2])


@given(KAZAKH)
def test_a_kazakh_stem_is_its_own_stem(word: str) -> None:
    assert kazakh(kazakh(word)) == kazakh(word)


@given(st.text(st.sampled_from("abdefghijklmnopqrstuwxyzéöü"), max_size=20))
def test_uyghur_in_arabic_letters_is_one_word(word: str) -> None:
    written = in_arabic_letters(word)
    assert bool(written) == bool(word)
    assert [unit.text for unit in units(written)] == ([fold(written)] if word else [])


@given(st.text(st.one_of(st.sampled_from("图圖书書发發髮里裡裏 a，"), st.characters()), max_size=20))
def test_spellings_have_the_same_words_letter_for_letter(text: str) -> None:
    first, *others = ([(unit.start, unit.end, unit.run) for unit in units(one)] for one in spellings(text))
    assert all(other == first for other in others)


def same(one: str, other: str) -> bool:
    """Whether two queries ask the same, in whatever order."""
    return normal(parse(one).tree) == normal(parse(other).tree)


def normal(node: Node | None) -> object:
    if isinstance(node, And):
        inner = [normal(child) for child in node.children]
        return frozenset(part for child in inner for part in (child if isinstance(child, frozenset) else [child]))
    return frozenset([node]) if node is not None else frozenset()


def leaves(node: Node) -> int:
    if isinstance(node, And | Or):
        return sum(leaves(child) for child in node.children)
    return leaves(node.child) if isinstance(node, Not) else 1


def depth(node: Node) -> int:
    if isinstance(node, And | Or):
        return 1 + max(depth(child) for child in node.children)
    return 1 + depth(node.child) if isinstance(node, Not) else 1
