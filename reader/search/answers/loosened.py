"""What is asked where no article has all that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoosh import query as whoosh_query

from reader.search.answers.nodes import AnyField, Most
from reader.search.query import edit, parser
from reader.search.query.syntax import And, Or, Words
from reader.search.text.analysis import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.search.answers.translate import Translation
    from reader.search.query.syntax import Node

#: Hints that say which way a query was loosened.
BEGUN, APART, MOST_WORDS = "query-begun", "query-apart", "query-most-words"
_FEWEST_WORDS = 3
_PART_OF_WORDS, _PART_OF_PAIRS = 0.4, 0.25


def loosened(
    text: str, typed: Node | None, tree: whoosh_query.Query, translation: Translation
) -> Iterator[tuple[whoosh_query.Query, str]]:
    """Trees that ask for less, the nearest to what was typed first, each with its hint.

    A word that is still being typed is the beginning of another; then the words of a compound need not stand together; then
    most of the words are enough. ``typed`` is what ``tree`` was translated from.
    """
    begun = parser.parse(edit.begun(text)).tree
    if begun is not None:
        yield translation.query(begun), BEGUN
    if typed is not None and (apart := _apart(typed)) != typed:
        tree = translation.query(apart)
        yield tree, APART
    most = _with_most(tree)
    if most is not None:
        yield most, MOST_WORDS


def _apart(node: Node) -> Node:
    """The tree with the words of compounds one by one, without single letters, which are mostly elided articles."""
    if isinstance(node, And | Or):
        return type(node)(tuple(map(_apart, node.children)))
    if not isinstance(node, Words):
        return node
    found = list(units(node.text))
    words = [unit.text for unit in found if len(unit.text) > 1 or unit.text.isdecimal()]
    if len(found) < 2 or not words or any(unit.run for unit in found):  # noqa: PLR2004
        return node
    return And(tuple(Words(word, node.field) for word in words))


def _with_most(tree: whoosh_query.Query) -> whoosh_query.Query | None:
    """The tree with many of its words enough in place of all, where it has three or more; filters and exclusions stay.

    Pairs of a long run count as words, of which fewer are enough.
    """
    words: list[whoosh_query.Query] = []
    pairs: list[whoosh_query.Query] = []
    others: list[whoosh_query.Query] = []
    for child in flat(tree):
        if isinstance(child, whoosh_query.AndMaybe):
            pairs += child.a.subqueries
        else:
            (words if isinstance(child, AnyField) else others).append(child)
    if len(words) + len(pairs) < _FEWEST_WORDS:
        return None
    least = max(2, round(len(words) * _PART_OF_WORDS + len(pairs) * _PART_OF_PAIRS))
    return whoosh_query.And([Most([*words, *pairs], least), *others])


def flat(tree: whoosh_query.Query) -> list[whoosh_query.Query]:
    """What a tree joins with AND, also within AND."""
    if type(tree) is not whoosh_query.And:
        return [tree]
    return [one for child in tree.subqueries for one in flat(child)]
