"""How the list is shown."""

from __future__ import annotations

from reader.library import filters
from reader.model.listing import NodeKind
from reader.ui.commands.group import Group, Key
from reader.ui.words import text

KEYS = (
    Key(("H",), "Hide read articles, or show them again", "hide_read"),
    Key(("T",), "The hit in another language it was found in", "open_translation"),
    Key((), "Group lists by day, or no longer", "group_by_day"),
)


class Listing(Group):
    """How the list is shown."""

    def hide_read(self) -> None:
        """Keep to unread articles, or no longer: a list by itself, a search by its words."""
        window = self._window
        node = window.navigator.place.node
        if node.kind is NodeKind.UNREAD:
            window.status.say(text("This list has unread articles only."))
        elif node.kind is NodeKind.SEARCH:
            window.filtering.apply(filters.toggled_unread(node.id))
        else:
            window.visits.toggle_read()
            window.memory.touch()

    def open_translation(self) -> None:
        """Open the next translation of the current hit that was found too."""
        window = self._window
        if not window.articles.open_translation(window.navigator.place.article):
            window.status.say(text("No other language was found with it."))

    def group_by_day(self) -> None:
        """Put days over the articles of lists by date, or no longer."""
        window = self._window
        window.state.by_day = not window.state.by_day
        window.articles.set_by_day(by_day=window.state.by_day)
        window.memory.touch()
        if window.state.by_day and not window.articles.contents.is_by_date:
            window.status.say(text("Lists by date are grouped by day."))
