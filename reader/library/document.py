"""The publication's own documents as pages: pages, glossary, events, and what introduces a topic, author, region or series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.library.browse import count, rows
from reader.library.digest import has_digest
from reader.model.labels import Labels
from reader.model.languages import name_of
from reader.model.listing import Node, NodeKind
from reader.model.page import DocumentView, Entry, Figure, Named, Story
from reader.model.publication import Kind, localized
from reader.render import date_text
from reader.render import document as render_document

if TYPE_CHECKING:
    from reader.library.handle import Library
    from reader.model.article import ArticleRow
    from reader.model.page import Page
    from reader.model.page_style import PageStyle
    from reader.model.publication import Text, Thing

_INTRODUCED = {
    NodeKind.SECTION: Kind.SECTION,
    NodeKind.TOPIC: Kind.TOPIC,
    NodeKind.AUTHOR: Kind.AUTHOR,
    NodeKind.REGION: Kind.REGION,
    NodeKind.SERIES: Kind.SERIES,
}
_STORIES = 12


def document(
    library: Library, node: Node, style: PageStyle, *, labels: Labels | None = None, language: str = "en"
) -> Page:
    """A page for a node that is no article.

    Raises:
        QueryError: ``document-unknown`` when there is nothing to show for it.
    """
    words = labels or Labels()
    if node.kind is NodeKind.PAGE:
        view = _page(library, node, language, words)
    elif node.kind is NodeKind.GLOSSARY:
        view = _glossary(library, node, language, words)
    elif node.kind is NodeKind.EVENTS:
        view = _events(library, node, language, words)
    else:
        view = _introduction(library, node, language, words)
    return render_document(view, style)


def has_introduction(library: Library, node: Node) -> bool:
    """Whether a node of articles has something to show of its own before an article is chosen."""
    if node.kind is NodeKind.NEW:
        return has_digest(library, node.publication)
    kind = _INTRODUCED.get(node.kind)
    return kind is not None and any(thing.texts for thing in _things(library, kind, node))


def _things(library: Library, kind: Kind, node: Node) -> list[Thing]:
    return [thing for thing in library.store.catalogue.things(kind, node.publication) if thing.id == node.id]


def _nearest(texts: list[Text], language: str) -> Text:
    """The text in this language, else in English, else the first."""
    for wanted in (language, language.split("-", maxsplit=1)[0], "en"):
        for text in texts:
            if text.language == wanted:
                return text
    return texts[0]


def _page(library: Library, node: Node, language: str, labels: Labels) -> DocumentView:
    found = [
        text for text in library.store.catalogue.texts(Kind.PAGE, node.publication) if node.id in {text.id, text.work}
    ]
    if not found:
        raise QueryError("document-unknown", id=str(node))
    text = _nearest(found, language)
    info = library.store.catalogue.publication(text.publication)
    path = (Named(Node(NodeKind.LATEST), info.title(language)),) if info else ()
    return DocumentView(text.title, text.language, text.body, path=path, labels=labels)


def _glossary(library: Library, node: Node, language: str, labels: Labels) -> DocumentView:
    works: dict[str, list[Text]] = {}
    for text in library.store.catalogue.texts(Kind.TERM, node.publication):
        works.setdefault(text.work, []).append(text)
    if not works:
        raise QueryError("document-unknown", id=str(node))
    chosen = sorted((_nearest(texts, language) for texts in works.values()), key=lambda text: text.title.casefold())
    entries = tuple(Entry(text.title, text.work, ", ".join(text.aliases), text.body, text.language) for text in chosen)
    return DocumentView(labels.glossary, language, entries=entries, labels=labels)


def _events(library: Library, node: Node, language: str, labels: Labels) -> DocumentView:
    things = library.store.catalogue.things(Kind.EVENT, node.publication)
    if not things:
        raise QueryError("document-unknown", id=str(node))
    ordered = sorted(things, key=lambda thing: (_last_day(thing), thing.position))
    info = library.store.catalogue.publication(things[0].publication)
    today = info.published[:10] if info else ""
    upcoming = [_event(thing, language) for thing in ordered if _last_day(thing) >= today]
    past = [_event(thing, language) for thing in reversed(ordered) if _last_day(thing) < today]
    entries = (*_headed(upcoming, labels.upcoming), *_headed(past, labels.past))
    return DocumentView(labels.events, language, entries=entries, labels=labels)


def _last_day(thing: Thing) -> str:
    """An event is over after this day, by the edition's own date: a machine's clock may be wrong, or tell of the reader."""
    return str(thing.extra.get("end") or thing.extra.get("start", ""))


def _headed(entries: list[Entry], title: str) -> tuple[Entry, ...]:
    return tuple(replace(one, group=title) if place == 0 else one for place, one in enumerate(entries))


def _event(thing: Thing, language: str) -> Entry:
    days = [date_text(str(thing.extra[name]), language) for name in ("start", "end") if thing.extra.get(name)]
    places = thing.extra.get("places")
    place = localized(places, language) if isinstance(places, dict) else ""
    note = " · ".join(filter(None, (" – ".join(days), place)))
    return Entry(thing.title(language), thing.id, note, localized(thing.texts, language), language)


def _introduction(library: Library, node: Node, language: str, labels: Labels) -> DocumentView:
    kind = _INTRODUCED.get(node.kind)
    found = _things(library, kind, node) if kind else []
    if not found:
        raise QueryError("document-unknown", id=str(node))
    thing, held = found[0], count(library, node)
    works, first = library.store.listing.works(node, _STORIES)
    versions = [_versions(library, key, language) for key in first]
    in_parts = node.kind is NodeKind.SERIES
    if not in_parts:
        versions.sort(key=lambda some: some[0].date, reverse=True)
    stories = tuple(_story(*some, language=language, numbered=in_parts) for some in versions)
    return DocumentView(
        thing.title(language),
        language,
        localized(thing.texts, language),
        portrait=_portrait(library, thing),
        site=str(thing.extra.get("site", "")),
        stories=stories,
        stories_title=f"{labels.stories} · {works:,}",
        more=Named(node, labels.all_stories.format(count=f"{held:,}")) if works > len(stories) else None,
        labels=labels,
    )


def _versions(library: Library, key: int, language: str) -> list[ArticleRow]:
    """A work in the window's language, in a variant of it, or as it was first written; then in the others."""
    base = language.split("-", maxsplit=1)[0]
    some = rows(library, [key, *(one.key for one in library.store.catalogue.translations(key))], language)
    chosen = min(
        some, key=lambda one: (one.language != language, one.language.split("-")[0] != base, one.id != one.work)
    )
    return [chosen, *sorted((one for one in some if one is not chosen), key=lambda one: one.language)]


def _story(chosen: ArticleRow, *others: ArticleRow, language: str, numbered: bool) -> Story:
    return Story(
        chosen.id,
        chosen.title,
        chosen.language,
        date_text(chosen.date, language),
        standfirst=chosen.standfirst,
        number=str(chosen.series_part) if numbered and chosen.series_part else "",
        also=tuple(Story(one.id, name_of(one.language), one.language) for one in others),
    )


def _portrait(library: Library, thing: Thing) -> Figure | None:
    media = str(thing.extra.get("portrait", ""))
    size = library.store.catalogue.picture_size(thing.publication, media) if media else None
    return Figure(media, *size) if size else None
