"""The article in its other languages."""

from __future__ import annotations

from reader.ui.commands.group import Group, Key

KEYS = (
    Key(("G",), "The article in another language, at the same paragraph", "another_language"),
    Key(("Shift+G",), "Side by side with a translation, or no longer", "side_by_side"),
)


class Languages(Group):
    """The article in its other languages."""

    def another_language(self) -> None:
        """Read on in another language, where one stands."""
        self._window.translations.change_language()

    def side_by_side(self) -> None:
        """Read the article beside a translation of it, or alone again."""
        self._window.translations.toggle_beside()
