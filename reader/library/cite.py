"""Where a passage stands, in one line that a colleague can check: article, paragraph, edition, digest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.model.publication import Kind
from reader.render import date_text

if TYPE_CHECKING:
    from reader.library.handle import Library
    from reader.model.article import Article
    from reader.model.labels import CitationLabels

_DIGITS = 16


def citation(
    library: Library, key: int, labels: CitationLabels, *, paragraphs: tuple[int, int] = (0, 0), language: str = "en"
) -> str:
    """Authors, title, publication, edition, date, article id, paragraphs (first and last; 0: not told), and the revision's digest.

    The digest is the beginning of the SHA-256 that the signed edition holds for the article's frame.

    Raises:
        QueryError: ``article-unknown`` when it was withdrawn or never here.
        StoreError: ``segment-missing`` or ``segment-damaged``.
    """
    catalogue = library.store.catalogue
    article, digest = catalogue.article(key), catalogue.article_digest(key)
    if article is None:
        raise QueryError("article-unknown", id=str(key))
    info = catalogue.publication(article.publication)
    parts = (
        _authors(library, article, language),
        article.title,
        info.title(language) if info else article.publication,
        labels.edition.format(serial=info.serial) if info else "",
        date_text(article.date, language),
        article.id,
        _paragraphs(labels, *paragraphs),
        labels.revision.format(revision=article.revision, digest=digest[:_DIGITS]),
    )
    return ", ".join(part for part in parts if part)


def _paragraphs(labels: CitationLabels, first: int, last: int) -> str:
    if first < last:
        return labels.paragraphs.format(first=first, last=last)
    return labels.paragraph.format(paragraph=first) if first else ""


@dataclass(frozen=True, slots=True)
class Source:
    """What stands on each sheet of a printed page: ``path`` from the publication to the section, ``proof`` to check it by."""

    path: tuple[str, ...]
    proof: tuple[str, ...]


def source(library: Library, publication: str, key: int, labels: CitationLabels, language: str = "en") -> Source:
    """Where a page is from: publication and section; publication, edition, article id, revision's digest, licence.

    For a document ``key`` is 0: then no article is named.
    """
    catalogue = library.store.catalogue
    info, article = catalogue.publication(publication), catalogue.article(key) if key else None
    title = info.title(language) if info else publication
    edition = labels.edition.format(serial=info.serial) if info else ""
    if article is None:
        return Source((title,) if title else (), tuple(filter(None, (title, edition, info.licence if info else ""))))
    digest = catalogue.article_digest(key)[:_DIGITS]
    revision = labels.revision.format(revision=article.revision, digest=digest)
    licence = article.licence or (info.licence if info else "")
    section = catalogue.thing(article.publication, Kind.SECTION, article.section)
    path = (title, section.title(language) if section else "")
    return Source(tuple(filter(None, path)), tuple(filter(None, (title, edition, article.id, revision, licence))))


def _authors(library: Library, article: Article, language: str) -> str:
    things = (library.store.catalogue.thing(article.publication, Kind.AUTHOR, one) for one in article.authors)
    return ", ".join(
        thing.title(language) if thing else one for one, thing in zip(article.authors, things, strict=True)
    )
