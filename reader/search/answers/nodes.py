"""Nodes of Whoosh's query trees: kinds of our own, and how labels, languages and phrases are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from whoosh import query as whoosh_query
from whoosh.query import Sequence, Term

from reader.model.search import FacetKind
from reader.search import schema
from reader.search.segments.layout import label_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.model.search import Known


class AnyField(whoosh_query.Or):
    """One word or phrase, in whichever field it is; scored once over all of them."""

    def __hash__(self) -> int:
        """Of the first of the subqueries and their number: all are compared where that agrees, which they then nearly always do."""
        return hash((len(self.subqueries), *self.subqueries[:1]))

    @property
    def is_word(self) -> bool:
        """Whether it asks for single terms alone."""
        return all(type(one) is Term for one in self.subqueries)


class InFields(NamedTuple):
    """Words, and the fields in each of which they are looked for."""

    words: tuple[str, ...]
    fields: tuple[str, ...]

    def terms(self) -> list[tuple[str, str]]:
        """Each field with each word."""
        return [(field, word) for field in self.fields for word in self.words]


NO_FORMS = InFields((), ())


class AnyTerm(AnyField):
    """Any of some terms, each a field and a word. Whoosh's own nodes for them are made where they are asked for: seldom.

    ``forms`` are words each of which is looked for in all of some fields, ``local`` terms that count only in articles in some
    languages, whose tags are given.
    """

    is_word = True

    def __init__(
        self,
        terms: Iterable[tuple[str, str]],
        forms: InFields = NO_FORMS,
        local: Iterable[tuple[str, str, frozenset[str]]] = (),
    ) -> None:
        super().__init__(())
        del self.subqueries
        self.terms = tuple(terms)
        self.forms = forms
        self.local = tuple(local)
        self._hash = hash((self.terms, self.forms, self.local))

    @cached_property
    def subqueries(self) -> list[whoosh_query.Query]:
        """The terms as Whoosh has them."""
        local = [whoosh_query.And([Term(at, word), labelled(schema.LANGUAGE, tags)]) for at, word, tags in self.local]
        return [*(Term(at, word) for at, word in (*self.forms.terms(), *self.terms)), *local]

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return type(other) is AnyTerm and (self.terms, self.forms, self.local) == (
            other.terms,
            other.forms,
            other.local,
        )


class Most(whoosh_query.Or):
    """What has at least ``least`` of the subqueries; the more and the rarer, the better."""

    def __init__(self, subqueries: list[whoosh_query.Query], least: int) -> None:
        super().__init__(subqueries)
        self.least = least

    def __eq__(self, other: object) -> bool:
        """Whether the other asks for as many of the same."""
        return super().__eq__(other) and isinstance(other, Most) and self.least == other.least

    __hash__ = whoosh_query.Or.__hash__


class Column(whoosh_query.ColumnQuery):
    """What a column's values must be like."""

    def __eq__(self, other: object) -> bool:
        """Whether the other asks for the same of the same column."""
        return isinstance(other, Column) and (self.fieldname, self.condition) == (other.fieldname, other.condition)

    def __hash__(self) -> int:
        """Of the column alone; few ask for the same one."""
        return hash(self.fieldname)


@dataclass(frozen=True, slots=True)
class Between:
    """Whether a day lies between two, both included."""

    first: int
    last: int

    def __call__(self, day: Any) -> Any:
        """Whether this day does, or which of these do."""
        return (self.first <= day) & (day <= self.last)


class Among:
    """Whether a key is one of some."""

    def __init__(self, keys: Collection[int]) -> None:
        self._keys = np.fromiter(keys, np.int64, len(keys))

    def __eq__(self, other: object) -> bool:
        """Whether the other has the same keys in the same order."""
        return isinstance(other, Among) and np.array_equal(self._keys, other._keys)

    def __hash__(self) -> int:
        """Of how many they are."""
        return len(self._keys)

    def __call__(self, key: Any) -> Any:
        """Whether this key is, or which of these are."""
        return np.isin(key, self._keys)


def adjacent(name: str, parts: list[tuple[str, ...]]) -> whoosh_query.Query:
    """A phrase in a field; each of its parts is any of some terms."""
    if all(len(part) == 1 for part in parts):
        return whoosh_query.Phrase(name, [part[0] for part in parts])
    return Sequence([_one_of(name, part) for part in parts])


def _one_of(name: str, terms: tuple[str, ...]) -> whoosh_query.Query:
    return Term(name, terms[0]) if len(terms) == 1 else whoosh_query.Or([Term(name, term) for term in terms])


def labelled(kind: str, values: Iterable[str]) -> whoosh_query.Query:
    """Articles with any of these labels."""
    return whoosh_query.Or([Term(schema.LABEL, label_name(kind, value)) for value in values])


def in_language(tag: str, languages: Iterable[str]) -> whoosh_query.Query:
    """Articles in a language: of the tags that there are, this one and those that are more exact."""
    return labelled(schema.LANGUAGE, sorted(languages_meant(tag, languages)))


def languages_meant(tag: str, languages: Iterable[str]) -> frozenset[str]:
    """Of the tags that there are, those that one asks for. Chinese that names no script is in the simplified one, as a rule."""
    wanted = schema.language_tag(tag)
    also = _UNSAID.get(wanted)
    return frozenset(one for one in languages if one in (wanted, also) or one.startswith(f"{wanted}-"))


def values_meant(kind: FacetKind, value: str, languages: Iterable[str], known: Known | None) -> frozenset[str]:
    """What a query for this value of a kind asks for; nothing where none is known."""
    if kind is FacetKind.LANGUAGE:
        return languages_meant(value, languages)
    return frozenset(known.named(kind, value)) if known else frozenset()


_UNSAID = {"zh-hans": "zh", "zh-cn": "zh", "zh-sg": "zh"}
