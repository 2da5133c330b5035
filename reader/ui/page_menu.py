"""The menu on a page: for the link or picture under it, for the words selected, and for the article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from reader.model.link import LinkKind
from reader.ui.commands.page_marks import PageMarks
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.model.link import Link
    from reader.ui.page_window import PageWindow
    from reader.ui.page_wiring import PageWiring
    from reader.ui.reading.pointing import Pointed

    Entry = tuple[str, str, Callable[[], object]]
    """What it says, the command whose key stands beside it (or none), and what it does."""

_STANDARD = {"copy": QKeySequence.StandardKey.Copy, "select_all": QKeySequence.StandardKey.SelectAll}
_MOST_SHOWN, _MOST_SEARCHED = 32, 120


def open_menu(window: PageWindow, wiring: PageWiring, pointed: Pointed) -> None:
    """Show the menu where it was wanted."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(text("On this page"))
    for entries in (_on_link(window, wiring, pointed.link), _on_words(window, pointed.words), _on_article(window)):
        menu.addSeparator()
        for words, command, action in entries:
            key = _key_of(window, command)
            menu.addAction(f"{words.replace('&', '&&')}\t{key}" if key else words.replace("&", "&&"), action)
    menu.popup(pointed.at)


def _key_of(window: PageWindow, command: str) -> str:
    standard = _STANDARD.get(command)
    if standard is None:
        return window.keymap.name(command)
    return QKeySequence(standard).toString(QKeySequence.SequenceFormat.NativeText)


def _on_link(window: PageWindow, wiring: PageWiring, link: Link | None) -> Iterator[Entry]:
    if link is None:
        return
    reading = window.reading
    match link.kind:
        case LinkKind.EXTERNAL:
            yield text("Show the whole address …"), "", partial(wiring.show_address, link.target)
            yield text("Copy the address"), "", partial(_copy, link.target)
        case LinkKind.MEDIA:
            yield text("Enlarge the picture"), "", partial(wiring.enlarge, link.target)
            if caption := _caption(window, link.target):
                yield text("Copy the caption"), "", partial(_copy, caption)
        case LinkKind.ARTICLE:
            yield text("Open"), "", partial(reading.follow, link)
            yield text("Open in a window of its own"), "", partial(window.open_apart, reading.identity(link))
        case _:
            yield text("Open"), "", partial(reading.follow, link)


def _on_words(window: PageWindow, words: str) -> Iterator[Entry]:
    if not words:
        return
    reading = window.reading
    line = " ".join(words.split())
    shown = line if len(line) <= _MOST_SHOWN else line[:_MOST_SHOWN].rstrip() + "…"
    yield text("Copy"), "copy", reading.browser.copy
    if reading.row is not None:
        yield text("Copy with citation"), "copy_with_citation", reading.copy_cited
    yield text("Search for “{words}”", words=f"\u2068{shown}\u2069"), "", partial(window.search_for, query_of(line))


def _on_article(window: PageWindow) -> Iterator[Entry]:
    row, marks = window.reading.row, PageMarks(window)
    if row is not None:  # Qt holds what a bound method belongs to weakly, hence ``partial``
        yield text("Take the star away") if row.starred else text("Star"), "toggle_star", partial(marks.toggle_star)
        yield text("Note on the article"), "note", partial(marks.note)
        if not window.is_apart:
            apart = partial(window.open_apart, f"{row.publication}/{row.id}")
            yield text("This article in a window of its own"), "open_in_window", apart
    yield text("Select all"), "select_all", window.reading.browser.selectAll


def _caption(window: PageWindow, media: str) -> str:
    prepared = window.reading.prepared
    figures = prepared.page.figures if prepared else ()
    found = next((one for one in figures if one.media == media), None)
    return "  ".join(filter(None, (found.caption or found.alt, found.credit))) if found else ""


def query_of(line: str) -> str:
    """Words of a page as a search: several as a phrase, and nothing in them read as the search's own signs."""
    words = line.translate(dict.fromkeys(map(ord, '"“”„«»'), " ")).split()
    said = " ".join(words)[:_MOST_SEARCHED]
    return said if said.isalnum() else f'"{said}"'


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)
