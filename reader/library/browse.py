"""The navigation and the lists it opens. None of it asks the index."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.library.receive import namesakes
from reader.model.listing import NavGroup, NavItem, Node, NodeKind, Sort
from reader.model.publication import Kind, localized
from reader.render import plain_text
from reader.store.counts import Counts, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.library.handle import Library
    from reader.model.article import ArticleRow
    from reader.model.publication import PublicationInfo, Thing

_SHOWN_WHEN_ANY = frozenset({NodeKind.NOTES, NodeKind.MOST_OPENED, NodeKind.NEW})
#: So much of a fingerprint, its first two groups, tells two publications of one title apart.
_TOLD_BY = 9
_EXPLORE = (
    ("topics", Kind.TOPIC, NodeKind.TOPIC),
    ("regions", Kind.REGION, NodeKind.REGION),
    ("series", Kind.SERIES, NodeKind.SERIES),
    ("authors", Kind.AUTHOR, NodeKind.AUTHOR),
)

_OPENING = 300
"""Letters of an article that stand for its standfirst: two lines of the widest row."""


def publications(library: Library) -> tuple[PublicationInfo, ...]:
    """Publications in the library, with how many articles they hold."""
    tallies = library.store.counts().by_publication
    return tuple(
        replace(info, articles=tallies.get(info.id, Tally()).articles, unread=tallies.get(info.id, Tally()).unread)
        for info in _told_apart(library)
    )


def _told_apart(library: Library) -> tuple[PublicationInfo, ...]:
    """All publications; where two bear one title, each with the beginning of its fingerprint, for one may be forged."""
    infos = library.store.catalogue.publications()
    return tuple(
        replace(info, titles={tag: f"{title} ({info.fingerprint[:_TOLD_BY]})" for tag, title in info.titles.items()})
        if namesakes(library, info.id, info.titles)
        else info
        for info in infos
    )


def keys(library: Library, node: Node, sort: Sort = Sort.NEWEST, most: int = -1) -> Sequence[int]:
    """Keys of a node's articles in order: all, or the first ``most``.

    A series keeps its parts' order, history and most-read their own.
    """
    return library.store.listing.keys(node, sort, most)


def unread_keys(library: Library, node: Node, sort: Sort = Sort.NEWEST, besides: int = 0) -> Sequence[int]:
    """Keys of a node's unread articles in order, and ``besides`` them an article that is being read."""
    return library.store.listing.keys(node, sort, unread=True, besides=besides)


def count(library: Library, node: Node) -> int:
    """How many articles a node holds."""
    return library.store.listing.count(node)


def rows(library: Library, some: Sequence[int], language: str = "en") -> tuple[ArticleRow, ...]:
    """What a list shows of these articles, in their order; section titles and authors' names in ``language``."""
    return titled(library, library.store.listing.rows(some), language)


def titled(library: Library, found: Sequence[ArticleRow], language: str) -> tuple[ArticleRow, ...]:
    """The rows with titles and names in place of ids."""
    titles = library.store.catalogue.titles
    sections = titles(Kind.SECTION, ((row.publication, row.section) for row in found))
    authors = titles(Kind.AUTHOR, ((row.publication, name) for row in found for name in row.authors))
    return tuple(
        replace(
            row,
            section=localized(sections.get((row.publication, row.section), {}), language, row.section),
            authors=tuple(localized(authors.get((row.publication, one), {}), language, one) for one in row.authors),
        )
        for row in found
    )


def with_openings(library: Library, some: Sequence[ArticleRow]) -> tuple[ArticleRow, ...]:
    """The rows; those without a standfirst have the first words of their article in place of a passage."""
    return tuple(row if row.standfirst else replace(row, snippet=_opening(library, row.key)) for row in some)


def _opening(library: Library, key: int) -> str:
    article = library.store.catalogue.article(key)
    return " ".join(plain_text(article.body).split())[:_OPENING] if article else ""


def navigation(library: Library, language: str = "en") -> tuple[NavGroup, ...]:
    """All groups of the navigation, counted: library, saved searches, collections, each publication's sections, explore groups, pages."""
    counts = library.store.counts()
    infos = _told_apart(library)
    filed = _collections(library)
    groups = [NavGroup("library", _library(counts, _new(library, counts), bare=not filed))]
    groups += [NavGroup("saved", _saved(library, language)), NavGroup("collections", filed)]
    groups += [_sections(library, info, counts, language, len(infos) > 1) for info in infos]
    groups += [NavGroup(name, _things(library, kind, node, counts, language)) for name, kind, node in _EXPLORE]
    groups += [NavGroup("tags", _tally_items(counts, NodeKind.TAG))]
    groups += [NavGroup("languages", _tally_items(counts, NodeKind.LANGUAGE))]
    groups += [NavGroup("pictures", _pictures(library))]
    groups += [_pages(library, info, language, len(infos) > 1) for info in infos]
    return tuple(group for group in groups if group.items)


def _library(counts: Counts, new: int, *, bare: bool) -> tuple[NavItem, ...]:
    """The reader's lists. While there is no collection (``bare``), a row among them says how to begin one."""
    every = counts.everything
    items = (
        NavItem(Node(NodeKind.LATEST), "latest", every.articles, every.unread),
        NavItem(Node(NodeKind.NEW), "new", new),
        NavItem(Node(NodeKind.UNREAD), "unread", every.unread, every.unread),
        NavItem(Node(NodeKind.STARRED), "starred", counts.starred),
        NavItem(Node(NodeKind.HISTORY), "history", counts.opened),
        NavItem(Node(NodeKind.NOTES), "notes", counts.noted),
        NavItem(Node(NodeKind.MOST_READ), "most-read"),
        NavItem(Node(NodeKind.MOST_OPENED), "most-opened", counts.reopened),
        *((NavItem(Node(NodeKind.COLLECTION), "collections"),) if bare else ()),
    )
    return tuple(item for item in items if item.count or item.node.kind not in _SHOWN_WHEN_ANY)


