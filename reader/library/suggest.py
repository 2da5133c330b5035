"""What a reader may have begun to type in the search box: fields, names, words, articles, earlier and kept searches.

Asked at every keystroke: everything is looked up in something sorted, and nothing takes time in proportion to the library.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from reader.library import collections, filters
from reader.library.browse import scopes
from reader.library.known import LibraryKnown
from reader.library.names import begins_so, folded
from reader.model.listing import Node, NodeKind
from reader.model.search import FacetKind, Query, Suggestion, SuggestionKind
from reader.search import query

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.handle import Library
    from reader.library.names import Name
    from reader.search.query.cursor import Typed

MOST = 10
#: What each group may have while others want room, in the order in which they are shown.
_SHARES = (1, 2, 2, 2, 1, 1, 1)
_MOST_ARTICLES = 5
_KINDS = tuple(FacetKind)
_LEAST_LETTERS = 2
#: Of each kind, so many names that begin so are looked at.
_LOOKED_AT = 40
TITLE, BODY = "title", "body"


def suggest(library: Library, text: str, cursor: int, language: str = "en") -> tuple[Suggestion, ...]:
    """At most ten ways to go on from ``cursor`` in ``text``, by kind and then by how many articles have it.

    In a field only its values; before anything is typed the kept and the last searches. Titles are in ``language``. Words and
    values are such as go with the rest of the query, and are counted within it.
    """
    if not text.strip():
        return tuple([*_kept(library, "", language), *_earlier(library, "", language)][:MOST])
    typed = query.cursor.at(text, cursor)
    if typed.field in query.fields.MARKS:
        return tuple(_marks(text, typed, language))[:MOST]
    if typed.field == filters.COLLECTION:
        return tuple(_collections(library, text, typed))[:MOST]
    if typed.field in set(FacetKind):
        return tuple(chain(*_values(library, text, typed, (FacetKind(typed.field),), language)))[:MOST]
    if typed.field:
        return tuple(_words(library, text, typed))[:MOST] if typed.field == TITLE else ()
    return tuple(_shared_out(_groups(library, text, typed, language)))


def _groups(library: Library, text: str, typed: Typed, language: str) -> list[list[Suggestion]]:
    begun = bool(typed.text)
    own, foreign = _values(library, text, typed, _KINDS, language) if begun else ([], [])
    return [
        list(_fields(text, typed, language)) if begun else [],
        own,
        list(_words(library, text, typed)) if begun else [],
        list(_articles(library, text, typed, language)) if begun else [],
        foreign,
        list(_kept(library, text, language)),
        list(_earlier(library, text, language)),
    ]


def _shared_out(groups: Sequence[Sequence[Suggestion]]) -> Iterable[Suggestion]:
    """Each group's share first; what others leave goes to the groups in order."""
    sizes = [min(len(group), share) for group, share in zip(groups, _SHARES, strict=True)]
    for place, group in enumerate(groups):
        sizes[place] += min(len(group) - sizes[place], MOST - sum(sizes))
    return chain.from_iterable(group[:size] for group, size in zip(groups, sizes, strict=True))


def _put(kind: SuggestionKind, label: str, put: tuple[str, int], count: int = 0) -> Suggestion:
    return Suggestion(kind, label, *put, count)


def _fields(text: str, typed: Typed, language: str) -> Iterable[Suggestion]:
    """Names of fields in the interface's language, or in English where that is what was begun."""
    begun = folded(typed.text)
    for field, name in query.fields.names(language).items():
        shown = next((one for one in (name, field) if folded(one).startswith(begun)), "")
        if shown:
            yield _put(SuggestionKind.FIELD, f"{shown}:", query.cursor.replace(text, typed, "", shown))


def _marks(text: str, typed: Typed, language: str) -> Iterable[Suggestion]:
    begun = folded(typed.text)
    for value in dict.fromkeys((*query.fields.values(language)[typed.field], *query.fields.values("en")[typed.field])):
        if folded(value).startswith(begun):
            yield _put(SuggestionKind.FIELD, value, query.cursor.replace(text, typed, value))


def _collections(library: Library, text: str, typed: Typed) -> Iterable[Suggestion]:
    begun = folded(typed.text)
    for one in collections.listed(library):
        if folded(one.title).startswith(begun):
            yield _put(SuggestionKind.FIELD, one.title, query.cursor.replace(text, typed, one.title), one.count)


def _rest(text: str, typed: Typed) -> str:
    """The query without what is typed, within which it is to find something; nothing where OR or a bracket may join them."""
    before = text[: typed.head].rstrip("-\u2212－")
    rest = f"{before} {text[typed.end :]}".strip()
    return "" if query.edit.is_joined(text) else rest


