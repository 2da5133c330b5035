"""How to search, as a page: each rule with examples made of this library's own names, which run when they are followed."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from reader.library import find
from reader.model.listing import Node, NodeKind
from reader.model.page import DocumentView, Entry, Named
from reader.model.search import FacetKind, Query
from reader.render import document as render_document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.library.handle import Library
    from reader.model.page import Page
    from reader.model.page_style import PageStyle

_THINGS = {
    "an_author": FacetKind.AUTHOR,
    "a_section": FacetKind.SECTION,
    "a_tag": FacetKind.TAG,
    "a_language": FacetKind.LANGUAGE,
}


def search_help(
    library: Library,
    style: PageStyle,
    title: str,
    rules: Sequence[tuple[str, str, Sequence[str]]],
    language: str = "en",
) -> Page:
    """A page of rules, each a title, a sentence, and examples with fields and things named in braces.

    Examples for which the library has nothing, and such as find nothing, are left out.
    """
    names = _names(library, language)
    entries = tuple(
        Entry(name, body=said, language=language, links=tuple(_found(library, examples, names)))
        for name, said, examples in rules
    )
    return render_document(DocumentView(title, language, entries=entries), style)


def _found(library: Library, examples: Sequence[str], names: Mapping[str, str]) -> list[Named]:
    possible = [one for one in examples if all(name in names for _, name, _, _ in Formatter().parse(one) if name)]
    searches = dict.fromkeys(one.format_map(names) for one in possible)
    return [Named(Node(NodeKind.SEARCH, words), words) for words in searches if _finds(library, words)]


def _finds(library: Library, words: str) -> bool:
    """Whether an example finds what it says, or may once all is indexed."""
    if library.is_indexing:
        return True
    page = find.search(library, Query(words, limit=0))
    return page.total > 0 and not page.hint


def _names(library: Library, language: str) -> dict[str, str]:
    """Field names in the reader's language, and the most used things, some words and a year of this library."""
    from reader.library.example_words import example_words  # noqa: PLC0415  (only here, and slow to load)
    from reader.search.query import fields  # noqa: PLC0415

    marks = fields.values(language)
    read, starred = marks["is"][1], marks["is"][2]
    found = {**fields.names(language), "unread": marks["is"][0], "read": read, "starred": starred}
    found |= {"picture": marks["has"][-1], **_things(library, language), **example_words(library, language)}
    years = sorted({month[:4] for month, _ in library.store.months()})
    return found | ({"year": years[len(years) // 2]} if years else {})


def _things(library: Library, language: str) -> dict[str, str]:
    """The most used thing of each kind, as a search names it."""
    from reader.search.query.cursor import quoted  # noqa: PLC0415  (only here, and slow to load)

    found = {name: library.names.beginning(kind, "", 1) for name, kind in _THINGS.items()}
    return {name: quoted(library.names.said(best[0], language)) for name, best in found.items() if best}
