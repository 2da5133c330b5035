"""What an edition brought, said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import digest as verbs
from reader.model.digest import DigestWords
from reader.ui.words import counted, language, text

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model.change import ChangeSet
    from reader.model.digest import Digest, DigestSection
    from reader.model.listing import Node
    from reader.model.page import Page
    from reader.model.page_style import PageStyle


def is_news(change: ChangeSet) -> bool:
    """Whether it brought something to what was here: of a first edition all is new, and nothing is to be told apart."""
    return change.from_serial > 0 and bool(change.added or change.updated)


def prepare_digest(library: Library, node: Node, style: PageStyle) -> tuple[Page, str]:
    """The page that tells what is new, and its publication. Made for a lane.

    Raises:
        QueryError: as ``reader.library.digest``.
    """
    told = verbs.digest(library, node.publication, language())
    return verbs.page(told, style, _words(told), language()), told.publication


def _words(told: Digest) -> DigestWords:
    return DigestWords(
        title=text("New in edition {serial}", serial=told.serial),
        told=_told(told),
        headings=tuple(_heading(one) for one in told.sections),
        changed=text("changed"),
        gone=text("{count} withdrawn", count=told.withdrawn),
    )


def _told(told: Digest) -> str:
    translated = counted(told.translations, "of them a translation", "of them translations")
    parts = [
        numbers(told.added, 0, 0),
        translated if told.translations else "",
        numbers(0, told.updated, told.withdrawn),
        counted(told.pictures, "new picture", "new pictures") if told.pictures else "",
    ]
    return " · ".join(part for part in parts if part)


def numbers(added: int, updated: int, withdrawn: int) -> str:
    """How many articles are new, changed and gone."""
    parts = [
        counted(added, "new article", "new articles") if added else "",
        counted(updated, "changed article", "changed articles") if updated else "",
        text("{count} withdrawn", count=withdrawn) if withdrawn else "",
    ]
    return " · ".join(part for part in parts if part)


def _heading(section: DigestSection) -> str:
    parts = [
        section.title,
        text("{count} new", count=section.added) if section.added else "",
        text("{count} changed", count=section.updated) if section.updated else "",
    ]
    return " · ".join(part for part in parts if part)