def _values(
    library: Library, text: str, typed: Typed, kinds: Sequence[FacetKind], language: str
) -> tuple[list[Suggestion], list[Suggestion]]:
    """Things with a word in a title that begins so: the most frequent, then in the order of kinds. Those of another language's title apart."""
    rest = _rest(text, typed)
    counts = library.ask(lambda index: index.values(rest, LibraryKnown(library))) if rest else None
    found = [
        name
        for kind in kinds
        for name in library.names.beginning(kind, typed.text, _LOOKED_AT, counts[kind] if counts is not None else None)
    ]
    own = [name for name in found if _is_seen(name, typed.text, language)]
    foreign = [name for name in found if name not in own]
    return _as_values(library, text, typed, own, language), _as_values(library, text, typed, foreign, language)


def _is_seen(name: Name, begun: str, language: str) -> bool:
    return name.kind is FacetKind.LANGUAGE or any(begins_so(one, begun) for one in (name.title(language), name.value))


def _as_values(library: Library, text: str, typed: Typed, names: Iterable[Name], language: str) -> list[Suggestion]:
    best = sorted(names, key=lambda name: -name.count)[:MOST]
    shown, made = query.fields.names(language), []
    for name in sorted(best, key=lambda name: (_KINDS.index(name.kind), -name.count)):
        label = name.title(language)
        field = "" if typed.field else shown[name.kind]
        put = query.cursor.replace(text, typed, library.names.said(name, language), field)
        made.append(_put(SuggestionKind(str(name.kind)), label, put, name.count))
    return made


def _words(library: Library, text: str, typed: Typed) -> Iterable[Suggestion]:
    if len(typed.text) < _LEAST_LETTERS and typed.text.isascii():
        return
    field, rest, known = typed.field or BODY, _rest(text, typed), LibraryKnown(library)
    for words, count in library.ask(lambda index: index.complete(typed.text, MOST, field, rest, known)):
        if folded(words) != folded(typed.text):
            yield _put(SuggestionKind.TERM, words, query.cursor.replace(text, typed, words), count)


def _articles(library: Library, text: str, typed: Typed, language: str) -> Iterable[Suggestion]:
    """Articles with all the words in the title, the one at the cursor begun; those in the reader's language first."""
    if '"' in text or query.edit.is_joined(text) or len(typed.text) < _LEAST_LETTERS:
        return
    pieces = query.edit.pieces(_rest(text, typed))
    said = [one.text if one.field or one.negated else f"{TITLE}:{query.cursor.quoted(one.text)}" for one in pieces]
    asked = Query(" ".join([*said, f"{TITLE}:{query.cursor.quoted(typed.text)}*"]), limit=2 * _MOST_ARTICLES)
    hits = library.ask(lambda index: index.search(asked, LibraryKnown(library))).hits
    rows = library.store.listing.rows([hit.key for hit in hits])
    for row in sorted(rows, key=lambda row: _primary(row.language) != _primary(language))[:_MOST_ARTICLES]:
        yield Suggestion(SuggestionKind.ARTICLE, row.title, text, typed.end, key=row.key)


def _primary(tag: str) -> str:
    return tag.lower().partition("-")[0]


def _kept(library: Library, text: str, language: str) -> Iterable[Suggestion]:
    begun, called = folded(text), scopes(library, language)
    for one in library.store.searches.saved():
        asked = Node(NodeKind.SEARCH, one.text, one.publication)
        if _leads_on(asked, text) and (folded(one.title).startswith(begun) or folded(one.text).startswith(begun)):
            yield _again(SuggestionKind.SAVED, asked, called, one.title, one.total)


def _earlier(library: Library, text: str, language: str) -> Iterable[Suggestion]:
    begun, called = folded(text), scopes(library, language)
    for one in library.store.searches.recent(_EARLIER):
        if _leads_on(one, text) and folded(one.id).startswith(begun):
            yield _again(SuggestionKind.HISTORY, one, called, one.id)


def _leads_on(asked: Node, text: str) -> bool:
    """Whether a search is not just what is typed already."""
    return asked.id != text or bool(asked.publication)


def _again(kind: SuggestionKind, asked: Node, called: dict[str, str], label: str, count: int = 0) -> Suggestion:
    where = called.get(asked.publication, asked.publication)
    return replace(_put(kind, label, (asked.id, len(asked.id)), count), publication=asked.publication, where=where)


_EARLIER = 200
