"""Where a search looks: everywhere, or in a list, a language or a publication. All but the last are words of the query."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from reader.library import filters
from reader.model.listing import Node, NodeKind
from reader.ui.words import language, language_name, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Scope:
    """Something to keep a search to: what to call it, whether it is so now, and how to make it so."""

    title: str
    is_on: bool
    choose: Callable[[], None]
    possible: bool = True


def scopes(window: MainWindow) -> Iterator[Scope]:
    """Everywhere first; then the list the reader came from, languages at hand, and publications where there are several."""
    words, kept_to = window.bar.search.text().strip(), window.navigator.place.node.publication
    yield Scope(text("Everywhere"), _is_everywhere(window, words), partial(_everywhere, window, words))
    for node, title in _lists(window):
        narrowed = filters.within(words, node)
        yield Scope(text("Only in “{title}”", title=title), narrowed == words, partial(_search, window, narrowed))
    if len(window.publications) > 1:
        for info in window.publications:
            is_on = window.navigator.place.is_search and kept_to == info.id
            choose = partial(window.filtering.keep_to, "" if is_on else info.id)
            title = text("Only in “{title}”", title=info.title(language()))
            yield Scope(title, is_on, choose, possible=window.navigator.place.is_search)


def _lists(window: MainWindow) -> Iterator[tuple[Node, str]]:
    """The list before the search, and the languages of the article that is read and of the window."""
    before = window.navigator.before_search
    index = window.navigation.tree.find(before)
    if filters.text_of(before) and index.isValid():
        yield before, window.navigation.tree.branch(index).title
    row = window.reading.row
    for tag in dict.fromkeys((row.language if row else language(), language())):
        node = Node(NodeKind.LANGUAGE, tag)
        if node != before and window.navigation.tree.holds(node):
            yield node, language_name(tag)


def _is_everywhere(window: MainWindow, words: str) -> bool:
    node = window.navigator.place.node
    return filters.words_of(words) == words and not (node.kind is NodeKind.SEARCH and node.publication)


def _everywhere(window: MainWindow, words: str) -> None:
    window.filtering.keep_to("")
    _search(window, filters.words_of(words))


def _search(window: MainWindow, words: str) -> None:
    """Put the query into the box, ready to be typed on."""
    window.bar.show_query(f"{words} " if words else "")
    window.bar.typed.emit(words)


def open_menu(window: MainWindow) -> None:
    """Show the choices below the search box, the one in force under the cursor of the keys."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(text("Where to search"))
    for one in scopes(window):
        action = menu.addAction(one.title.replace("&", "&&"), one.choose)
        action.setCheckable(True)
        action.setChecked(one.is_on)
        action.setEnabled(one.possible)
    field = window.bar.search
    across = 0 if window.isRightToLeft() else field.width() - menu.sizeHint().width()
    menu.popup(field.mapToGlobal(QPoint(across, field.height())))
    menu.setActiveAction(next((one for one in menu.actions() if one.isChecked()), menu.actions()[0]))
