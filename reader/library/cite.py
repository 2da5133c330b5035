"""Where a passage stands, in one line that a colleague can check: article, paragraph, edition, digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.model.publication import Kind
from reader.render import date_text

if TYPE_CHECKING:
    from reader.library.handle import Library
    from reader.model.article import Article
    from reader.model.page import CitationLabels

_DIGITS = 16


def citation(library: Library, key: int, labels: CitationLabels, *, paragraph: int = 0, language: str = "en") -> str:
    """Authors, title, publication, edition, date, article id, paragraph (0: not told), and the revision's digest.

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
        labels.paragraph.format(paragraph=paragraph) if paragraph else "",
        labels.revision.format(revision=article.revision, digest=digest[:_DIGITS]),
    )
    return ", ".join(part for part in parts if part)


def _authors(library: Library, article: Article, language: str) -> str:
    things = (library.store.catalogue.thing(article.publication, Kind.AUTHOR, one) for one in article.authors)
    return ", ".join(
        thing.title(language) if thing else one for one, thing in zip(article.authors, things, strict=True)
    )
