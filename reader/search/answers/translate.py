"""From the reader's tree to Whoosh's query tree: analysis, fields, stems, names, and words looked up in the index."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from whoosh import query as whoosh_query
from whoosh.query import Term

from reader.model.search import FacetKind
from reader.search import schema
from reader.search.answers.adjoining import PARTED, begun, ending, fields_of, phrase
from reader.search.answers.nodes import (
    Among,
    AnyField,
    AnyTerm,
    Between,
    Column,
    InFields,
    Most,
    adjacent,
    in_language,
    labelled,
)
from reader.search.answers.places import abreast, inflected, parts, places, written_so
from reader.search.query.syntax import (
    And,
    Collected,
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
from reader.search.segments.layout import label_name
from reader.search.text import analysis, compounds
from reader.search.text.han import spellings
from reader.search.text.hangul import further, is_syllable
from reader.search.text.script import has_han, has_hiragana
from reader.search.text.uyghur import beginnings_in_other_letters, in_other_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from reader.model.search import Known
    from reader.search.answers.vocabulary import Vocabulary
    from reader.search.text.analysis import Unit

MOST_EXPANSIONS = 12
#: Hints that say of what only so many were looked for.
PREFIX_CUT, FUZZY_CUT = "query-prefix-cut", "query-fuzzy-cut"
#: An unquoted run of Han or kana is a phrase up to here; a longer one is likely several words.
_LONGEST_COMPOUND = 4
_FEW_PAIRS = 8
_HAS = "has"
#: A long vowel at the end of a katakana word is written by some and left out by others. Without it both are found.
_LAST_PROLONGED = re.compile("(?<=[\u30a1-\u30fa\u30fc]{3})\u30fc$")


@dataclass
class Translation:
    """Translates trees; ``terms`` gathers what is to be marked in what they find, ``typed`` single words as they were typed.

    ``hint`` is the code of what is said where more words could have been meant than were looked for.
    """

    vocabulary: Vocabulary
    languages: Collection[str]
    known: Known | None = None
    terms: dict[str, None] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)
    hint: str = ""
    _excluded: bool = False

    def query(self, node: Node) -> whoosh_query.Query:
        """The Whoosh query for a tree."""
        return _KINDS[type(node)](self, node)

    def _and(self, node: And) -> whoosh_query.Query:
        return whoosh_query.And([self.query(child) for child in dict.fromkeys(node.children)])

    def _or(self, node: Or) -> whoosh_query.Query:
        return whoosh_query.Or([self.query(child) for child in dict.fromkeys(node.children)])

    def _not(self, node: Not) -> whoosh_query.Query:
        before, self._excluded = self._excluded, True
        try:
            return whoosh_query.Not(self.query(node.child))
        finally:
            self._excluded = before

    def _language(self, node: Language) -> whoosh_query.Query:
        return in_language(node.tag, self.languages)

    def _days(self, node: Days) -> whoosh_query.Query:
        return Column(schema.DAY, Between(node.first, node.last))

    def _marked(self, node: Marked) -> whoosh_query.Query:
        return Column(schema.KEY, Among(self.known.marked(node.name) if self.known else ()))

    def _collected(self, node: Collected) -> whoosh_query.Query:
        return Column(schema.KEY, Among(self.known.collected(node.title) if self.known else ()))

    def _has(self, node: Has) -> whoosh_query.Query:
        return Term(schema.LABEL, label_name(_HAS, node.name))

    def _name(self, node: Name) -> whoosh_query.Query:
        named = self.known.named(FacetKind(node.field), node.text) if self.known else ()
        return labelled(node.field, named) if named else self.query(node.otherwise)

    def _exact(self, node: Exact) -> whoosh_query.Query:
        return self._any_of(node.field, [token.text for token in analysis.tokens(node.text)][:1])

    def _fuzzy(self, node: Fuzzy) -> whoosh_query.Query:
        def near(word: str) -> list[str]:
            return self._few([found for found, _, _ in self.vocabulary.similar(word, node.distance)], FUZZY_CUT)

        unit = next(analysis.units(node.text))
        found = self.vocabulary.across(node.text[unit.start : unit.end], in_other_letters, near)
        return self._any_of(node.field, found or [unit.text])

    def _words(self, node: Words) -> whoosh_query.Query:
        found = list(analysis.units(node.text))
        if len(found) == 1 and not found[0].run:
            return self._word(node, found[0])
        if not any(unit.run for unit in found):
            return self._inflected(node, found)
        if len(found) > _LONGEST_COMPOUND:
            apart = parts(node.text)
            if len(apart) > 1:
                return whoosh_query.And([self.query(Words(part, node.field)) for part in apart])
            if has_han(node.text) or has_hiragana(node.text):
                return self._compound(node)
        short = _LAST_PROLONGED.sub("", node.text)
        return self._spelt(node if short == node.text else replace(node, text=short))

    def _word(self, node: Words, unit: Unit) -> whoosh_query.Query:
        """A word in all its forms; a number also as it is written with thousands apart."""
        if not self._excluded:
            self.typed.add(unit.text)
        found = self._any_form(node.field, node.text[unit.start : unit.end])
        thousands = compounds.thousands(unit.text)
        if not thousands or not all(map(self.vocabulary.knows, thousands)):
            return found
        self._mark(node.field, [" ".join(thousands)])
        apart = [whoosh_query.Phrase(at, list(thousands)) for at in fields_of(node.field)]
        return AnyField([found, *apart])

    def _inflected(self, node: Words, units: Sequence[Unit]) -> AnyField:
        """The words of a compound next to each other, each in all its forms, or the whole written as one word. Names are as they are."""
        if not self._excluded:
            self.typed.update(unit.text for unit in units)
        found, as_typed = inflected(node.text, self.vocabulary), places(node.text, self.vocabulary)
        spoken, names = PARTED[node.field]
        ways = [adjacent(at, [place.words for place in as_typed]) for at in names]
        if len(found) == 1:
            return AnyField([self._any_form(node.field, found[0].written), *ways])
        self._mark(node.field, [node.text, *written_so(found)])
        ways += [adjacent(at, [place.words for place in found]) for at in spoken]
        whole = compounds.joined(node.text)
        return AnyField([*ways, self._any_form(node.field, whole)] if whole else ways)

    def _exact_phrase(self, node: Phrase) -> whoosh_query.Query:
        return self._spelt(node)

    def _prefix(self, node: Prefix) -> whoosh_query.Query:
        *front, place = places(node.text, self.vocabulary)
        if is_syllable(place.token.text):
            self._mark(node.field, (node.text[:-1] + one for one in sorted(further(place.token.text))))
            return begun(node.field, [*front, place], self.vocabulary)
        if place.token.run:
            return self.query(Words(node.text, node.field))

        def begin(field: str) -> Callable[[str], list[str]]:
            return lambda word: self._few(self.vocabulary.beginning(field, word, MOST_EXPANSIONS + 1), PREFIX_CUT)

        across = partial(self.vocabulary.across, place.written, beginnings_in_other_letters)
        last = {at: tuple(across(begin(at))) for at in fields_of(node.field)}
        self._mark(node.field, [node.text] if front else dict.fromkeys(chain.from_iterable(last.values())))
        return ending(node.field, [one.words for one in front], last)

    def _few(self, words: list[str], hint: str) -> list[str]:
        if len(words) > MOST_EXPANSIONS:
            self.hint = hint
        return words[:MOST_EXPANSIONS]

    def _any_form(self, name: str, written: str) -> AnyTerm:
        """Any form of a word, each in its languages. Names have no forms: there it is the word itself, in any script."""
        forms = self.vocabulary.forms(written)
        self._mark(name, forms)
        spoken, names = PARTED[name]
        itself = next(iter(forms))
        terms = [(at, itself) for at in names]
        if len(forms) == 1:
            return AnyTerm(terms, InFields((itself,), spoken))
        if names and len(set(map(str.isascii, forms))) > 1:
            terms += [(at, word) for word in self.vocabulary.spellings(written) for at in names]
        everywhere = InFields(tuple(word for word, tags in forms.items() if not tags), spoken)
        return AnyTerm(terms, everywhere, [(at, word, tags) for word, tags in forms.items() if tags for at in spoken])

    def _any_of(self, name: str, words: list[str]) -> AnyTerm:
        """Any of these words, in the field or in any plain one."""
        self._mark(name, words)
        spoken, names = PARTED[name]
        return AnyTerm([(at, word) for word in words for at in names], InFields(tuple(words), spoken))

    def _spelt(self, node: Words | Phrase) -> whoosh_query.Query:
        """The terms next to each other, in simplified and in traditional Chinese, in both scripts of Uyghur."""
        found = places(node.text, self.vocabulary)
        self._mark(node.field, spellings(node.text))
        if not any(place.token.run for place in found):
            self._mark(node.field, abreast(found)[1:])
        return phrase(node.field, found, self.vocabulary)

    def _compound(self, node: Words) -> whoosh_query.Query:
        """A long run is several words: enough of its pairs, and better as a whole.

        Where two words meet, a pair is of neither, and a question brings words that its answer has not. Pairs with hiragana are mostly
        particles and do not count.
        """
        found = places(node.text, self.vocabulary)
        pairs = [place for place in found if not place.token.tail]
        firm = [place for place in pairs if not has_hiragana(place.token.text)] or pairs
        self._mark(node.field, (word for place in firm for word in place.words))
        enough = Most([phrase(node.field, [place], self.vocabulary) for place in firm], _enough_pairs(len(firm)))
        return whoosh_query.AndMaybe(enough, phrase(node.field, found, self.vocabulary))

    def _mark(self, name: str, terms: Iterable[str]) -> None:
        if not self._excluded and name in ("", schema.TITLE):
            self.terms.update(dict.fromkeys(terms))


def _enough_pairs(count: int) -> int:
    return -(-count // 2) if count <= _FEW_PAIRS else max(_FEW_PAIRS // 2, -(-count // 3))


_KINDS: dict[type, Callable[[Translation, Any], whoosh_query.Query]] = {
    And: Translation._and,  # noqa: SLF001  (the table of this class's own methods)
    Or: Translation._or,  # noqa: SLF001
    Not: Translation._not,  # noqa: SLF001
    Language: Translation._language,  # noqa: SLF001
    Days: Translation._days,  # noqa: SLF001
    Marked: Translation._marked,  # noqa: SLF001
    Collected: Translation._collected,  # noqa: SLF001
    Has: Translation._has,  # noqa: SLF001
    Name: Translation._name,  # noqa: SLF001
    Exact: Translation._exact,  # noqa: SLF001
    Fuzzy: Translation._fuzzy,  # noqa: SLF001
    Words: Translation._words,  # noqa: SLF001
    Phrase: Translation._exact_phrase,  # noqa: SLF001
    Prefix: Translation._prefix,  # noqa: SLF001
}