def _saved(library: Library, language: str) -> tuple[NavItem, ...]:
    called = scopes(library, language)
    return tuple(
        NavItem(
            Node(NodeKind.SEARCH, one.text, one.publication),
            one.title,
            one.total,
            one.new,
            where=called.get(one.publication, one.publication),
        )
        for one in library.store.searches.saved()
    )


def scopes(library: Library, language: str = "en") -> dict[str, str]:
    """What to call each publication where something is kept to it: its title, or nothing where it is the only one."""
    infos = _told_apart(library)
    return {info.id: info.title(language) if len(infos) > 1 else "" for info in infos}


def publication(library: Library, wanted: str) -> str:
    """The id of a publication that is here; empty, which means all, as it is.

    Raises:
        QueryError: ``publication-unknown``.
    """
    if wanted and library.store.catalogue.publication(wanted) is None:
        raise QueryError("publication-unknown", publication=wanted)
    return wanted


def _new(library: Library, counts: Counts) -> int:
    """What the last edition brought; nothing where that is all there is."""
    new = library.store.arrivals.count()
    return new if new < counts.everything.articles else 0


def _collections(library: Library) -> tuple[NavItem, ...]:
    found = library.store.collections.listed()
    return tuple(NavItem(Node(NodeKind.COLLECTION, str(one.id)), one.title, one.count) for one in found)


def _sections(library: Library, info: PublicationInfo, counts: Counts, language: str, several: bool) -> NavGroup:
    children: dict[str, list[Thing]] = defaultdict(list)
    things = library.store.catalogue.things(Kind.SECTION, info.id)
    known = {thing.id for thing in things}
    for thing in things:
        children[thing.parent if thing.parent in known else ""].append(thing)

    items = tuple(_section(thing, children, counts, language, frozenset({thing.id})) for thing in children[""])
    if not several:
        return NavGroup("sections", items, "", info.id)
    tally = counts.by_publication.get(info.id, Tally())
    whole = NavItem(Node(NodeKind.LATEST, "", info.id), "all", tally.articles, tally.unread)
    return NavGroup("sections", (whole, *items), info.title(language), info.id)


def _section(
    thing: Thing, children: Mapping[str, Sequence[Thing]], counts: Counts, language: str, above: frozenset[str]
) -> NavItem:
    """A section with what is below it; one that stands among those above itself is passed over."""
    below = tuple(
        _section(child, children, counts, language, above | {thing.id})
        for child in children.get(thing.id, ())
        if child.id not in above
    )
    own = counts.by_node.get((thing.publication, "section", thing.id), Tally())
    return NavItem(
        Node(NodeKind.SECTION, thing.id, thing.publication),
        thing.title(language),
        own.articles + sum(child.count for child in below),
        own.unread + sum(child.unread for child in below),
        below,
    )


def _things(library: Library, kind: Kind, node: NodeKind, counts: Counts, language: str) -> tuple[NavItem, ...]:
    items = []
    for thing in library.store.catalogue.things(kind):
        tally = counts.by_node.get((thing.publication, str(node), thing.id), Tally())
        if tally.articles:
            title = thing.title(language)
            items.append(NavItem(Node(node, thing.id, thing.publication), title, tally.articles, tally.unread))
    return tuple(items)


def _pictures(library: Library) -> tuple[NavItem, ...]:
    """The map, where there is one; the timeline, where there is more than a month."""
    items = [NavItem(Node(NodeKind.MAP), "map")] if library.store.catalogue.has(Kind.MAP) else []
    return (*items, NavItem(Node(NodeKind.TIMELINE), "timeline")) if library.store.has_months() else tuple(items)


def _tally_items(counts: Counts, kind: NodeKind) -> tuple[NavItem, ...]:
    """Tags and languages: most used first, all publications together."""
    sums: dict[str, Tally] = {}
    for (_publication, name, identity), tally in counts.by_node.items():
        if name == str(kind):
            before = sums.get(identity, Tally())
            sums[identity] = Tally(before.articles + tally.articles, before.read + tally.read)
    ordered: Iterable[tuple[str, Tally]] = sorted(sums.items(), key=lambda pair: (-pair[1].articles, pair[0]))
    return tuple(NavItem(Node(kind, identity), identity, tally.articles, tally.unread) for identity, tally in ordered)


def _pages(library: Library, info: PublicationInfo, language: str, several: bool) -> NavGroup:
    catalogue = library.store.catalogue
    works: dict[str, dict[str, str]] = defaultdict(dict)
    for page in catalogue.texts(Kind.PAGE, info.id):
        works[page.work][page.language] = page.title
    items = [NavItem(Node(NodeKind.PAGE, work, info.id), localized(titles, language)) for work, titles in works.items()]
    if catalogue.texts(Kind.TERM, info.id):
        items.append(NavItem(Node(NodeKind.GLOSSARY, "", info.id), "glossary"))
    if catalogue.things(Kind.EVENT, info.id):
        items.append(NavItem(Node(NodeKind.EVENTS, "", info.id), "events"))
    return NavGroup("pages", tuple(items), info.title(language) if several else "", info.id)
