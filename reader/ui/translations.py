"""From an article to its translations and back: in its place, or beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from reader.library import beside
from reader.model.page import Page
from reader.ui.panes import Pane
from reader.ui.reading.passage import block
from reader.ui.words import language, language_name, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.article import ArticleRow, Translation
    from reader.ui.main_window import MainWindow

_AIR = 16


class Translations(QObject):
    """Follows links from article to article, and keeps the paragraph where one leads to a translation."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.reading.article_followed.connect(self.follow)
        window.reading.beside_followed.connect(self._choose)

    @property
    def _others(self) -> tuple[Translation, ...]:
        """The translations of the article that is read, the next by its language first."""
        prepared = self._window.reading.prepared
        if prepared is None or prepared.row is None:
            return ()
        return in_turn(prepared.translations, prepared.row.language)

    def follow(self, identity: str) -> None:
        """Open an article by ``id`` or ``publication/id``; a translation where the same is said."""
        row, at = self._window.reading.row, block(self._window.reading.browser)
        work = partial(beside.follow, identity=identity, from_key=row.key if row else 0, block=at)
        self._window.quick.ask("follow", work, self._followed, self._window.visits.unknown.emit)

    def _followed(self, found: tuple[int, str]) -> None:
        key, anchor = found
        navigator = self._window.navigator
        kept = "" if anchor else navigator.place.beside
        navigator.go(replace(navigator.place, article=key, document=None, anchor=anchor, beside=kept))
        self._window.panes.reveal(Pane.READING)

    # In its place

    def change_language(self) -> None:
        """Go on in the other language; of several let the reader choose."""
        others = self._others
        if not others:
            self._say_none()
        elif len(others) == 1:
            self._open(others[0])
        else:
            self._open_menu(others)

    def _open(self, one: Translation) -> None:
        row = self._window.reading.row
        self.follow(f"{row.publication}/{one.id}" if row else one.id)

    def _open_menu(self, others: Sequence[Translation]) -> None:
        """The languages, each with a letter of its tag, the next one under the cursor of the keys."""
        reading = self._window.reading
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(text("Also in"))
        for one, letter in zip(others, letters([each.language for each in others]), strict=True):
            menu.addAction(f"{language_name(one.language)} (&{letter})", partial(self._open, one))
        across = reading.width() - menu.sizeHint().width() - _AIR if self._window.isRightToLeft() else _AIR
        self._window.panes.reveal(Pane.READING)
        menu.popup(reading.mapToGlobal(QPoint(across, _AIR)))
        menu.setActiveAction(menu.actions()[0])

    def _say_none(self) -> None:
        if self._window.reading.row is not None:
            self._window.status.say(text("This article is here in one language only."))

    # Beside it

    def toggle_beside(self) -> None:
        """Show a translation beside the article, or no longer."""
        self._choose("")

    def show_beside(self, row: ArticleRow, others: Sequence[Translation], tag: str) -> None:
        """Open an article beside its translation into a language, or the likeliest."""
        if others:
            navigator = self._window.navigator
            chosen = tag or self._likeliest(in_turn(others, row.language), row.language)
            navigator.go(replace(navigator.place, article=row.key, document=None, anchor="", beside=chosen))
            self._window.panes.reveal(Pane.READING)

    def leaves_beside(self) -> bool:
        """Show the article alone again, where it is seen beside a translation. Answers whether it did."""
        window = self._window
        prepared = window.reading.prepared
        seen = not window.panes.widget(Pane.READING).isHidden()
        left = window.navigator.place.is_search and window.panes.focused() is not Pane.READING
        if prepared is None or not prepared.page.beside or not seen or left:
            return False
        self._go("")
        return True

    def _choose(self, tag: str) -> None:
        """Show the translation into a language beside the article; without one the likeliest, or none again."""
        reading, others = self._window.reading, self._others
        if reading.prepared is None or reading.row is None:
            return
        if not tag and reading.prepared.page.beside:
            self._go("")
        elif not others:
            self._say_none()
        else:
            self._remember(reading.row.language, tag)
            self._go(tag or self._likeliest(others, reading.row.language))

    def _remember(self, own: str, tag: str) -> None:
        if tag:
            self._window.state.translations[own] = tag
            self._window.memory.touch()

    def _likeliest(self, others: Sequence[Translation], own: str) -> str:
        """The language chosen last for this one, else the window's own, else the next."""
        wanted = (self._window.state.translations.get(own, ""), language(), language().split("-")[0])
        tags = [one.language for one in others]
        return next((tag for tag in wanted if tag in tags), tags[0])

    def _go(self, tag: str) -> None:
        """The same visit, shown otherwise, from the same paragraph on."""
        navigator, at = self._window.navigator, block(self._window.reading.browser)
        anchor = f"{Page.BLOCK}{at}" if at else Page.TOP
        navigator.go(replace(navigator.place, beside=tag, anchor=anchor), instead=True)
        self._window.panes.reveal(Pane.READING)


def in_turn(others: Sequence[Translation], own: str) -> tuple[Translation, ...]:
    """Translations in the order of their languages, those after the article's own first."""
    ordered = sorted(others, key=lambda one: one.language)
    return tuple(sorted(ordered, key=lambda one: one.language < own))


def letters(tags: Sequence[str]) -> list[str]:
    """A letter for each language: the first of its tag that no other has yet, else a number."""
    taken: list[str] = []
    for tag in tags:
        free = (one for one in (*tag.upper(), *"123456789") if one.isalnum() and one not in taken)
        taken.append(next(free, "0"))
    return taken
