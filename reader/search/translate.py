"""From the reader's tree to Whoosh's query tree: analysis, fields, and beginnings of words looked up in the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from whoosh import query as whoosh_query
from whoosh.query import ColumnQuery, Sequence, Term

from reader.search import schema
from reader.search.query.syntax import (
    And,
    Days,
    Exact,
    Fuzzy,
    Has,
    Language,
    Marked,
    Name,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Words,
)
from reader.search.text import analysis
from reader.search.text.script import has_han, has_hiragana

if TYPE_CHECKING:
    from reader.search.text.analysis import Token

Expand = Callable[[str, str, int], Iterable[str]]
"""Terms of a field that begin so, the most frequent first, at most so many."""

MOST_EXPANSIONS = 12
#: One character alone stands for every term that begins with it: as many as there are, within reason.
MOST_OF_CHARACTER = 4096
#: An unquoted run of Han or kana is a phrase up to here; a longer one is likely several words.
_LONGEST_COMPOUND = 4


class AnyField(whoosh_query.Or):
    """One word or phrase, in whichever field it is; scored once over all of them."""


class Between:
    """Whether a day lies between two, both included."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last

    def __call__(self, day: int) -> bool:
        """Whether this day does."""
        return self.first <= day <= self.last


@dataclass
class Translation:
    """Translates trees; ``terms`` gathers what is to be marked in what they find."""

    expand: Expand
    terms: dict[str, None] = field(default_factory=dict)
    _excluded: bool = False

    @singledispatchmethod
    def query(self, node: Node) -> whoosh_query.Query:
        """The Whoosh query for a tree."""
        raise TypeError(node)

    @query.register
    def _(self, node: And) -> whoosh_query.Query:
        return whoosh_query.And([self.query(child) for child in node.children])

    @query.register
    def _(self, node: Or) -> whoosh_query.Query:
        return whoosh_query.Or([self.query(child) for child in node.children])

    @query.register
    def _(self, node: Not) -> whoosh_query.Query:
        before, self._excluded = self._excluded, True
        try:
            return whoosh_query.Not(self.query(node.child))
        finally:
            self._excluded = before

    @query.register
    def _(self, node: Language) -> whoosh_query.Query:
        return Term(schema.LANGUAGE, node.tag)

    @query.register
    def _(self, node: Days) -> whoosh_query.Query:
        return ColumnQuery(schema.DAY, Between(node.first, node.last))

    @query.register
    def _(self, _node: Marked | Has) -> whoosh_query.Query:
        return whoosh_query.Or([])

    @query.register
    def _(self, node: Exact | Fuzzy) -> whoosh_query.Query:
        return self.query(Words(node.text, node.field))

    @query.register
    def _(self, node: Name) -> whoosh_query.Query:
        return self.query(node.otherwise)

    @query.register
    def _(self, node: Words) -> whoosh_query.Query:
        found = list(analysis.tokens(node.text))
        one_run = bool(found[0].run) and found[0].run == found[-1].run
        if one_run and len(found) > _LONGEST_COMPOUND and has_han(node.text):
            return self._compound(node, found)
        self._mark(node.field, (node.text,))
        return self._phrase(node.field, found)

    @query.register
    def _(self, node: Phrase) -> whoosh_query.Query:
        self._mark(node.field, (node.text,))
        return self._phrase(node.field, list(analysis.tokens(node.text)))

    @query.register
    def _(self, node: Prefix) -> whoosh_query.Query:
        found = list(analysis.tokens(node.text))
        if found[-1].run:
            return self.query(Words(node.text, node.field))
        last = self._expansions(node.field, found[-1].text, MOST_EXPANSIONS)
        if len(found) == 1:
            self._mark(node.field, dict.fromkeys(term for terms in last.values() for term in terms))
        else:
            self._mark(node.field, (node.text,))
        return self._ending(node.field, [token.text for token in found[:-1]], last)

    def _compound(self, node: Words, found: list[Token]) -> whoosh_query.Query:
        """A long run: all its pairs, and better as a whole. Pairs with hiragana are mostly particles and not required."""
        pairs = [token for token in found if not token.tail]
        firm = [token for token in pairs if not has_hiragana(token.text)] or pairs
        self._mark(node.field, (token.text for token in firm))
        required = whoosh_query.And([self._phrase(node.field, [token]) for token in firm])
        return whoosh_query.AndMaybe(required, self._phrase(node.field, found))

    def _phrase(self, name: str, found: list[Token]) -> whoosh_query.Query:
        """The terms next to each other, in the field or in any plain one."""
        *front, last = found
        before = [token.text for token in front]
        if last.tail and front and front[-1].run == last.run:
            return self._ending(name, before[:-1], dict.fromkeys(_fields(name), (before[-1],)))
        if last.tail:
            return self._ending(name, before, self._expansions(name, last.text, MOST_OF_CHARACTER))
        return self._ending(name, before, dict.fromkeys(_fields(name), (last.text,)))

    def _ending(self, name: str, front: list[str], last: dict[str, tuple[str, ...]]) -> whoosh_query.Query:
        """Terms in order, the last of them one of several."""
        if not front:
            return AnyField([Term(at, term) for at in _fields(name) for term in last[at]])
        return AnyField([_adjacent(at, front, last[at]) for at in _fields(name)])

    def _expansions(self, name: str, prefix: str, most: int) -> dict[str, tuple[str, ...]]:
        return {at: tuple(self.expand(at, prefix, most)) for at in _fields(name)}

    def _mark(self, name: str, terms: Iterable[str]) -> None:
        if not self._excluded and name in ("", schema.TITLE):
            self.terms.update(dict.fromkeys(terms))


def _fields(name: str) -> tuple[str, ...]:
    return (name,) if name else schema.PLAIN_FIELDS


def _adjacent(name: str, front: list[str], last: tuple[str, ...]) -> whoosh_query.Query:
    if len(last) == 1:
        return whoosh_query.Phrase(name, [*front, *last])
    return Sequence([*(Term(name, term) for term in front), whoosh_query.Or([Term(name, term) for term in last])])
