"""What can be gone to by its name: rows of the navigation, commands, what buttons do that no command does, articles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.library.suggest import suggest
from reader.model.search import SuggestionKind
from reader.ui.preferences.offered import theme_choices
from reader.ui.words import language, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.library import Library
    from reader.model.search import Suggestion
    from reader.ui.main_window import MainWindow
    from reader.ui.navigation.model import Branch

_MOST = 60


class Command(NamedTuple):
    """A command's words, its method, and the key that does the same."""

    words: str
    run: Callable[[], None]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to go to: its title, what kind it is, how to get there, the key that does the same, other words for it."""

    title: str
    kind: str
    go: Callable[[], None]
    key: str = ""
    also: str = ""


def entries(window: MainWindow, commands: Iterable[Command]) -> list[Entry]:
    """All rows of the navigation, then commands, then what the bar's buttons offer."""
    places = [
        Entry(branch.label, _kind(branch), partial(window.open_node, branch.node))
        for branch in window.navigation.tree.branches()
        if branch.node is not None
    ]
    done = [Entry(one.words, text("Command"), one.run, one.key) for one in commands]
    return [*places, *done, *_of_bar(window)]


def _of_bar(window: MainWindow) -> Iterator[Entry]:
    command, bar = text("Command"), window.bar
    yield Entry(text("Sync"), command, window.commands.open_bundle, window.keymap.name("open_bundle"))
    yield Entry(text("Appearance"), command, partial(window.appearance.open_under, bar.appearance))
    also = text("dark light night black colours contrast sepia")
    for value, name in theme_choices().items():
        yield Entry(f"{text('Theme')}: {name}", command, partial(window.preferring.choose_theme, value), also=also)


def _kind(branch: Branch) -> str:
    """The title of the heading or folder that the row stands in."""
    above = branch.parent
    while above is not None and above.node is not None:
        above = above.parent
    return above.title if above is not None else ""


def matching(all_entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Entries that hold every word typed: those whose title begins with them first, those that are called otherwise last."""
    words, start = typed.casefold().split(), " ".join(typed.casefold().split())

    def holds(said: str) -> bool:
        return all(word in said.casefold() for word in words)

    found = [one for one in all_entries if holds(f"{one.title} {one.kind} {one.also}")]
    return sorted(found, key=lambda one: (not one.title.casefold().startswith(start), not holds(one.title)))[:_MOST]


def titled(library: Library, typed: str) -> list[Suggestion]:
    """Articles whose titles have the words typed, as the search box offers them. Made for a lane."""
    found = suggest(library, typed, len(typed), language())
    return [one for one in found if one.kind is SuggestionKind.ARTICLE]


def article_entries(window: MainWindow, found: Iterable[Suggestion]) -> list[Entry]:
    """Articles, to be opened."""
    return [Entry(one.label, text("Article"), partial(window.searching.open_article, one.key)) for one in found]


def search_entry(window: MainWindow, typed: str) -> Entry:
    """What leads on in any case: these words, searched for in the library."""
    name, go = text("Search for “{words}”", words=f"\u2068{typed}\u2069"), partial(window.search_for, typed)
    return Entry(name, text("Command"), go, window.keymap.name("search"))
