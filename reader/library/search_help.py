"""How to search, as a page: each rule with examples made of this library's own names, which run when they are followed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.model.listing import LATEST, Node, NodeKind
from reader.model.page import DocumentView, Entry, Named
from reader.render import document as render_document
from reader.render import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.library.handle import Library
    from reader.model.page import Page
    from reader.model.page_style import PageStyle

_LONGEST = 14
_SHORTEST = 5
_BEGINNING = 4
_USED = ("author", "section", "tag", "lang")
_FALLBACK = ("library", "paper")


def search_help(
    library: Library,
    style: PageStyle,
    title: str,
    rules: Sequence[tuple[str, str, Sequence[str]]],
    language: str = "en",
) -> Page:
    """A page of rules, each a title, a sentence, and examples with fields and things named in braces."""
    names = _names(library, language)
    entries = tuple(
        Entry(name, body=said, language=language, links=tuple(_example(example, names) for example in examples))
        for name, said, examples in rules
    )
    return render_document(DocumentView(title, language, entries=entries), style)


def _example(example: str, names: Mapping[str, str]) -> Named:
    words = example.format_map(names)
    return Named(Node(NodeKind.SEARCH, words), words)


def _names(library: Library, language: str) -> dict[str, str]:
    """Field names in the reader's language, and the most used things and some words of this library."""
    from reader.search.query import fields  # noqa: PLC0415  (only here, and slow to load)

    marks = fields.values(language)
    read, starred = marks["is"][1], marks["is"][2]
    found = {**fields.names(language), "unread": marks["is"][0], "read": read, "starred": starred}
    found |= {"picture": marks["has"][-1], **_things(library), **_words(library)}
    return found


def _things(library: Library) -> dict[str, str]:
    tallies = library.store.counts().by_node
    best: dict[str, tuple[int, str]] = dict.fromkeys(_USED, (0, "..."))
    for (_publication, kind, identity), tally in tallies.items():
        if kind in best:
            best[kind] = max(best[kind], (tally.articles, identity))
    quoted = {kind: f'"{name}"' if " " in name else name for kind, (_count, name) in best.items()}
    articles = {"author": "an_author", "section": "a_section", "tag": "a_tag", "lang": "a_language"}
    return {articles[kind]: name for kind, name in quoted.items()}


def _words(library: Library) -> dict[str, str]:
    """Words and a phrase of the newest article, and its year."""
    keys = library.store.listing.keys(LATEST, most=1)
    article = library.store.catalogue.article(keys[0]) if len(keys) else None
    text = plain_text(article.body).split() if article else []
    plain = [word for word in text if word.isalpha() and word.islower() and _SHORTEST <= len(word) <= _LONGEST]
    word, other = (*dict.fromkeys((*plain, *_FALLBACK)),)[:2]
    year = article.date[:4] if article and article.date else "2019"
    pair = next((f"{a} {b}" for a, b in pairwise(text) if a.isalpha() and b.isalpha()), f"{word} {other}")
    return {"word": word, "other": other, "phrase": pair.lower(), "begin": word[:_BEGINNING], "year": year}
