"""What the quick lane prepares for print: the page in a light style with all its pictures, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader import resources
from reader.library import cite
from reader.model.page_style import Theme
from reader.ui.reading import prepared as lane_work
from reader.ui.reading.copying import citation_labels
from reader.ui.words import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QImage

    from reader.library import Library
    from reader.model.page import Page
    from reader.model.page_style import PageStyle
    from reader.ui.navigator import Place
    from reader.ui.reading.prepared import Prepared

_DENSITY = 2.0
"""Pixels of a picture to one of the page: about 220 to an inch of paper."""

_SIZE, _LINES, _MEASURE = 17, 165, 674


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page for paper, its pictures by address; ``head`` and ``foot`` are the words at the top and the end of each sheet."""

    page: Page
    pictures: Mapping[str, QImage]
    style: PageStyle
    head: str = ""
    foot: str = ""


def paper_style(style: PageStyle) -> PageStyle:
    """The reader's choice of type, in black on white, whatever the theme and size on the screen."""
    light = Theme.parse(resources.read("themes/light.json"))
    theme = replace(light, paper="#ffffff", ink="#000000")
    return replace(style, theme=theme, size=_SIZE, measure=_MEASURE, measures=(), paper=True, line_spacing=_LINES)


def prepare_sheet(library: Library, place: Place, style: PageStyle) -> Sheet:
    """An article or document for paper.

    Raises:
        QueryError, StoreError: as when it is shown.
    """
    if place.document is not None:
        prepared = lane_work.prepare_document(library, place.document, style, _DENSITY)
    else:
        prepared = lane_work.prepare_article(library, place.article, style, (), _DENSITY)
    source = cite.source(library, prepared.publication, place.article, citation_labels(), language())
    return Sheet(prepared.page, _pictures(library, prepared), style, " · ".join(source.path), " · ".join(source.proof))


def _pictures(library: Library, prepared: Prepared) -> Mapping[str, QImage]:
    rest = (
        (address, lane_work.load_picture(library, prepared.publication, address, width))
        for address, width in prepared.waiting
    )
    found = {**(prepared.pictures or {}), **dict(rest)}
    return {address: image for address, image in found.items() if image is not None}
