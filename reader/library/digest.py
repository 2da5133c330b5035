"""What is new in the last edition, as numbers and as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.library.browse import rows
from reader.model.digest import Digest, DigestSection
from reader.model.listing import LATEST
from reader.model.page import DocumentView, Named, Story, StoryGroup
from reader.model.publication import Kind
from reader.render import date_text
from reader.render import document as render_document

if TYPE_CHECKING:
    from reader.library.handle import Library
    from reader.model.article import ArticleRow
    from reader.model.digest import DigestWords
    from reader.model.page import Page
    from reader.model.page_style import PageStyle
    from reader.store.arrivals import Arrived

_STORIES = 3
_GONE = 12


def has_digest(library: Library, publication: str = "") -> bool:
    """Whether an edition brought anything."""
    return library.store.arrivals.count(publication) > 0


def digest(library: Library, publication: str = "", language: str = "en") -> Digest:
    """What the last edition brought, of one publication or of any. Costs in proportion to that edition.

    Raises:
        QueryError: ``document-unknown`` when none has brought anything.
    """
    last = library.store.arrivals.last(publication)
    if last is None:
        raise QueryError("document-unknown", id="new")
    info = library.store.catalogue.publication(last.publication)
    samples = library.store.arrivals.samples(last.number, _STORIES, language)
    return Digest(
        publication=last.publication,
        title=info.title(language) if info else last.publication,
        serial=last.serial,
        withdrawn=last.withdrawn,
        pictures=last.pictures,
        translations=last.translations,
        gone=library.store.arrivals.withdrawn(last.number, _GONE, language),
        sections=_sections(
            library, last, {one: [key for key, _new in keys] for one, keys in samples.items()}, language
        ),
        changed=frozenset(key for keys in samples.values() for key, is_new in keys if not is_new),
    )


def _sections(
    library: Library, last: Arrived, samples: dict[str, list[int]], language: str
) -> tuple[DigestSection, ...]:
    things = library.store.catalogue.things(Kind.SECTION, last.publication)
    titles = {thing.id: thing.title(language) for thing in things}
    order = [thing.id for thing in things if thing.id in last.added or thing.id in last.updated]
    order += sorted((set(samples) | set(last.added) | set(last.updated)) - set(order))
    return tuple(
        DigestSection(
            titles.get(one, one),
            last.added.get(one, 0),
            last.updated.get(one, 0),
            rows(library, samples.get(one, []), language),
        )
        for one in order
    )


def page(told: Digest, style: PageStyle, words: DigestWords, language: str = "en") -> Page:
    """The digest as a page beside the list of what is new."""
    groups = tuple(
        StoryGroup(heading, tuple(_story(row, told, words, language) for row in section.rows))
        for heading, section in zip(words.headings, told.sections, strict=True)
    )
    if told.gone:
        groups = (*groups, StoryGroup(words.gone, tuple(Story("", title, "") for title in told.gone)))
    path = (Named(LATEST, told.title),)
    return render_document(DocumentView(words.title, language, standfirst=words.told, path=path, groups=groups), style)


def _story(row: ArticleRow, told: Digest, words: DigestWords, language: str) -> Story:
    why = words.changed if row.key in told.changed else ""
    return Story(row.id, row.title, row.language, date_text(row.date, language), why, row.standfirst)
