"""Look up everything that an article's page shows: one view, ready for ``reader.render``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.keep_reading import keep_reading
from reader.library.relate import related
from reader.model.languages import name_of
from reader.model.listing import Node, NodeKind
from reader.model.page import Figure, FurtherView, Named, PageView, Person, SeriesPlace, Size, Story
from reader.model.publication import Kind, Trust, localized
from reader.render import date_text, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.library.handle import Library
    from reader.model.article import Article, ArticleRow, Related
    from reader.model.labels import Labels
    from reader.model.publication import PublicationInfo

_MEDIA = re.compile(r"media:([a-z0-9][a-z0-9._-]{0,127})")
_TERM = re.compile(r"term:([a-z0-9][a-z0-9._-]{0,127})")
_DEFINITION_LETTERS = 300
_REASONS = 2
_NAMES = 3


def article_view(library: Library, key: int, article: Article, labels: Labels, language: str) -> PageView:
    """The article and all that stands around it but further stories, worded in the interface's ``language``."""
    info = library.store.catalogue.publication(article.publication)
    look = _Lookup(library, article.publication, language)
    authors = look.people(article.authors)
    return PageView(
        article=article,
        section_path=look.section_path(article.section),
        regions=look.named(Kind.REGION, NodeKind.REGION, article.regions),
        authors=authors,
        translators=look.people(article.translators),
        date=date_text(article.date, language),
        updated=date_text(article.updated, language),
        minutes=labels.minutes.format(minutes=article.minutes),
        translations=tuple(
            Story(one.id, name_of(one.language), one.language) for one in library.store.catalogue.translations(key)
        ),
        trust=trust_text(info, labels),
        genuine=info is not None and info.trust is not Trust.FIRST_USE,
        lead=look.figure(article),
        pictures=look.pictures(article.body, authors),
        terms=look.terms(article.body, article.language),
        tags=tuple(Named(Node(NodeKind.TAG, tag), tag) for tag in article.tags),
        topics=look.named(Kind.TOPIC, NodeKind.TOPIC, article.topics),
        series=look.series_place(article, labels),
        source=article.source,
        licence=article.licence or (info.licence if info else ""),
        holder=_holder(article, authors, info, language),
        labels=labels,
    )


def _holder(article: Article, authors: tuple[Person, ...], info: PublicationInfo | None, language: str) -> str:
    """Whose the licence is: the authors', where the article has one of its own, else the publication's."""
    own = ", ".join(who.name for who in authors) if article.licence else ""
    return own or (info.title(language) if info else "")


def further_view(library: Library, key: int, article: Article, labels: Labels, language: str) -> FurtherView:
    """The stories to go on to. Looked up in the index and all over the library, so a page is shown before them."""
    alike = related(library, key, language=language)
    following = keep_reading(library, key, language=language, without={one.row.key for one in alike})
    return FurtherView(
        article.language,
        tuple(_story(one.row, language, _why(one, labels)) for one in alike),
        tuple(_story(row, language) for row in following),
        labels,
    )


def _why(story: Related, labels: Labels) -> str:
    """The two weightiest reasons, in words, with what is shared; what a label has said is not said again as a word."""
    reasons = story.why[:_REASONS]
    said = {word for kind, name in story.shared if kind in reasons for word in name.casefold().split()}
    words = tuple(word for word in story.words if word not in said)
    if story.words and not words:
        reasons = tuple(reason for reason in reasons if reason != "text")
    return "; ".join(_reason(replace(story, words=words), reason, labels) for reason in reasons)


def _reason(story: Related, reason: str, labels: Labels) -> str:
    named = story.words if reason == "text" else [name for kind, name in story.shared if kind == reason]
    names = ", ".join(named[:_NAMES])
    return (
        labels.because[reason].format(names=names)
        if names and reason in labels.because
        else labels.why.get(reason, reason)
    )


def trust_text(info: PublicationInfo | None, labels: Labels) -> str:
    """What the byline says of the edition's signature."""
    if info is None:
        return ""
    text = labels.unchecked if info.trust is Trust.FIRST_USE else labels.genuine
    return text.format(serial=info.serial)


def _story(row: ArticleRow, language: str, why: str = "") -> Story:
    return Story(row.id, row.title, row.language, date_text(row.date, language), why, row.standfirst)


