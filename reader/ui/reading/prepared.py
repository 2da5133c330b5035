"""What the quick lane prepares for the reading pane: a page, and its first pictures decoded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from reader.errors import PackhorseError
from reader.library import browse, document, mark, read
from reader.model.article import Tier
from reader.model.link import Link, LinkKind
from reader.ui.pictures import decode
from reader.ui.words import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QImage

    from reader.library import Library
    from reader.model.article import ArticleRow
    from reader.model.listing import Node
    from reader.model.page import Page, PageStyle

_SOURCE = re.compile(r'<img\b[^>]*?\ssrc="(packhorse:media/[^"]+)"')
_AT_ONCE = 2
_MOST_DENSE = 3


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page ready to show. ``row`` is None for a document; ``position`` is how far it was read (0 to 1).

    ``pictures`` are the first ones, so that the top of the page is whole at once; ``waiting`` are addresses of the rest.
    """

    page: Page
    publication: str
    row: ArticleRow | None = None
    position: float = 0.0
    pictures: Mapping[str, QImage | None] | None = None
    waiting: tuple[str, ...] = ()


def prepare_article(library: Library, key: int, style: PageStyle, terms: Sequence[str]) -> Prepared:
    """An article's page, with a search's words marked."""
    page = read.page(library, key, style, language=LANGUAGE, terms=terms)
    rows = browse.rows(library, [key], LANGUAGE)
    publication = rows[0].publication if rows else ""
    pictures, waiting = _first_pictures(library, page, publication, style)
    return Prepared(page, publication, rows[0] if rows else None, mark.position(library, key), pictures, waiting)


def prepare_document(library: Library, node: Node, style: PageStyle) -> Prepared:
    """The page of a document, or of what introduces a list."""
    page = document.document(library, node, style, language=LANGUAGE)
    publication = node.publication or _only_publication(library)
    pictures, waiting = _first_pictures(library, page, publication, style)
    return Prepared(page, publication, None, 0.0, pictures, waiting)


def _only_publication(library: Library) -> str:
    infos = browse.publications(library)
    return infos[0].id if len(infos) == 1 else ""


def _first_pictures(
    library: Library, page: Page, publication: str, style: PageStyle
) -> tuple[Mapping[str, QImage | None], tuple[str, ...]]:
    addresses = tuple(dict.fromkeys(unescape(address) for address in _SOURCE.findall(page.html)))
    first = addresses[:_AT_ONCE]
    loaded = {address: load_picture(library, publication, address, style.measure) for address in first}
    return loaded, addresses[_AT_ONCE:]


def load_picture(library: Library, publication: str, address: str, width: int) -> QImage | None:
    """The picture behind an address of ours, for a column of this width, sharp on dense screens; None when absent."""
    link = Link.parse(address)
    if link is None or link.kind is not LinkKind.MEDIA:
        return None
    try:
        data = read.picture(library, publication, link.target, Tier(link.detail))
    except PackhorseError:
        return None
    return decode(data, width * _MOST_DENSE) if data else None
