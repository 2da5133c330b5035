"""What the quick lane prepares for the reading pane: a page, and its first pictures decoded."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.errors import PackhorseError
from reader.library import browse, collections, document, mark, read
from reader.library.beside import page_beside
from reader.library.search_help import search_help
from reader.model.article import Tier
from reader.model.link import Link, LinkKind
from reader.model.listing import NodeKind
from reader.ui.news import prepare_digest
from reader.ui.pictures import decode
from reader.ui.reading.labels import page_labels
from reader.ui.reading.made import Made
from reader.ui.words import language, text
from reader.wording.search_help import HELP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QImage

    from reader.library import Library
    from reader.model.article import ArticleRow, Translation
    from reader.model.listing import Node
    from reader.model.page import Page
    from reader.model.page_style import PageStyle
    from reader.ui.reading.made import MadePages

_SOURCE = re.compile(r'<img\b[^>]*?\ssrc="(packhorse:media/[^"]+)"(?: width="(\d+)")?')
_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page ready to show. ``row`` is None for a document.

    ``position`` is how far it was read, ``note`` what the reader wrote on it,
    ``collections`` ids and titles of those that hold it.
    ``pictures`` are the first ones, so that the top of the page is whole at once; ``waiting`` are addresses of the rest,
    with the width in the screen's own pixels at which each is shown. ``translations`` are the article's.
    """

    page: Page
    publication: str
    row: ArticleRow | None = None
    position: float = 0.0
    pictures: Mapping[str, QImage | None] | None = None
    waiting: tuple[tuple[str, int], ...] = ()
    note: str = ""
    collections: tuple[tuple[int, str], ...] = ()
    translations: tuple[Translation, ...] = ()

    @property
    def other(self) -> int:
        """The key of the translation that stands beside the article; 0 where none does."""
        return next((one.key for one in self.translations if one.language == self.page.beside), 0)


def prepare_article(
    library: Library,
    key: int,
    style: PageStyle,
    terms: Sequence[str],
    density: float = 1.0,
    beside: tuple[str, PageStyle] | None = None,
    made: MadePages | None = None,
) -> Prepared:
    """An article's page, with a search's words marked. ``density`` is the screen's own pixels in one of the page's.

    ``beside`` is a language and the style for two columns: the translation into it stands beside it, where there is one.
    ``made`` keeps the pages that were made last.
    """
    translations = read.translations(library, key)
    if beside and not any(one.language == beside[0] for one in translations):
        beside = None
    rows = browse.rows(library, [key], language())
    row = rows[0] if rows else None
    publication, style = (row.publication, style.for_language(row.language)) if row else ("", style)
    make = partial(_make, library, key, style, tuple(terms), density, beside, publication)
    asked = (key, style, tuple(terms), density, beside, language())
    whole = make() if made is None else made.get(library, asked, make)
    position, note = mark.position(library, key), mark.note(library, key)
    filed = collections.of_article(library, key)
    return Prepared(whole.page, publication, row, position, whole.pictures, whole.waiting, note, filed, translations)


def _make(
    library: Library,
    key: int,
    style: PageStyle,
    terms: Sequence[str],
    density: float,
    beside: tuple[str, PageStyle] | None,
    publication: str,
) -> Made:
    said, spoken = page_labels(), language()
    if beside:
        page = page_beside(library, key, *beside, labels=said, language=spoken, terms=terms)
    else:
        page = read.page(library, key, style, labels=said, language=spoken, terms=terms, stories=False)
    return Made(page, *_first_pictures(library, page, publication, density))


def prepare_ahead(
    library: Library, key: int, style: PageStyle, terms: Sequence[str], density: float, made: MadePages
) -> None:
    """Make a page that may be wanted next. What is wrong with it is told when it is wanted."""
    with suppress(PackhorseError):
        prepare_article(library, key, style, terms, density, made=made)


def prepare_further(library: Library, key: int, style: PageStyle) -> Page | None:
    """The stories that follow an article's page, if it is still here and has any."""
    try:
        return read.further(library, key, style, labels=page_labels(), language=language())
    except PackhorseError:
        return None


def prepare_document(library: Library, node: Node, style: PageStyle, density: float = 1.0) -> Prepared:
    """The page of a document, or of what introduces a list."""
    if node.kind is NodeKind.SEARCH_HELP:
        return Prepared(search_help(library, style, text("How to search"), _rules(), language()), "")
    if node.kind is NodeKind.NEW:
        return Prepared(*prepare_digest(library, node, style))
    page = document.document(library, node, style, labels=page_labels(), language=language())
    publication = node.publication or _only_publication(library)
    pictures, waiting = _first_pictures(library, page, publication, density)
    return Prepared(page, publication, None, 0.0, pictures, waiting)


def _rules() -> list[tuple[str, str, Sequence[str]]]:
    return [(text(title), text(said), examples) for title, said, examples in HELP]


def _only_publication(library: Library) -> str:
    infos = browse.publications(library)
    return infos[0].id if len(infos) == 1 else ""


def _first_pictures(
    library: Library, page: Page, publication: str, density: float
) -> tuple[Mapping[str, QImage | None], tuple[tuple[str, int], ...]]:
    shown: dict[str, int] = {}
    for address, width in _SOURCE.findall(page.html):
        name = unescape(address)
        shown[name] = max(shown.get(name, 0), round(int(width or 0) * density))
    wanted = tuple(shown.items())
    loaded = {address: load_picture(library, publication, address, width) for address, width in wanted[:_AT_ONCE]}
    return loaded, wanted[_AT_ONCE:]


def load_picture(library: Library, publication: str, address: str, width: int) -> QImage | None:
    """The picture behind an address of ours, at most so many pixels wide (0: as it is); None when absent."""
    link = Link.parse(address)
    if link is None or link.kind is not LinkKind.MEDIA:
        return None
    try:
        data = read.picture(library, publication, link.target, Tier(link.detail))
    except PackhorseError:
        return None
    image = decode(data) if data else None
    if image is None or not 0 < width < image.width():
        return image
    # Qt scales without smoothing when it paints, so the picture gets the size at which it is shown.
    return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