class _Lookup:
    """Finds names and pictures of one publication."""

    def __init__(self, library: Library, publication: str, language: str) -> None:
        self._catalogue = library.store.catalogue
        self._listing = library.store.listing
        self._publication = publication
        self._language = language

    def section_path(self, identity: str) -> tuple[Named, ...]:
        """From the top section down to this one."""
        path: list[Named] = []
        seen: set[str] = set()
        while identity and identity not in seen:
            seen.add(identity)
            thing = self._catalogue.thing(self._publication, Kind.SECTION, identity)
            title = thing.title(self._language) if thing else identity
            path.insert(0, Named(Node(NodeKind.SECTION, identity, self._publication), title))
            identity = thing.parent if thing else ""
        return tuple(path)

    def named(self, kind: Kind, node: NodeKind, identities: Iterable[str]) -> tuple[Named, ...]:
        """Things by their titles; one that is not defined shows its id."""
        return tuple(Named(Node(node, one, self._publication), self._title(kind, one)) for one in identities)

    def _title(self, kind: Kind, identity: str) -> str:
        thing = self._catalogue.thing(self._publication, kind, identity)
        return thing.title(self._language) if thing else identity

    def people(self, identities: Iterable[str]) -> tuple[Person, ...]:
        """Authors or translators with what is known of them."""
        return tuple(self._person(one) for one in identities)

    def _person(self, identity: str) -> Person:
        node = Node(NodeKind.AUTHOR, identity, self._publication)
        thing = self._catalogue.thing(self._publication, Kind.AUTHOR, identity)
        if thing is None:
            return Person(node, identity)
        portrait = str(thing.extra.get("portrait", ""))
        is_here = portrait and self._catalogue.picture_size(self._publication, portrait)
        return Person(
            node,
            thing.title(self._language),
            localized(thing.texts, self._language),
            portrait if is_here else "",
            str(thing.extra.get("site", "")),
            bool(thing.extra.get("pen_name")),
        )

    def figure(self, article: Article) -> Figure | None:
        """The lead picture; of size 0 when no copy of it is here, so that its words still stand.

        None where the body shows the same picture, and the lead says no more about it.
        """
        lead = article.lead
        if lead is None or (f"media:{lead.media}" in article.body and not (lead.caption or lead.credit)):
            return None
        width, height = self._catalogue.picture_size(self._publication, lead.media) or (0, 0)
        return Figure(lead.media, width, height, lead.alt, lead.caption, lead.credit)

    def pictures(self, body: str, people: Iterable[Person]) -> Mapping[str, Size]:
        """Sizes of the body's pictures and of portraits that are here."""
        sizes = {}
        for media in {*_MEDIA.findall(body), *(one.portrait for one in people if one.portrait)}:
            size = self._catalogue.picture_size(self._publication, media)
            if size:
                sizes[media] = Size(*size)
        return sizes

    def terms(self, body: str, language: str) -> Mapping[str, str]:
        """Definitions of the glossary terms that the body links to, in the article's language where there is one."""
        wanted = set(_TERM.findall(body))
        if not wanted:
            return {}
        found: dict[str, str] = {}
        for term in self._catalogue.texts(Kind.TERM, self._publication):
            if term.work in wanted and (term.work not in found or term.language == language):
                found[term.work] = plain_text(term.body)[:_DEFINITION_LETTERS]
        return found

    def series_place(self, article: Article, labels: Labels) -> SeriesPlace | None:
        """Where the article stands in its series, with its neighbours in its own language where they exist in it."""
        if not article.series:
            return None
        node = Node(NodeKind.SERIES, article.series, self._publication)
        parts: dict[int, ArticleRow] = {}
        for row in self._listing.rows(self._listing.keys(node)):
            if row.series_part not in parts or row.language == article.language:
                parts[row.series_part] = row
        before = [part for part in parts if part < article.series_part]
        after = [part for part in parts if part > article.series_part]
        return SeriesPlace(
            Named(node, self._title(Kind.SERIES, article.series)),
            labels.part.format(part=article.series_part, parts=len(parts)) if article.series_part else "",
            _story(parts[max(before)], self._language) if before else None,
            _story(parts[min(after)], self._language) if after else None,
        )
